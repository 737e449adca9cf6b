/** All tiers and their editions, the ladder from its lowest rung up, then the tiers beside it. */
import { Badge, Link, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { placesOf, type PlaceCode } from "../../../language/places";
import type { Vocabulary } from "../../../language/vocabulary";
import { editionOn } from "../../../policy/editions";
import type { Policy, Purpose, RuleSet, TierEntry } from "../../../policy/rule-set";
import { Disclosure } from "../../widgets/disclosure";
import { useLayout } from "../../widgets/layout";
import { useRulesWords } from "./rules-texts";
import { Citations } from "./condition-list";
import { span } from "./rule-set-page";

const useStyles = makeStyles({
  /** Tall enough to be hit by a finger (WCAG 2.2, 2.5.8). */
  link: { minHeight: "24px", display: "inline-flex", alignItems: "center" },
  tier: { padding: "6px 0", borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  province: { padding: "2px 0 0 12px" },
  editions: { margin: 0, padding: "2px 0 0 12px", listStyleType: "none" },
  edition: { display: "flex", flexWrap: "wrap", columnGap: "8px", alignItems: "center", padding: "1px 0" },
  transition: { padding: "4px 0", borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
});

export interface TierTreeProps {
  readonly policy: Policy;
  readonly vocabulary: Vocabulary;
  readonly asOf: string;
  readonly purpose: Purpose;
  readonly onEdition: (edition: RuleSet) => void;
  readonly onCompare: (tier: TierEntry, place: PlaceCode | null) => void;
}

export function TierTree({ policy, vocabulary, asOf, purpose, onEdition, onCompare }: TierTreeProps): ReactNode {
  const styles = useStyles();
  const layout = useLayout();
  const words = useRulesWords();
  const { say, of } = words;
  const places = placesOf(vocabulary);
  const editionsOf = (entry: TierEntry, place: PlaceCode | null): ReactNode => {
    const editions = place === null ? entry.editions : (entry.provinces.get(place)?.editions ?? []);
    const now = editionOn(entry, asOf, purpose, place);
    const where = place === null ? "" : of(places.text(place));
    const named = (edition: RuleSet): string =>
      place === null
        ? say("openEdition", { tier: of(entry.name), edition: edition.edition })
        : say("provinceEdition", { place: where, tier: of(edition.name), edition: edition.edition });
    return (
      <ul className={styles.editions}>
        {[...editions].reverse().map((edition) => (
          <li key={edition.edition} className={mergeClasses(layout.small, styles.edition)}>
            <Link
              as="button"
              className={mergeClasses(layout.small, styles.link)}
              aria-label={named(edition)}
              onClick={() => onEdition(edition)}
            >
              {say("edition", { edition: edition.edition })}
            </Link>
            <span className={layout.quiet}>{span(words, edition.inForce)}</span>
            {edition === now ? (
              <Badge size="small" appearance="outline" color="brand">
                {say("inForceNow")}
              </Badge>
            ) : null}
          </li>
        ))}
        {editions.length < 2 ? null : (
          <li className={layout.small}>
            <Link
              as="button"
              className={mergeClasses(layout.small, styles.link)}
              aria-label={[where, say("compareTitle", { tier: of(entry.name) })]
                .filter((word) => word !== "")
                .join(" ")}
              onClick={() => onCompare(entry, place)}
            >
              {say("compare")}
            </Link>
          </li>
        )}
      </ul>
    );
  };
  const tier = (id: string): ReactNode => {
    const entry = policy.tiers.get(id);
    if (entry === undefined) return null;
    return (
      <li key={id} className={styles.tier}>
        <h4 className={layout.heading}>{of(entry.name)}</h4>
        {entry.role === null ? null : <p className={mergeClasses(layout.small, layout.quiet)}>{of(entry.role)}</p>}
        {entry.editions.length === 0 ? null : editionsOf(entry, null)}
        {[...entry.provinces].map(([place, { grantedBy }]) => (
          <div key={place} className={styles.province}>
            <p className={layout.small}>{say("provinceRules", { place: of(places.text(place)) })}</p>
            {grantedBy === null ? null : <p className={mergeClasses(layout.small, layout.quiet)}>{of(grantedBy)}</p>}
            {editionsOf(entry, place)}
          </div>
        ))}
      </li>
    );
  };
  return (
    <div className={layout.stack}>
      <p className={mergeClasses(layout.small, layout.quiet)}>{say("rulesHint", { date: policy.checked })}</p>
      <section>
        <h3 className={layout.heading}>{say("ladder")}</h3>
        <ul className={layout.list}>{policy.rungs.flat().map(tier)}</ul>
      </section>
      <section>
        <h3 className={layout.heading}>{say("besideLadder")}</h3>
        <ul className={layout.list}>{policy.beside.map(tier)}</ul>
      </section>
      {policy.transition.length === 0 ? null : (
        <Disclosure title={say("transition")} note={say("items", { count: policy.transition.length })}>
          <ul className={layout.list}>
            {policy.transition.map((rule) => (
              <li key={rule.zh} className={styles.transition}>
                <p className={layout.small}>{of(rule)}</p>
                <Citations of={rule} />
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
    </div>
  );
}
