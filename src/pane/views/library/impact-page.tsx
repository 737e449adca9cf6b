/** What the change of rules does to this sheet: who gains a tier, who loses it, and by which condition. */
import { clauseText } from "../../../words/clause";
import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import type { FirmImpact } from "../../../cultivation/edition-impact";
import type { ConditionImpact } from "../../../engine/rows/in-the-way";
import type { ImpactAnswer } from "../../worker/tasks/run-answers";
import { Disclosure } from "../../widgets/disclosure";
import { useLayout } from "../../widgets/layout";
import { useLibraryWords, type LibraryWords } from "./library-texts";
import { FirmList, type FirmLine } from "./firm-list";
import { UNTOLD } from "./list-lines";
import type { SheetRow } from "../../../sheet/reading/sheet-row";

const useStyles = makeStyles({
  condition: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr) auto",
    columnGap: "8px",
    padding: "4px 0",
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  note: { gridColumn: "1 / -1" },
});

export interface ImpactPageProps {
  readonly impact: ImpactAnswer;
  readonly onFirm: (sheetRow: SheetRow) => void;
  readonly onOnly: (sheetRows: readonly SheetRow[]) => void;
}

function firmLines(firms: readonly FirmImpact[], { say, of }: LibraryWords): readonly FirmLine[] {
  return firms.map(({ row, sheetRow, name, conditions }) => ({
    key: String(row),
    sheetRow,
    name,
    ...UNTOLD,
    says: [conditions.map(({ text }) => of(text)).join(say("listSemicolon"))],
  }));
}

export function ImpactPage({ impact, onFirm, onOnly }: ImpactPageProps): ReactNode {
  const layout = useLayout();
  const words = useLibraryWords();
  const { say, of } = words;
  const { dates, tiers } = impact;
  if (dates === null || tiers.length === 0) return <p className={layout.text}>{say("noImpact")}</p>;
  return (
    <div className={layout.stack}>
      <p className={mergeClasses(layout.small, layout.quiet)}>{say("impactHint", { ...dates })}</p>
      {tiers.map(({ tier, name, before, after, moves, gains, losses, losingBy, gainingBy }) => (
        <section key={tier} className={layout.tight}>
          <h3 className={layout.heading}>{of(name)}</h3>
          <p className={mergeClasses(layout.small, layout.quiet)}>{say("impactEditions", { before, after })}</p>
          <p className={layout.text}>
            {say("impactCounts", {
              gains: gains.count,
              losses: losses.count,
              kept: moves.met.met,
              open: moves.unmet.unknown + moves.unknown.unknown,
            })}
          </p>
          {losses.count === 0 ? null : (
            <>
              <Conditions title={say("losingBy")} conditions={losingBy} />
              <Disclosure title={say("losers")} note={say("enterprises", { count: losses.count })} level={4}>
                <FirmList
                  label={say("losers")}
                  firms={firmLines(losses.items, words)}
                  count={losses.count}
                  onFirm={onFirm}
                  onOnly={onOnly}
                />
              </Disclosure>
            </>
          )}
          {gains.count === 0 ? null : (
            <>
              <Conditions title={say("gainingBy")} conditions={gainingBy} />
              <Disclosure title={say("gainers")} note={say("enterprises", { count: gains.count })} level={4}>
                <FirmList
                  label={say("gainers")}
                  firms={firmLines(gains.items, words)}
                  count={gains.count}
                  onFirm={onFirm}
                  onOnly={onOnly}
                />
              </Disclosure>
            </>
          )}
        </section>
      ))}
    </div>
  );
}

function Conditions({
  title,
  conditions,
}: {
  readonly title: string;
  readonly conditions: readonly ConditionImpact[];
}): ReactNode {
  const styles = useStyles();
  const layout = useLayout();
  const { say, of } = useLibraryWords();
  return (
    <div>
      <h4 className={layout.small}>{title}</h4>
      <ul className={layout.list}>
        {conditions.map(({ id, text, firms, alone, clause }) => (
          <li key={id} className={styles.condition}>
            <span>{of(text)}</span>
            <span>{say("enterprises", { count: firms })}</span>
            <span className={mergeClasses(styles.note, layout.quiet)}>
              {of(clauseText(clause))}
              {alone === 0 ? "" : ` · ${say("byThisAlone", { count: alone })}`}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
