/**
 * Colours of bars that show an amount by their length. Under forced colours the system's own stand for them, track and bar each another:
 * a theme's colours would be kept there without what they were chosen beside, and a light palette shows the rest for the amount.
 */
import { tokens } from "@fluentui/react-components";

const FORCED = "@media (forced-colors: active)";

export const TRACK_COLOURS = {
  backgroundColor: tokens.colorNeutralBackground5,
  forcedColorAdjust: "none",
  [FORCED]: { backgroundColor: "Canvas", outline: "1px solid CanvasText", outlineOffset: "-1px" },
} as const;

export const BAR_COLOURS = {
  backgroundColor: tokens.colorBrandBackground,
  [FORCED]: { backgroundColor: "Highlight" },
} as const;

/** Of a bar beside the others, such as what is not known yet. */
export const BESIDE_COLOURS = {
  backgroundColor: tokens.colorNeutralStrokeAccessible,
  [FORCED]: { backgroundColor: "GrayText" },
} as const;

/** Of a mark across a track. */
export const MARK_COLOURS = {
  backgroundColor: tokens.colorNeutralForeground1,
  [FORCED]: { backgroundColor: "CanvasText" },
} as const;
