/** Whether a built script runs in the Chromium inside WPS: how old that is nobody says, so it is held to one older than any seen. */
import { parse, type Node } from "acorn";
import { problem, type ManifestProblem } from "../../manifest/manifest-problem";

/** The version scripts are built for. Its language is ES2020 and, before they were standard, fields of classes. */
export const OLDEST_CHROMIUM = 80;

/** Members of the web platform that came later and that core-js does not fill in, with the Chromium they came with. */
const LATER: ReadonlyMap<string, number> = new Map([
  ["randomUUID", 92],
  ["replaceChildren", 86],
  ["showSaveFilePicker", 86],
  ["showOpenFilePicker", 86],
  ["Segmenter", 87],
  ["timeout", 103],
  ["postTask", 94],
  ["checkVisibility", 105],
  ["throwIfAborted", 100],
  ["hidePopover", 114],
  ["showPopover", 114],
]);

/** `timeout` is a name of many things; only this object's came late. */
const OWNERS: ReadonlyMap<string, string> = new Map([["timeout", "AbortSignal"]]);

const isNode = (value: unknown): value is Node =>
  typeof value === "object" && value !== null && "type" in value && typeof value.type === "string";

function* nodesOf(root: Node): Generator<Node> {
  const waiting: Node[] = [root];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    yield node;
    for (const value of Object.values(node)) {
      const parts: readonly unknown[] = Array.isArray(value) ? value : [value];
      for (const part of parts) if (isNode(part)) waiting.push(part);
    }
  }
}

const nameOf = (node: unknown): string | null =>
  isNode(node) && node.type === "Identifier" && "name" in node && typeof node.name === "string" ? node.name : null;

/** The late member that is called here, if one is: a call that asks first (`x?.()`) or a test for it is none. */
function lateCall(node: Node): string | null {
  if (node.type !== "CallExpression" || !("callee" in node) || ("optional" in node && node.optional === true))
    return null;
  const { callee } = node;
  if (!isNode(callee) || callee.type !== "MemberExpression" || !("property" in callee)) return null;
  const name = nameOf(callee.property);
  if (name === null || !LATER.has(name)) return null;
  const owner = OWNERS.get(name);
  return owner === undefined || ("object" in callee && nameOf(callee.object) === owner) ? name : null;
}

const partOf = (node: Node, name: string): unknown => Object.entries(node).find(([key]) => key === name)?.[1];

/** Words of the language that came later, with the Chromium they came with; null for all others. */
function laterSyntax(node: Node): number | null {
  const key = partOf(node, "key");
  const left = partOf(node, "left");
  if (node.type === "MethodDefinition" && isNode(key) && key.type === "PrivateIdentifier") return 84;
  if (node.type === "AssignmentExpression" && /^(\?\?|\|\||&&)=$/.test(String(partOf(node, "operator")))) return 85;
  if (node.type === "StaticBlock") return 94;
  if (node.type === "BinaryExpression" && isNode(left) && left.type === "PrivateIdentifier") return 91;
  const regex = partOf(node, "regex");
  const flags = typeof regex === "object" && regex !== null && "flags" in regex ? String(regex.flags) : "";
  if (flags.includes("v")) return 112;
  return flags.includes("d") ? 90 : null;
}

const unreadable = (path: string, said: string, place: string): ManifestProblem =>
  problem(
    path,
    `WPS 里的 Chromium ${OLDEST_CHROMIUM} 读不懂这个脚本（${said}，在 …${place}…）。请看 webpack.wps.config.js 有没有漏转的包。`,
    `Chromium ${OLDEST_CHROMIUM} in WPS can't read this script (${said}, at …${place}…). See whether webpack.wps.config.js leaves a package as it came.`,
  );

const isAsync = (node: Node): boolean => "async" in node && node.async === true;

const placeIn = (code: string, at: number): string => code.slice(Math.max(0, at - 30), at + 50).replaceAll(/\s+/g, " ");

/**
 * What would keep the script from running there.
 * @param synchronous WPS calls functions and ribbon callbacks and takes what they return: no part of such a script may be async.
 */
export function checkBundle(path: string, code: string, synchronous: boolean): readonly ManifestProblem[] {
  let root: Node;
  try {
    root = parse(code, { ecmaVersion: "latest", sourceType: "script" });
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    const at = error instanceof SyntaxError && "pos" in error && typeof error.pos === "number" ? error.pos : 0;
    return [unreadable(path, said, placeIn(code, at))];
  }
  const problems: ManifestProblem[] = [];
  for (const node of nodesOf(root)) {
    const since = laterSyntax(node);
    if (since !== null) problems.push(unreadable(path, `Chromium ${since}`, placeIn(code, node.start)));
    const late = lateCall(node);
    if (late !== null) {
      problems.push(
        problem(
          path,
          `用到了 ${late}，Chromium ${LATER.get(late) ?? ""} 才有（在 …${placeIn(code, node.start)}…）。请先问有没有，或换一种写法。`,
          `It calls ${late}, which came with Chromium ${LATER.get(late) ?? ""} (at …${placeIn(code, node.start)}…). Ask for it first, or do without.`,
        ),
      );
    }
    if (synchronous && isAsync(node)) {
      problems.push(
        problem(
          path,
          `里面有 async（在 …${placeIn(code, node.start)}…）：WPS 只取函数立刻返回的值，有的版本遇到 async 连选项卡都不显示。`,
          `It has an async function (at …${placeIn(code, node.start)}…): WPS takes what is returned at once, and some builds show no ribbon because of one.`,
        ),
      );
    }
  }
  return problems;
}
