/** Two editions of a tier side by side. */
import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useState, type ReactNode } from "react";
import type { Purpose, RuleSet, TierEntry } from "../../../policy/rule-set";
import type { PlaceCode } from "../../../language/places";
import type { Vocabulary } from "../../../language/vocabulary";
import { Disclosure } from "../../widgets/disclosure";
import { useLayout } from "../../widgets/layout";
import { useRulesWords } from "./rules-texts";
import { compareEditions, type Standing } from "../../../authoring/compare-editions";
import { DifferenceList } from "./difference-list";
import { Choice } from "../../widgets/choice";

const useStyles = makeStyles({
  choose: { display: "grid", gridTemplateColumns: "minmax(0, 1fr) minmax(0, 1fr)", gap: "8px" },
  label: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2, minWidth: 0 },
});

export interface ComparePageProps {
  readonly tier: TierEntry;
  /** The province whose editions are compared; null for the nation's. */
  readonly place: PlaceCode | null;
  readonly vocabulary: Vocabulary;
  readonly purpose: Purpose;
}

export function ComparePage({ tier, place, vocabulary, purpose }: ComparePageProps): ReactNode {
  const styles = useStyles();
  const layout = useLayout();
  const { say, of } = useRulesWords();
  const editions = place === null ? tier.editions : (tier.provinces.get(place)?.editions ?? []);
  const [before, setBefore] = useState(editions[editions.length - 2]?.edition ?? "");
  const [after, setAfter] = useState(editions[editions.length - 1]?.edition ?? "");
  const find = (edition: string): RuleSet | undefined => editions.find((one) => one.edition === edition);
  const [old, now] = [find(before), find(after)];
  const all = old === undefined || now === undefined ? [] : compareEditions(old, now, purpose, vocabulary);
  const own = all.filter(({ kind }) => kind !== "general");
  const changed = own.filter(({ standing }) => standing !== "same");
  const same = own.filter(({ standing }) => standing === "same");
  const general = all.filter(({ kind, standing }) => kind === "general" && standing !== "same");
  const count = (standing: Standing): number => own.filter((one) => one.standing === standing).length;
  const sides = { before: say("sideBefore"), after: say("sideAfter") };
  const choose = (label: string, value: string, onPick: (edition: string) => void): ReactNode => (
    <label className={styles.label}>
      {label}
      <Choice size="small" value={value} onChange={(_, data) => onPick(data.value)}>
        {editions.map(({ edition }) => (
          <option key={edition} value={edition}>
            {say("edition", { edition })}
          </option>
        ))}
      </Choice>
    </label>
  );
  return (
    <article className={layout.stack}>
      <h2 className={layout.title}>{say("compareTitle", { tier: of(tier.name) })}</h2>
      <div className={styles.choose}>
        {choose(say("sideBefore"), before, setBefore)}
        {choose(say("sideAfter"), after, setAfter)}
      </div>
      <p className={mergeClasses(layout.small, layout.quiet)}>
        {say("compareCounts", {
          changed: count("changed"),
          added: count("added"),
          removed: count("removed"),
          same: count("same"),
        })}
      </p>
      {changed.length === 0 ? (
        <p className={layout.small}>{say("noDifference")}</p>
      ) : (
        <DifferenceList differences={changed} {...sides} />
      )}
      {general.length === 0 ? null : (
        <Disclosure title={say("generalConditions")} note={say("items", { count: general.length })}>
          <DifferenceList differences={general} {...sides} />
        </Disclosure>
      )}
      {same.length === 0 ? null : (
        <Disclosure title={say("unchanged")} note={say("items", { count: same.length })}>
          <DifferenceList differences={same} {...sides} />
        </Disclosure>
      )}
    </article>
  );
}
