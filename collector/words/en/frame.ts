/** What stands on every page. */
export const frame = {
  product: 'Unisono',
  skip: 'Skip to the content',
  sections: {
    sales: 'Sales',
    marketing: 'Marketing',
    leads: 'All leads',
    objective: 'Objective',
    target: 'Target',
    results: 'Results',
    imports: 'Import',
    settings: 'Settings',
  },
  signOut: 'Sign out',
  otherLanguage: 'Italiano',
  notFound: 'There is nothing at this address.',
  notAllowed: 'Your role does not include this page.',
  failed: 'Something went wrong, and was not done. Try again.',
  away: 'The database is away. Nothing was changed. Try again in a moment.',
  back: 'Back',
};
