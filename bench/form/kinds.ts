import { fields, submitLabel, timeframes } from './fields.ts';

/** One way to put the same form on a page. Paths are those that the server of the bench knows. */
export interface Kind {
  name: string;
  /** What stands in `<head>`. */
  head: string;
  /** What stands where the form goes. */
  form: string;
}

const options = Object.entries(timeframes).map(
  ([value, text]) => `<option value="${value}">${text}</option>`,
);

/** A field as an owner writes it. The first of the choices is none. */
function htmlField({ type, name, label, isRequired, ...field }: (typeof fields)[number]): string {
  const attributes = [
    `id="${name}" name="${name}"`,
    ...('autocomplete' in field ? [`autocomplete="${field.autocomplete}"`] : []),
    ...(isRequired ? ['required'] : []),
  ].join(' ');
  const controls = {
    select: `<select ${attributes}><option value=""></option>${options.join('')}</select>`,
    textarea: `<textarea ${attributes} rows="4"></textarea>`,
  };
  const control =
    type in controls ? controls[type as keyof typeof controls] : `<input type="${type}" ${attributes}>`;
  return `<p><label for="${name}">${label}</label><br>${control}</p>`;
}

const ownersForm = `<form action="/leads" method="post">
${fields.map(htmlField).join('\n')}
<p><button>${submitLabel}</button></p>
</form>`;

const script = (path: string) => `<script src="${path}" defer></script>`;
const fieldNames = fields.map(({ name, isRequired }) => (isRequired ? name : `${name}?`)).join(' ');

/** The form from configuration, its place held as README does. */
const configured = (name: string, path: string): Kind => ({
  name,
  head: `<style>lead-form { display: block; min-block-size: 40rem; }</style>
${script(path)}`,
  form: `<lead-form endpoint="/leads" fields="${fieldNames}"></lead-form>`,
});

/** Neither guide holds the place of what its script will render, so their pages do not. */
const peer = (name: string): Kind => ({
  name,
  head: `<link rel="stylesheet" href="/peers/${name}.css">
${script(`/peers/${name}.js`)}`,
  form: '<div id="form"></div>',
});

/** The kinds that are measured, the one that the others are compared with first. */
export const kinds = (isBeforeMeasured: boolean): Kind[] => [
  { name: 'plain', head: '', form: ownersForm },
  {
    name: 'own',
    head: `<style>lead-form:not(:defined) { display: block; }</style>
${script('/unisono-form.js')}`,
    form: `<lead-form endpoint="/leads">${ownersForm}</lead-form>`,
  },
  configured('configured', '/unisono-form.js'),
  ...(isBeforeMeasured ? [configured('configured, before', '/before/unisono-form.js')] : []),
  peer('formkit'),
  peer('surveyjs'),
];

/** The page around the form: words above it, and words below it that a form which comes late pushes down. */
export const pageOf = ({ name, head, form }: Kind): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${name}</title>
<link rel="icon" href="data:,">
<style>body { margin: 1rem auto; max-inline-size: 36rem; padding-inline: 1rem; font: 1rem/1.5 sans-serif; }</style>
${head}
</head>
<body>
<h1>A roof that lasts</h1>
<p>Tell us what you need. We answer within a day.</p>
${form}
<p>We have mended roofs in this town since 1974.</p>
<p>Ask our neighbours, or come and see us at the harbour.</p>
</body>
</html>
`;
