/** The made-up quarter. */
export const example = {
  banner: 'Example data: three months of made-up requests, to show what is here. They are marked “Example”.',
  clear: 'Clear the example',
  cleared: 'The example is gone. What real people sent is still here.',
};
