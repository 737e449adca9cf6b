/** Loss of content in a narrow or enlarged page (WCAG 2.2, 1.4.4 and 1.4.10): texts and controls that are cut off or lie out of reach. */
import type { Page } from "playwright-core";

/**
 * What is cut off or stands beyond the page's edge, each as a sentence; empty where all can be read without scrolling sideways. A region
 * that scrolls by itself and can have the focus is left alone: tables in two dimensions may do so.
 */
export function cutTexts(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const SLACK = 1;
    const edge = document.documentElement.clientWidth;
    const found: string[] = [];
    const nameOf = (element: Element): string =>
      element.closest("main > section")?.querySelector("h2")?.textContent ?? "page";

    /** Null for what nobody is shown; else what cuts the box off, "" where nothing does. */
    const cutOf = (from: Element | null, boxes: readonly DOMRect[]): string | null => {
      const left = Math.min(...boxes.map((box) => box.left));
      const right = Math.max(...boxes.map((box) => box.right));
      const bottom = Math.max(...boxes.map((box) => box.bottom));
      let cut = left < -SLACK || right > edge + SLACK ? "the page's edge" : "";
      for (let at = from; at !== null && at !== document.body; at = at.parentElement) {
        const { overflowX, overflowY, visibility, opacity, clipPath } = getComputedStyle(at);
        const box = at.getBoundingClientRect();
        if (visibility === "hidden" || opacity === "0" || clipPath !== "none" || box.width <= 1) return null;
        if (overflowX !== "visible" && (left < box.left - SLACK || right > box.right + SLACK)) {
          if (at.matches('[role="region"][tabindex="0"]')) return null;
          if (cut === "") cut = `the ${at.tagName.toLowerCase()} around it`;
        }
        const clips = overflowY === "hidden" || overflowY === "clip";
        // A line's box is some pixels higher than its letters.
        if (cut === "" && clips && bottom > box.bottom + 3) cut = `the lower edge of the ${at.tagName.toLowerCase()}`;
      }
      return cut;
    };

    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
      const text = node.textContent?.trim() ?? "";
      const range = document.createRange();
      range.selectNodeContents(node);
      const boxes = [...range.getClientRects()].filter(({ width, height }) => width > 1 && height > 1);
      const cut = text === "" || boxes.length === 0 ? null : cutOf(node.parentElement, boxes);
      if (cut !== null && cut !== "" && node.parentElement !== null)
        found.push(`${nameOf(node.parentElement)}: “${text.slice(0, 60)}” is cut by ${cut}`);
    }
    for (const control of document.querySelectorAll("button, a[href], input, select, textarea, [tabindex='0']")) {
      const box = control.getBoundingClientRect();
      const cut = box.width <= 1 || box.height <= 1 ? null : cutOf(control, [box]);
      const label = control.getAttribute("aria-label") ?? control.textContent;
      if (cut !== null && cut !== "")
        found.push(`${nameOf(control)}: the ${control.tagName.toLowerCase()} “${label.slice(0, 60)}” is cut by ${cut}`);
    }
    return found;
  });
}
