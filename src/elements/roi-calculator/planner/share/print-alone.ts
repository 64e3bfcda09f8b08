// Leaves only the calculator on the paper, whatever else stands on the page.
const paper =
  'body :not(roi-calculator, roi-calculator *, :has(roi-calculator)) { display: none !important; }';

/** Prints the calculator without the page around it. */
export function printAlone(): void {
  const sheet = new CSSStyleSheet({ media: 'print' });
  sheet.replaceSync(paper);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  addEventListener(
    'afterprint',
    () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet);
    },
    { once: true },
  );
  print();
}
