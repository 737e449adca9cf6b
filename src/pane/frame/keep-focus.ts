/**
 * Keeps the focus of somebody who works by keyboard. Where the button that was pressed goes away with the state it belonged to, a browser
 * gives the focus to nothing, and the next Tab begins at the top again. What has come to stand there gets it instead: its heading, which
 * is read aloud and presses nothing, or, in a row without one, what can be pressed there now.
 */

const FOCUSABLE =
  'a[href], button:not([disabled]), input:not([disabled]), select:not([disabled]), textarea:not([disabled]), [tabindex="0"]';
const HEADING = "h2, h3, h4";
const VIEW = '[role="tabpanel"]';

interface Step {
  readonly parent: Element;
  /** Which child of the parent the focus was in. */
  readonly at: number;
}

/** Where the focus is, from the inside out. */
function stepsTo(element: Element, root: Element): Step[] {
  const steps: Step[] = [];
  for (let child = element; child !== root && child.parentElement !== null; child = child.parentElement) {
    const parent = child.parentElement;
    steps.push({ parent, at: [...parent.children].indexOf(child) });
  }
  return steps;
}

const isShown = (element: Element): boolean => element.getClientRects().length > 0;

function firstShown(within: Element, selector: string): HTMLElement | null {
  const found = [within, ...within.querySelectorAll(selector)].find((one) => one.matches(selector) && isShown(one));
  return found instanceof HTMLElement ? found : null;
}

/** A browser takes the focus from what can't have it any more, but only when it draws the page next. */
const canHaveFocus = (element: Element): boolean =>
  element.isConnected &&
  (element.matches(FOCUSABLE) || element.hasAttribute("tabindex")) &&
  !element.matches(":disabled");

/** What stands now where the focus was, or nearest to it. */
function successor(element: Element, steps: readonly Step[]): HTMLElement | null {
  // The page of a view that shows something else now.
  const own = element.isConnected ? firstShown(element, HEADING) : null;
  if (own !== null) return own;
  for (const { parent, at } of steps) {
    if (!parent.isConnected) continue;
    const children = [...parent.children];
    const nearest = [...children.slice(at), ...children.slice(0, at).reverse()];
    for (const child of nearest) {
      const heading = firstShown(child, HEADING);
      if (heading !== null) return heading;
      const next = firstShown(child, FOCUSABLE);
      if (next !== null) return next;
    }
    // The view is looking at the sheet: what it will show comes below.
    if (parent instanceof HTMLElement && parent.matches(VIEW)) return parent;
  }
  return null;
}

/** Watches over the focus inside an element until the function given back is called. */
export function keepFocus(root: HTMLElement): () => void {
  const { ownerDocument: page } = root;
  let last: { readonly element: Element; readonly steps: readonly Step[] } | null = null;
  const note = ({ target }: FocusEvent): void => {
    last = target instanceof Element ? { element: target, steps: stepsTo(target, root) } : null;
  };
  const restore = (): void => {
    // Somebody who is in the sheet meanwhile stays there.
    if (last === null || !page.hasFocus()) return;
    const { element, steps } = last;
    const { activeElement } = page;
    const elsewhere = activeElement !== null && activeElement !== page.body && activeElement !== element;
    if (elsewhere || canHaveFocus(element)) return;
    const next = successor(element, steps);
    if (next === null) return;
    if (!next.matches(FOCUSABLE)) next.tabIndex = -1;
    next.focus();
  };
  const watch = new MutationObserver(restore);
  root.addEventListener("focusin", note);
  watch.observe(root, { childList: true, subtree: true, attributes: true, attributeFilter: ["disabled"] });
  return () => {
    root.removeEventListener("focusin", note);
    watch.disconnect();
  };
}
