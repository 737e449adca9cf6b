/** From the raw YAML form of conditions to the engine's trees. Problems are reported with file and line, never thrown. */
import type { Test } from "../language/tree";
import type { Condition, ConditionNode, Purpose } from "./rule-set";
import type { RawCondition, RawNode } from "./rule-set-schema";
import type { SeedPath } from "./seed-file";
import type { CriteriaReport } from "./criteria-report";

/** Stands in for a test that could not be read; such a file is refused anyway. */
const NEVER: Test = { kind: "any", parts: [] };

const NEVER_HOLDS = {
  zh: "看看线是不是超出了栏目能有的值，如占比超过 100%，或者两个范围互相排斥",
  en: "Look for a line beyond what the field can be, such as a share over 100%, or for ranges that exclude each other",
};

/** The nodes that apply to a purpose, in the order of the text. */
export function buildNodes(
  raw: readonly RawNode[],
  path: SeedPath,
  purpose: Purpose,
  general: boolean,
  report: CriteriaReport,
): ConditionNode[] {
  return raw.flatMap((node, index) => buildNode(node, [...path, index], purpose, general, report) ?? []);
}

/** Null where nothing in the node is for the purpose. */
function buildNode(
  raw: RawNode,
  path: SeedPath,
  purpose: Purpose,
  general: boolean,
  report: CriteriaReport,
): ConditionNode | null {
  if ("test" in raw) return buildCondition(raw, path, purpose, general ? "general" : raw.kind, report);
  const text = { zh: raw.zh, en: raw.en };
  const build = (nodes: readonly RawNode[], ...keys: string[]): ConditionNode[] =>
    buildNodes(nodes, [...path, ...keys], purpose, general, report);
  if ("any" in raw) {
    const parts = build(raw.any, "any");
    return parts.length === 0 ? null : { node: "any", id: raw.id, text, count: 1, parts };
  }
  if ("all" in raw) {
    const parts = build(raw.all, "all");
    return parts.length === 0 ? null : { node: "all", id: raw.id, text, count: parts.length, parts };
  }
  const { n, of } = raw.at_least;
  const parts = build(of, "at_least", "of");
  if (parts.length === 0) return null;
  if (n > parts.length)
    report.add(
      [...path, "at_least", "n"],
      {
        zh: `${raw.id} 要求${parts.length}个条件里满足${n}个${parts.length < of.length ? `（${purpose}）` : ""}`,
        en: `${raw.id} asks for ${n} of ${parts.length} conditions${parts.length < of.length ? ` (${purpose})` : ""}`,
      },
      { zh: "减少要求的个数，或增加条件", en: "Lower `n`, or add conditions" },
    );
  return { node: "at-least", id: raw.id, text, count: n, parts };
}

/** Null where the condition is for the other purpose only. */
export function buildCondition(
  raw: RawCondition,
  path: SeedPath,
  purpose: Purpose,
  kind: Condition["kind"] | "route",
  report: CriteriaReport,
): Condition | null {
  if (raw.purpose !== "both" && raw.purpose !== purpose) return null;
  const own = purpose === "review" && raw.review_test !== undefined ? raw.review_test : raw.test;
  const at: SeedPath = [...path, purpose === "review" && raw.review_test !== undefined ? "review_test" : "test"];
  const test = report.test(own, at);
  if (test !== null && report.cannotHold(test))
    report.add(
      at,
      kind === "route"
        ? {
            zh: `直通条件 ${raw.id} 不可能成立：栏目取什么值都不符合`,
            en: `route ${raw.id} can't fire: no values of its fields meet its test`,
          }
        : {
            zh: `条件 ${raw.id} 不可能成立：栏目取什么值都不符合`,
            en: `condition ${raw.id} can never hold: no values of its fields meet its test`,
          },
      NEVER_HOLDS,
    );
  return {
    node: "condition",
    id: raw.id,
    text: { zh: raw.zh, en: raw.en },
    clause: raw.clause,
    evidence: raw.evidence,
    aspect: raw.aspect,
    kind: kind === "route" ? raw.kind : kind,
    note: raw.note ?? null,
    test: test ?? NEVER,
  };
}
