/** ENTERPRISE_SIZE: the size class of the national standard from industry, employees, revenue and total assets. */
import { described } from "./described";
import type { Field, SizeIndustry, Vocabulary } from "../language/vocabulary";
import type { Text } from "../words/text";
import { possibleSizes, SIZE_CLASSES } from "../engine/size-class";
import { cellReader, type CellReader, type CellReading } from "../sheet/reading/cell-reader";
import { CellWords } from "../sheet/reading/cell-words";
import { isBlank, type Cell } from "../words/grid";
import { IndustryCodes } from "../sheet/reading/industry-codes";
import { whyError } from "../sheet/reading/number-text";
import { cellByCell } from "./cell-by-cell";
import {
  notKnown,
  type FunctionFailure,
  type FunctionParameter,
  type FunctionCode,
  type FunctionRecord,
  type ResultCell,
} from "./function-record";
import { AID, EMPTY_CELLS } from "./help-texts";
import { unreadable } from "./number-cells";

type Measure = SizeIndustry["measures"][number]["field"];

const MEASURES: readonly Measure[] = ["employees", "revenue", "total_assets"];

class SizeReader {
  private readonly readers: ReadonlyMap<Measure | "industry", { readonly field: Field; readonly reader: CellReader }>;

  constructor(private readonly vocabulary: Vocabulary) {
    const words = new CellWords(vocabulary.words);
    const codes = new IndustryCodes(vocabulary);
    this.readers = new Map(
      (["industry", ...MEASURES] as const).map((id) => {
        const field = vocabulary.fields.get(id);
        // 万元 is the inside unit of money, so the factor is 1.
        const reader = field && cellReader(field, 1, { words, codes });
        if (!field || !reader) throw new Error(`the vocabulary has no column ${id} to tell a size class by`);
        return [id, { field, reader }];
      }),
    );
  }

  /** The class of one enterprise, or why it has none. `measures` in the order employees, revenue, total assets. */
  classOf(industry: Cell, measures: readonly Cell[]): ResultCell {
    if (isBlank(industry) && measures.every(isBlank)) return "";
    const index = this.read("industry", industry);
    if (typeof index !== "number") return index;
    const found = this.vocabulary.sizeIndustries[index];
    const values = new Map<Measure, number>();
    for (const [at, id] of MEASURES.entries()) {
      // What the industry's standard does not ask for may hold anything.
      if (found && !found.measures.some(({ field }) => field === id)) continue;
      const value = this.read(id, measures[at] ?? null);
      if (typeof value !== "number") return value;
      values.set(id, value);
    }
    const industries = found ? [found] : this.vocabulary.sizeIndustries;
    const { least, most } = possibleSizes(industries, (field) => {
      const value = values.get(field) ?? NaN;
      return Number.isNaN(value) ? { lo: 0, hi: Infinity } : { lo: value, hi: value };
    });
    const size = SIZE_CLASSES[least];
    return least === most && size ? size.zh : this.missing(found ?? null, values);
  }

  private missing(industry: SizeIndustry | null, values: ReadonlyMap<Measure, number>): FunctionFailure {
    const ids = [
      ...(industry ? [] : (["industry"] as const)),
      ...MEASURES.filter((id) => Number.isNaN(values.get(id) ?? 0)),
    ];
    const names: readonly Text[] = ids.flatMap((id) => this.readers.get(id)?.field.name ?? []);
    return notKnown(
      `规模还说不准，缺：${names.map(({ zh }) => zh).join("、")}。`,
      `The size class is not known yet. Missing: ${names.map(({ en }) => en).join(", ")}.`,
    );
  }

  /** NaN for a blank. */
  private read(id: Measure | "industry", cell: Cell): number | FunctionFailure {
    if (isBlank(cell) || cell === null) return NaN;
    const known = this.readers.get(id);
    if (!known) return NaN;
    const { value, refusal } = readingOf(cell, known.reader);
    return refusal ? unreadable(known.field.name, cell, refusal) : value;
  }
}

