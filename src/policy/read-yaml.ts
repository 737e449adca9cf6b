/**
 * A YAML text as plain data, or the first thing that keeps it from being read, with its line. Texts that only mean to exhaust the reader
 * (nesting without end, aliases of aliases of aliases) are refused before they are followed: what happens to a program that runs out of
 * stack or memory depends on the machine, a message does not.
 */
import {
  Composer,
  isAlias,
  isCollection,
  isMap,
  isNode,
  LineCounter,
  Parser,
  visit,
  type Alias,
  type CST,
  type Document,
  type Node,
} from "yaml";

/** Lists and maps inside one another; the seeds have about ten. */
const DEEPEST = 50;
/** Values that a file stands for once its aliases are followed; the largest seed file has some thousands. */
const MOST_VALUES = 100_000;

export interface YamlFault {
  /** 1-based. */
  readonly line: number;
  readonly reason: string;
  readonly fix: string;
}

export type YamlReading =
  | { readonly data: unknown; readonly document: Document; readonly lineAt: (offset: number) => number }
  | { readonly fault: YamlFault };

export function readYaml(text: string): YamlReading {
  const lines = new LineCounter();
  const lineAt = (offset: number): number => lines.linePos(offset).line;
  const tokens = [...new Parser(lines.addNewLine).parse(text)];
  const deep = tooDeep(tokens);
  if (deep !== null)
    return {
      fault: {
        line: lineAt(deep),
        reason: `lists and maps are nested deeper than ${DEEPEST}`,
        fix: "Check the brackets and the indentation from here up; nothing in the seeds needs that many",
      },
    };
  const [document, another] = [...new Composer().compose(tokens, true, text.length)];
  if (document === undefined) throw new Error("the package gives a document even where there is no text");
  const [broken] = document.errors;
  if (broken)
    // What follows the first break in the form is mostly a consequence of it.
    return {
      fault: {
        line: lineAt(broken.pos[0]),
        reason: `not readable as YAML: ${reasonOf(broken.message)}`,
        fix: FIXES[broken.code] ?? "Check the indentation, the quotes and the brackets from this line up",
      },
    };
  if (another !== undefined) return { fault: { line: lineAt(another.range[0]), ...TWO_DOCUMENTS } };
  const wrong = aliasFault(document);
  if (wrong) {
    const { alias, ...words } = wrong;
    return { fault: { line: lineAt(alias.range?.[0] ?? 0), ...words } };
  }
  // How much the aliases stand for has been counted above, so the package's own count is switched off.
  return { data: document.toJS({ maxAliasCount: -1 }), document, lineAt };
}

const FIXES: Readonly<Record<string, string>> = {
  DUPLICATE_KEY: "Keep one of the two lines",
  TAB_AS_INDENT: "Indent with spaces",
  MISSING_CHAR: "Close the quote or bracket",
};

const TWO_DOCUMENTS = {
  reason: "a line of three dashes begins a second document in the same file",
  fix: "Remove the line, or put what follows it into a file of its own",
};

/** The parser's message without the place and the excerpt that follow it. */
function reasonOf(message: string): string {
  return (message.split("\n")[0] ?? message).replace(/ at line \d+, column \d+:?$/, "").trim();
}

/** Where the nesting becomes too deep, or null. The first pass of the package keeps a list of its own, and so does this one: no recursion. */
function tooDeep(tokens: readonly CST.Token[]): number | null {
  const open: { readonly token: CST.Token; readonly depth: number }[] = tokens.map((token) => ({ token, depth: 0 }));
  for (let one = open.pop(); one !== undefined; one = open.pop()) {
    const { token, depth } = one;
    if (token.type === "document" && token.value) open.push({ token: token.value, depth });
    if (!("items" in token)) continue;
    if (depth === DEEPEST) return token.offset;
    for (const { key, value } of token.items)
      for (const inner of [key, value]) if (inner) open.push({ token: inner, depth: depth + 1 });
  }
  return null;
}

interface AliasFault {
  readonly alias: Alias;
  readonly reason: string;
  readonly fix: string;
}

/** What a node stands for once its aliases are followed: values in it, and lists and maps inside one another. */
interface Measure {
  readonly values: number;
  readonly depth: number;
}

/** The first alias that stands for nothing, for what it is part of itself, or for more than a file may hold. */
function aliasFault(document: Document): AliasFault | null {
  // The package looks through the whole document for every alias; one pass in the order of the text knows all anchors before it.
  const anchors = new Map<string, Node>();
  const targets = new Map<Alias, Node>();
  const measures = new Map<Node, Measure>();
  let values = 0;
  let found: AliasFault | null = null;
  visit(document, {
    Node: (_, node, path) => {
      values += 1;
      if (!isAlias(node)) {
        if (node.anchor !== undefined) anchors.set(node.anchor, node);
        return undefined;
      }
      const target = anchors.get(node.source);
      const fault = target === undefined ? nothing(node) : path.includes(target) ? INSIDE_ITSELF : null;
      if (fault === null && target !== undefined) {
        targets.set(node, target);
        const { values: more, depth } = measureOf(target, targets, measures);
        values += more;
        if (values <= MOST_VALUES && path.filter(isCollection).length + depth <= DEEPEST) return undefined;
      }
      found = { alias: node, ...(fault ?? TOO_MUCH) };
      return visit.BREAK;
    },
  });
  return found;
}

const nothing = ({ source }: Alias): Omit<AliasFault, "alias"> => ({
  reason: `the alias *${source} stands for nothing: no &${source} stands before it`,
  fix: `Write &${source} before what it shall repeat, or write the value itself`,
});

const INSIDE_ITSELF: Omit<AliasFault, "alias"> = {
  reason: "the alias stands inside what it stands for",
  fix: "Write the value itself",
};

const TOO_MUCH: Omit<AliasFault, "alias"> = {
  reason: `with its aliases followed, the file has more than ${MOST_VALUES} values or is nested deeper than ${DEEPEST}`,
  fix: "Write the values themselves; aliases of aliases multiply",
};

/** Every node is measured once. What aliases inside it stand for was measured where they stood, so the text's own nesting bounds the recursion. */
function measureOf(node: Node, targets: ReadonlyMap<Alias, Node>, known: Map<Node, Measure>): Measure {
  const before = known.get(node);
  if (before !== undefined) return before;
  const parts = isMap(node)
    ? node.items.flatMap(({ key, value }) => [key, value])
    : isCollection(node)
      ? node.items
      : [isAlias(node) ? targets.get(node) : undefined];
  let values = 1;
  let depth = 0;
  for (const part of parts) {
    if (!isNode(part)) continue;
    const inner = measureOf(part, targets, known);
    values += inner.values;
    depth = Math.max(depth, inner.depth);
  }
  const measure = { values, depth: depth + (isCollection(node) ? 1 : 0) };
  known.set(node, measure);
  return measure;
}
