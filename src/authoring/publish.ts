/**
 * A draft made an edition of its own: its file, the edition before it ended the day before, both in the catalogue, and the table of border
 * cases. The whole is loaded once more as it would be released; nothing is handed out that the loader refuses.
 */
import { firstDay } from "../policy/editions";
import { loadPolicy } from "../policy/load-criteria";
import { allEditions, type RuleSet } from "../policy/rule-set";
import { SeedError } from "../policy/seed-file";
import { isoOfSerial, serialOfIso } from "../words/calendar";
import type { Text } from "../words/text";
import { borderTable } from "./border-table";
import type { Draft, DraftSource } from "./draft";
import { YamlText, type Writable } from "./yaml-text";

/** Files by their path in a checkout: `seeds/national/…`, `test/cases/thresholds/…`. */
export type Published = ReadonlyMap<string, string>;

export interface Refused {
  readonly refused: readonly Text[];
}

const MARK = { zh: "（草案按程序算，待手工核对）", en: " (worked out from the draft, to be checked by hand)" };

/** @param edition the day it comes into force: YYYY-MM-DD */
export function publish(draft: Draft, edition: string, source: DraftSource): Published | Refused {
  const [before] = draft.ruleSets;
  if (before === undefined) throw new RangeError("a draft has a rule set");
  const start = serialOfIso(edition);
  if (start === null || !/^\d{4}-\d{2}-\d{2}$/.test(edition))
    return refusal(`“${edition}”不是一天。请写成 2027-04-01 这样。`, `“${edition}” is no day. Write it as 2027-04-01.`);
  if (edition <= firstDay(before.inForce.from))
    return refusal(
      `新版的施行日 ${edition} 不晚于它所改的 ${before.edition} 版（${before.inForce.from} 起施行）。请写更晚的一天。`,
      `The new edition's day ${edition} is not after ${before.inForce.from}, when the edition it was made from (${before.edition}) came into force. Give a later day.`,
    );
  if (before.inForce.until !== null)
    return refusal(
      `${before.edition} 版已在 ${before.inForce.until} 停止施行，后面还有新版。请从现行的一版起草。`,
      `Edition ${before.edition} ended on ${before.inForce.until} and another followed it. Draft from the one in force.`,
    );
  const review = before.reviewInForce;
  if (review !== before.inForce && firstDay(review.from) >= edition)
    return refusal(
      `${before.edition} 版从 ${review.from} 起才用于复核，新版 ${edition} 会让它从没用过。请写更晚的一天。`,
      `Edition ${before.edition} is used for reviews only from ${review.from} on, and the new one of ${edition} would leave it unused. Give a later day.`,
    );
  const [, folder = "", tier = ""] = /^((?:national|provinces\/[^/]+))\/([^/]+)\//.exec(draft.origin.file) ?? [];
  const file = `${folder}/${tier}/${edition}.yaml`;
  const catalogue = `${folder}/catalogue.yaml`;
  const files = new Map([
    [file, newEdition(draft, edition, before.reviewInForce !== before.inForce)],
    [
      draft.origin.file,
      ended(source.files.get(draft.origin.file) ?? "", isoOfSerial(start - 1), before.reviewInForce !== before.inForce),
    ],
    [catalogue, listed(source.files.get(catalogue) ?? "", tier, edition, before.edition)],
  ]);
  try {
    const policy = loadPolicy(new Map([...source.files, ...files]), source.vocabulary, source.proofs);
    const [made] = [...policy.tiers.values(), ...policy.clusters.values()]
      .flatMap(allEditions)
      .filter((one) => one.file === file);
    if (made === undefined) throw new RangeError(`the catalogue lists no ${file}`);
    const place = /^provinces\/([^/]+)/.exec(folder)?.[1] ?? null;
    const name = `${place === null ? "" : `${place}-`}${tier}-${edition}.yaml`;
    return new Map([
      ...[...files].map(([path, text]) => [`seeds/${path}`, text] as const),
      [`test/cases/thresholds/${name}`, borderTable(made, place, source.vocabulary)],
      [`test/cases/in-force/${name}`, inForceTable(made, before.edition, isoOfSerial(start - 1))],
    ]);
  } catch (error) {
    if (error instanceof SeedError)
      return { refused: error.message.split("\n").map((line) => ({ zh: line, en: line })) };
    throw error;
  }
}

/** From which day on the edition is the one in force. */
function inForceTable({ tier, edition, place }: RuleSet, before: string, last: string): string {
  const at = place === null ? "" : `, place: ${place}`;
  const line = (day: string, which: string): string =>
    `- { tier: ${tier}, day: "${day}", new: "${which}", review: "${which}"${at} }\n`;
  return line(last, before) + line(edition, edition);
}

function refusal(zh: string, en: string): Refused {
  return { refused: [{ zh, en }] };
}

function newEdition(draft: Draft, edition: string, ownReview: boolean): string {
  const file = new YamlText(draft.text);
  file.set(["edition"], edition);
  file.set(["in_force", "from"], edition);
  if (ownReview) file.remove(["review_in_force"]);
  const { examples } = draft;
  for (let index = 0; file.has(["examples", index]); index += 1) {
    const name = String(file.value(["examples", index, "name", "zh"]));
    const changed = examples.filter((example) => example.name.zh === name);
    if (changed.length === 0) continue;
    file.set(["examples", index, "name", "zh"], name + MARK.zh);
    file.set(["examples", index, "name", "en"], (changed[0]?.name.en ?? "") + MARK.en);
    const said = new Map(
      changed.flatMap(({ departures }) => departures).map(({ path, actual }) => [path.join("/"), { path, actual }]),
    );
    for (const { path, actual } of said.values()) file.set(["examples", index, "expect", ...path], writable(actual));
  }
  return file.result();
}

/** A departure's answer is JSON of a word, a number or a list of them. */
function writable(json: string): Writable {
  const value: unknown = JSON.parse(json);
  if (Array.isArray(value)) return value.map((part: unknown) => (typeof part === "number" ? part : String(part)));
  return typeof value === "number" || typeof value === "string" ? value : null;
}

function ended(text: string, until: string, ownReview: boolean): string {
  const file = new YamlText(text);
  file.set(["in_force", "until"], until);
  if (ownReview) file.set(["review_in_force", "until"], until);
  return file.result();
}

function listed(text: string, tier: string, edition: string, before: string): string {
  const file = new YamlText(text);
  for (const list of ["tiers", "clusters"] as const)
    for (let index = 0; file.has([list, index]); index += 1) {
      const at = [list, index];
      const id = file.value([...at, "id"]) ?? file.value([...at, "tier"]);
      if (id !== tier) continue;
      let last = -1;
      while (file.has([...at, "editions", last + 1])) last += 1;
      file.insert([...at, "editions"], last, {
        edition,
        status: "current",
        covers: { zh: `改自 ${before} 版。`, en: `Made from edition ${before}.` },
      });
    }
  return file.result();
}
