/** A list as a good table has it: searched by words and pinyin initials, filtered, sorted, copied, and shown in the results alone. */
import { Button, Link, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useState, type ReactNode } from "react";
import { useWords } from "../texts/language";
import { Choice } from "./choice";
import { copyText } from "./copy-text";
import { FindBox } from "./find-box";
import {
  EVERYTHING,
  foundEntries,
  groupsOf,
  tableText,
  valuesWithCounts,
  type Facet,
  type Order,
  type Wanted,
} from "./found-entries";
import { useLayout } from "./layout";
import { TextToCopy } from "./text-to-copy";

const useStyles = makeStyles({
  tools: { display: "flex", flexDirection: "column", gap: "4px", margin: "4px 0 6px" },
  search: { maxWidth: "none", width: "100%" },
  heading: { fontWeight: tokens.fontWeightSemibold },
  groups: { display: "flex", flexDirection: "column", gap: "8px" },
  wrapped: { display: "flex", flexWrap: "wrap", columnGap: "8px" },
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

/** Looking that is done elsewhere: the entries are what was found there. */
export interface Search {
  readonly query: string;
  readonly onQuery: (query: string) => void;
  readonly hint: string;
  /** What is said of how many were found. */
  readonly said: (found: number) => string;
}

export interface FinderProps<Entry> {
  /** What is looked for to begin with. */
  readonly start?: Wanted | undefined;
  /** Names the list for those who listen. */
  readonly label: string;
  readonly entries: readonly Entry[];
  /** How many there are where `entries` is cut. */
  readonly count?: number;
  readonly keyOf: (entry: Entry) => string;
  /** What a search looks through. */
  readonly textOf: (entry: Entry) => string;
  readonly search?: Search;
  /** Entries of one heading stand together below it, in whatever order. */
  readonly groupOf?: (entry: Entry) => string;
  /** Entries stand beside one another where there is room. */
  readonly wrapped?: boolean;
  readonly facets?: readonly Facet<Entry>[];
  readonly orders?: readonly Order<Entry>[];
  /** Of the table that is copied. */
  readonly columns: readonly Column<Entry>[];
  /** Shows only these in the results; null where the results hold none of them. */
  readonly onOnly?: ((entries: readonly Entry[]) => void) | null;
  readonly entry: (entry: Entry) => ReactNode;
}

export function Finder<Entry>(props: FinderProps<Entry>): ReactNode {
  const {
    start = EVERYTHING,
    label,
    entries,
    count = entries.length,
    textOf,
    facets = [],
    orders = [],
    columns,
    search,
  } = props;
  const styles = useStyles();
  const layout = useLayout();
  const { say } = useWords();
  const [wanted, setWanted] = useState(start);
  const [most, setMost] = useState(FIRST);
  const [copied, setCopied] = useState<"copied" | "notCopied" | null>(null);
  /** What the clipboard did not take. */
  const [toCopy, setToCopy] = useState<string | null>(null);
  const query = search?.query ?? wanted.query;
  const ask = (change: Partial<typeof wanted>): void => {
    if (change.query !== undefined) search?.onQuery(change.query);
    setWanted({ ...wanted, ...change });
    setMost(FIRST);
    setCopied(null);
    setToCopy(null);
  };
  const found = foundEntries(
    { entries, textOf, facets, orders },
    search === undefined ? wanted : { ...wanted, query: "" },
  );
  const groups = groupsOf(found, props.groupOf);
  const shown = groups.map(([heading, own]) => [heading, own.slice(0, most)] as const);
  const left = groups.reduce((sum, [, own]) => sum + Math.max(0, own.length - most), 0);
  const narrowed = found.length < entries.length;
  const tools = search !== undefined || entries.length >= WORTH_TOOLS;
  const saidFound =
    search?.said ?? ((many: number) => say(narrowed ? "foundOf" : "foundAll", { count: many, of: entries.length }));
  const offered = facets
    .map((facet) => ({ ...facet, values: valuesWithCounts(entries, facet) }))
    .filter(({ values }) => values.length > 1);
  const copy = async (): Promise<void> => {
    const rows = found.map((one) => columns.map((column) => column.textOf(one)));
    const text = tableText([columns.map(({ heading }) => heading), ...rows]);
    const done = await copyText(text);
    setCopied(done ? "copied" : "notCopied");
    setToCopy(done ? null : text);
  };
  return (
    <>
      {tools ? (
        <div className={styles.tools} role="search" aria-label={say("findIn", { list: label })}>
          <FindBox
            className={styles.search}
            aria-label={say("findIn", { list: label })}
            placeholder={search?.hint ?? say("findHint")}
            value={query}
            onChange={(_, { value }) => ask({ query: value })}
            onKeyDown={(event) => {
              if (event.key !== "Escape" || query === "") return;
              event.preventDefault();
              ask({ query: "" });
            }}
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
              {copied === null ? saidFound(found.length) : say(copied, { count: found.length })}
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
                onClick={() => ask({ ...(search === undefined ? { query: "" } : {}), chosen: {} })}
              >
                {say("findAnew")}
              </Link>
            ) : null}
          </div>
          {toCopy === null ? null : <TextToCopy label={say("copyTable")} text={toCopy} />}
        </div>
      ) : null}
      <div className={styles.groups}>
        {shown.map(([heading, own]) => (
          <section key={heading} aria-label={heading === "" ? undefined : heading}>
            {heading === "" ? null : <p className={mergeClasses(layout.text, styles.heading)}>{heading}</p>}
            <ol className={mergeClasses(layout.list, props.wrapped === true && styles.wrapped)}>
              {own.map((one) => (
                <li key={props.keyOf(one)}>{props.entry(one)}</li>
              ))}
            </ol>
          </section>
        ))}
      </div>
      {left > 0 ? (
        <Button size="small" appearance="subtle" onClick={() => setMost(most + MORE)}>
          {say("showMore", { count: groups.length > 1 ? left : Math.min(MORE, left) })}
        </Button>
      ) : null}
      {left === 0 && entries.length < count ? (
        <p className={mergeClasses(layout.small, layout.quiet)}>
          {say("restInSheets", { count: count - entries.length })}
        </p>
      ) : null}
    </>
  );
}
