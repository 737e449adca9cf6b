/**
 * Loads seeds/cultivation: measures, titles and printed figures, and the rewards of the nation and of each province; they cite
 * seeds/documents.yaml. A wrong file fails the whole load with file, line, reason and the likely fix; see test/cases/cultivation/bad-seeds for one folder a mistake.
 */
import type { z } from "zod";
import { firstDay, lastDay } from "../policy/editions";
import { documentTitles, type TitleOf } from "../policy/document-titles";
import { citedDocument, loadDocuments } from "../policy/load-documents";
import { isWithin, placesOf } from "../language/places";
import type { Policy } from "../policy/rule-set";
import {
  readRequired,
  readSeedFile,
  reportDuplicates,
  SeedError,
  type SeedFile,
  type SeedFiles,
  type SeedPath,
  type SeedProblem,
} from "../policy/seed-file";
import { SeedReport } from "../policy/seed-report";
import type { Vocabulary } from "../language/vocabulary";
import { nearestId } from "../words/nearest-id";
import { buildBenchmarks } from "./build-benchmarks";
import type { Cultivation, Measure, TitleRule } from "./cultivation";
import { benchmarksFile, measuresFile, provinceMeasuresFile, titlesFile, type RawTitles } from "./cultivation-schema";
import { loadRewards } from "./load-rewards";
import { documentOf, uniqueIds, type SeedPlaces } from "./seed-places";

const FOLDER = "cultivation";

/** Everything cultivation knows. Throws SeedError. */
export function loadCultivation(files: SeedFiles, policy: Policy, vocabulary: Vocabulary): Cultivation {
  const problems: SeedProblem[] = [];
  const one = <T>(name: string, schema: z.ZodType<T>): SeedFile<T> | null =>
    readRequired(files, `${FOLDER}/${name}.yaml`, schema, problems);
  const titleOf = documentTitles(files, []);
  const cited = loadDocuments(files, problems);
  const places: SeedPlaces = {
    documents: new Map((cited?.data.documents ?? []).map((document) => [document.id, document])),
    vocabulary,
    written: "seeds/documents.yaml",
  };
  const measures = one("measures", measuresFile);
  const own = vocabulary.provinces.flatMap(({ id }) => {
    const file = `provinces/${id}/measures.yaml`;
    const text = files.get(file);
    const seed = text === undefined ? null : readSeedFile(file, text, provinceMeasuresFile, problems);
    return seed === null ? [] : [{ seed, province: id }];
  });
  const titles = one("titles", titlesFile);
  const benchmarks = one("benchmarks", benchmarksFile);
  // Without documents every reference would be called unknown; the one mistake that matters has been said.
  const loaded: Cultivation = {
    measures:
      measures && cited
        ? [
            ...buildMeasures(measures, null, policy, places, problems),
            ...own.flatMap(({ seed, province }) =>
              buildMeasures(seed, province, policy, withDocuments(places, seed, titleOf), problems),
            ),
          ]
        : [],
    titles: titles && cited ? buildTitles(titles, policy, places, problems) : [],
    ...(benchmarks && cited ? buildBenchmarks(benchmarks, places, problems) : { benchmarks: [], printed: [] }),
    rewards: loadRewards(files, policy, vocabulary, problems),
  };
  if (problems.length > 0) throw new SeedError(problems);
  return loaded;
}

/** A province's file may bring the documents its measures stand in. */
function withDocuments(
  places: SeedPlaces,
  { data }: SeedFile<z.infer<typeof provinceMeasuresFile>>,
  titleOf: TitleOf,
): SeedPlaces {
  const own = data.documents.map((raw) => [raw.id, citedDocument(raw, titleOf)] as const);
  return { ...places, documents: new Map([...places.documents, ...own]), written: "`documents` of this file" };
}

