/**
 * A YAML text that is changed value by value. What nobody touches stays byte for byte as it was: comments, quotes, the order of keys, lists
 * written on one line. Changes are stated against the text as it came and are applied together.
 */
import {
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  parse,
  type Document,
  type Node,
  type YAMLMap,
  type YAMLSeq,
} from "yaml";
import { readYaml } from "../policy/read-yaml";
import type { SeedPath } from "../policy/seed-file";
import { valueAt } from "../policy/value-at";

/** What can be written: a value, or a small map of values. */
export type Writable = string | number | boolean | null | readonly Writable[] | { readonly [key: string]: Writable };

/** A stretch of the text and what stands there instead; of two at one place the one of the deeper path comes first. */
interface Change {
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly depth: number;
}

/** Thrown for a text that is no YAML, with its line. */
export class UnreadableYaml extends Error {
  constructor(
    reason: string,
    readonly line: number,
  ) {
    super(reason);
  }
}

export class YamlText {
  /** The whole as plain data. */
  readonly data: unknown;
  readonly lineAt: (offset: number) => number;
  private readonly document: Document;
  private readonly changes: Change[] = [];

  /** @throws UnreadableYaml */
  constructor(readonly text: string) {
    const reading = readYaml(text);
    if ("fault" in reading) throw new UnreadableYaml(reading.fault.reason, reading.fault.line);
    this.document = reading.document;
    this.data = reading.data;
    this.lineAt = reading.lineAt;
  }

  /** Whether a value stands at the path. */
  has(path: SeedPath): boolean {
    return this.nodeAt(path) !== null;
  }

  /** The plain data at the path; undefined where nothing stands there. */
  value(path: SeedPath): unknown {
    return valueAt(this.data, path);
  }

  /** Writes a value: in the place of the one that stands there, or as a new key of the map it belongs to. */
  set(path: SeedPath, value: Writable): void {
    const node = this.nodeAt(path);
    const depth = path.length;
    if (node !== null) {
      const [from, to] = rangeOf(node);
      const quoted = isScalar(node) && (node.type === "QUOTE_DOUBLE" || node.type === "QUOTE_SINGLE");
      // A block of text ends with its line, and so must what replaces it.
      const block = isScalar(node) && (node.type === "BLOCK_LITERAL" || node.type === "BLOCK_FOLDED");
      this.add({ from, to, text: written(value, this.inFlow(path), quoted) + (block ? "\n" : ""), depth });
      return;
    }
    const parent = this.nodeAt(path.slice(0, -1));
    if (!isMap(parent)) throw new RangeError(`nothing stands at ${path.slice(0, -1).join(".")}`);
    const key = String(path.at(-1));
    const last = lastOffset(parent);
    if (parent.flow === true)
      this.add({ from: last, to: last, text: `, ${key}: ${written(value, true, false)}`, depth });
    else this.addLines(last, [`${key}: ${written(value, false, false)}`], this.columnOf(parent), depth);
  }

  /** Gives a key another name; its value stays. */
  rename(path: SeedPath, key: string): void {
    const pair = this.pairAt(path);
    if (pair === null) throw new RangeError(`nothing stands at ${path.join(".")}`);
    const [from, to] = rangeOf(pair.key);
    this.add({ from, to, text: key, depth: path.length });
  }

  /** Takes a key with its value, or an item of a list, out of the text. */
  remove(path: SeedPath): void {
    const parent = this.nodeAt(path.slice(0, -1));
    const step = path.at(-1);
    const pair = this.pairAt(path);
    const node = this.nodeAt(path);
    const first = pair?.key ?? node;
    if (first === null || parent === null) throw new RangeError(`nothing stands at ${path.join(".")}`);
    const start = rangeOf(first)[0];
    const end = node === null ? rangeOf(first)[1] : lastOffset(node);
    if ((isMap(parent) || isSeq(parent)) && parent.flow === true) {
      const nodes = isMap(parent) ? parent.items.map(({ key }) => key) : parent.items;
      const index = isMap(parent) ? nodes.indexOf(first) : Number(step);
      const before = index > 0 ? this.nodeAt([...path.slice(0, -1), ...this.stepAt(parent, index - 1)]) : null;
      const after = nodes[index + 1];
      if (before !== null) this.add({ from: lastOffset(before), to: end, text: "", depth: path.length });
      else this.add({ from: start, to: isNode(after) ? rangeOf(after)[0] : end, text: "", depth: path.length });
      return;
    }
    this.add({ from: this.lineStart(start), to: this.lineEnd(end), text: "", depth: path.length });
  }

  /** Writes a new item of a list behind the item `after` (-1: before the first), in the form of its neighbours. */
  insert(list: SeedPath, after: number, item: Readonly<Record<string, Writable>>): void {
    const seq = this.nodeAt(list);
    if (!isSeq(seq)) throw new RangeError(`no list stands at ${list.join(".")}`);
    const depth = list.length + 1;
    const neighbour = seq.items[Math.max(after, 0)];
    if (!isNode(neighbour)) throw new RangeError(`no item ${after} in ${list.join(".")}`);
    if (seq.flow === true) {
      const text = written(item, true, false);
      const [start] = rangeOf(neighbour);
      const end = lastOffset(neighbour);
      if (after < 0) this.add({ from: start, to: start, text: `${text}, `, depth });
      else this.add({ from: end, to: end, text: `, ${text}`, depth });
      return;
    }
    const dash = this.lineStart(rangeOf(neighbour)[0]);
    const column = this.text.slice(dash).search(/-/);
    const inline = isMap(neighbour) && neighbour.flow === true;
    const lines = inline
      ? [`- ${written(item, true, false)}`]
      : Object.entries(item).map(
          ([key, value], at) => `${at === 0 ? "- " : "  "}${key}: ${written(value, false, false)}`,
        );
    if (after < 0) {
      const indented = lines.map((line) => `${" ".repeat(column)}${line}\n`).join("");
      this.add({ from: dash, to: dash, text: indented, depth });
    } else this.addLines(lastOffset(neighbour), lines, column, depth);
  }

