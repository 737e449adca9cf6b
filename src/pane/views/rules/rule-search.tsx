/** The search over all editions: words, numbers, clauses and pinyin initials; what is found leads to its line. */
import { clauseText } from "../../../words/clause";
import { Link, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useDeferredValue, useMemo, type ReactNode } from "react";
import { LINE_KINDS } from "../../../authoring/edition-sheets";
import { RuleIndex, type RuleHit } from "../../../authoring/search-rules";
import { placesOf } from "../../../language/places";
import type { Release } from "../../../policy/pack-release";
import { allEditions, type Purpose } from "../../../policy/rule-set";
import { fitsQuery } from "../../texts/pinyin";
import { Finder } from "../../widgets/finder";
import { useLayout } from "../../widgets/layout";
import { useRulesWords } from "./rules-texts";

const useStyles = makeStyles({
  hit: { padding: "6px 0", borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  line: { display: "block", textAlign: "start", whiteSpace: "normal", overflowWrap: "anywhere" },
});

export interface RuleSearchProps {
  readonly release: Release;
  readonly purpose: Purpose;
  readonly query: string;
  readonly onQuery: (query: string) => void;
  readonly onHit: (hit: RuleHit) => void;
}

export function RuleSearch({ release, purpose, query, onQuery, onHit }: RuleSearchProps): ReactNode {
  const styles = useStyles();
  const layout = useLayout();
  const { say, of } = useRulesWords();
  const { policy, vocabulary } = release;
  const index = useMemo(
    () => new RuleIndex([...policy.tiers.values()].flatMap(allEditions), vocabulary, purpose),
    [policy, vocabulary, purpose],
  );
  // Typing goes before looking.
  const asked = useDeferredValue(query);
  const hits = useMemo(() => index.find(asked, fitsQuery), [index, asked]);
  const places = placesOf(vocabulary);
  const placeOf = ({ edition: { place } }: RuleHit): string =>
    place === null ? say("nationwide") : of(places.text(place));
  const editionOf = (hit: RuleHit): string => {
    const { name, edition, place } = hit.edition;
    return place === null
      ? say("openEdition", { tier: of(name), edition })
      : say("provinceEdition", { place: placeOf(hit), tier: of(name), edition });
  };
  const numbersOf = ({ line }: RuleHit): string => line.numbers.map(of).join(say("semicolon"));
  const clauseOf = ({ line }: RuleHit): string => (line.cited === null ? "" : of(clauseText(line.cited.clause)));
  const said = (found: number): string => {
    if (asked.trim() === "") return "";
    if (hits.length === 0) return say("foundNone");
    if (found < hits.length) return say("foundOf", { count: found, of: hits.length });
    return say("found", { count: found, editions: new Set(hits.map(({ edition }) => edition)).size });
  };
  return (
    <Finder
      label={say("rulesFound")}
      entries={hits}
      search={{ query, onQuery, hint: say("searchRules"), said }}
      keyOf={({ edition, purpose: read, line }) =>
        [edition.file, edition.place, read, line.kind, line.id, line.text.zh].join(" ")
      }
      textOf={({ line }) => of(line.text)}
      groupOf={editionOf}
      facets={[
        { id: "tier", label: say("tier"), valuesOf: ({ edition }) => [of(edition.name)] },
        { id: "kind", label: say("lineKind"), valuesOf: ({ line }) => [of(LINE_KINDS[line.kind])] },
        { id: "place", label: say("place"), valuesOf: (hit) => [placeOf(hit)] },
      ]}
      orders={[
        {
          id: "newest",
          label: say("newestFirst"),
          compare: (one, other) => other.edition.inForce.from.localeCompare(one.edition.inForce.from),
        },
      ]}
      columns={[
        { heading: say("editionHeading"), textOf: editionOf },
        { heading: say("lineKind"), textOf: ({ line }) => of(LINE_KINDS[line.kind]) },
        { heading: say("clause"), textOf: clauseOf },
        { heading: say("said"), textOf: ({ line }) => of(line.text) },
        { heading: say("numbers"), textOf: numbersOf },
      ]}
      entry={(hit) => {
        const numbers = numbersOf(hit);
        const about = [
          of(LINE_KINDS[hit.line.kind]),
          clauseOf(hit),
          hit.purpose === "review" ? say("reviewShort") : "",
        ].filter((text) => text !== "");
        return (
          <div className={styles.hit}>
            <Link as="button" className={mergeClasses(layout.small, styles.line)} onClick={() => onHit(hit)}>
              {of(hit.line.text)}
            </Link>
            {numbers === "" ? null : <p className={layout.small}>{numbers}</p>}
            <p className={mergeClasses(layout.small, layout.quiet)}>{about.join(" · ")}</p>
          </div>
        );
      }}
    />
  );
}
