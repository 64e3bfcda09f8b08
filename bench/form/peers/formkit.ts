// FormKit as its guide has it: the plugin with its default configuration, a form of type `form`, and the theme that
// the guide imports. The fields are written as a compiled template would be, since nobody ships the compiler.
import { defaultConfig, FormKit, plugin } from '@formkit/vue';
import '@formkit/themes/genesis';
import { type Component, createApp, h } from 'vue';
import { fields, submitLabel, timeframes } from '../fields.ts';

const formKit = FormKit as Component;

const form = () =>
  h(formKit, { type: 'form', submitLabel, onSubmit: () => undefined }, () =>
    fields.map(({ name, label, type, isRequired }) =>
      h(formKit, {
        name,
        label,
        type,
        ...(isRequired && { validation: type === 'email' ? 'required|email' : 'required' }),
        ...(type === 'select' && { placeholder: 'Please choose', options: timeframes }),
      }),
    ),
  );

createApp({ render: form }).use(plugin, defaultConfig()).mount('#form');
