/** Enterprises whose verdict the draft changes: each a link to its row, with what it was, what it is, and what did it. */
import { Link, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { statusText } from "../../../../sheet/results/score-tables";
import { sheetRowText, type SheetRow } from "../../../../sheet/reading/sheet-row";
import { Disclosure } from "../../../widgets/disclosure";
import { Finder } from "../../../widgets/finder";
import { useLayout } from "../../../widgets/layout";
import type { DraftImpactView, DraftMove, MovedFirmView } from "../../../worker/tasks/draft-answers";
import { useDraftWords, type DraftKey } from "./draft-texts";

const useStyles = makeStyles({
  item: {
    padding: "5px 0",
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    overflowWrap: "anywhere",
  },
});

/** Who loses comes first: that is what a draft is looked at for. */
const LISTS: readonly (readonly [DraftMove, DraftKey])[] = [
  ["lost", "losers"],
  ["gained", "gainers"],
  ["opened", "openers"],
  ["failed", "failers"],
];

export interface MovedFirmsProps {
  readonly moved: DraftImpactView["moved"];
  readonly onFirm: (row: SheetRow) => void;
  readonly onOnly: (rows: readonly SheetRow[]) => void;
}

export function MovedFirms({ moved, onFirm, onOnly }: MovedFirmsProps): ReactNode {
  const styles = useStyles();
  const layout = useLayout();
  const { say, of, language } = useDraftWords();
  const nameOf = ({ name, sheetRow }: MovedFirmView): string => (name === "" ? of(sheetRowText(sheetRow)) : name);
  const change = ({ before, after }: MovedFirmView): string =>
    say("fromTo", { from: of(statusText(before)), to: of(statusText(after)) });
  const because = ({ conditions }: MovedFirmView): string =>
    conditions.map(({ text }) => of(text)).join(say("semicolon"));
  const filled = LISTS.filter(([move]) => moved[move].count > 0);
  return (
    <div>
      {filled.map(([move, title], at) => (
        <Disclosure
          key={move}
          title={say(title)}
          note={say("enterprises", { count: moved[move].count })}
          open={at === 0}
          level={4}
        >
          <Finder
            label={say(title)}
            entries={moved[move].items}
            count={moved[move].count}
            keyOf={({ row }) => String(row)}
            textOf={(firm) => `${nameOf(firm)} ${because(firm)}`}
            facets={[
              {
                id: "condition",
                label: say("becauseOf"),
                valuesOf: ({ conditions }) => conditions.map(({ text }) => of(text)),
              },
            ]}
            orders={[
              {
                id: "name",
                label: say("name"),
                compare: (one, other) => nameOf(one).localeCompare(nameOf(other), language),
              },
            ]}
            columns={[
              { heading: say("row"), textOf: ({ sheetRow }) => String(sheetRow) },
              { heading: say("name"), textOf: nameOf },
              { heading: say("change"), textOf: change },
              { heading: say("becauseOf"), textOf: because },
            ]}
            onOnly={(firms) => onOnly(firms.map(({ sheetRow }) => sheetRow))}
            entry={(firm) => (
              <div className={styles.item}>
                <Link
                  as="button"
                  className={mergeClasses(layout.small, layout.target)}
                  onClick={() => onFirm(firm.sheetRow)}
                >
                  {nameOf(firm)}
                </Link>
                <div>{change(firm)}</div>
                <div className={layout.quiet}>{because(firm)}</div>
              </div>
            )}
          />
        </Disclosure>
      ))}
    </div>
  );
}
