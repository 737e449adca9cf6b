/** What the page remembers on this machine: language, theme and the pane's width. Never anything of a workbook. */
import { z } from "zod";
import { LANGUAGES, THEME_NAMES, type Look } from "./pane-link";

export const PANE_WIDTH = { least: 320, most: 450, usual: 350 } as const;

export interface PageChoices extends Look {
  readonly paneWidth: number;
}

const KEY = "zjtx.workbench";

/** What does not fit falls back to the default: the language of the browser, and light or dark as the system is. */
export function readChoices(search: string): PageChoices {
  const dark = window.matchMedia("(prefers-color-scheme: dark)").matches;
  const forced = window.matchMedia("(forced-colors: active)").matches;
  const asked = new URLSearchParams(search);
  const own = navigator.language.toLowerCase().startsWith("zh") ? "zh" : "en";
  const schema = z.object({
    language: z.enum(LANGUAGES).catch(own),
    theme: z.enum(THEME_NAMES).catch(forced ? "contrast" : dark ? "dark" : "light"),
    paneWidth: z.number().min(PANE_WIDTH.least).max(PANE_WIDTH.most).catch(PANE_WIDTH.usual),
  });
  const kept = schema.parse(storedObject());
  return {
    ...kept,
    language: schema.shape.language.parse(asked.get("lang") ?? kept.language),
    theme: schema.shape.theme.parse(asked.get("theme") ?? kept.theme),
  };
}

function storedObject(): object {
  try {
    const stored: unknown = JSON.parse(window.localStorage.getItem(KEY) ?? "{}");
    return z.record(z.string(), z.unknown()).catch({}).parse(stored);
  } catch {
    // Storage may be switched off, or hold something else's text.
    return {};
  }
}

export function keepChoices({ language, theme, paneWidth }: PageChoices): void {
  try {
    window.localStorage.setItem(KEY, JSON.stringify({ language, theme, paneWidth }));
  } catch {
    // Without storage the choices last as long as the page.
  }
}

export function withinPane(width: number): number {
  return Math.round(Math.min(Math.max(width, PANE_WIDTH.least), PANE_WIDTH.most));
}
