/** Whether a built script runs in the Chromium inside WPS. */
import { parse, type Node } from "acorn";
import { problem, type ManifestProblem } from "../../manifest/manifest-problem";
import { LATER_MEMBERS, LATER_OBJECTS, laterStyle, OLDEST_CHROMIUM, OWNERS } from "./later-web";

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
  if (name === null || !LATER_MEMBERS.has(name)) return null;
  const owner = OWNERS.get(name);
  return owner === undefined || ("object" in callee && nameOf(callee.object) === owner) ? name : null;
}

/** The late object that is made here; behind a question such as `typeof X` it may be: the question names it and does not make it. */
function lateObject(node: Node): string | null {
  if (node.type !== "NewExpression" || !("callee" in node)) return null;
  const { callee } = node;
  // `new Intl.Segmenter()` as well.
  const name = nameOf(isNode(callee) && callee.type === "MemberExpression" ? partOf(callee, "property") : callee);
  return name !== null && LATER_OBJECTS.has(name) ? name : null;
}

/** The text of a string, or of a part of a template. */
function textOf(node: Node): string | null {
  const value = partOf(node, "value");
  if (node.type === "Literal") return typeof value === "string" ? value : null;
  if (node.type !== "TemplateElement" || typeof value !== "object" || value === null) return null;
  return "cooked" in value && typeof value.cooked === "string" ? value.cooked : null;
}

/** Whether a regular expression is one of ES2020's: not its flags v and d, nor what came into patterns later. */
function isEarlyPattern(node: Node): boolean {
  const raw = partOf(node, "raw");
  if (typeof raw !== "string") return true;
  try {
    parse(raw, { ecmaVersion: 2020 });
    return true;
  } catch {
    return false;
  }
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
  return regex !== undefined && !isEarlyPattern(node) ? 90 : null;
}

const unreadable = (path: string, said: string, place: string): ManifestProblem =>
  problem(
    path,
    `WPS 里的 Chromium ${OLDEST_CHROMIUM} 读不懂这个脚本（${said}，在 …${place}…）。请看 webpack.wps.config.js 有没有漏转的包。`,
    `Chromium ${OLDEST_CHROMIUM} in WPS can't read this script (${said}, at …${place}…). See whether webpack.wps.config.js leaves a package as it came.`,
  );

const lateStyle = (path: string, { word, since }: { readonly word: string; readonly since: number }): ManifestProblem =>
  problem(
    path,
    `样式或选择器里有 ${word}，Chromium ${since} 才认识：整条会不起作用，写在脚本里查元素时还会出错。请换一种写法。`,
    `A style or selector has ${word}, which came with Chromium ${since}: the rule is dropped, and a script that looks for elements by it fails. Write it another way.`,
  );

/** The same of a style sheet. */
export function checkStyles(path: string, css: string): readonly ManifestProblem[] {
  const style = laterStyle(css);
  return style === null ? [] : [lateStyle(path, style)];
}

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
    const late = lateCall(node) ?? lateObject(node);
    if (late !== null) {
      const from = LATER_MEMBERS.get(late) ?? LATER_OBJECTS.get(late) ?? "";
      problems.push(
        problem(
          path,
          `用到了 ${late}，Chromium ${from} 才有（在 …${placeIn(code, node.start)}…）。请先问有没有，或换一种写法。`,
          `It calls ${late}, which came with Chromium ${from} (at …${placeIn(code, node.start)}…). Ask for it first, or do without.`,
        ),
      );
    }
    const style = laterStyle(textOf(node) ?? "");
    if (style !== null) problems.push(lateStyle(path, style));
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
