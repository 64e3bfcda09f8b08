/** The made-up quarter. */
export const example = {
  banner: 'Example data: three months of made-up requests, to show what is here. They are marked “Example”.',
  clear: 'Clear the example',
  clearHint:
    'All that is marked goes, for good, and with it what you tried on it. What real people sent stays.',
  clearNow: 'Clear it now',
  cleared: 'The example is gone. What real people sent is still here.',
};
