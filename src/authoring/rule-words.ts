/** The numbers and tests of a rule set in words: 研发费用 ÷ 营业收入 ≥3%. */
import type { PointRange } from "../policy/rule-set";
import type { Text } from "../words/text";
import type { Vocabulary } from "../language/vocabulary";
import { explainCondition } from "../engine/rows/explain";
import { grouped } from "../words/figures";
import { comparisonsOf, type Comparison, type Quantity, type Relation, type Test } from "../language/tree";

const text = (zh: string, en: string): Text => ({ zh, en });
const same = (both: string): Text => text(both, both);

/** `≥3%`: a line in the measure of what it is drawn for. */
export function lineText(comparison: Comparison, vocabulary: Vocabulary): Text {
  const { right } = comparison;
  if (right.kind !== "constant" && right.kind !== "as-of") {
    const other = quantityText(right, vocabulary);
    const sign = SIGNS[comparison.relation];
    return text(`${sign}${other.zh}`, `${sign} ${other.en}`);
  }
  const line = right.kind === "constant" ? right.value : 0;
  const [explained] = explainCondition(
    {
      condition: {
        node: "condition",
        id: "",
        text: same(""),
        aspect: "market",
        kind: "substance",
        note: null,
        clause: "",
        evidence: "confirmed",
        test: comparison,
      },
      verdict: "unmet",
      assumed: false,
      checks: [{ verdict: "unmet", lo: 0, hi: 0, requiredLo: line, requiredHi: line, beyond: null }],
    },
    vocabulary,
  );
  return explained?.required ?? same("");
}

export const SIGNS: Readonly<Record<Relation, string>> = { ">=": "≥", "<=": "≤", ">": "＞", "<": "＜", "==": "＝" };

function yearText(name: Text, back: number): Text {
  return back === 0
    ? name
    : text(
        `${back === 1 ? "上一年" : `前${back}年`}${name.zh}`,
        `${name.en} ${back} year${back === 1 ? "" : "s"} before`,
      );
}

/** What is measured, in words. */
export function quantityText(quantity: Quantity, vocabulary: Vocabulary): Text {
  const of = (part: Quantity): Text => quantityText(part, vocabulary);
  const fieldName = (id: string): Text => vocabulary.fields.get(id)?.name ?? same(id);
  const between = (left: Text, sign: string, right: Text): Text =>
    text(`${left.zh}${sign}${right.zh}`, `${left.en} ${sign} ${right.en}`);
  switch (quantity.kind) {
    case "constant":
      return same(grouped(quantity.value, 4));
    case "as-of":
      return text("基准日", "the as-of date");
    case "field":
    case "otherwise":
      return yearText(fieldName(quantity.field), quantity.back);
    case "sum": {
      const fields = quantity.parts.map((part) => (part.kind === "field" ? part.field : ""));
      const existing = quantity.parts.some((part) => part.kind === "field" && part.sinceFounding === true);
      const [first = ""] = fields;
      if (fields.length > 1 && first !== "" && fields.every((field) => field === first)) {
        const name = fieldName(first);
        return existing
          ? text(
              `近${fields.length}年${name.zh}合计（成立以前的年份计0）`,
              `${name.en} of ${fields.length} years (0 before the founding)`,
            )
          : text(`近${fields.length}年${name.zh}合计`, `${name.en} of ${fields.length} years`);
      }
      return quantity.parts.map(of).reduce((sum, part) => between(sum, "＋", part));
    }
    case "difference":
      return between(of(quantity.left), "－", of(quantity.right));
    case "product":
      return between(of(quantity.left), "×", of(quantity.right));
    case "ratio":
      return between(of(quantity.over), "÷", of(quantity.under));
    case "mean-growth": {
      const [newest] = quantity.series;
      const years = quantity.series.length - 1;
      const name = newest === undefined ? same("") : of(newest);
      if (years === 1) return text(`${name.zh}增长率`, `growth of ${name.en}`);
      return text(`近${years}年${name.zh}平均增长率`, `mean growth of ${name.en} over ${years} years`);
    }
    case "compound-growth": {
      const name = of(quantity.now);
      return text(
        `近${quantity.years}年${name.zh}复合增长率`,
        `compound growth of ${name.en} over ${quantity.years} years`,
      );
    }
    case "age": {
      const name = fieldName(quantity.field);
      return text(`${name.zh}至今`, `time since ${name.en}`);
    }
  }
}

function comparisonText(comparison: Comparison, vocabulary: Vocabulary): Text {
  const left = quantityText(comparison.left, vocabulary);
  const line = lineText(comparison, vocabulary);
  if (comparison.dimension !== "flag") return text(`${left.zh} ${line.zh}`, `${left.en} ${line.en}`);
  const { right, relation } = comparison;
  const yes =
    right.kind === "constant" && (relation === ">=" || relation === "==" ? right.value === 1 : right.value === 0);
  return yes ? left : text(`${left.zh}：否`, `${left.en}: no`);
}

/** A test in words: parts joined by 且 or 或. */
export function testText(test: Test, vocabulary: Vocabulary): Text {
  const parts = (list: readonly Test[], zh: string, en: string): Text => {
    const texts = list.map((part) => testText(part, vocabulary));
    return text(texts.map((one) => one.zh).join(zh), texts.map((one) => one.en).join(en));
  };
  switch (test.kind) {
    case "compare":
      return comparisonText(test, vocabulary);
    case "all": {
      const rank = rankText(test.parts, vocabulary);
      return rank ?? parts(test.parts, "，且 ", " and ");
    }
    case "any":
      return parts(test.parts, "，或 ", " or ");
    case "at-least": {
      const list = parts(test.parts, "；", "; ");
      return text(`以下至少${test.count}项：${list.zh}`, `at least ${test.count} of: ${list.en}`);
    }
    case "not": {
      const inner = testText(test.part, vocabulary);
      return text(`不符合：${inner.zh}`, `not: ${inner.en}`);
    }
    case "not-large":
      return text("不属于大型企业", "not a large enterprise");
  }
}

/** `within(rank, 3)` asks for a rank of 1 at least and 3 at most: said as one. */
function rankText(parts: readonly Test[], vocabulary: Vocabulary): Text | null {
  const [low, high] = parts;
  if (parts.length !== 2 || low?.kind !== "compare" || high?.kind !== "compare") return null;
  if (low.left.kind !== "field" || high.left.kind !== "field" || low.left.field !== high.left.field) return null;
  if (vocabulary.fields.get(low.left.field)?.type !== "rank") return null;
  const upper = [low, high].find(({ relation }) => relation === "<=");
  return upper === undefined ? null : comparisonText(upper, vocabulary);
}

/** The lines a test draws, in the order of the text; ranks once. */
export function linesOf(test: Test, vocabulary: Vocabulary): readonly Text[] {
  return comparisonsOf(test)
    .filter(({ left, relation }) => {
      const rank = left.kind === "field" && vocabulary.fields.get(left.field)?.type === "rank";
      return !(rank && relation === ">=");
    })
    .map((comparison) => lineText(comparison, vocabulary));
}

/** 5, or 3–5 where the text leaves the mark to the expert. */
export function pointsText({ low, high }: PointRange): string {
  return low === high ? grouped(low, 2) : `${grouped(low, 2)}–${grouped(high, 2)}`;
}
