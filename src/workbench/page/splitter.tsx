/** The edge between the sheet and the pane: dragged with a pointer, moved with the arrow keys. */
import { makeStyles, tokens } from "@fluentui/react-components";
import type { KeyboardEvent, PointerEvent, ReactNode } from "react";
import { PANE_WIDTH, withinPane } from "./page-choices";

const useStyles = makeStyles({
  edge: {
    flexShrink: 0,
    width: "6px",
    cursor: "col-resize",
    touchAction: "none",
    backgroundColor: tokens.colorNeutralBackground4,
    borderLeft: `1px solid ${tokens.colorNeutralStroke1}`,
    ":hover": { backgroundColor: tokens.colorNeutralBackground4Hover },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" },
  },
});

const STEP = 10;

export function Splitter(props: {
  readonly label: string;
  readonly width: number;
  readonly onWidth: (width: number) => void;
  /** While a pointer drags: the frame beside must not swallow its moves. */
  readonly onDragging: (dragging: boolean) => void;
}): ReactNode {
  const { label, width, onWidth, onDragging } = props;
  const styles = useStyles();
  const move = (event: PointerEvent<HTMLDivElement>): void => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    onWidth(withinPane(window.innerWidth - event.clientX));
  };
  const press = (event: KeyboardEvent): void => {
    const to = { ArrowLeft: width + STEP, ArrowRight: width - STEP, Home: PANE_WIDTH.most, End: PANE_WIDTH.least }[
      event.key
    ];
    if (to === undefined) return;
    event.preventDefault();
    onWidth(withinPane(to));
  };
  return (
    <div
      className={styles.edge}
      role="separator"
      tabIndex={0}
      aria-label={label}
      aria-orientation="vertical"
      aria-valuemin={PANE_WIDTH.least}
      aria-valuemax={PANE_WIDTH.most}
      aria-valuenow={width}
      onKeyDown={press}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        onDragging(true);
      }}
      onPointerMove={move}
      onLostPointerCapture={() => onDragging(false)}
    />
  );
}
