/**
 * A draft made an edition of its own: its file, the edition before it ended the day before, both in the catalogue, and the table of border
 * cases. The whole is loaded once more as it would be released; nothing is handed out that the loader refuses.
 */
import { FactColumns } from "../engine/facts";
import { Scorer } from "../engine/rows/evaluate";
import type { Vocabulary } from "../language/vocabulary";
import { firstDay } from "../policy/editions";
import { loadPolicy } from "../policy/load-criteria";
import { editionsOf, type Example, type RuleSet } from "../policy/rule-set";
import { SeedError } from "../policy/seed-file";
import { isoOfSerial, serialOfIso } from "../words/calendar";
import type { Text } from "../words/text";
import { listEdition, placeOfEdition } from "./catalogue";
import { borderTable } from "./border-table";
import type { Draft, DraftSource } from "./draft";
import { YamlText, type Writable } from "./yaml-text";

/** Files by their path in a checkout: `seeds/national/…`, `test/cases/thresholds/…`. */
export type Published = ReadonlyMap<string, string>;

export interface Refused {
  readonly refused: readonly Text[];
}

const MARK = { zh: "（草案按程序算，待手工核对）", en: " (worked out from the draft, to be checked by hand)" };

/** @param edition the day it comes into force, YYYY-MM-DD; of rules drafted from nothing also a month or a year, where the document tells no more */
export function publish(draft: Draft, edition: string, source: DraftSource): Published | Refused {
  const [before] = draft.ruleSets;
  if (before === undefined) throw new RangeError("a draft has a rule set");
  const start = serialOfIso(firstDay(edition));
  const whole = draft.isNew ? /^\d{4}(-\d{2}){0,2}$/ : /^\d{4}-\d{2}-\d{2}$/;
  if (start === null || !whole.test(edition))
    return refusal(`“${edition}”不是一天。请写成 2027-04-01 这样。`, `“${edition}” is no day. Write it as 2027-04-01.`);
  if (!draft.isNew && edition <= firstDay(before.inForce.from))
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
  const at = placeOfEdition(draft.origin.file);
  if (at === null) throw new RangeError(`${draft.origin.file} is no edition's`);
  const { folder, province, tier } = at;
  const file = `${folder}/${tier}/${edition}.yaml`;
  const ownReview = before.reviewInForce !== before.inForce;
  const covers = draft.isNew
    ? { zh: "新起草的标准。", en: "Newly drafted rules." }
    : { zh: `改自 ${before.edition} 版。`, en: `Made from edition ${before.edition}.` };
  const files = new Map([
    [file, newEdition(draft, edition, ownReview, source.vocabulary)],
    ...(draft.isNew
      ? []
      : [
          [
            draft.origin.file,
            ended(source.files.get(draft.origin.file) ?? "", isoOfSerial(start - 1), ownReview),
          ] as const,
        ]),
    ...listEdition(source.files, { folder, province, tier, edition }, covers, before.name),
  ]);
  try {
    const policy = loadPolicy(new Map([...source.files, ...files]), source.vocabulary, source.proofs);
    const [made] = editionsOf(policy).filter((one) => one.file === file);
    if (made === undefined) throw new RangeError(`the catalogue lists no ${file}`);
    const name = `${province === null ? "" : `${province}-`}${tier}-${edition}.yaml`;
    return new Map([
      ...[...files].map(([path, text]) => [`seeds/${path}`, text] as const),
      [`test/cases/thresholds/${name}`, borderTable(made, province, source.vocabulary)],
      [`test/cases/in-force/${name}`, inForceTable(made, draft.isNew ? null : before.edition, isoOfSerial(start - 1))],
    ]);
  } catch (error) {
    if (error instanceof SeedError)
      return { refused: error.message.split("\n").map((line) => ({ zh: line, en: line })) };
    throw error;
  }
}

/** From which day on the edition is the one in force. */
function inForceTable({ tier, edition, place }: RuleSet, before: string | null, last: string): string {
  const at = place === null ? "" : `, place: ${place}`;
  const line = (day: string, which: string): string =>
    `- { tier: ${tier}, day: "${day}", new: "${which}", review: "${which}"${at} }\n`;
  return (before === null ? "" : line(last, before)) + line(edition, edition);
}

function refusal(zh: string, en: string): Refused {
  return { refused: [{ zh, en }] };
}

function newEdition(draft: Draft, edition: string, ownReview: boolean, vocabulary: Vocabulary): string {
  const file = new YamlText(draft.text);
  file.set(["edition"], edition);
  file.set(["in_force", "from"], edition);
  if (ownReview) file.remove(["review_in_force"]);
  const { examples } = draft;
  for (let index = 0; file.has(["examples", index]); index += 1) {
    const name = String(file.value(["examples", index, "name", "zh"]));
    const own = draft.isNew
      ? (draft.ruleSets[0]?.examples ?? []).find((example) => example.name.zh === name)
      : undefined;
    if (own !== undefined) file.set(["examples", index, "expect"], answerOf(own, draft, vocabulary));
    if (own !== undefined) markName(file, index, own.name);
    const changed = examples.filter((example) => example.name.zh === name);
    if (changed.length === 0) continue;
    markName(file, index, { zh: name, en: changed[0]?.name.en ?? "" });
    const said = new Map(
      changed.flatMap(({ departures }) => departures).map(({ path, actual }) => [path.join("/"), { path, actual }]),
    );
    for (const { path, actual } of said.values()) file.set(["examples", index, "expect", ...path], writable(actual));
  }
  return file.result();
}

function markName(file: YamlText, index: number, name: Text): void {
  file.set(["examples", index, "name", "zh"], name.zh + MARK.zh);
  file.set(["examples", index, "name", "en"], name.en + MARK.en);
}

/** What the rules of a new edition answer to its example, which expects nothing yet. */
function answerOf({ given, asOf, purpose }: Example, draft: Draft, vocabulary: Vocabulary): Writable {
  const [ruleSet] = draft.ruleSets;
  if (ruleSet === undefined) throw new RangeError("a draft has a rule set");
  const options = { asOf: serialOfIso(asOf) ?? 0, t: Number(asOf.slice(0, 4)) - 1 };
  const scorer = new Scorer(ruleSet.forPurpose[purpose], FactColumns.fromRecord(given), vocabulary, options);
  const { status, unmet } = scorer.evaluate(0);
  return { status, unmet: [...unmet] };
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
