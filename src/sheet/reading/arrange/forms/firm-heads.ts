/** Sheets with indicators down and enterprises across: the row that names the enterprises, above their answers. */
import type { Field } from "../../../../language/vocabulary";
import { plainHeading } from "../../../../words/plain-text";
import { takeAbsoluteYear } from "../../year-marks";
import { isMeasured } from "../list-outline";
import type { Head } from "./block-heads";
import type { CellRoles } from "./cell-roles";
import type { Area, FormAreas } from "./form-areas";
import { endsLikeFirm, headWord } from "./form-words";
import { isLabelRole } from "./label-columns";

export interface FirmRow {
  readonly row: number;
  readonly heads: readonly Head[];
  /** Named by a label such as 企业名称, not only by their looks. */
  readonly labelled: boolean;
}

const ofTime =
  /^(?:自?年初)?至?(?:本|上|去|当|报告)[年期月季]?(?:度|末|初|期)?(?:累计|同期|实际|完成|发生|余|金)|累计(?:数|额|值|金额|发生额)?$|同期(?:数|值)?$|[期年月](?:初|末)(?:余额|数|金额)?$|^(?:同比|环比|增减|增长|增幅)/;
/** What an enterprise is held against is none of those judged. */
const compared = /^(?:标杆|对标|同行业?|行业|样本|参照|可比)(?:企业|公司|单位)?(?:平均|均值|水平|数据)?$/;
const searchedRows = 30;
const fewestLabels = 3;
/** Under names that do not look like enterprises more figures have to stand: 范围 and 口径 over an indicator's columns have none. */
const fewestFigures = 3;

/**
 * The row that names the enterprises, or null where the sheet is no such table.
 * @param identity the field a name belongs to
 */
export function findFirmRow(areas: FormAreas, roles: CellRoles, identity: string): FirmRow | null {
  for (let row = 0; row < Math.min(areas.rowCount, searchedRows); row++) {
    const found = firmRow(areas, roles, identity, row);
    if (found !== null) return found;
  }
  return null;
}

function firmRow(areas: FormAreas, roles: CellRoles, identity: string, row: number): FirmRow | null {
  const filled = areas.row(row);
  const [first] = filled;
  if (first === undefined) return null;
  const role = roles.of(first.cell);
  const labelled = role.kind === "label" && role.match.field?.id === identity && headWord(first.text) !== "unit";
  const headed = labelled || headWord(first.text) === "label";
  // Nothing stands in the corner where the first name stands right of it.
  const corner = headed || (role.kind === "text" && !endsLikeFirm(first.text)) ? first : null;
  if (corner === null && first.column === 0) return null;
  const beside = filled.filter((area) => area !== corner);
  if (beside.some((area) => isLabel(area, roles))) return null;
  const others = beside.filter(({ text }) => headWord(text) === null);
  // 本年累计 beside 上年同期累计 are stretches of time of one enterprise.
  if (others.some(({ text }) => ofTime.test(text))) return null;
  const texts = others.filter(({ cell, text }) => roles.of(cell).kind === "text" && !compared.test(text));
  // 甲公司2025年 beside 甲公司2024年 is one enterprise.
  if (texts.some(({ text }) => takeAbsoluteYear(plainHeading(text)) !== null)) return null;
  const looking = texts.filter(({ text }) => endsLikeFirm(text));
  const names = headed ? texts : looking;
  if (names.length < (labelled ? 2 : 1) || (!headed && looking.length * 2 < texts.length)) return null;
  if (headed && !labelled && looking.length === 0 && names.length < 2) return null;
  const sure = labelled || looking.length * 2 >= names.length;
  if (!answersBelow(areas, roles, row, corner?.column ?? 0, names, sure ? 1 : fewestFigures)) return null;
  const heads = filled.map((area): Head => {
    if (area === corner) return { kind: "label", area };
    if (names.includes(area)) return { kind: "firm", area };
    const word = headWord(area.text);
    return { kind: word === "unit" || word === "serial" ? word : "aside", area };
  });
  return { row, heads, labelled };
}

/** 备注 and the like are labels of forms, and heads of columns too. */
function isLabel({ cell, text }: Area, roles: CellRoles): boolean {
  const role = roles.of(cell);
  if (headWord(text) === "unit") return false;
  return (role.kind === "label" && role.match.field !== null) || (isLabelRole(role) && headWord(text) === null);
}

/** Labels run down left of the names with answers under each name; words under a name where a number belongs are labels of a form. */
function answersBelow(
  areas: FormAreas,
  roles: CellRoles,
  row: number,
  corner: number,
  names: readonly Area[],
  fewest: number,
): boolean {
  const firstName = names[0]?.column ?? 0;
  const answered = new Set<number>();
  const figures = new Map<number, number>();
  let labels = 0;
  let strays = 0;
  for (let below = row + 1; below < areas.rowCount; below++) {
    let asked: Field | null = null;
    let labelled = false;
    for (const { column, cell } of areas.row(below)) {
      const role = roles.of(cell);
      if (corner <= column && column < firstName && role.kind === "label") {
        asked = role.match.field;
        labelled = true;
      }
    }
    if (labelled) labels += 1;
    for (const { column } of names) {
      const { cell, text } = areas.at(below, column);
      const { kind } = roles.of(cell);
      if (kind === "label" || (kind === "text" && text.length > 3 && isMeasured(asked))) strays += 1;
      else if (labelled && text !== "") answered.add(column);
      if (isMeasured(asked) && (typeof cell === "number" || kind === "value")) {
        figures.set(column, (figures.get(column) ?? 0) + 1);
      }
    }
  }
  const counted = names.filter(({ column }) => (figures.get(column) ?? 0) >= fewest).length;
  return (
    labels >= fewestLabels && strays * 4 <= labels && answered.size * 2 >= names.length && counted * 2 >= names.length
  );
}
