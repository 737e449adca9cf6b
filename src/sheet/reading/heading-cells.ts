/**
 * What a cell at the top of a sheet is: a value of the first row, a year, a unit, a word that only says which kind of figure stands
 * below (累计, 同比), an instruction for whoever fills the sheet in, or words as headings are made of.
 */
import { isBlank, type Cell } from "../../words/grid";
import { headingParts } from "./heading-parts";
import { isRefusal, readNumberText } from "./number-text";
import { plainHeading, plainText } from "../../words/plain-text";
import { isUnit } from "./units";
import { takeAbsoluteYear } from "./year-marks";

/** `adds` is the unit or year the cell adds to the heading above, as a heading would write it; "" where it adds nothing. */
export type TopCell =
  | { readonly kind: "blank" | "value" | "words" | "change" | "label" }
  | { readonly kind: "year"; readonly text: string; readonly bare: boolean }
  | { readonly kind: "unit" | "figure" | "guide"; readonly adds: string };

const firstSerialOf2000 = 36_526;
const lastSerialOf2099 = 73_050;
const serialOfUnixEpoch = 25_569;
const dayLength = 86_400_000;

/** The year a number cell names: 2025, or a serial day that is the last of a year; null for any other number. */
function yearOfNumber(value: number): number | null {
  if (!Number.isInteger(value)) return null;
  if (value >= 2000 && value <= 2099) return value;
  if (value < firstSerialOf2000 || value > lastSerialOf2099) return null;
  const day = new Date((value - serialOfUnixEpoch) * dayLength);
  return day.getUTCMonth() === 11 && day.getUTCDate() === 31 ? day.getUTCFullYear() : null;
}

/** A whole year and nothing else: 2025, 2025年度, FY2025, 2025-12-31. */
function isYear(line: string): boolean {
  const taken = takeAbsoluteYear(line);
  return taken?.mark.kind === "year" && taken.rest.replace(/[()_-]/g, "") === "";
}

