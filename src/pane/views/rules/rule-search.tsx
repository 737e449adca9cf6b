/** The search over all editions: words, numbers and clauses; what is found leads to its line. */
import { Link, makeStyles, mergeClasses, SearchBox, tokens } from "@fluentui/react-components";
import { useDeferredValue, useMemo, useState, type ReactNode } from "react";
import { LINE_KINDS } from "../../../authoring/edition-sheets";
import { RuleIndex, type RuleHit } from "../../../authoring/search-rules";
import { placesOf } from "../../../language/places";
import type { Release } from "../../../policy/pack-release";
import { allEditions, type Purpose, type RuleSet } from "../../../policy/rule-set";
import { useLayout } from "../../widgets/layout";
import { useRulesWords } from "./rules-texts";

/** More of them are shown when asked for. */
const SHOWN = 60;

const useStyles = makeStyles({
  box: { width: "100%", maxWidth: "none" },
  hit: { padding: "6px 0", borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  line: { display: "block", textAlign: "start", whiteSpace: "normal", overflowWrap: "anywhere" },
});

interface EditionHits {
  readonly edition: RuleSet;
  readonly hits: readonly RuleHit[];
}

/** The hits of an edition together, in the order they were found. */
function byEdition(hits: readonly RuleHit[]): readonly EditionHits[] {
  const groups = new Map<RuleSet, RuleHit[]>();
  for (const hit of hits) {
    const own = groups.get(hit.edition) ?? [];
    own.push(hit);
    groups.set(hit.edition, own);
  }
  return [...groups].map(([edition, own]) => ({ edition, hits: own }));
}

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
  const { say } = useRulesWords();
  const { policy, vocabulary } = release;
  const index = useMemo(
    () => new RuleIndex([...policy.tiers.values()].flatMap(allEditions), vocabulary, purpose),
    [policy, vocabulary, purpose],
  );
  // Typing goes before looking.
  const asked = useDeferredValue(query);
  const hits = useMemo(() => index.find(asked), [index, asked]);
  const editions = new Set(hits.map(({ edition }) => edition)).size;
  return (
    <div className={layout.stack}>
      <SearchBox
        className={styles.box}
        size="small"
        value={query}
        placeholder={say("searchRules")}
        aria-label={say("searchRules")}
        onChange={(_, { value }) => onQuery(value)}
        onKeyDown={(event) => {
          if (event.key !== "Escape" || query === "") return;
          event.preventDefault();
          onQuery("");
        }}
      />
      <div role="status" aria-live="polite" className={mergeClasses(layout.small, layout.quiet)}>
        {asked.trim() === ""
          ? ""
          : hits.length === 0
            ? say("foundNone")
            : say("found", { count: hits.length, editions })}
      </div>
      {hits.length === 0 ? null : <Hits key={asked} hits={hits} release={release} onHit={onHit} />}
    </div>
  );
}

function Hits({
  hits,
  release,
  onHit,
}: {
  readonly hits: readonly RuleHit[];
  readonly release: Release;
  readonly onHit: (hit: RuleHit) => void;
}): ReactNode {
  const styles = useStyles();
  const layout = useLayout();
  const { say, of } = useRulesWords();
  const [all, setAll] = useState(false);
  const places = placesOf(release.vocabulary);
  return (
    <>
      {byEdition(all ? hits : hits.slice(0, SHOWN)).map(({ edition, hits: own }) => (
        <section key={`${edition.file} ${String(edition.place)}`}>
          <h2 className={layout.heading}>
            {edition.place === null
              ? say("openEdition", { tier: of(edition.name), edition: edition.edition })
              : say("provinceEdition", {
                  place: of(places.text(edition.place)),
                  tier: of(edition.name),
                  edition: edition.edition,
                })}
          </h2>
          <ul className={layout.list}>
            {own.map((hit) => {
              const { line, purpose } = hit;
              const numbers = line.numbers.map(of).join(say("semicolon"));
              const about = [
                of(LINE_KINDS[line.kind]),
                ...(line.cited === null ? [] : [line.cited.clause]),
                ...(purpose === "review" ? [say("reviewShort")] : []),
              ].join(" · ");
              return (
                <li key={`${purpose} ${line.kind} ${line.id} ${line.text.zh}`} className={styles.hit}>
                  <Link as="button" className={mergeClasses(layout.small, styles.line)} onClick={() => onHit(hit)}>
                    {of(line.text)}
                  </Link>
                  {numbers === "" ? null : <p className={layout.small}>{numbers}</p>}
                  <p className={mergeClasses(layout.small, layout.quiet)}>{about}</p>
                </li>
              );
            })}
          </ul>
        </section>
      ))}
      {all || hits.length <= SHOWN ? null : (
        <div>
          <Link as="button" className={layout.small} onClick={() => setAll(true)}>
            {say("showAll", { count: hits.length })}
          </Link>
        </div>
      )}
    </>
  );
}
