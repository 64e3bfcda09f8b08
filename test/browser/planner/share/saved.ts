import { expect } from 'vitest';
import { page } from 'vitest/browser';

/** What is saved when a button is pressed. */
export async function saved(button: string): Promise<string> {
  const blobs: Blob[] = [];
  const { createObjectURL } = URL;
  URL.createObjectURL = (blob: Blob) => {
    blobs.push(blob);
    return createObjectURL(blob);
  };
  const hold = (event: Event) => event.preventDefault();
  addEventListener('click', hold);
  const click = HTMLAnchorElement.prototype.click;
  HTMLAnchorElement.prototype.click = () => {};
  try {
    await page.getByRole('button', { name: button }).click();
    // What is drawn takes a moment.
    await expect.poll(() => blobs.length).toBe(1);
  } finally {
    URL.createObjectURL = createObjectURL;
    HTMLAnchorElement.prototype.click = click;
    removeEventListener('click', hold);
  }
  return blobs[0]!.text();
}