const startsLikeNumber =
  /^(?:[<>≤≥~≈]|大?约|近|将近|接近|超过?|不低于|不少于|不足|大于|小于|高于|低于|至少)?\s*[¥$]?\s*[-(]?\d/;
const yearWithUnit = /^(?:fy)?20\d\d\((?:单位[:为]?)?[^()\d]*(?:元|rmb|cny|yuan)[^()\d]*\)$/;
const limitAtEnd = /(?:以上|以下|以内|左右|上下|余|多|\+)$/;
const withNote = /^[-\d,.]+(?:[千万亿]?[千万亿]?元|[千万亿]|%|人|项|件|个)\([^()]*\)$/;
const day = /^(?:19|20)?\d\d[-./年]\d{1,2}[-./月]\d{1,2}[日号]?(?!\d)/;
const codes = /^(?:[\da-z]{15,20}|\d{6}\.[a-z]{2}|\d{5,})$/;

/**
 * True for a text that begins with a number and is a value: 5.52亿, 42.10%, 5600万元, 约200万, 200-500人, 2012-05-06; not a numbered
 * heading such as 7 企业名称, nor one that starts with a year, a period or a size (1-9月, 500万元以上企业数).
 */
function isValueText(line: string): boolean {
  if (!startsLikeNumber.test(line)) return false;
  if (/[月季]/.test(line.replace(/\d{1,2}月\d{1,2}[日号]/, ""))) return false;
  if (isAmount(line) || withNote.test(line) || codes.test(line) || day.test(line)) return true;
  const rest = line.replace(limitAtEnd, "").replace(/^[^\d]+/, "");
  const parts = rest.split(/[-~\u2010-\u2015]|至|到/);
  return parts.length <= 2 && parts.every((part) => isAmount(part)) && !rest.includes("年");
}

function isAmount(text: string): boolean {
  const number = readNumberText(text);
  return !isRefusal(number) && (number.unit === "" || isUnit(number.unit));
}

/** Says which figure of the thing above stands here, and that it is the thing itself. */
const figureWords =
  /^(?:累计|合计|总计|金额|数额|数值|数量|总额|总量|总数|数|额|值|绝对[值数额量]|全年|全年累计|全年合计|实际|实际[数值额]|实绩|完成|完成[数额值]|发生[数额]|规模|人数|家数|当年值)(?:数|额)?$/;
/** Says that another thing stands here, made of the thing above. */
const changeWords =
  /同比|环比|增速|增长|增幅|增减|增量|较上年|比上年|占比|比重|比例|占.{1,8}比|排名|位次|目标|计划|预计|预算|完成率|达成率|贡献|率$/;
const labels =
  /^(?:计量|数据)?单位$|^(?:没有单位|无单位|无|项目|指标|年份|年度|时间|序号|编号|行号|代码|列名|字段|字段名|类型|字段类型|数据类型|填写?要求|填写?说明|填报(?:说明|要求)|字段说明|说明|备注|要求|格式|口径|指标口径|填写?口径)$/;

/** —, /, ** and the like. */
const onlySigns = /^[-\u2010-\u2015/\\_*…·~.]*$/;
const guideWords =
  /^(?:必填|选填|必填项|选填项|非必填|可选|可空|不可空|数字|数值|整数|小数|正整数|文本|文字|字符|字符串|汉字|日期|日期型|数值型|数字型|文本型|字符型|整型|浮点型|下拉|下拉选择|下拉框|下拉菜单|单选|多选|选择|手填|手工填写|自动计算|自动生成|自动带出|公式|全称|是否|是或否|有或无|是\/否|有\/无|√\/×|√或×|y\/n|yes\/no|true\/false|不填|免填|同上|text|number|numeric|integer|decimal|string|date|float|int|varchar|boolean|required|optional|dropdown)$/;
const guideSigns =
  /填写|填报|填列|请填|请选|请输|请按|请勿|请以|输入|下拉|必填|选填|营业执照|保留.{0,6}小数|位小数|小数点|格式|例如|样例|^[如例][::]|yyyy|mm-dd|^\d+位|自动(?:计算|生成)|没有.{0,4}填|无.{0,4}填|不得|务必|口径|全称|以.{1,8}为准|与.{1,10}一致|按.{1,12}填|为空|留空|不超过\d+字|限\d+字/;
/** A cell still to be filled in says so of a row; it instructs nobody. */
const stillToFill = /^[待未暂]/;
const firmEnding = /(?:公司|集团|厂|合作社|研究院|研究所|事务所|中心|工作室|银行|店)$/;

/** Unit and year that an instruction names: 数字，万元 -> （万元）; an example of how to write names nothing. */
function addsOfGuide(line: string): string {
  if (/格式|例|如|yyyy/.test(line)) return "";
  const pieces = line.split(/[,、;:()/\s]|单位/);
  const unit =
    pieces.find((piece) => piece !== "是" && piece !== "" && isUnit(piece)) ?? /以(.{1,3}元)为单位/.exec(line)?.[1];
  const year = takeAbsoluteYear(line);
  return `${year?.mark.kind === "year" ? `${year.mark.year}年` : ""}${unit === undefined ? "" : `（${unit}）`}`;
}

function isGuide(line: string): boolean {
  if (line.length > 120 || stillToFill.test(line) || firmEnding.test(line)) return false;
  const bare = line.replace(/^\((.*)\)$/, "$1");
  const pieces = bare.split(/[,、;|+]|(?<!是|有|√|y|yes|true)\//).filter((piece) => piece !== "");
  return (
    pieces.length > 0 &&
    (pieces.some((piece) => guideWords.test(piece)) ? pieces.every(isGuidePiece) : guideSigns.test(bare))
  );
}

function isGuidePiece(piece: string): boolean {
  return guideWords.test(piece) || guideSigns.test(piece) || isUnit(piece) || /^(?:单位|以).*[元人项%]/.test(piece);
}

function kindOfText(text: string): TopCell {
  const line = plainHeading(text);
  if (onlySigns.test(line)) return { kind: "label" };
  if (isYear(line)) return { kind: "year", text, bare: /^[\d\s]+$/.test(plainText(text)) };
  const { stem, unit, year } = headingParts(text);
  // 2025（万元） over a group is its year; 2025万元 is an amount.
  if (yearWithUnit.test(line) && stem === "" && year?.kind === "year") return { kind: "year", text, bare: false };
  if (isValueText(line)) return { kind: "value" };
  if (stem === "" && unit !== null) return { kind: "unit", adds: text };
  if (stem === "" && year !== null) return { kind: "year", text, bare: false };
  if (figureWords.test(stem)) return { kind: "figure", adds: line.replace(stem, "") };
  if (labels.test(line.replace(/[():]/g, ""))) return { kind: "label" };
  if (isGuide(line)) return { kind: "guide", adds: addsOfGuide(line) };
  return { kind: changeWords.test(stem) ? "change" : "words" };
}

/** What a cell at the top of a sheet is. A cell that names a field may come out as anything; who knows the vocabulary looks there first. */
export function topCell(cell: Cell): TopCell {
  if (isBlank(cell)) return { kind: "blank" };
  if (typeof cell === "number") {
    const year = yearOfNumber(cell);
    return year === null ? { kind: "value" } : { kind: "year", text: String(year), bare: true };
  }
  if (typeof cell === "boolean") return { kind: "value" };
  return typeof cell === "string" ? kindOfText(cell) : { kind: "words" };
}
