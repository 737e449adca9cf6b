/**
 * Keeps what has the focus clear of the header that stays on top (WCAG 2.2, 2.4.11). What the browser scrolls to stops below the header,
 * which has one line more in a narrow pane or with a long name.
 */
export function clearOfHeader(header: HTMLElement): () => void {
  const { style } = header.ownerDocument.documentElement;
  const watch = new ResizeObserver(() => {
    style.scrollPaddingTop = `${header.offsetHeight}px`;
  });
  watch.observe(header);
  return () => {
    watch.disconnect();
    style.scrollPaddingTop = "";
  };
}
