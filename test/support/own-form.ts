import type { LeadForm } from '../../src/elements/lead-form/lead-form.ts';
import { mount } from './mount.ts';

/** The form of an owner who has never heard of us: every kind of control, with labels around and beside them. */
export const ownFields = `
  <label>Your name <input name="name" autocomplete="name" required></label>
  <p class="row"><label for="mail">E-mail</label> <input id="mail" name="email" type="email" autocomplete="email" required></p>
  <label for="site">Your site</label> <input id="site" name="site" type="url">
  <label>Service <select name="service"><option value="">Which?</option><option value="audit">Audit</option><option>Relaunch</option></select></label>
  <fieldset id="size"><legend>How large is the shop?</legend>
    <label><input type="radio" name="size" value="s" required> Small</label>
    <label><input type="radio" name="size" value="l"> Large</label>
  </fieldset>
  <fieldset id="channels"><legend>Where do you sell?</legend>
    <label><input type="checkbox" name="channels" value="web"> Web</label>
    <label><input type="checkbox" name="channels" value="shop"> Shop</label>
    <label><input type="checkbox" name="channels" value="fair"> Fair</label>
  </fieldset>
  <label for="hours">Hours a week</label> <input id="hours" name="hours" type="range" min="0" max="40" value="10"> <output for="hours"></output>
  <label>People <input name="people" type="number" min="1" max="50"></label>
  <label>Start <input name="start" type="date" min="2026-01-01"></label>
  <label>Message <textarea name="message"></textarea></label>
  <input type="hidden" name="list" value="spring">
  <label><input type="checkbox" name="consent.marketing"> Write to me about <a href="/news">news</a></label>
  <button class="go">Ask for a call</button>`;

/** An element with such a form in it, or with another one. */
export const mountOwn = (
  attributes = '',
  fields = ownFields,
  { form = '', beside = '', lang = 'en' } = {},
): Promise<LeadForm> =>
  mount('lead-form', `<lead-form ${attributes}><form ${form}>${fields}</form>${beside}</lead-form>`, lang);

/** An owner's form in two steps, with a question that hangs on another one. */
export const ownSteps = `
  <fieldset data-step="Your project"><legend>Your project</legend>
    <label>Service <select name="service"><option value="">Which?</option><option value="audit">Audit</option><option value="relaunch">Relaunch</option></select></label>
    <div class="row" data-show-if="service=audit"><label for="site">Site</label> <input id="site" name="site" type="url" required></div>
  </fieldset>
  <fieldset data-step="You"><legend>You</legend>
    <label>E-mail <input name="email" type="email" autocomplete="email" required></label>
  </fieldset>
  <button>Send my request</button>`;

/** The same, as configuration. */
export const configuredSteps = `<script type="application/json">${JSON.stringify({
  fields: [
    { step: 'Your project' },
    {
      name: 'service',
      label: 'Service',
      choices: { audit: 'Audit', relaunch: 'Relaunch' },
    },
    { name: 'site', label: 'Site', type: 'url', showIf: 'service=audit' },
    { step: 'You' },
    'email',
  ],
})}</script>`;
