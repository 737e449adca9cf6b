/**
 * What is kept of a run of the library, so that a later one can say who came and went: compact JSON, words in tables and firms as lists
 * of places in them. 30,000 enterprises take about 3 MB.
 */
import { z } from "zod";
import type { Text } from "../words/text";
import { LISTS, type FirmRecord, type Library, type ListId } from "./library";

const FORMAT = "zjtx-library-run";
const VERSION = 1;

/** What a run said of one enterprise. */
export interface KeptFirm {
  readonly key: string;
  readonly name: string;
  readonly highest: string | null;
  readonly titles: readonly string[];
  readonly lists: readonly ListId[];
  readonly target: string | null;
  readonly unmet: readonly string[];
}

export interface RunSnapshot {
  readonly asOf: string;
  readonly editions: Readonly<Record<string, string>>;
  readonly firms: readonly KeptFirm[];
}

export interface SnapshotRefusal {
  readonly kind: "refused";
  readonly message: Text;
}

/**
 * What tells an enterprise from the others in every run: its credit code, else its name; null where the sheet has neither.
 * A firm whose code is filled in later counts as another one.
 */
export function firmKey({ firm }: Pick<FirmRecord, "firm">): string | null {
  if (firm.creditCode !== "") return firm.creditCode;
  const name = firm.name.trim();
  return name === "" ? null : name;
}

/** The firms of a library as they are kept; of one that stands twice in the sheet the first. */
export function snapshotOf(library: Library): RunSnapshot {
  const firms = new Map<string, KeptFirm>();
  for (const record of library.records) {
    const key = firmKey(record);
    if (key === null || firms.has(key)) continue;
    const { firm, highest, titles, lists, target, unmet } = record;
    firms.set(key, { key, name: firm.name, highest, titles, lists, target, unmet });
  }
  return { asOf: library.asOf, editions: library.editions, firms: [...firms.values()] };
}

const place = z.number().int().min(-1);
const runSchema = z.strictObject({
  format: z.literal(FORMAT),
  version: z.literal(VERSION),
  asOf: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
  editions: z.record(z.string(), z.string()),
  tiers: z.array(z.string()),
  conditions: z.array(z.string()),
  /** Key, name, highest, titles, lists, target, unmet: places in `tiers`, `LISTS` and `conditions`, -1 for none. */
  firms: z.array(z.tuple([z.string(), z.string(), place, z.array(place), z.array(place), place, z.array(place)])),
});

/** A snapshot as text. */
export function packRun({ asOf, editions, firms }: RunSnapshot): string {
  const tiers = new Words();
  const conditions = new Words();
  const packed = firms.map(({ key, name, highest, titles, lists, target, unmet }) => [
    key,
    name,
    highest === null ? -1 : tiers.place(highest),
    titles.map((tier) => tiers.place(tier)),
    lists.map((list) => LISTS.indexOf(list)),
    target === null ? -1 : tiers.place(target),
    unmet.map((id) => conditions.place(id)),
  ]);
  const run = { format: FORMAT, version: VERSION, asOf, editions, tiers: tiers.list, conditions: conditions.list };
  return JSON.stringify({ ...run, firms: packed });
}

class Words {
  readonly list: string[] = [];
  private readonly places = new Map<string, number>();

  place(word: string): number {
    const known = this.places.get(word);
    if (known !== undefined) return known;
    this.places.set(word, this.list.length);
    return this.list.push(word) - 1;
  }
}

/** A snapshot back from its text. Anything else, and another version, is refused with what to do. */
export function readRun(text: string): RunSnapshot | SnapshotRefusal {
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch {
    return refused(BROKEN);
  }
  const head = z.object({ format: z.string(), version: z.number() }).safeParse(raw);
  if (!head.success || head.data.format !== FORMAT) return refused(FOREIGN);
  if (head.data.version !== VERSION) return refused(head.data.version > VERSION ? NEWER : OLDER);
  const run = runSchema.safeParse(raw);
  if (!run.success) return refused(BROKEN);
  const { tiers, conditions } = run.data;
  const word = (list: readonly string[], at: number): string | null => list[at] ?? null;
  const words = (list: readonly string[], places: readonly number[]): string[] =>
    places.flatMap((at) => list[at] ?? []);
  return {
    asOf: run.data.asOf,
    editions: run.data.editions,
    firms: run.data.firms.map(([key, name, highest, titles, lists, target, unmet]) => ({
      key,
      name,
      highest: word(tiers, highest),
      titles: words(tiers, titles),
      lists: lists.flatMap((at) => LISTS[at] ?? []),
      target: word(tiers, target),
      unmet: words(conditions, unmet),
    })),
  };
}

function refused(message: Text): SnapshotRefusal {
  return { kind: "refused", message };
}

const BROKEN: Text = {
  zh: "上次的培育库记录已损坏，没法比较。请重新保存一次本次的记录，下次再比。",
  en: "The record of the last run is damaged and can't be compared. Save this run's record and compare next time.",
};
const FOREIGN: Text = {
  zh: "这不是培育库记录。请选培育库保存的记录文件。",
  en: "This is no record of a library run. Please choose one that the library has saved.",
};
const OLDER: Text = {
  zh: "上次的培育库记录是旧版本保存的，内容不够比较。请重新保存一次本次的记录，下次再比。",
  en: "The record of the last run was saved by an older version and does not hold enough. Save this run's record and compare next time.",
};
const NEWER: Text = {
  zh: "上次的培育库记录是更新的版本保存的，请先升级再比较。",
  en: "The record of the last run was saved by a newer version. Please update before comparing.",
};
