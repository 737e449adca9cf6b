/** Puts a text on the clipboard; tells whether it is there. In some of Excel's panes a page may not write to it. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
