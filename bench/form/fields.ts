/** The six fields of every form that is measured. */
export const fields = [
  { name: 'name', label: 'Name', type: 'text', autocomplete: 'name', isRequired: true },
  { name: 'email', label: 'Email', type: 'email', autocomplete: 'email', isRequired: true },
  { name: 'company', label: 'Company', type: 'text', autocomplete: 'organization', isRequired: false },
  { name: 'phone', label: 'Phone', type: 'tel', autocomplete: 'tel', isRequired: false },
  { name: 'timeframe', label: 'When you need it', type: 'select', isRequired: false },
  { name: 'message', label: 'Message', type: 'textarea', isRequired: false },
] as const;

/** What may be chosen as `timeframe`: what is sent, and its words. */
export const timeframes = {
  now: 'Now',
  'this-quarter': 'This quarter',
  'this-year': 'This year',
  exploring: 'Just looking',
};

export const submitLabel = 'Send';
