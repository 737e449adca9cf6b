/** The table of editions in docs/rules: how many conditions (the line of a score is one) and scored items each has, by how sure they are. */
import { readFileSync } from "node:fs";
import { allEditions, conditionsOf, type Purpose, type RuleSet, type ScoreItem } from "../../src/policy/rule-set";
import type { Evidence } from "../../src/words/citation";
import { theRelease } from "../release";

const { policy, vocabulary } = theRelease();
const PURPOSES: readonly Purpose[] = ["new", "review"];
/** Tiers that provinces grant by rules of their own. */
const PROVINCIAL = new Set(["champion-province", "gazelle", "unicorn"]);

/** An item, and those of a province that it may be the sum of. */
function withParts(item: ScoreItem): readonly ScoreItem[] {
  const { scoring } = item;
  const parts = scoring.kind === "mark" ? scoring.fallback : scoring;
  return parts?.kind === "parts" ? [item, ...parts.items] : [item];
}

/** `11 / 6 / 0`: seen in two copies, in one, provisional. */
function counted({ forPurpose }: RuleSet): string {
  const found = new Map<string, Evidence>();
  for (const purpose of PURPOSES) {
    const { general, conditions, routes, score } = forPurpose[purpose];
    for (const one of [...conditionsOf([...general, ...conditions]), ...routes])
      found.set(`condition ${one.id}`, one.evidence);
    if (score !== null) found.set("score", score.evidence);
    for (const item of score?.groups.flatMap(({ items }) => items) ?? [])
      for (const own of withParts(item)) found.set(`item ${own.id}`, own.evidence);
  }
  const count = (evidence: Evidence): number => [...found.values()].filter((one) => one === evidence).length;
  return `${count("confirmed")} / ${count("single-source")} / ${count("provisional")}`;
}

/** The table has the ladder and what stands beside it as Shandong's firms are judged. */
function shown(): readonly (readonly [string, string])[] {
  const shandong = vocabulary.provinces.find(({ id }) => id === "shandong")?.code;
  return [...policy.rungs.flat(), ...policy.beside].flatMap((id) => {
    const entry = policy.tiers.get(id);
    if (entry === undefined) return [];
    const own = allEditions(entry).filter(({ place }) => place === shandong);
    const covered = new Set(own.map(({ edition }) => edition));
    // What holds where no province's rules are known is a person's judgement and has no row, unless the nation has rules of its own.
    const nation = PROVINCIAL.has(id) ? [] : entry.editions.filter(({ edition }) => !covered.has(edition));
    return [...own, ...nation]
      .sort((one, other) => one.inForce.from.localeCompare(other.inForce.from))
      .map((edition) => [`${id} ${edition.edition}`, counted(edition)] as const);
  });
}

test.each(["docs/rules.md", "docs/rules.zh-CN.md"])(
  "the evidence of every edition in %s is counted rightly",
  (page) => {
    let tier = "";
    const rows = [
      ...readFileSync(page, "utf8").matchAll(/^\| (.*?) ?\| ([\d-]+) \| .* \| (\d+ \/ \d+ \/ \d+) \|$/gm),
    ].map(([, name = "", edition = "", counts = ""]) => {
      tier = /`([\w-]+)`/.exec(name)?.[1] ?? tier;
      return [`${tier} ${edition}`, counts];
    });
    expect(rows).toEqual(shown());
  },
);
