import type { ReceiverName } from '../../store/tables.ts';
import { brevo } from './brevo.ts';
import { hubspot } from './hubspot.ts';
import { mail } from './mail.ts';
import { mailchimp } from './mailchimp.ts';
import { pipedrive } from './pipedrive.ts';
import type { Receiver } from './receiver.ts';
import { slack } from './slack.ts';
import { webhook } from './webhook.ts';

/** Every program that can be told of leads. */
export const receivers: Record<ReceiverName, Receiver> = {
  brevo,
  mailchimp,
  hubspot,
  pipedrive,
  slack,
  mail,
  webhook,
};
