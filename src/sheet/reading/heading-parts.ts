/** Takes one heading text apart: what it is about, the year, the unit, and the notes in its brackets. */
import { foldKey, plainHeading } from "./plain-text";
import { isUnit } from "./units";
import { takeAbsoluteYear, takeRelativeYear, type YearMark } from "./year-marks";

/** One way to read what a heading is about. */
export interface HeadingReading {
  /** Folded text to look up, see `foldKey`. */
  readonly key: string;
  readonly year: YearMark | null;
  /** Notes in brackets that nobody looked at in this reading. */
  readonly dropsNotes: boolean;
}

export interface HeadingParts {
  /** The most faithful reading first. */
  readonly readings: readonly HeadingReading[];
  /** The body without years, units and notes; "" where the heading is nothing but a year, a unit or a note. */
  readonly stem: string;
  readonly year: YearMark | null;
  /** As written: 万元, %, 人. */
  readonly unit: string | null;
  /** Has a word that makes another thing of an amount: 占比, 增速, 平均, 预计 … */
  readonly derived: boolean;
  /** Has such a word among the notes in its brackets. */
  readonly derivedNote: boolean;
  /** Starts with 其中. */
  readonly within: boolean;
}

/** What turns the thing named into a ratio, a change, a sum over years, a forecast or a part of it. */
const derivedWords =
  /占|比重|比例|比率|率|增速|增长|增幅|增加|同比|环比|平均|人均|户均|均值|累计|合计|总计|预计|预测|预期|计划|目标|\/人|\/户|\/家|t\+\d|海外|境外|国外|出口|母公司|子公司|加计|中位|剔除|不含|扣除|应收|growth|ratio|average|forecast|target|budget|percapita|peremployee/;
const harmlessNote =
  /^(?:注?\d*|必填|选填|可选|必填项|选填项|非必填|若有|如有|没有留空|填写|单选|下拉选择|下拉|选择|全称|与营业执照一致|营业执照名称|按营业执照填写|人民币|经审计|审计数|审计后|审定数|填报|文本|数字|整数|小数|公历|格式.*|例.*|如.*|见.*|请.*|yyyy.*|18位|年|年度|截止上年末|截至上年末|是\/否|是否|有\/无|y\/n|yes\/no|√|打√|可多选|自动计算|公式|required|optional)$/;
const cutNote = /(?:注|说明|备注|填写说明|填报说明)[:].*$/;
const numbering =
  /^(?:\(?\d{1,2}(?:\.\d{1,2})*[.、)](?!\d)|\d{1,2}(?:\.\d{1,2})+(?=\D)|\(?[一二三四五六七八九十]{1,3}[、)])/;
const trailingUnit =
  /(?:[-_:,/|]?(?:单位[:]?)?(?:人民币)?((?:千|万|百万|千万|亿)?元|%|‰)|[-_:,/|](人|项|年|件|个|家|名|分|万|亿))$/;

interface Brackets {
  readonly body: string;
  readonly pieces: readonly string[];
}

/** The text outside of brackets, and each text inside of them; brackets that never close count as closed at the end. */
function splitBrackets(text: string): Brackets {
  let body = "";
  let piece = "";
  let depth = 0;
  const pieces: string[] = [];
  for (const character of text) {
    if (character === "(") {
      if (depth > 0) piece += character;
      depth += 1;
    } else if (character === ")" && depth > 0) {
      depth -= 1;
      if (depth > 0) piece += character;
      else {
        pieces.push(piece);
        piece = "";
      }
    } else if (depth > 0) piece += character;
    else body += character;
  }
  if (depth > 0) pieces.push(piece);
  return { body, pieces };
}

function unitOf(piece: string): string | null {
  const text = piece.replace(/^(?:(?:金额|货币|计量)?单位[:]?|units?:?|in(?=rmb|cny|yuan))/, "").replace(/\/年$/, "");
  return isUnit(text) ? text : null;
}

/** A year that is the whole of the text, or null. */
function wholeYear(text: string): YearMark | null {
  const taken = takeAbsoluteYear(text) ?? takeRelativeYear(text);
  return taken !== null && foldKey(taken.rest) === "" ? taken.mark : null;
}

/** Takes a heading text apart. Never throws; a text with nothing to read gives an empty stem. */
export function headingParts(text: string): HeadingParts {
  let line = plainHeading(text);
  const note = cutNote.exec(line);
  if (note !== null && note.index > 0) line = line.slice(0, note.index);
  line = line.replace(numbering, "");
  const within = line.startsWith("其中");
  line = line.replace(/^其中[:,]?/, "");
  const { body: outside, pieces } = splitBrackets(line);
  let unit: string | null = null;
  let bracketYear: YearMark | null = null;
  const notes: string[] = [];
  for (const piece of pieces) {
    const parts = unitOf(piece) !== null || harmlessNote.test(piece) ? [piece] : piece.split(/[,、;|]/);
    for (const part of parts) {
      const partUnit = unitOf(part);
      const year = partUnit === null ? wholeYear(part) : null;
      if (partUnit !== null) unit ??= partUnit;
      else if (year !== null) bracketYear ??= year;
      else if (!harmlessNote.test(part)) notes.push(part);
    }
  }
  const bodies: { readonly text: string; readonly unit: string | null }[] = [{ text: outside, unit }];
  const trailing = trailingUnit.exec(outside);
  if (trailing !== null) {
    bodies.push({ text: outside.slice(0, trailing.index), unit: unit ?? trailing[1] ?? trailing[2] ?? null });
  }
  const readings: HeadingReading[] = [{ key: foldKey(line), year: null, dropsNotes: false }];
  const add = (key: string, year: YearMark | null): void => {
    if (notes.length > 0) readings.push({ key: foldKey(key + notes.join("")), year, dropsNotes: false });
    readings.push({ key: foldKey(key), year, dropsNotes: notes.length > 0 });
  };
  let stem = "";
  let year = bracketYear;
  for (const body of bodies) {
    add(body.text, bracketYear);
    const absolute = takeAbsoluteYear(body.text);
    const afterAbsolute = absolute?.rest ?? body.text;
    if (absolute !== null) add(afterAbsolute, bracketYear ?? absolute.mark);
    const relative = takeRelativeYear(afterAbsolute);
    year = bracketYear ?? absolute?.mark ?? relative?.mark ?? null;
    if (relative !== null) add(relative.rest, year);
    stem = foldKey(relative?.rest ?? afterAbsolute);
    unit = body.unit;
  }
  if (stem !== "" && isUnit(stem) && trailing === null) {
    unit ??= stem;
    stem = "";
  }
  return {
    readings: readings.filter(
      (reading, at) =>
        reading.key !== "" &&
        readings.findIndex((other) => other.key === reading.key && other.dropsNotes === reading.dropsNotes) === at,
    ),
    stem,
    year,
    unit,
    derived: derivedWords.test(line),
    derivedNote: notes.some((text) => derivedWords.test(text)),
    within,
  };
}
