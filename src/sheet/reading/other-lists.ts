/** Lists whose rows are no enterprises: clusters, riders, indicators, districts, products and projects, and sums by place or industry. */
import type { Field, Vocabulary } from "../../language/vocabulary";
import type { Text } from "../../words/text";
import { cellText, isBlank, type Grid } from "../../words/grid";
import { plainHeading } from "../../words/plain-text";
import { findHeadingRows } from "./heading-rows";
import { headingIndexOf } from "./heading-index";
import type { Mapping } from "./map-columns";
import { notEnterprises } from "./failure-messages";
import { isMeasured } from "./arrange/list-outline";
import { innerList, isCustomer, personHeading } from "./inner-lists";
import { nameValues } from "./name-values";
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
/** What riders have and other staff have not. */
const ofRiders: ReadonlySet<string> = new Set([
  "platform",
  "category",
  "work_place",
  "insured_place",
  "delivery_orders",
]);
/** What enterprises are summed up by. */
const groupings: ReadonlySet<string> = new Set(["region", "county", "province", "cluster", "chain", "industry"]);
/** Headings that name what enterprises make or do; each may have several, so a row of one is no enterprise. */
const madeThings =
  /^(?:所有|全部)?(?:产品|项目|课题|专利|商品|商标|设备|物料|品种|合同|订单|标准|成果|品名|品牌)(?:及服务|[(（]服务[)）]|[/／]服务)?(?:名称|名|编号|编码|号)?$|^(?:products?|projects?|patents?|contracts?|orders?|brands?)(?: (?:name|title))?$/i;

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
    if (named === undefined || known < 2) continue;
    const persons = of === "rider" ? personHeading(columns.map(({ levels }) => headingText(levels))) : null;
    return persons !== null && !columns.some(({ match }) => ofRiders.has(match.field?.id ?? ""))
      ? notEnterprises.persons(grid.sheet, persons)
      : notEnterprises.otherKind(grid.sheet, of, headingText(named.levels));
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

/** The heading of things in a row above the only heading known, which is then a value of theirs: 发明专利 below 专利类型. */
function thingsAbove({ grid, headingRows, columns }: SheetReading): string | null {
  if (columns.filter(isTaken).length > 1) return null;
  const rows = grid.rows.slice(0, headingRows[0] - 1).map((row) => row.filter((cell) => !isBlank(cell)).map(cellText));
  const headings = rows.find((cells) => cells.length * 2 > columns.length && cells.length > 2);
  return headings?.find((text) => madeThings.test(plainHeading(text))) ?? null;
}

/**
 * Products, projects and the like, another one in every row, where nothing names an enterprise. A column nobody knows that holds names of
 * enterprises is asked about instead, by the warning of a list without names.
 */
function listOfThings(reading: SheetReading): Text | null {
  const { columns, grid, gridRows } = reading;
  const above = thingsAbove(reading);
  if (above !== null) return notEnterprises.things(reading.sheet, above);
  const named = columns.find(({ heading }) => madeThings.test(plainHeading(heading)));
  const [firstRow = 0] = gridRows;
  const mayName = columns.filter((one) => one !== named && one.use === "unknown");
  if (mayName.some(({ column }) => nameValues(grid, firstRow, column) === "names")) return null;
  return named !== undefined && isDistinct(reading, named.column)
    ? notEnterprises.things(reading.sheet, named.heading)
    : null;
}

/** Why the rows of a reading are no enterprises; null where they may be. */
export function otherThanEnterprises(reading: SheetReading, vocabulary: Vocabulary): Text | null {
  const { columns, sheet } = reading;
  const taken = columns.filter(isTaken);
  if (taken.some((column) => identities.has(column.field ?? "") && !isCustomer(column))) return null;
  const inner = innerList(reading, vocabulary);
  if (inner !== null) return inner;
  if (taken.some(isCustomer)) return null;
  const kind = anotherKind(reading, vocabulary);
  if (kind !== null) return kind;
  const things = listOfThings(reading);
  if (things !== null) return things;
  const others = taken.filter(({ field }) => !groupings.has(field ?? ""));
  const [grouping] = taken.filter(({ field }) => groupings.has(field ?? ""));
  if (grouping === undefined) return null;
  if (others.length === 0) return notEnterprises.onlyGrouping(sheet, grouping.heading);
  const onlyAmounts = others.every(({ field }) => isMeasured(vocabulary.fields.get(field ?? "") ?? null));
  return onlyAmounts && reading.gridRows.length > 1 && isDistinct(reading, grouping.column)
    ? notEnterprises.sums(sheet, grouping.heading)
    : null;
}
