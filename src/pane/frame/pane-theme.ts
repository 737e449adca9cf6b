/** Fluent's themes with a font list that sets Chinese well on Windows, Mac and Linux. */
import { teamsHighContrastTheme, webDarkTheme, webLightTheme, type Theme } from "@fluentui/react-components";

export type PaneTheme = "light" | "dark" | "contrast";

const FONTS =
  '"Segoe UI", "Segoe UI Web (West European)", "Microsoft YaHei UI", "Microsoft YaHei", "PingFang SC", "Hiragino Sans GB", "Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", system-ui, sans-serif';

function withFonts(theme: Theme): Theme {
  return { ...theme, fontFamilyBase: FONTS, fontFamilyNumeric: FONTS };
}

export const THEMES: Readonly<Record<PaneTheme, Theme>> = {
  light: withFonts(webLightTheme),
  // Fluent's red for small text on dark has a contrast of 4.16 : 1; WCAG asks for 4.5.
  dark: withFonts({
    ...webDarkTheme,
    colorStatusDangerForeground1: webDarkTheme.colorPaletteRedForeground3,
    colorPaletteRedForeground1: webDarkTheme.colorPaletteRedForeground3,
  }),
  contrast: withFonts(teamsHighContrastTheme),
};
