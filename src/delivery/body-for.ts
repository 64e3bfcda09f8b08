import { bare } from '../lead/bare.ts';
import { bodyOf, type Envelope } from '../lead/envelope.ts';
import { flatLead } from '../lead/flat-lead.ts';
import { jsonText } from '../lead/json-text.ts';
import { adapterOf, formEncoded } from './adapters.ts';
import type { Destination } from './destination.ts';

/**
 * A lead as its receiver reads it: the same bytes for each try. `null` for what cannot be written.
 * Several texts under one name are joined by a semicolon, as HubSpot and Salesforce read them.
 */
export function bodyFor(envelope: Envelope, destination: Destination): string | null {
  const { adapter, contentType, sends, ...account } = bare(destination);
  const { sends: usual, own, write } = adapterOf(adapter)!;
  const asFields = contentType === formEncoded;
  if (!asFields && !sends && !write) return bodyOf(envelope);
  try {
    const said = flatLead(envelope);
    const names = (sends ?? usual)?.match(/[^\s,]+/g) ?? Object.keys(said);
    const fields: Record<string, string> = { ...own?.(account) };
    for (const name of names) {
      const [ours, theirs = ours] = name.split('=') as [string, string?];
      if (said[ours]) fields[theirs] = said[ours].join(';');
    }
    const body = write ? write(fields, envelope, account) : fields;
    return asFields ? `${new URLSearchParams(body as Record<string, string>)}` : jsonText(body);
  } catch {
    // A stored envelope may be damaged.
    return null;
  }
}
