/** The parts of the page that F6 goes round, in the order in which Tab meets them. */

const PARTS = ["bar", "grid", "pane"] as const;
export type PagePart = (typeof PARTS)[number];

/** The part that F6 leads to, or Shift+F6 where it goes backwards. */
export function nextPart(from: PagePart, backwards: boolean): PagePart {
  const at = PARTS.indexOf(from) + (backwards ? PARTS.length - 1 : 1);
  return PARTS[at % PARTS.length] ?? from;
}

/** F6 alone and with Ctrl, which passes where a browser keeps F6 for its own address bar; Shift goes backwards. */
export function isPartKey({ key, altKey, metaKey }: KeyboardEvent): boolean {
  return key === "F6" && !altKey && !metaKey;
}

const FOCUSABLE = "button, [href], input, select, textarea, [tabindex]";

/** Gives the focus to what had it last inside `part`, else to `first`, else to whatever there takes it first. */
export function focusInside(part: Document | Element, last: Element | null, first: string): void {
  const wanted = [last, part.querySelector(first), ...part.querySelectorAll(FOCUSABLE)];
  wanted.find((one): one is HTMLElement => takesFocus(one) && part.contains(one))?.focus();
}

/** What lies in a frame is of its own window's classes: elements are asked for what they have, not for what they are. */
function takesFocus(element: Element | null): element is HTMLElement {
  if (element === null || !("tabIndex" in element)) return false;
  return Number(element.tabIndex) >= 0 && element.getClientRects().length > 0;
}
