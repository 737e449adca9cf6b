/** What every page of the pane needs before the pane is there: its language, its theme, and what stands there instead of it. */
import { createRoot } from "react-dom/client";
import { ExcelTrouble } from "../../excel/host";
import type { Language, Text } from "../../words/text";
import { InsteadPage, type Obstacle } from "./instead-page";
import type { PaneTheme } from "./pane-theme";

export function languageOf(locale: string): Language {
  return locale.toLowerCase().startsWith("zh") ? "zh" : "en";
}

/**
 * Windows' high contrast reaches a host as a theme of pure black or white; the browser knows it for certain.
 * @param hostIsDark what the host says of itself, where it says anything
 */
export function themeOf(hostIsDark: boolean | undefined): PaneTheme {
  if (window.matchMedia("(forced-colors: active)").matches) return "contrast";
  return (hostIsDark ?? window.matchMedia("(prefers-color-scheme: dark)").matches) ? "dark" : "light";
}

/** What kept the pane from starting; what nobody foresaw goes to the console. */
export function obstacleOf(error: unknown): Obstacle {
  if (error instanceof ExcelTrouble) return { kind: "unreachable", text: error.text };
  console.error(error);
  return { kind: "not-started" };
}

/** @param program that the page belongs into */
export function showObstacle(element: Element, obstacle: Obstacle, program: Text, language: Language): void {
  createRoot(element).render(
    <InsteadPage
      obstacle={obstacle}
      program={program}
      language={language}
      theme={themeOf(undefined)}
      onRetry={() => window.location.reload()}
    />,
  );
}
