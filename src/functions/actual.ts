/** ACTUAL: the figure that was published of an indicator, of a scope and a time. */
import { findActual } from "../clusters/find-actual";
import { figureName, KIND_TEXTS, printedText, scopeName, type Actual, type Targets } from "../clusters/targets";
import { isoOfSerial } from "../words/calendar";
import { cellText, type Cell } from "../words/grid";
import { readDateNumber, readDateText } from "../sheet/reading/date-text";
import type { Text } from "../words/text";
import { unknownScope } from "./asked-target";
import { described } from "./described";
import { textOf } from "./figures-given";
import {
  isFailure,
  notKnown,
  single,
  valueFailure,
  type FunctionCode,
  type FunctionFailure,
  type FunctionRecord,
} from "./function-record";

const MOST_NAMED = 6;
const WRITTEN = { year: 4, month: 7, day: 10 } as const;

/** A year, a month or a day in ISO form, as far as it is written; null where it is left out. */
function timeGiven(cell: Cell): string | null | FunctionFailure {
  if (textOf(cell) === "") return null;
  if (typeof cell === "number" || typeof cell === "string") {
    const date = typeof cell === "number" ? readDateNumber(cell, false) : readDateText(cell, false);
    if (typeof date !== "string") return isoOfSerial(date.serial).slice(0, WRITTEN[date.precision]);
  }
  const text = cellText(cell);
  return valueFailure(
    `“${text}”看不出是什么时候。请写 2025、"2025-04" 或 "2025-04-30"，或者不填。`,
    `"${text}" is no time that can be read. Write 2025, "2025-04" or "2025-04-30", or leave it out.`,
  );
}

function listed(actuals: readonly Actual[], line: (one: Actual) => Text): Text {
  const lines = actuals.slice(0, MOST_NAMED).map(line);
  return { zh: lines.map(({ zh }) => zh).join("、"), en: lines.map(({ en }) => en).join(", ") };
}

/** sd-now-little-giants（国家级专精特新“小巨人”企业，山东全省，存量1163家，2025-04） for lists of choices. */
function choice(targets: Targets, one: Actual): Text {
  const [name, scope, kind] = [figureName(targets, one), scopeName(targets, one.scope), KIND_TEXTS[one.kind]];
  const value = printedText(targets, one);
  // What counts is what figures of one kind and month differ in.
  const counted = one.standard ?? one.note;
  return {
    zh: `${one.id}（${name.zh}，${scope.zh}，${kind.zh}${value.zh}，${one.at}${counted === null ? "" : `，${counted.zh}`}）`,
    en: `${one.id} (${name.en}, ${scope.en}, ${kind.en} ${value.en}, ${one.at}${counted === null ? "" : `, ${counted.en}`})`,
  };
}

function askedActual(indicator: Cell, scope: Cell, at: string | null, targets: Targets): Actual | FunctionFailure {
  const [name, place] = [textOf(indicator), textOf(scope)];
  if (name === "")
    return valueFailure(
      '请写指标名称或公布数编号，如 "小巨人"。',
      'Name an indicator or a published figure, such as "sd-now-little-giants".',
    );
  const found = findActual({ indicator: name, scope: place, at }, targets);
  switch (found.kind) {
    case "actual":
      return found.actual;
    case "unknown-indicator":
      return valueFailure(
        `没有叫“${name}”的指标。请照文件里的名称写，如 小巨人、国家级先进制造业集群，或写公布数编号。`,
        `There is no indicator "${name}". Write it as the documents do, or a published figure's id.`,
      );
    case "unknown-scope":
      return unknownScope(place, targets);
    case "none": {
      const others = listed(found.others, ({ scope: of, at: time }) => {
        const { zh, en } = scopeName(targets, of);
        return { zh: `${zh}${time}`, en: `${en} ${time}` };
      });
      return found.others.length === 0
        ? notKnown(`本版没有收“${name}”的公布数。`, `This release has no published figure of "${name}".`)
        : notKnown(
            `“${name}”没有这个范围和时间的公布数。收了的有：${others.zh}。`,
            `Nothing is published of "${name}" for this scope and time. There are: ${others.en}.`,
          );
    }
    case "several": {
      const choices = listed(found.actuals, (one) => choice(targets, one));
      return valueFailure(
        `“${name}”有${found.actuals.length}个公布数，数的不是一回事，请写范围、时间或编号：${choices.zh}。`,
        `"${name}" has ${found.actuals.length} published figures that count different things. Write a scope, a time or an id: ${choices.en}.`,
      );
    }
    case "conflict": {
      const choices = listed(found.actuals, (one) => choice(targets, one));
      return valueFailure(
        `“${name}”在不同文件里的数不一样，请写编号：${choices.zh}。`,
        `Documents print different figures of "${name}". Write an id: ${choices.en}.`,
      );
    }
  }
}