/** @param folder the province whose folder holds the file; its measures hold there. Null for the file that names each one's place. */
function buildMeasures(
  seed: SeedFile<z.infer<typeof measuresFile>>,
  folder: string | null,
  policy: Policy,
  places: SeedPlaces,
  problems: SeedProblem[],
): Measure[] {
  const report = new SeedReport(seed, places.vocabulary, problems);
  uniqueIds(seed, seed.data.measures, "measures", "measure", problems);
  return seed.data.measures.flatMap(({ zh, en, place, titles, condition, document: cited, ...raw }, index) => {
    raw.fields.forEach((field, at) => {
      if (!places.vocabulary.fields.has(field)) report.unknownField(field, ["measures", index, "fields", at]);
    });
    titles?.forEach((tier, at) => {
      checkTier(tier, ["measures", index, "titles", at], policy, report);
    });
    const document = documentOf(cited, ["measures", index], places, report);
    const province = places.vocabulary.provinces.find(({ id }) => id === (folder ?? place));
    const city = folder !== null && place !== undefined && /^\d{6}$/.test(place) ? Number(place) : null;
    const known = placesOf(places.vocabulary);
    if (city !== null && (province === undefined || known.name(city) === null || !isWithin(city, province.code)))
      report.add(
        ["measures", index, "place"],
        `${city} is no place of the province of this file`,
        "Name a code of seeds/places.yaml that lies in it",
      );
    else if (folder !== null && city === null && place !== undefined && place !== folder)
      report.add(
        ["measures", index, "place"],
        `the measure is said to hold in ${place}, its file stands in the folder ${folder}`,
        "Remove `place`, or move the measure to its province",
      );
    if (place !== undefined && province === undefined)
      report.add(["measures", index, "place"], `there is no province ${place}`, "Name an id of seeds/places.yaml");
    const holdsIn =
      province === undefined
        ? null
        : city === null
          ? { code: province.code, name: province.name }
          : { code: city, name: known.text(city) };
    return document
      ? [{ ...raw, text: { zh, en }, place: holdsIn, titles: titles ?? null, condition: condition ?? null, document }]
      : [];
  });
}

function buildTitles(
  seed: SeedFile<RawTitles>,
  policy: Policy,
  places: SeedPlaces,
  problems: SeedProblem[],
): TitleRule[] {
  const report = new SeedReport(seed, places.vocabulary, problems);
  const placed = seed.data.titles.map(({ tier }, index) => ({
    id: tier,
    file: seed.file,
    line: seed.line(["titles", index, "tier"]),
  }));
  reportDuplicates(placed, "tier", problems);
  return seed.data.titles.map((raw, index): TitleRule => {
    const at: SeedPath = ["titles", index];
    checkTier(raw.tier, [...at, "tier"], policy, report);
    checkTitleField(raw.field, [...at, "field"], report);
    raw.updates.forEach(({ from, until }, update) => {
      const before = raw.updates[update - 1];
      if (until !== null && lastDay(until) < firstDay(from))
        report.add([...at, "updates", update, "until"], `it ends on ${until}, before ${from}`, "Swap the dates");
      if (before && (before.until === null || firstDay(from) <= lastDay(before.until)))
        report.add(
          [...at, "updates", update, "from"],
          `the duty from ${from} begins before the one above it ends`,
          "End the older one on the day before, or put them in order",
        );
    });
    raw.rounds.forEach(({ from, until }, round) => {
      if (until < from)
        report.add([...at, "rounds", round, "until"], `filing ends on ${until}, before ${from}`, "Swap the dates");
    });
    return {
      tier: raw.tier,
      field: raw.field,
      updates: raw.updates.flatMap(({ document: cited, note, ...update }, at_) => {
        const document = documentOf(cited, [...at, "updates", at_], places, report);
        return document ? [{ ...update, note: note ?? null, document }] : [];
      }),
      rounds: raw.rounds.flatMap(({ document: cited, ...round }, at_) => {
        const document = documentOf(cited, [...at, "rounds", at_], places, report);
        return document ? [{ ...round, document }] : [];
      }),
    };
  });
}

function checkTier(tier: string, path: SeedPath, policy: Policy, report: SeedReport): void {
  if (policy.tiers.has(tier)) return;
  const near = nearestId(tier, [...policy.tiers.keys()]);
  report.add(
    path,
    `unknown tier ${tier}`,
    near ? `Did you mean ${near}?` : "Name a tier of seeds/national/catalogue.yaml",
  );
}

function checkTitleField(id: string, path: SeedPath, report: SeedReport): void {
  const field = report.vocabulary.fields.get(id);
  if (!field) report.unknownField(id, path);
  else if (field.type !== "validity")
    report.add(path, `${id} is ${field.type}, no last day of a title`, "Name a field of type validity");
}
