/** Whose next step is the easiest: each a way to its row in the results. */
import { Link, makeStyles, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { sheetRowText, type SheetRow } from "../../../sheet/reading/sheet-row";
import { Finder } from "../../widgets/finder";
import { useLayout } from "../../widgets/layout";
import type { EasyStep } from "../../worker/tasks/score-answer";
import { useScoreWords } from "./score-texts";

const useStyles = makeStyles({
  easy: {
    padding: "6px 0",
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    overflowWrap: "anywhere",
  },
});

export interface EasiestListProps {
  readonly steps: readonly EasyStep[];
  readonly onEnterprise: (row: SheetRow) => void;
  /** Shows only these rows in the results. */
  readonly onOnly: (rows: readonly SheetRow[]) => void;
}

export function EasiestList({ steps, onEnterprise, onOnly }: EasiestListProps): ReactNode {
  const styles = useStyles();
  const layout = useLayout();
  const { say, of, language } = useScoreWords();
  const nameOf = ({ name, row }: EasyStep): string => (name === "" ? of(sheetRowText(row)) : name);
  return (
    <Finder
      label={say("easiestList")}
      entries={steps}
      keyOf={({ row }) => String(row)}
      textOf={(step) => [nameOf(step), of(step.next), step.change].join(" ")}
      facets={[{ id: "tier", label: say("tier"), valuesOf: ({ next }) => [of(next)] }]}
      orders={[
        { id: "name", label: say("name"), compare: (one, other) => nameOf(one).localeCompare(nameOf(other), language) },
      ]}
      columns={[
        { heading: say("row"), textOf: ({ row }) => String(row) },
        { heading: say("name"), textOf: nameOf },
        { heading: say("tier"), textOf: ({ next }) => of(next) },
        { heading: say("said"), textOf: ({ change }) => change },
      ]}
      onOnly={(found) => onOnly(found.map(({ row }) => row))}
      entry={(step) => (
        <div className={styles.easy}>
          <Link as="button" className={layout.small} onClick={() => onEnterprise(step.row)}>
            {nameOf(step)}
          </Link>
          <div>{say("towards", { tier: of(step.next) })}</div>
          <div className={layout.quiet}>{step.change}</div>
        </div>
      )}
    />
  );
}
