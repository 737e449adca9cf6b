/** The headings of a vocabulary, folded, with the fields they name and how well they name them. */
import type { Field, Vocabulary } from "../../language/vocabulary";
import type { Confidence } from "./confidence";
import { foldKey } from "../../words/plain-text";

/** A field that a heading names. */
export interface Owner {
  readonly field: Field;
  /** `likely` and `doubtful` for words that mean the field usually, or maybe. */
  readonly confidence: Confidence;
  /** 0 for the main heading, then the synonyms in the order of the vocabulary, then the looser words. */
  readonly rank: number;
}

const likelyFrom = 200;
const doubtfulFrom = 400;

function pairsOf(text: string): ReadonlySet<string> {
  const pairs = new Set<string>();
  for (let at = 0; at + 1 < text.length; at++) pairs.add(text.slice(at, at + 2));
  return pairs;
}

export class HeadingKeys {
  private readonly byKey = new Map<string, Owner[]>();
  private readonly pairsOfKey: { readonly field: Field; readonly pairs: ReadonlySet<string> }[] = [];
  readonly fields: readonly Field[];

  constructor(vocabulary: Vocabulary, kind: Field["of"]) {
    const fields = [...vocabulary.fields.values()].filter((field) => field.of === kind);
    this.fields = fields;
    for (const field of fields) this.add(field.name.zh, { field, confidence: "sure", rank: 0 });
    for (const field of fields) {
      [field.name.en, ...field.synonyms, field.id].forEach((heading, at) =>
        this.add(heading, { field, confidence: "sure", rank: at + 1 }),
      );
    }
    // Once more without the brackets inside a heading, 所在县（市、区） as 所在县, where no other field owns the short form.
    for (const field of fields) {
      for (const heading of [field.name.zh, ...field.synonyms]) {
        const short = heading.replace(/（[^（）]*）/g, "");
        if (short !== heading && !this.byKey.has(foldKey(short))) {
          this.add(short, { field, confidence: "sure", rank: likelyFrom - 1 });
        }
      }
    }
    for (const [looser, confidence, from] of [
      ["likely", "likely", likelyFrom],
      ["doubtful", "doubtful", doubtfulFrom],
    ] as const) {
      for (const field of fields) {
        field.looserHeadings[looser].forEach((heading, at) =>
          this.add(heading, { field, confidence, rank: from + at }),
        );
      }
    }
  }

  /** Main headings come first and keep their key for themselves, as synonyms do before looser words; a key two fields share stays open. */
  private add(heading: string, owner: Owner): void {
    const key = foldKey(heading);
    if (key === "") return;
    const owners = this.byKey.get(key);
    if (owners === undefined) {
      this.byKey.set(key, [owner]);
      this.pairsOfKey.push({ field: owner.field, pairs: pairsOf(key) });
      return;
    }
    const [first] = owners;
    if (first === undefined || owners.some(({ field }) => field === owner.field)) return;
    if (first.rank > 0 && first.confidence === owner.confidence) owners.push(owner);
  }

  of(key: string): readonly Owner[] | undefined {
    return this.byKey.get(key);
  }

  /** Up to three fields with headings like the text, by the share of neighbouring letter pairs they have in common. */
  alike(stem: string, except: Field | null): string[] {
    if (stem.length < 2 || stem.length > 60) return [];
    const pairs = pairsOf(stem);
    const best = new Map<string, number>();
    for (const { field, pairs: others } of this.pairsOfKey) {
      if (field === except) continue;
      let common = 0;
      for (const pair of pairs) if (others.has(pair)) common += 1;
      const score = (2 * common) / (pairs.size + others.size);
      if (score >= 0.5 && score > (best.get(field.id) ?? 0)) best.set(field.id, score);
    }
    return [...best.entries()]
      .sort((one, other) => other[1] - one[1])
      .slice(0, 3)
      .map(([id]) => id);
  }
}