  /** The text with all changes made. */
  result(): string {
    const ordered = [...this.changes].sort((a, b) => a.from - b.from || b.depth - a.depth || a.to - b.to);
    let at = 0;
    let text = "";
    for (const change of ordered) {
      // What stands inside something taken out goes with it.
      if (change.from < at) continue;
      text += this.text.slice(at, change.from) + change.text;
      at = change.to;
    }
    return text + this.text.slice(at);
  }

  /** 1-based line of the value at the path, or of the nearest thing around it. */
  line(path: SeedPath): number {
    for (let length = path.length; length > 0; length -= 1) {
      const node = this.nodeAt(path.slice(0, length));
      if (node !== null) return this.lineAt(rangeOf(node)[0]);
    }
    return 1;
  }

  private add(change: Change): void {
    this.changes.push(change);
  }

  private addLines(after: number, lines: readonly string[], column: number, depth: number): void {
    const at = this.lineEnd(after);
    const indented = lines.map((line) => " ".repeat(column) + line).join("\n");
    const open = at === this.text.length && !this.text.endsWith("\n");
    this.add({ from: at, to: at, text: open ? `\n${indented}` : `${indented}\n`, depth });
  }

  private lineStart(offset: number): number {
    return this.text.lastIndexOf("\n", offset - 1) + 1;
  }

  /** Behind the line break. */
  private lineEnd(offset: number): number {
    // A block of text reaches to the start of the next line already.
    if (this.text[offset - 1] === "\n") return offset;
    const end = this.text.indexOf("\n", offset);
    return end < 0 ? this.text.length : end + 1;
  }

  private columnOf(map: YAMLMap): number {
    const key = map.items[0]?.key;
    if (!isNode(key)) return 0;
    const [start] = rangeOf(key);
    return start - this.lineStart(start);
  }

  private nodeAt(path: SeedPath): Node | null {
    let node: unknown = this.document.contents;
    for (const step of path) {
      if (isAlias(node)) node = node.resolve(this.document);
      if (isMap(node)) node = node.items.find(({ key }) => isScalar(key) && key.value === step)?.value;
      else if (isSeq(node) && typeof step === "number") node = node.items[step];
      else return null;
    }
    return isNode(node) ? node : null;
  }

  private pairAt(path: SeedPath): { readonly key: Node } | null {
    const parent = this.nodeAt(path.slice(0, -1));
    if (!isMap(parent)) return null;
    const key = parent.items.find((pair) => isScalar(pair.key) && pair.key.value === path.at(-1))?.key;
    return isNode(key) ? { key } : null;
  }

  private stepAt(parent: YAMLMap | YAMLSeq, index: number): SeedPath {
    if (isSeq(parent)) return [index];
    const key = parent.items[index]?.key;
    return isScalar(key) ? [String(key.value)] : [];
  }

  /** Whether the value stands inside brackets, where a comma would end it. */
  private inFlow(path: SeedPath): boolean {
    for (let length = 0; length < path.length; length += 1) {
      const node = this.nodeAt(path.slice(0, length));
      if ((isMap(node) || isSeq(node)) && node.flow === true) return true;
    }
    return false;
  }
}

function rangeOf(node: Node): readonly [number, number] {
  if (!node.range) throw new RangeError("a value that does not stand in the text");
  return [node.range[0], node.range[1]];
}

/** Where the last thing of a value ends; a list or map in lines counts the blank lines behind it as its own, this does not. */
function lastOffset(node: Node): number {
  if ((isMap(node) || isSeq(node)) && node.flow !== true) {
    const last = node.items.at(-1);
    const inner = isMap(node) ? (node.items.at(-1)?.value ?? node.items.at(-1)?.key) : last;
    if (isNode(inner)) return lastOffset(inner);
  }
  return rangeOf(node)[1];
}

/** A value as YAML: plain where that reads back as the same, in double quotes otherwise. */
function written(value: Writable, flow: boolean, quoted: boolean): string {
  if (typeof value === "string") {
    // Dates are quoted throughout the seeds, though YAML would read them as texts without.
    const date = /^\d{4}-\d{2}(-\d{2})?$/.test(value);
    const plain = !date && value.trim() !== "" && !/[\n\r]/.test(value) && readsBack(value, flow);
    return plain && !quoted ? value : JSON.stringify(value);
  }
  if (typeof value !== "object" || value === null) return String(value);
  if (isList(value)) return `[${value.map((part) => written(part, true, false)).join(", ")}]`;
  return `{ ${Object.entries(value)
    .map(([key, part]) => `${written(key, true, false)}: ${written(part, true, false)}`)
    .join(", ")} }`;
}

function isList(value: object): value is readonly Writable[] {
  return Array.isArray(value);
}

function readsBack(text: string, flow: boolean): boolean {
  try {
    const read: unknown = parse(flow ? `{ k: ${text} }` : `k: ${text}`, { logLevel: "silent" });
    if (typeof read !== "object" || read === null) return false;
    const entries = Object.entries(read);
    return entries.length === 1 && entries[0]?.[0] === "k" && entries[0][1] === text;
  } catch {
    return false;
  }
}
