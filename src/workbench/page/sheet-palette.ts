/**
 * The colours of the grid. It is drawn on a canvas, which the system's forced colours pass over while they colour all that lies around and
 * behind it: the drawing has to follow them, or cells are white on white.
 */
import { ThemeService, type Univer } from "@univerjs/core";
import { ICanvasColorService } from "@univerjs/engine-render";
import type { PaneTheme } from "../../pane/frame/pane-theme";

const FORCED = "(forced-colors: active)";
const DARK = "(prefers-color-scheme: dark)";

export interface SheetPalette {
  readonly dark: boolean;
  /** Lines that one sees without looking for them. */
  readonly strong: boolean;
}

/** Under forced colours the system says whether its palette is dark; else the theme chosen on the page does. */
export function sheetPalette(theme: PaneTheme): SheetPalette {
  const forced = window.matchMedia(FORCED).matches;
  return {
    dark: forced ? window.matchMedia(DARK).matches : theme !== "light",
    strong: forced || theme === "contrast",
  };
}

/** Calls `listener` when the system's colours change; gives the way to stop. */
export function onSystemColours(listener: () => void): () => void {
  const queries = [FORCED, DARK].map((query) => window.matchMedia(query));
  for (const query of queries) query.addEventListener("change", listener);
  return () => {
    for (const query of queries) query.removeEventListener("change", listener);
  };
}

/** Univer's lines between cells, and one that has more than the 3 to 1 on white and on black that WCAG asks of lines. */
const [LINE, STRONG_LINE] = ["rgb(214,216,219)", "rgb(130,130,130)"];
/** Where Univer's theme has the colour that frames the selected cells; turned round for a dark sheet it is too dark to be found. */
const FRAME = "primary.600";
const STRONG_FRAME_ON_DARK = "rgb(90,180,255)";

/** Draws the lines between cells and around the selected ones strongly while the palette says so. */
export function strengthenLines(univer: Univer, palette: () => SheetPalette): void {
  const injector = univer.__getInjector();
  const colours = injector.get(ICanvasColorService);
  const frame = injector.get(ThemeService).getColorFromTheme(FRAME);
  const given = colours.getRenderColor.bind(colours);
  colours.getRenderColor = (colour) => {
    const { dark, strong } = palette();
    if (strong && colour === LINE) return STRONG_LINE;
    return strong && dark && colour === frame ? STRONG_FRAME_ON_DARK : given(colour);
  };
}