export const actualCode: FunctionCode = {
  id: "ACTUAL",
  takes: ["scalar", "scalar", "scalar"],
  unsureZero: "blank",
  compute: ({ targets }, indicator, scope, at) => {
    const time = timeGiven(single(at));
    if (isFailure(time)) return time;
    const actual = askedActual(single(indicator), single(scope), time, targets);
    if (isFailure(actual)) return actual;
    if (actual.value === null)
      return notKnown(
        `公布的文字没有写数${actual.note ? `：${actual.note.zh}` : ""}。`,
        `The text published gives no number${actual.note ? `: ${actual.note.en}` : ""}.`,
      );
    return [[actual.value]];
  },
};

export const actual: FunctionRecord = /* @__PURE__ */ described(actualCode, {
  name: "ACTUAL",
  description: {
    zh: "某地某时公布的实际数，如山东2025年4月有小巨人1163家",
    en: "The figure published of an indicator, such as Shandong's 1,163 Little Giants in April 2025",
  },
  parameters: [
    {
      name: { zh: "指标", en: "indicator" },
      description: {
        zh: '指标名称或公布数编号，如 "小巨人" 或 "sd-now-little-giants"',
        en: 'An indicator or a published figure\'s id, such as "sd-now-little-giants"',
      },
      type: "any",
      dimensionality: "scalar",
      optional: false,
    },
    {
      name: { zh: "范围", en: "scope" },
      description: {
        zh: '数的是哪一块，如 "山东"、"全国"；不填不限',
        en: "What it counts within, such as Shandong; any if left out",
      },
      type: "any",
      dimensionality: "scalar",
      optional: true,
    },
    {
      name: { zh: "时间", en: "at" },
      description: {
        zh: '哪一年、哪个月或哪天的数，如 2025、"2025-04"；不填取最近的',
        en: 'The year, month or day it is of, such as 2025 or "2025-04"; the newest if left out',
      },
      type: "any",
      dimensionality: "scalar",
      optional: true,
    },
  ],
  result: { type: "any", dimensionality: "matrix" },
  help: [
    {
      zh: "只收文件和报道里公布的数，不推算。时间写年份，取那一年里最近的一个；写月份或日期，要公布的正是那个月的数。没有公布的得 #N/A，提示里写明收了哪些。",
      en: "Only figures that a document or report prints; nothing is derived. A year gives the newest within it; a month or a day must be the one the figure is of. What is not published gives #N/A, and the message says what is.",
    },
    {
      zh: "数的不是一回事（新增、存量，国家级、省级）或者文件之间不一样的，得 #VALUE!，提示里列出编号。占比得小数，金额用文件里的单位（亿元）。写“超过”“左右”的，得写出来的那个数。",
      en: "Figures that count different things (additions or stock, national or provincial) or on which documents differ give #VALUE! with the ids. Shares are fractions, amounts in the document's unit (亿元). Where the text says above or about, the result is the number printed.",
    },
  ],
  examples: [
    {
      formula: '=ZJTX.ACTUAL("小巨人","山东","2025-04")',
      shows: { zh: "有效期内的国家级小巨人：1163", en: "National Little Giants in validity: 1,163" },
    },
    {
      formula: '=ZJTX.ACTUAL("数字化转型覆盖率","山东",2024)',
      shows: { zh: "2024年实际：0.873", en: "The actual of 2024: 0.873" },
    },
  ],
});
