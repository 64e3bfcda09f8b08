/** The made-up quarter. */
export const example = {
  banner:
    'Example data: three months of made-up requests, to show what is here. Those marked “Example” are of it.',
  clear: 'Clear the example',
  cleared: 'The example is gone. What real people sent is still here.',
};
