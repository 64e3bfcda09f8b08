// @ts-check
/**
 * What our pages gain by a script; without it they work as well.
 *
 * A list says by itself that new requests have come. It is not changed under the hands of whoever works in it: they
 * press when they want to see.
 */
const news = document.getElementById('news');
if (news) {
  const { since = '0' } = news.dataset;
  const stream = new EventSource(`/api/news?since=${encodeURIComponent(since)}`);
  stream.addEventListener('news', () => {
    const notice = /** @type {HTMLElement} */ (news.querySelector('[hidden]'));
    if (notice) notice.hidden = false;
    // Only the first one matters: the page is behind.
    stream.close();
  });
}
