/** How the parts of the page stand beside and over one another. */
import { makeStyles, tokens } from "@fluentui/react-components";

/** Where the pane lies over the grid instead of beside it. */
export const NARROW_WINDOW = "(max-width: 700px)";
const NARROW = `@media ${NARROW_WINDOW}`;

export const usePageStyles = makeStyles({
  page: { display: "flex", flexDirection: "column", height: "100%", backgroundColor: tokens.colorNeutralBackground1 },
  body: { position: "relative", display: "flex", flexGrow: 1, minHeight: 0 },
  sheet: { position: "relative", flexGrow: 1, minWidth: 0, minHeight: 0, overflow: "hidden" },
  univer: { position: "absolute", inset: 0 },
  pane: {
    display: "flex",
    flexShrink: 0,
    minHeight: 0,
    [NARROW]: {
      position: "absolute",
      top: 0,
      bottom: 0,
      right: 0,
      zIndex: 20,
      maxWidth: "100%",
      boxShadow: tokens.shadow28,
    },
  },
  away: { display: "none" },
  frame: {
    flexShrink: 1,
    minWidth: 0,
    height: "100%",
    border: "none",
    backgroundColor: tokens.colorNeutralBackground1,
  },
  /** Above the tabs of the sheets, over cells rather than beside them, so that nothing moves as another cell is selected. */
  note: {
    position: "absolute",
    left: "12px",
    right: "28px",
    bottom: "60px",
    zIndex: 10,
    width: "fit-content",
    maxWidth: "640px",
    padding: "6px 12px",
    pointerEvents: "none",
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: tokens.shadow8,
    color: tokens.colorNeutralForeground1,
    fontSize: tokens.fontSizeBase300,
    whiteSpace: "pre-line",
  },
  still: { pointerEvents: "none" },
  waiting: {
    position: "absolute",
    inset: 0,
    zIndex: 15,
    display: "flex",
    alignItems: "center",
    justifyContent: "center",
    backgroundColor: tokens.colorNeutralBackground1,
  },
  onTop: { backgroundColor: tokens.colorNeutralBackgroundAlpha2 },
  drop: {
    position: "fixed",
    inset: "8px",
    zIndex: 1000,
    display: "flex",
    flexDirection: "column",
    alignItems: "center",
    justifyContent: "center",
    gap: "8px",
    pointerEvents: "none",
    border: `3px dashed ${tokens.colorBrandStroke1}`,
    borderRadius: tokens.borderRadiusXLarge,
    backgroundColor: tokens.colorNeutralBackground1,
    opacity: 0.94,
    fontSize: tokens.fontSizeBase500,
    color: tokens.colorNeutralForeground1,
  },
  dropWhich: { fontSize: tokens.fontSizeBase300, color: tokens.colorNeutralForeground2 },
  message: { whiteSpace: "normal", borderRadius: 0 },
});
