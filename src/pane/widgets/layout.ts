/** Spacing and type that every view shares. */
import { makeStyles, tokens } from "@fluentui/react-components";

export const useLayout = makeStyles({
  stack: { display: "flex", flexDirection: "column", gap: "10px" },
  tight: { display: "flex", flexDirection: "column", gap: "4px" },
  /** Wrapped links of small text stand 24 px apart: large enough to be hit. */
  row: { display: "flex", flexWrap: "wrap", alignItems: "center", columnGap: "10px", rowGap: "8px" },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: "anywhere",
  },
  heading: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: "anywhere",
  },
  text: { margin: 0, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300, overflowWrap: "anywhere" },
  small: {
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    overflowWrap: "anywhere",
  },
  /** As large as a finger needs where links stand close together (WCAG 2.2, 2.5.8). */
  target: { minWidth: "24px", minHeight: "24px", display: "inline-flex", alignItems: "center" },
  /** Tabs that find no room beside one another stand below one another. */
  tabs: { flexWrap: "wrap" },
  quiet: { color: tokens.colorNeutralForeground2 },
  list: { margin: 0, padding: 0, listStyleType: "none" },
  /** Takes the focus when it opens, without a frame: nothing in it is pressed yet. */
  quietFocus: { outlineStyle: "none" },
  /** The one primary button of a view: as wide as the pane. */
  primary: { width: "100%", whiteSpace: "normal" },
  hidden: {
    position: "absolute",
    width: "1px",
    height: "1px",
    margin: "-1px",
    padding: 0,
    overflow: "hidden",
    clipPath: "inset(50%)",
    whiteSpace: "nowrap",
  },
});
