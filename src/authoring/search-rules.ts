/**
 * Finds words, numbers and clauses in all editions at once. Every word asked for must stand in the line, in whatever order; a number is a whole
 * one: 5% does not find 15% or 2.5%, and 1000 finds 1,000.
 */
import type { Purpose, RuleSet } from "../policy/rule-set";
import type { Vocabulary } from "../language/vocabulary";
import { editionLines, type EditionLine } from "./edition-lines";

export interface RuleHit {
  readonly edition: RuleSet;
  /** The purpose it reads so for: the one asked for, or the only one that has the line. */
  readonly purpose: Purpose;
  readonly line: EditionLine;
}

/** One spelling: half-width, lower case, no commas inside numbers, ≥ and > alike with what people type for them. */
function folded(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/(\d),(?=\d{3}(?!\d))/g, "$1")
    .replace(/>=/g, "≥")
    .replace(/<=/g, "≤");
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

/** A word as a pattern: at a digit it must be the number's own edge. */
function patternOf(word: string): RegExp {
  const before = /^\d/.test(word) ? "(?<![\\d.])" : "";
  const after = /\d$/.test(word) ? "(?!\\.?\\d)" : "";
  return new RegExp(`${before}${escaped(word)}${after}`, "u");
}

function written({ text, numbers, note, cited }: EditionLine): string {
  const texts = [text, ...numbers, ...(note === null ? [] : [note])];
  return folded([...texts.flatMap(({ zh, en }) => [zh, en]), cited?.clause ?? ""].join("\n"));
}

interface Entry extends RuleHit {
  readonly written: string;
}

export class RuleIndex {
  private entries: readonly Entry[] | null = null;

  constructor(
    private readonly editions: readonly RuleSet[],
    private readonly vocabulary: Vocabulary,
    private readonly purpose: Purpose,
  ) {}

  /**
   * The lines that hold all words, edition by edition; none for a query without words.
   * @param means whether a text is what a query may stand for; asked where no line holds the words themselves
   */
  find(query: string, means: (text: string, query: string) => boolean = () => false): readonly RuleHit[] {
    const words = folded(query)
      .split(/[\s，、；;]+/)
      .filter((word) => word !== "")
      .map(patternOf);
    if (words.length === 0) return [];
    this.entries ??= this.all();
    const found = this.entries.filter(({ written: text }) => words.every((word) => word.test(text)));
    return found.length > 0 ? found : this.entries.filter(({ line }) => means(line.text.zh, query));
  }

  /** The nation's rules with a province's points are one file: what reads alike is found once. */
  private all(): readonly Entry[] {
    const seen = new Set<string>();
    return this.editions
      .flatMap((edition) => this.entriesOf(edition))
      .filter(({ edition: { file }, line: { kind, id }, written: text }) => {
        const key = [file, kind, id, text].join("\n");
        return seen.size < seen.add(key).size;
      });
  }

  /** What reads differently at the other purpose is found too. */
  private entriesOf(edition: RuleSet): readonly Entry[] {
    const other: Purpose = this.purpose === "new" ? "review" : "new";
    const entry =
      (purpose: Purpose) =>
      (line: EditionLine): Entry => ({ edition, purpose, line, written: written(line) });
    const own = editionLines(edition, this.purpose, this.vocabulary).map(entry(this.purpose));
    const known = new Set(own.map((one) => `${one.line.id} ${one.written}`));
    const more = editionLines(edition, other, this.vocabulary)
      .map(entry(other))
      .filter((one) => !known.has(`${one.line.id} ${one.written}`));
    return [...own, ...more];
  }
}
