/** What happened, read by marketing and by sales. */
export const results = {
  title: 'Results',
};
