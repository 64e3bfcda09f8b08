const mark = 'data-unisono-print';

// Leaves only what is marked on the paper, whatever else stands on the page.
const paper = `:not([${mark}], [${mark}] *, :has([${mark}]), head, head *) { display: none !important; }`;

/** Prints one element without the page around it, also from inside of another component. */
export function printAlone(element: Element): void {
  const undo: (() => void)[] = [];
  for (let at: Element | null = element; at; ) {
    const marked = at;
    const root = at.getRootNode() as Document | ShadowRoot;
    const sheet = new CSSStyleSheet({ media: 'print' });
    sheet.replaceSync(paper);
    marked.toggleAttribute(mark, true);
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
    undo.push(() => {
      marked.toggleAttribute(mark, false);
      root.adoptedStyleSheets = root.adoptedStyleSheets.filter((other) => other !== sheet);
    });
    at = root instanceof ShadowRoot ? root.host : null;
  }
  addEventListener(
    'afterprint',
    () => {
      for (const each of undo) each();
    },
    { once: true },
  );
  print();
}
