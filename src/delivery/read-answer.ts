/** How many bytes of an answer are read: twice a lead, for a receiver that repeats it. An answer may have no end. */
export const answerLimit = 65_536;

/**
 * A response's body as text, and whether that is all of it. What is over the limit is cancelled, because an unread
 * body keeps its share of the bytes that all `keepalive` requests of a page may hold (Chromium). Rejects if it breaks
 * off before its end.
 *
 * It is read as UTF-8. UTF-16 read like that has a zero beside each letter and a broken mark in front: both are left
 * out.
 */
export async function readAnswer({ body }: Response): Promise<{ text: string; isWhole: boolean }> {
  const reader = body?.getReader();
  const decoder = new TextDecoder();
  let text = '';
  let size = 0;
  while (reader && size < answerLimit) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.length;
    text += decoder.decode(value, { stream: true });
  }
  reader?.cancel().catch(() => {});
  return { text: text.replace(/[\0\uFFFD]/g, ''), isWhole: size < answerLimit };
}
