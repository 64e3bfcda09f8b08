// SurveyJS as its guide for pages without a framework has it. Its style sheet is the one without web fonts, which
// would come from another host: that is in its favour.
import { Model } from 'survey-core';
import 'survey-core/survey-core.fontless.css';
import 'survey-js-ui';
import { fields, submitLabel, timeframes } from '../fields.ts';

const choices = Object.entries(timeframes).map(([value, text]) => ({ value, text }));
const kinds = {
  text: { type: 'text' },
  email: { type: 'text', inputType: 'email' },
  tel: { type: 'text', inputType: 'tel' },
  select: { type: 'dropdown', choices },
  textarea: { type: 'comment' },
};

new Model({
  completeText: submitLabel,
  elements: fields.map(({ name, label, type, isRequired }) => ({
    name,
    title: label,
    isRequired,
    ...kinds[type],
  })),
}).render(document.getElementById('form')!);
