/** What marketing and sales agreed on, and how it stands. */
export const objective = {
  title: 'Objective',
};