function readingOf(cell: Exclude<Cell, null>, reader: CellReader): CellReading {
  if (typeof cell === "number") return reader.number(cell);
  if (typeof cell === "string") return reader.text(cell);
  return typeof cell === "boolean" ? reader.truth(cell) : { value: NaN, refusal: whyError(cell.error) };
}

const readers = new WeakMap<Vocabulary, SizeReader>();

function readerOf(vocabulary: Vocabulary): SizeReader {
  const known = readers.get(vocabulary);
  if (known) return known;
  const reader = new SizeReader(vocabulary);
  readers.set(vocabulary, reader);
  return reader;
}

const parameter = (
  name: FunctionParameter["name"],
  description: FunctionParameter["description"],
  optional = false,
): FunctionParameter => ({ name, description, type: "any", dimensionality: "matrix", optional });

export const enterpriseSizeCode: FunctionCode = {
  id: "ENTERPRISE_SIZE",
  takes: ["matrix", "matrix", "matrix", "matrix"],
  unsureZero: "both",
  compute: ({ vocabulary }, industry, employees, revenue, assets) => {
    const reader = readerOf(vocabulary);
    return cellByCell([industry, employees, revenue, assets], ([of = null, ...measures]) =>
      reader.classOf(of, measures),
    );
  },
};

export const enterpriseSize: FunctionRecord = /* @__PURE__ */ described(enterpriseSizeCode, {
  name: "ENTERPRISE_SIZE",
  description: {
    zh: "企业规模类型：大型、中型、小型、微型",
    en: "The size class of an enterprise: 大型 large, 中型 medium, 小型 small, 微型 micro",
  },
  parameters: [
    /* @__PURE__ */ parameter(
      { zh: "行业", en: "industry" },
      {
        zh: "国民经济行业代码或名称，如 C35 或 软件和信息技术服务业",
        en: "GB/T 4754 code or Chinese name, such as C35",
      },
    ),
    /* @__PURE__ */ parameter({ zh: "从业人员", en: "employees" }, { zh: "从业人员数，人", en: "Employees, persons" }),
    /* @__PURE__ */ parameter(
      { zh: "营业收入", en: "revenue" },
      { zh: "年营业收入，万元", en: "Yearly operating revenue in 万元" },
    ),
    /* @__PURE__ */ parameter(
      { zh: "资产总额", en: "assets" },
      {
        zh: "资产总额，万元；只有建筑业、房地产、租赁和商务服务业要用",
        en: "Total assets in 万元; construction, real estate and business services need it",
      },
      true,
    ),
  ],
  result: { type: "any", dimensionality: "matrix" },
  help: [
    {
      zh: "按国统字〔2017〕213号和工信部联企业〔2011〕300号。参数可以是一个值，也可以是整列：给整列得整列结果，只给一个值的参数用于每一行。",
      en: "By 国统字〔2017〕213号 and 工信部联企业〔2011〕300号. Arguments are single values or whole columns: columns give a column of results, and a single value stands for every row.",
    },
    {
      zh: "缺的数据不影响结果时照样给出结果；影响时得 #N/A，提示写明缺什么。行业或数字认不出得 #VALUE!，提示写明怎么改。全空的行得空白。",
      en: "Data that cannot change the result may be missing; otherwise the result is #N/A and the message says what is missing. An industry or number that cannot be read gives #VALUE! and says what to do. Empty rows give blanks.",
    },
    EMPTY_CELLS,
    AID,
  ],
  examples: [
    {
      formula: '=ZJTX.ENTERPRISE_SIZE("C35",120,5600)',
      shows: { zh: "一家工业企业：小型", en: "An industrial enterprise: small" },
    },
    {
      formula: "=ZJTX.ENTERPRISE_SIZE(E2:E301,I2:I301,M2:M301,K2:K301)",
      shows: { zh: "300家企业的规模类型", en: "The size classes of 300 enterprises" },
    },
  ],
});
