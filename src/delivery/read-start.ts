/** How much of an answer is read, in characters. A receiver may answer without an end. */
const enough = 4_096;

/**
 * The beginning of a response's body as text. The rest is cancelled, because an unread body keeps its share of
 * the bytes that all `keepalive` requests of a page may hold (Chromium). Rejects if it breaks off before its end.
 */
export async function readStart({ body }: Response): Promise<string> {
  const reader = body?.getReader();
  const decoder = new TextDecoder();
  let text = '';
  while (reader && text.length < enough) {
    const { done, value } = await reader.read();
    if (done) return text;
    text += decoder.decode(value, { stream: true });
  }
  reader?.cancel().catch(() => {});
  return text;
}
