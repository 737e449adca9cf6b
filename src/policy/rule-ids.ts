/** The ids of a file. They are what results, saved workbooks and formulas refer to, so each stands once. */
import type { RawItem, RawNode } from "./rule-set-schema";
import { reportDuplicates, type SeedFile, type SeedPath, type SeedProblem } from "./seed-file";

interface Parts {
  readonly conditions: readonly RawNode[];
  readonly routes: readonly { readonly id: string }[];
  readonly score?: { readonly id: string } | undefined;
  readonly groups: readonly { readonly id: string; readonly items: readonly RawItem[] }[];
}

export interface RuleIds {
  /** Conditions, groups of conditions and general conditions of the file. */
  readonly conditions: ReadonlySet<string>;
  readonly routes: ReadonlySet<string>;
  readonly score: string | null;
  readonly scoreGroups: ReadonlySet<string>;
}

/** Gathers the ids and reports those that stand twice. Score groups have names of their own, apart from the rest. */
export function reportIds(
  seed: Pick<SeedFile<unknown>, "file" | "line">,
  { conditions, routes, score, groups }: Parts,
  problems: SeedProblem[],
): RuleIds {
  const placed = (id: string, path: SeedPath): { id: string; file: string; line: number } => ({
    id,
    file: seed.file,
    line: seed.line([...path, "id"]),
  });
  const nodes = walk(conditions, ["conditions"]);
  const items = groups.flatMap((group, index) =>
    group.items.map(({ id }, at) => ({ id, path: itemPath(score === undefined, index, at) })),
  );
  reportDuplicates(
    [
      ...nodes.map(({ id, path }) => placed(id, path)),
      ...routes.map(({ id }, index) => placed(id, ["routes", index])),
      ...(score ? [placed(score.id, ["score"])] : []),
      ...items.map(({ id, path }) => placed(id, path)),
    ],
    "id",
    problems,
  );
  if (score)
    reportDuplicates(
      groups.map(({ id }, index) => placed(id, ["score", "groups", index])),
      "group",
      problems,
    );
  return {
    conditions: new Set(nodes.map(({ id }) => id)),
    routes: new Set(routes.map(({ id }) => id)),
    score: score?.id ?? null,
    scoreGroups: new Set(groups.map(({ id }) => id)),
  };
}

/** A regional file has one list of items, a rule set has groups. */
function itemPath(regional: boolean, group: number, item: number): SeedPath {
  return regional ? ["items", item] : ["score", "groups", group, "items", item];
}

function walk(nodes: readonly RawNode[], path: SeedPath): { id: string; path: SeedPath }[] {
  return nodes.flatMap((node, index) => {
    const at: SeedPath = [...path, index];
    const own = { id: node.id, path: at };
    if ("any" in node) return [own, ...walk(node.any, [...at, "any"])];
    if ("all" in node) return [own, ...walk(node.all, [...at, "all"])];
    if ("at_least" in node) return [own, ...walk(node.at_least.of, [...at, "at_least", "of"])];
    return [own];
  });
}
