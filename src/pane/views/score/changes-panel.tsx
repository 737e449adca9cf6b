/** 与上次相比: who rose, fell or became known since the scoring before, and what changed for them. */
import { Button, Link, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { changeText, moveText, TURN_TEXTS } from "../../../cultivation/verdict-change-table";
import { TURNS, type Change, type VerdictChange } from "../../../cultivation/verdict-changes";
import type { SheetRow } from "../../../sheet/reading/sheet-row";
import { Disclosure } from "../../widgets/disclosure";
import { useLayout } from "../../widgets/layout";
import { Notice } from "../../widgets/notice";
import type { VerdictChangesView } from "../../worker/tasks/run-answers";
import { useScoreWords } from "./score-texts";

const useStyles = makeStyles({
  firm: {
    padding: "6px 0",
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    overflowWrap: "anywhere",
  },
});

/** Enterprises shown here; the sheet has them all. */
const MOST_SHOWN = 50;

export interface ChangesPanelProps {
  readonly changes: VerdictChangesView;
  /** The sheet written of them, where it was. */
  readonly wrote: { readonly sheet: string; readonly name: string } | null;
  readonly onEnterprise: (row: SheetRow) => void;
  readonly onCell: (address: string) => void;
  readonly onWrite: () => void;
  readonly onOpen: (sheet: string) => void;
}

export function ChangesPanel(props: ChangesPanelProps): ReactNode {
  const { changes, wrote, onEnterprise, onCell, onWrite, onOpen } = props;
  const layout = useLayout();
  const { say, of } = useScoreWords();
  const { counts, general, firms, unchanged } = changes;
  const turned = TURNS.filter((turn) => counts[turn] > 0);
  const shown = firms.items.slice(0, MOST_SHOWN);
  return (
    <Disclosure title={say("changesTitle")} note={say("enterprises", { count: firms.count })} open>
      <div className={layout.tight}>
        {general.map((one) => (
          <p key={of(changeText(one))} className={layout.small}>
            {of(changeText(one))}
          </p>
        ))}
        {firms.count === 0 ? (
          <p className={layout.small}>{say("changesSame", { count: unchanged })}</p>
        ) : (
          <>
            <p className={layout.small}>
              {turned.map((turn) => say("turnCount", { turn: of(TURN_TEXTS[turn]), count: counts[turn] })).join(" · ")}
              {" · "}
              {say("changesUnchanged", { count: unchanged })}
            </p>
            <ul className={layout.list}>
              {shown.map((firm) => (
                <Firm key={firm.key} firm={firm} onEnterprise={onEnterprise} onCell={onCell} />
              ))}
            </ul>
            {firms.count > shown.length ? (
              <p className={mergeClasses(layout.small, layout.quiet)}>
                {say("changesMore", { count: firms.count - shown.length })}
              </p>
            ) : null}
            <p className={mergeClasses(layout.small, layout.quiet)}>{say("changesHint")}</p>
            {wrote === null ? (
              <div>
                <Button size="small" onClick={onWrite}>
                  {say("writeChanges")}
                </Button>
              </div>
            ) : (
              <Notice intent="success" action={{ label: say("openSheet"), onClick: () => onOpen(wrote.sheet) }}>
                {say("changesWritten", { name: wrote.name })}
              </Notice>
            )}
          </>
        )}
      </div>
    </Disclosure>
  );
}

function Firm({
  firm: { name, row, turn, highest, moves, changes },
  onEnterprise,
  onCell,
}: Pick<ChangesPanelProps, "onEnterprise" | "onCell"> & { readonly firm: VerdictChange }): ReactNode {
  const styles = useStyles();
  const layout = useLayout();
  const { say, of } = useScoreWords();
  const rung = (text: VerdictChange["highest"]["from"]): string => (text === null ? say("noRung") : of(text));
  const climbed = highest.from?.zh !== highest.to?.zh;
  return (
    <li className={styles.firm}>
      <span>{of(TURN_TEXTS[turn])} </span>
      {row === null ? (
        <span>{name}</span>
      ) : (
        <Link as="button" className={layout.small} onClick={() => onEnterprise(row)}>
          {name}
        </Link>
      )}
      {climbed ? <div>{say("becameFrom", { from: rung(highest.from), to: rung(highest.to) })}</div> : null}
      {moves.map((move) => (
        <div key={move.tier} className={layout.quiet}>
          {of(moveText(move))}
        </div>
      ))}
      {/* The day and the purpose are those of the whole list, said above. */}
      {changes
        .filter(({ kind }) => kind === "cell" || kind === "edition" || kind === "cells-not-kept")
        .map((change) => (
          <What key={of(changeText(change))} change={change} onCell={onCell} />
        ))}
    </li>
  );
}

/** A cell that changed is the way to it. */
function What({ change, onCell }: Pick<ChangesPanelProps, "onCell"> & { readonly change: Change }): ReactNode {
  const layout = useLayout();
  const { of } = useScoreWords();
  const text = of(changeText(change));
  const cell = change.kind === "cell" ? change.cell : null;
  return (
    <div>
      {cell === null ? (
        <span>{text}</span>
      ) : (
        <Link as="button" className={layout.small} onClick={() => onCell(cell)}>
          {text}
        </Link>
      )}
    </div>
  );
}
