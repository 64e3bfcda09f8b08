import * as Plot from '@observablehq/plot';
import { parseHTML } from 'linkedom';
import { h, type VNode } from 'preact';

const { document } = parseHTML('<!doctype html><html></html>');

/** A node of a picture as one of the page: what is in it is text, whatever it says. */
function asPartOfPage(node: Node): VNode | string | null {
  if (node.nodeType === node.TEXT_NODE) return node.textContent;
  const element = node as Element;
  // Its rules are in collector.css: the page takes no styles from anywhere else.
  if (element.localName === 'style') return null;
  const attributes = Object.fromEntries([...element.attributes].map(({ name, value }) => [name, value]));
  return h(element.localName, attributes, ...[...element.childNodes].map(asPartOfPage));
}

interface PictureProps {
  /** What it shows, in a sentence, for whoever does not see it. The same figures stand in a table beside it. */
  label: string;
  /** Observable Plot's options for so wide a picture, in pixels. Colours are variables of collector.css. */
  plot: (width: number) => Plot.PlotOptions;
}

/** How wide a picture is drawn: what a phone and what a desk has room for. Which one is seen, the style sheet says. */
const widths = { 'on-phone': 320, 'on-desk': 720 };

/** A picture, drawn here and not in the browser. */
export const Picture = ({ label, plot }: PictureProps): VNode => (
  <div class="picture" role="img" aria-label={label}>
    {Object.entries(widths).map(([name, width]) => {
      const drawn = Plot.plot({ ...plot(width), width, document, className: 'plot' });
      return (
        <div class={name} key={name} aria-hidden="true">
          {asPartOfPage(drawn)}
        </div>
      );
    })}
  </div>
);
