/** The rules by which the team judges leads. */
export const scoring = {
  title: 'Scoring',
  intro:
    'By these rules every lead is judged when it arrives. They apply from the next lead on: what has come keeps its score.',
  rules: 'Rules',
  rulesHint: 'One a line: a condition, then its points; below zero for what speaks against a lead.',
  example: 'For instance: budget=over-20k 25, or !company -5, or pageViews>=3 & click 10.',
  warm: 'Warm from',
  hot: 'Hot from',
  thresholdHints: {
    warm: 'Points from 0 to 100. From here on a lead is marketing’s to nurture.',
    hot: 'Points from 0 to 100. From here on a lead is handed to sales.',
  },
  save: 'Save the rules',
  reset: 'Back to our rules',
  own: 'Your team’s own rules.',
  ours: 'Our rules, until your team has its own.',
  saved: 'Saved. The next lead is judged by these rules.',
  notSaved: 'Nothing was saved yet. Look at what is marked.',
  lineProblems: {
    'no-rule': (line: number) => `Line ${line}: write a condition, a space, and its points.`,
    'no-condition': (line: number) =>
      `Line ${line}: this is no condition. Write, for instance, budget=over-20k.`,
    points: (line: number) => `Line ${line}: points are from −100 to 100.`,
  },
  fieldProblems: {
    warm: 'Enter a whole number from 0 to 100.',
    hot: 'Enter a whole number from 0 to 100, and at least as many points as for warm.',
    rules: 'A hundred rules are the most there may be.',
  },
  forTag: 'For the form on your site',
  forTagHint:
    'Put this into the form’s JSON, and the browser judges as you do: it decides where a hot lead goes at once.',
};
