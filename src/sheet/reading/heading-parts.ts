/** Takes one heading text apart: what it is about, the year, the unit, and the notes in its brackets. */
import { withoutExportLines } from "./export-lines";
import { namesAnotherThing, noteMeaning } from "./heading-notes";
import { withoutNumbering } from "./heading-numbering";
import { foldKey, headingWords } from "../../words/plain-text";
import { isUnit } from "./units";
import { bracketUnit, isUnclearUnit, trailingUnit } from "./written-units";
import { takeAbsoluteYear, takeRelativeYear, type YearMark } from "./year-marks";

/** One way to read what a heading is about. */
export interface HeadingReading {
  /** Folded text to look up, see `foldKey`. */
  readonly key: string;
  readonly year: YearMark | null;
  /** As written: 万元, %, 人. */
  readonly unit: string | null;
  /** Notes that this reading leaves aside. */
  readonly notes: readonly string[];
}

export interface HeadingParts {
  /** The most faithful reading first. */
  readonly readings: readonly HeadingReading[];
  /** The body without years, units and notes; "" where the heading is nothing but a year, a unit or a note. */
  readonly stem: string;
  readonly year: YearMark | null;
  /** As written: 万元, %, 人. */
  readonly unit: string | null;
  /** A unit somebody wrote that is not known here, or null. */
  readonly unclearUnit: string | null;
  /** Has a word that makes another thing of an amount: 占比, 增速, 平均, 预计 … */
  readonly derived: boolean;
  /** Starts with 其中. */
  readonly within: boolean;
}

const cutNote = /(?:注|说明|备注|填写说明|填报说明)[:].*$/;
/** A blank before a unit of things keeps the unit apart once blanks are gone: 研发人员 人. */
const blankBeforeUnit = /\s+(?=(?:人次|万?人|项|年|件|个|家|名|位|分|户|万|亿)$)/;

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

/** A year that is the whole of the text, or null. */
function wholeYear(text: string): YearMark | null {
  const taken = takeAbsoluteYear(text) ?? takeRelativeYear(text);
  return taken !== null && foldKey(taken.rest) === "" ? taken.mark : null;
}

interface Notes {
  readonly unit: string | null;
  readonly unclearUnit: string | null;
  readonly year: YearMark | null;
  /** What is neither unit nor year nor empty words. */
  readonly notes: readonly string[];
}

/** Sorts what stands in the brackets: 2025年，万元，合并报表. */
function readBrackets(pieces: readonly string[]): Notes {
  let unit: string | null = null;
  let unclearUnit: string | null = null;
  let year: YearMark | null = null;
  const notes: string[] = [];
  for (const piece of pieces) {
    const whole = bracketUnit(piece) !== null || noteMeaning(piece) === "none";
    for (const part of whole ? [piece] : piece.split(/[,、;|]|(?<=年|年度)\/|\/(?=20\d\d年)/)) {
      const partUnit = bracketUnit(part);
      const partYear = partUnit === null ? wholeYear(part) : null;
      if (partUnit !== null) unit ??= partUnit;
      else if (partYear !== null) year ??= partYear;
      else if (noteMeaning(part) === "none") continue;
      else {
        if (isUnclearUnit(part)) unclearUnit ??= part;
        notes.push(part);
      }
    }
  }
  return { unit, unclearUnit, year, notes };
}

/** The number of a place in a note turns a share of a market into a rank in it: 国内市场占有率（第几）. */
const rankNote = /^(?:排|列|居|位列)?第几(?:名|位)?$|^(?:排名|名次|位次)(?:第几)?(?:名|位)?$/;

/** Takes a heading text apart. Never throws; a text with nothing to read gives an empty stem. */
export function headingParts(text: string): HeadingParts {
  const words = withoutNumbering(withoutExportLines(headingWords(text)));
  let line = words.replace(blankBeforeUnit, "_").replace(/\s+/g, "");
  const note = cutNote.exec(line);
  if (note !== null && note.index > 0) line = line.slice(0, note.index);
  const within = line.startsWith("其中");
  line = line.replace(/^其中\d?[:,]?/, "");
  const { body: outside, pieces } = splitBrackets(line);
  const { unit: inBrackets, unclearUnit, year: bracketYear, notes } = readBrackets(pieces);

  const readings: HeadingReading[] = [];
  const put = (key: string, year: YearMark | null, unit: string | null, left: readonly string[]): void => {
    const folded = foldKey(key);
    const known = readings.some((other) => other.key === folded && other.notes.length === left.length);
    if (folded !== "" && !known) readings.push({ key: folded, year, unit, notes: left });
  };
  const add = (key: string, year: YearMark | null, unit: string | null): void => {
    if (notes.length > 0) {
      const said = notes.join("");
      put(key + said, year, unit, []);
      put(said + key, year, unit, []);
      if (notes.some((one) => rankNote.test(one))) put(`${key}排名`, year, unit, []);
    }
    put(key, year, unit, notes);
  };

  const trailing = trailingUnit(outside);
  const bodies = [
    { text: outside, unit: inBrackets },
    ...(trailing === null ? [] : [{ text: trailing.body, unit: inBrackets ?? trailing.unit }]),
  ];
  put(line, null, inBrackets, []);
  let stem = "";
  let year = bracketYear;
  let unit = inBrackets;
  for (const body of bodies) {
    add(body.text, bracketYear, body.unit);
    const absolute = takeAbsoluteYear(body.text);
    const afterAbsolute = absolute?.rest ?? body.text;
    if (absolute !== null) add(afterAbsolute, bracketYear ?? absolute.mark, body.unit);
    const relative = takeRelativeYear(afterAbsolute);
    year = bracketYear ?? absolute?.mark ?? relative?.mark ?? null;
    if (relative !== null) add(relative.rest, year, body.unit);
    stem = foldKey(relative?.rest ?? afterAbsolute);
    unit = body.unit;
  }
  if (stem !== "" && isUnit(stem) && trailing === null) {
    unit ??= stem;
    stem = "";
  }
  return { readings, stem, year, unit, unclearUnit, derived: namesAnotherThing(line), within };
}
