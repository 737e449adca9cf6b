/** What the change of rules does to this sheet: who gains a tier, who loses it, and by which condition. */
import { mergeClasses } from "@fluentui/react-components";
import type { ReactNode } from "react";
import type { FirmImpact } from "../../../cultivation/edition-impact";
import type { ImpactAnswer } from "../../worker/tasks/run-answers";
import { ConditionImpacts } from "../../widgets/condition-impacts";
import { Disclosure } from "../../widgets/disclosure";
import { useLayout } from "../../widgets/layout";
import { useLibraryWords, type LibraryWords } from "./library-texts";
import { FirmList, type FirmLine } from "./firm-list";
import { UNTOLD } from "./list-lines";
import type { SheetRow } from "../../../sheet/reading/sheet-row";

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
              <ConditionImpacts title={say("losingBy")} conditions={losingBy} />
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
              <ConditionImpacts title={say("gainingBy")} conditions={gainingBy} />
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
