/** What is read from files: spend and outcomes. */
export const imports = {
  title: 'Files',
};
