/**
 * What came to Chromium later than the one that the add-in is made for, with the version it came with. The first WPS with custom functions
 * is 12.1.0.20540; those of 12.1.0.15120 and 12.1.0.16250 on Windows called themselves Chrome 104 in what public projects wrote down. What
 * WPS on Linux carries nobody has written down.
 */

/** Syntax and members are held to this one, and what core-js fills in is filled in for it: functions and ribbon need no later one. */
export const OLDEST_CHROMIUM = 80;

/** Members that core-js does not fill in. `startViewTransition` is none: React tries it and does without. */
export const LATER_MEMBERS: ReadonlyMap<string, number> = new Map([
  ["randomUUID", 92],
  ["timeout", 103],
  ["throwIfAborted", 100],
  ["postTask", 94],
  ["checkVisibility", 105],
  ["hidePopover", 114],
  ["showPopover", 114],
  ["togglePopover", 114],
  ["showPicker", 99],
  ["showSaveFilePicker", 86],
  ["showOpenFilePicker", 86],
  ["replaceChildren", 86],
  ["moveBefore", 133],
  ["setHTMLUnsafe", 124],
  ["getHTML", 125],
  ["supportedValuesOf", 99],
  ["formatRange", 106],
  ["isInputPending", 87],
  ["getHighEntropyValues", 90],
  ["requestStorageAccess", 119],
]);

/** These are names of many things; only these objects' came late. */
export const OWNERS: ReadonlyMap<string, string> = new Map([
  ["timeout", "AbortSignal"],
  ["supportedValuesOf", "Intl"],
]);

/** Objects made by `new` that core-js does not fill in. */
export const LATER_OBJECTS: ReadonlyMap<string, number> = new Map([
  ["Segmenter", 87],
  ["EyeDropper", 95],
  ["CompressionStream", 103],
  ["DecompressionStream", 103],
  ["CloseWatcher", 126],
  ["Highlight", 105],
  ["Sanitizer", 146],
  ["URLPattern", 95],
]);

/**
 * Words of style sheets and selectors, each as it stands where it is used: names of such rules alone stand in the widgets' own tables. Held
 * to Chromium 88: the widgets' keyboard support looks for elements by `:is()` and keeps them in WeakRefs, so that the pane needs it anyway.
 */
const STYLES: readonly (readonly [word: string, pattern: RegExp, since: number])[] = [
  [":has()", /:has\(/, 105],
  ["@container", /@container[\s\w-]*\(/, 105],
  ["@layer", /@layer\s+[\w.-]+\s*[{;]/, 99],
  ["@starting-style", /@starting-style\s*\{/, 117],
  ["color-mix()", /color-mix\(/, 111],
  ["light-dark()", /light-dark\(/, 123],
  ["subgrid", /grid-template[\w-]*:\s*subgrid/, 117],
  // A rule within a rule.
  ["CSS nesting", /\{[^{}@]*[^{}@\s][^{}@]*;\s*&[^{}]*\{/, 112],
];

/** The first word of a text that the pane's oldest Chromium does not know; null where there is none. */
export function laterStyle(text: string): { readonly word: string; readonly since: number } | null {
  const found = STYLES.find(([, pattern]) => pattern.test(text));
  return found === undefined ? null : { word: found[0], since: found[2] };
}
