/** Lists whose rows are no enterprises: clusters, riders, indicators, districts, and sums by place or industry. */
import type { Field, Vocabulary } from "../../language/vocabulary";
import type { Text } from "../../words/text";
import { cellText, isBlank, type Grid } from "../../words/grid";
import { findHeadingRows } from "./heading-rows";
import { headingIndexOf } from "./heading-index";
import type { Mapping } from "./map-columns";
import { notEnterprises } from "./failure-messages";
import type { SheetReading } from "./read-sheet";
import { headingText } from "./saved-choices";

/** What names an enterprise. */
const identities: ReadonlySet<string> = new Set(["name", "credit_code", "security_code"]);
/** What names rows of another kind. */
const otherKinds: readonly { readonly of: Exclude<Field["of"], "enterprise">; readonly identity: string }[] = [
  { of: "cluster", identity: "cluster_name" },
  { of: "rider", identity: "rider" },
  { of: "indicator", identity: "indicator_name" },
  { of: "district", identity: "district" },
];
/** What enterprises are summed up by. */
const groupings: ReadonlySet<string> = new Set(["region", "county", "province", "cluster", "chain", "industry"]);
const measured: ReadonlySet<Field["type"]> = new Set(["money", "count", "share", "number", "points", "rank", "years"]);

function isTaken({ use }: Mapping): boolean {
  return use !== "unknown" && use !== "ignored";
}

/** Another kind of row that more of the headings speak of, with the heading that names it. */
function anotherKind({ sheet, columns }: SheetReading, vocabulary: Vocabulary): Text | null {
  const asEnterprises = columns.filter(isTaken).length;
  for (const { of, identity } of otherKinds) {
    const index = headingIndexOf(vocabulary, of);
    const matches = columns.map(({ heading }) => ({ heading, match: index.match(heading.split(" / ")) }));
    const named = matches.find(({ match }) => match.field?.id === identity && match.confidence === "sure");
    const known = matches.filter(({ match }) => match.field !== null).length;
    if (named !== undefined && known > asEnterprises) return notEnterprises.otherKind(sheet, of, named.heading);
  }
  return null;
}

/** The kind of row a sheet lists on which no heading of enterprises stands; null where it is none of those known here. */
export function otherKindOf(grid: Grid, vocabulary: Vocabulary): Text | null {
  for (const { of, identity } of otherKinds) {
    const columns = findHeadingRows(grid, headingIndexOf(vocabulary, of))?.columns ?? [];
    const named = columns.find(({ match }) => match.field?.id === identity && match.confidence === "sure");
    const known = columns.filter(({ match }) => match.field !== null).length;
    if (named !== undefined && known > 1) {
      return notEnterprises.otherKind(grid.sheet, of, headingText(named.levels));
    }
  }
  return null;
}

/** True where every row has something in the column, and no two the same. */
function isDistinct({ grid, gridRows }: SheetReading, column: number): boolean {
  const seen = new Set<string>();
  return gridRows.every((row) => {
    const cell = grid.rows[row]?.[column];
    if (isBlank(cell)) return false;
    const text = cellText(cell);
    return !seen.has(text) && seen.add(text);
  });
}

/** Why the rows of a reading are no enterprises; null where they may be. */
export function otherThanEnterprises(reading: SheetReading, vocabulary: Vocabulary): Text | null {
  const { columns, sheet } = reading;
  const taken = columns.filter(isTaken);
  if (taken.some(({ field }) => identities.has(field ?? ""))) return null;
  const kind = anotherKind(reading, vocabulary);
  if (kind !== null) return kind;
  const others = taken.filter(({ field }) => !groupings.has(field ?? ""));
  const [grouping] = taken.filter(({ field }) => groupings.has(field ?? ""));
  if (grouping === undefined) return null;
  if (others.length === 0) return notEnterprises.onlyGrouping(sheet, grouping.heading);
  const onlyAmounts = others.every(({ field }) => measured.has(vocabulary.fields.get(field ?? "")?.type ?? "text"));
  return onlyAmounts && reading.gridRows.length > 1 && isDistinct(reading, grouping.column)
    ? notEnterprises.sums(sheet, grouping.heading)
    : null;
}
