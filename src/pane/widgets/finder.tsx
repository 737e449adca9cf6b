/** A list as a good table has it: searched by words and pinyin initials, filtered, sorted, copied, and shown in the results alone. */
import { Button, Link, makeStyles, mergeClasses, SearchBox } from "@fluentui/react-components";
import { useState, type ReactNode } from "react";
import { useWords } from "../texts/language";
import { Choice } from "./choice";
import { copyText } from "./copy-text";
import { EVERYTHING, foundEntries, tableText, valuesWithCounts, type Facet, type Order } from "./found-entries";
import { useLayout } from "./layout";

const useStyles = makeStyles({
  tools: { display: "flex", flexDirection: "column", gap: "4px", margin: "4px 0 6px" },
  search: { maxWidth: "none", width: "100%" },
  choices: { display: "grid", gridTemplateColumns: "repeat(auto-fit, minmax(130px, 1fr))", gap: "4px" },
});

/** Entries shown at once, and with each press more. */
const [FIRST, MORE] = [10, 50];
/** A shorter list is seen at a glance. */
const WORTH_TOOLS = 6;

export interface Column<Entry> {
  readonly heading: string;
  readonly textOf: (entry: Entry) => string;
}

export interface FinderProps<Entry> {
  /** Names the list for those who listen. */
  readonly label: string;
  readonly entries: readonly Entry[];
  /** How many there are where `entries` is cut. */
  readonly count?: number;
  readonly keyOf: (entry: Entry) => string;
  /** What a search looks through. */
  readonly textOf: (entry: Entry) => string;
  readonly facets?: readonly Facet<Entry>[];
  readonly orders?: readonly Order<Entry>[];
  /** Of the table that is copied. */
  readonly columns: readonly Column<Entry>[];
  /** Shows only these in the results; null where the results hold none of them. */
  readonly onOnly?: ((entries: readonly Entry[]) => void) | null;
  readonly entry: (entry: Entry) => ReactNode;
}

export function Finder<Entry>(props: FinderProps<Entry>): ReactNode {
  const { label, entries, count = entries.length, keyOf, textOf, facets = [], orders = [], columns } = props;
  const styles = useStyles();
  const layout = useLayout();
  const { say } = useWords();
  const [wanted, setWanted] = useState(EVERYTHING);
  const [most, setMost] = useState(FIRST);
  const [copied, setCopied] = useState<"copied" | "notCopied" | null>(null);
  const ask = (change: Partial<typeof wanted>): void => {
    setWanted({ ...wanted, ...change });
    setMost(FIRST);
    setCopied(null);
  };
  const found = foundEntries({ entries, textOf, facets, orders }, wanted);
  const shown = found.slice(0, most);
  const narrowed = found.length < entries.length;
  const tools = entries.length >= WORTH_TOOLS;
  const offered = facets
    .map((facet) => ({ ...facet, values: valuesWithCounts(entries, facet) }))
    .filter(({ values }) => values.length > 1);
  const copy = async (): Promise<void> => {
    const rows = found.map((one) => columns.map((column) => column.textOf(one)));
    setCopied((await copyText(tableText([columns.map(({ heading }) => heading), ...rows]))) ? "copied" : "notCopied");
  };
  return (
    <>
      {tools ? (
        <div className={styles.tools} role="search" aria-label={say("findIn", { list: label })}>
          <SearchBox
            className={styles.search}
            aria-label={say("findIn", { list: label })}
            placeholder={say("findHint")}
            value={wanted.query}
            onChange={(_, { value }) => ask({ query: value })}
          />
          {offered.length + orders.length === 0 ? null : (
            <div className={styles.choices}>
              {offered.map(({ id, label: name, values }) => (
                <Choice
                  key={id}
                  size="small"
                  aria-label={name}
                  value={wanted.chosen[id] ?? ""}
                  onChange={(_, { value }) => ask({ chosen: { ...wanted.chosen, [id]: value } })}
                >
                  <option value="">{say("anyOfFacet", { name })}</option>
                  {values.map(([value, many]) => (
                    <option key={value} value={value}>
                      {say("facetValue", { value, count: many })}
                    </option>
                  ))}
                </Choice>
              ))}
              {orders.length === 0 ? null : (
                <Choice
                  size="small"
                  aria-label={say("order")}
                  value={wanted.order}
                  onChange={(_, { value }) => ask({ order: value })}
                >
                  <option value="">{say("ownOrder")}</option>
                  {orders.map(({ id, label: name }) => (
                    <option key={id} value={id}>
                      {say("orderBy", { name })}
                    </option>
                  ))}
                </Choice>
              )}
            </div>
          )}
          <div className={layout.row}>
            <span className={mergeClasses(layout.small, layout.quiet)} role="status">
              {copied === null
                ? say(narrowed ? "foundOf" : "foundAll", { count: found.length, of: entries.length })
                : say(copied, { count: found.length })}
            </span>
            {found.length === 0 ? null : (
              <Link as="button" className={mergeClasses(layout.small, layout.target)} onClick={() => void copy()}>
                {say("copyTable")}
              </Link>
            )}
            {found.length === 0 || !props.onOnly ? null : (
              <Link
                as="button"
                className={mergeClasses(layout.small, layout.target)}
                onClick={() => props.onOnly?.(found)}
              >
                {say("onlyThese")}
              </Link>
            )}
            {narrowed ? (
              <Link
                as="button"
                className={mergeClasses(layout.small, layout.target)}
                onClick={() => ask({ query: "", chosen: {} })}
              >
                {say("findAnew")}
              </Link>
            ) : null}
          </div>
        </div>
      ) : null}
      <ol className={layout.list}>
        {shown.map((one) => (
          <li key={keyOf(one)}>{props.entry(one)}</li>
        ))}
      </ol>
      {shown.length < found.length ? (
        <Button size="small" appearance="subtle" onClick={() => setMost(most + MORE)}>
          {say("showMore", { count: Math.min(MORE, found.length - shown.length) })}
        </Button>
      ) : null}
      {shown.length === found.length && entries.length < count ? (
        <p className={mergeClasses(layout.small, layout.quiet)}>
          {say("restInSheets", { count: count - entries.length })}
        </p>
      ) : null}
    </>
  );
}
