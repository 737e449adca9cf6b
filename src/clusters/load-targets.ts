/**
 * Loads the targets: seeds/targets with indicators, scopes and differences, one file for each of seeds/documents.yaml that has figures; and
 * targets.yaml of seeds/national and of the provinces' folders, which bring their documents along and are of their own place. Throws SeedError naming every wrong line.
 */
import { z } from "zod";
import { documentTitles, type TitleOf } from "../policy/document-titles";
import { citedDocument, documentShape, loadDocuments } from "../policy/load-documents";
import { loadPlaces } from "../policy/load-places";
import { clause, evidence, idLike, partialDate, text, words } from "../policy/seed-words";
import type { Province } from "../language/places";
import type { CitedDocument } from "../words/citation";
import { nearestId } from "../words/nearest-id";
import { foldKey } from "../words/plain-text";
import {
  readRequired,
  readSeedFile,
  reportDuplicates,
  SeedError,
  type SeedFiles,
  type SeedPath,
  type SeedProblem,
} from "../policy/seed-file";
import type { Actual, DistrictLimits, Indicator, Scope, Target, Targets, TargetSet } from "./targets";

const id = idLike("sd-2023-gazelles");
const year = z.int().min(1990).max(2100);
const lines = z
  .union([z.int().min(1), z.array(z.int().min(1)).min(1)])
  .transform((line): readonly number[] => (typeof line === "number" ? [line] : line));
/** A number in the indicator's unit, or a share as a percentage. */
const value = z.union([
  z.number(),
  z.string().regex(/^-?\d+(\.\d+)?%$/, "a figure is a number such as 30, or a percentage such as 45%"),
]);

const figure = {
  id,
  indicator: id,
  level: z.enum(["world", "national", "provincial", "provincial-up", "city-up"]).nullable().default(null),
  /** In a file of a place that place where left out. */
  scope: id.optional(),
  kind: z.enum(["new", "stock", "share", "relative", "yearly"]),
  value: value.nullable(),
  against: text.nullable().default(null),
  standard: text.nullable().default(null),
  part: text.nullable().default(null),
  from: year.nullable().default(null),
  /** Lines of the text as it was printed, or where it was not seen by lines, the clause or page. */
  line: lines.optional(),
  clause: clause.optional(),
  evidence,
  note: text.nullable().default(null),
};

const targetSchema = z.strictObject({
  ...figure,
  comparator: z.enum(["reach", "at-least", "above", "about", "at-most"]),
  by: year.nullable(),
  by_note: text.nullable().default(null),
});

const actualSchema = z.strictObject({
  ...figure,
  comparator: z.enum(["exact", "at-least", "above", "about"]).default("exact"),
  at: partialDate,
});

const limitsSchema = z.strictObject({
  id,
  zh: words,
  en: words,
  line: lines,
  evidence,
  lead: z.int().min(0),
  special: z.int().min(0),
  exceptions: z
    .array(z.strictObject({ districts: z.array(words).min(1), lead: z.int().min(0), special: z.int().min(0) }))
    .default([]),
});

const setShape = {
  set: text.nullable().default(null),
  targets: z.array(targetSchema).default([]),
  actuals: z.array(actualSchema).default([]),
  statements: z.array(z.strictObject({ line: lines, zh: words, en: words })).default([]),
  lists: z.array(z.strictObject({ id, zh: words, en: words, line: lines, items: z.array(text).min(1) })).default([]),
  limits: limitsSchema.nullable().default(null),
};
const setSchema = z.strictObject({ document: id, ...setShape });

const provinceSchema = z.strictObject({
  documents: z.array(z.strictObject({ ...documentShape, ...setShape })).min(1),
});

const named = { id, zh: words, en: words, synonyms: z.array(words).default([]) };

const indicatorsSchema = z.strictObject({
  scopes: z.array(z.strictObject(named)).min(1),
  indicators: z.array(z.strictObject({ ...named, unit: words, better: z.enum(["up", "down"]).default("up") })).min(1),
});

const differencesSchema = z.strictObject({
  differences: z.array(
    z.strictObject({
      id,
      zh: words,
      en: words,
      same: z.boolean().default(false),
      about: z.enum(["targets", "subsidies"]).default("targets"),
      entries: z.array(id).default([]),
    }),
  ),
});

type RawSet = z.infer<typeof setSchema>;
/** What one document holds, and where that stands. */
interface SetSource {
  readonly file: string;
  readonly data: RawSet;
  readonly line: (path: SeedPath) => number;
  /** The scope of figures that name none: the place whose file it is. */
  readonly own: string | null;
}
interface OwnSet {
  readonly document: CitedDocument;
  readonly source: SetSource;
}
type RawTarget = RawSet["targets"][number];
type RawActual = RawSet["actuals"][number];

const FOLDER = "targets/";
const SHARED = ["indicators.yaml", "differences.yaml"].map((name) => FOLDER + name);

/** "45%" -> 0.45 without a binary crumb: 15 significant digits, as everywhere. */
function numberOf(given: number | string): number {
  return typeof given === "number" ? given : Number((Number(given.slice(0, -1)) / 100).toPrecision(15));
}

class SetChecks {
  private readonly indicators: ReadonlyMap<string, Indicator>;

  constructor(
    private readonly seed: SetSource,
    private readonly known: Pick<Targets, "scopes" | "indicators" | "documents">,
    private readonly problems: SeedProblem[],
  ) {
    this.indicators = new Map(known.indicators.map((one) => [one.id, one]));
    this.named(["document"], seed.data.document, known.documents, "document", "documents.yaml");
  }

  add(path: SeedPath, reason: string, fix: string): void {
    this.problems.push({ file: this.seed.file, line: this.seed.line(path), reason, fix });
  }

  private named(
    path: SeedPath,
    one: string,
    among: readonly { readonly id: string }[],
    what: string,
    file: string,
  ): void {
    const ids = among.map((each) => each.id);
    if (ids.includes(one)) return;
    const near = nearestId(one, ids);
    this.add(path, `unknown ${what} ${one}`, near ? `Did you mean ${near}?` : `Add it to seeds/${file}`);
  }

  figure(raw: RawTarget | RawActual, path: SeedPath): void {
    this.named([...path, "indicator"], raw.indicator, this.known.indicators, "indicator", `${FOLDER}indicators.yaml`);
    const scope = raw.scope ?? this.seed.own;
    if (scope === null)
      this.add(path, `${raw.id} has no scope`, "Say in `scope` what it counts within, such as shandong");
    else this.named([...path, "scope"], scope, this.known.scopes, "scope", `${FOLDER}indicators.yaml`);
    if ((raw.line === undefined) === (raw.clause === undefined))
      this.add(
        path,
        `${raw.id} stands ${raw.line === undefined ? "nowhere" : "in two ways"} in its document`,
        "Write either its `line` or its `clause`",
      );
    const unit = this.indicators.get(raw.indicator)?.unit;
    if (unit !== undefined && raw.value !== null && (unit === "%") !== (typeof raw.value === "string"))
      this.add(
        [...path, "value"],
        `${raw.id} is ${String(raw.value)}, its indicator counts in ${unit}`,
        unit === "%" ? 'Write a percentage such as "45%"' : "Write the number alone, in that unit",
      );
    if (raw.value === null && raw.note === null)
      this.add(
        [...path, "value"],
        `${raw.id} has neither a number nor a note`,
        "Say in `note` what the text says instead",
      );
    if (raw.kind === "relative" && raw.against === null)
      this.add([...path, "kind"], `${raw.id} is relative to a base that is not named`, "Name it in `against`");
    if (raw.kind !== "relative" && raw.against !== null)
      this.add(
        [...path, "against"],
        `${raw.id} has a base, its kind is ${raw.kind}`,
        "Write `kind: relative`, or remove it",
      );
    if (raw.kind === "new" && raw.from === null)
      this.add([...path, "kind"], `${raw.id} counts additions from no year`, "Name the first year in `from`");
    if (
      raw.kind === "share" &&
      typeof raw.value === "string" &&
      !(numberOf(raw.value) >= 0 && numberOf(raw.value) <= 1)
    )
      this.add([...path, "value"], `${raw.id} is a share of ${raw.value}`, "A share lies between 0% and 100%");
    const end = "at" in raw ? Number(raw.at.slice(0, 4)) : raw.by;
    if (raw.from !== null && end !== null && end < raw.from)
      this.add([...path, "from"], `${raw.id} begins in ${raw.from} and ends in ${end}`, "Swap or correct the years");
    if ("by" in raw && raw.by === null && raw.by_note === null)
      this.add(
        [...path, "by"],
        `${raw.id} has no year and no note about it`,
        "Say in `by_note` what the text says of the time",
      );
  }
}

function setOf({ own, data }: SetSource): TargetSet {
  const { document, set, targets, actuals, statements, lists: named, limits } = data;
  const shared = (raw: RawTarget | RawActual) => ({
    id: raw.id,
    indicator: raw.indicator,
    scope: raw.scope ?? own ?? "",
    level: raw.level,
    kind: raw.kind,
    comparator: raw.comparator,
    value: raw.value === null ? null : numberOf(raw.value),
    against: raw.against,
    standard: raw.standard,
    part: raw.part,
    from: raw.from,
    document,
    lines: raw.line ?? [],
    clause: raw.clause ?? "",
    evidence: raw.evidence,
    note: raw.note,
  });
  const limitsOf = (raw: NonNullable<RawSet["limits"]>): DistrictLimits => ({
    id: raw.id,
    name: { zh: raw.zh, en: raw.en },
    lead: raw.lead,
    special: raw.special,
    exceptions: raw.exceptions,
    document,
    lines: raw.line,
    evidence: raw.evidence,
  });
  return {
    document,
    name: set,
    targets: targets.map((raw): Target => ({ role: "target", ...shared(raw), by: raw.by, byNote: raw.by_note })),
    actuals: actuals.map((raw): Actual => ({ role: "actual", ...shared(raw), at: raw.at })),
    statements: statements.map(({ line, zh, en }) => ({ text: { zh, en }, lines: line })),
    lists: named.map(({ id: list, zh, en, line, items }) => ({ id: list, name: { zh, en }, items, lines: line })),
    limits: limits === null ? null : limitsOf(limits),
  };
}

/** 山东全省, 重庆全市, 广西全区: a whole province as a scope. */
function wholeProvince({ id: own, name: { zh, en } }: Province): Scope {
  const short = zh.replace(/(?:省|市|(?:壮族|回族|维吾尔)?自治区)$/, "");
  return { id: own, name: { zh: `${short}全${zh.slice(-1)}`, en }, synonyms: [short, zh] };
}

/** The sets of a file that brings its documents along: of the nation, or of a province. */
function readOwn(path: string, content: string, own: string, titleOf: TitleOf, problems: SeedProblem[]): OwnSet[] {
  const seed = readSeedFile(path, content, provinceSchema, problems);
  return (seed?.data.documents ?? []).map(({ id: document, title, number, issuer, date, ...set }, at) => ({
    document: citedDocument({ id: document, title, number, issuer, date }, titleOf),
    source: {
      file: path,
      data: { document, ...set },
      line: (within) => seed?.line(["documents", at, ...(within[0] === "document" ? ["id"] : within)]) ?? 1,
      own,
    },
  }));
}

/** What stands in seeds/national and in the folders of the provinces, and the provinces that are no scope yet. */
function readPlaces(
  files: SeedFiles,
  scopes: readonly Scope[],
  problems: SeedProblem[],
): { readonly sets: readonly OwnSet[]; readonly scopes: readonly Scope[] } {
  const titleOf = documentTitles(files, []);
  const national = files.get("national/targets.yaml");
  const sets = national === undefined ? [] : readOwn("national/targets.yaml", national, "china", titleOf, problems);
  // What is wrong with the places, and a folder that is none of them, is said by the rules' loader.
  const held = loadPlaces(files, []).flatMap((province) => {
    const path = `provinces/${province.id}/targets.yaml`;
    const content = files.get(path);
    return content === undefined ? [] : [{ province, sets: readOwn(path, content, province.id, titleOf, problems) }];
  });
  return {
    sets: [...sets, ...held.flatMap((one) => one.sets)],
    scopes: held.flatMap(({ province }) =>
      scopes.some(({ id: own }) => own === province.id) ? [] : [wholeProvince(province)],
    ),
  };
}

/** A word that two scopes answer to would give the figures of one as the other's. */
function reportSharedWords(scopes: readonly Scope[], problems: SeedProblem[]): void {
  const owners = new Map<string, string>();
  for (const { id: own, name, synonyms } of scopes)
    for (const word of [own, name.zh, name.en, ...synonyms].map(foldKey)) {
      const owner = owners.get(word) ?? own;
      if (owner !== own)
        problems.push({
          file: `${FOLDER}indicators.yaml`,
          line: 1,
          reason: `scopes ${owner} and ${own} are both called ${word}`,
          fix: "Take the word away from one of them",
        });
      owners.set(word, owner);
    }
}

/** The targets of a release. Throws SeedError. */
export function loadTargets(files: SeedFiles): Targets {
  const problems: SeedProblem[] = [];
  const terms = readRequired(files, `${FOLDER}indicators.yaml`, indicatorsSchema, problems);
  const told = readRequired(files, `${FOLDER}differences.yaml`, differencesSchema, problems);
  const scopes = (terms?.data.scopes ?? []).map(({ id: own, zh, en, synonyms }): Scope => ({
    id: own,
    name: { zh, en },
    synonyms,
  }));
  const places = readPlaces(files, scopes, problems);
  const documents = loadDocuments(
    files,
    problems,
    places.sets.map(({ source: { file, line, data } }) => ({ id: data.document, file, line: line(["document"]) })),
  );
  const known = {
    documents: [...(documents?.data.documents ?? []), ...places.sets.map(({ document }) => document)],
    scopes: [...scopes, ...places.scopes],
    indicators: (terms?.data.indicators ?? []).map(({ id: own, zh, en, unit, better, synonyms }): Indicator => ({
      id: own,
      name: { zh, en },
      unit,
      better,
      synonyms,
    })),
  };
  const seeds: SetSource[] = [
    ...[...files]
      .filter(([path]) => path.startsWith(FOLDER) && !SHARED.includes(path))
      .flatMap(([path, content]) => {
        const seed = readSeedFile(path, content, setSchema, problems);
        return seed === null ? [] : [{ ...seed, own: null }];
      }),
    ...places.sets.map(({ source }) => source),
  ];
  const ids: { id: string; file: string; line: number }[] = [];
  for (const seed of seeds) {
    // Where the terms themselves could not be read, every name would be reported as unknown.
    if (documents === null || terms === null) continue;
    const checks = new SetChecks(seed, known, problems);
    for (const key of ["targets", "actuals"] as const)
      seed.data[key].forEach((raw, at) => {
        checks.figure(raw, [key, at]);
        ids.push({ id: raw.id, file: seed.file, line: seed.line([key, at, "id"]) });
      });
  }
  reportDuplicates(ids, "figure", problems);
  if (terms) {
    for (const key of ["scopes", "indicators"] as const)
      reportDuplicates(
        terms.data[key].map((one, at) => ({ id: one.id, file: terms.file, line: terms.line([key, at, "id"]) })),
        key === "scopes" ? "scope" : "indicator",
        problems,
      );
  }
  reportSharedWords(known.scopes, problems);
  const figures = new Set(ids.map((one) => one.id));
  told?.data.differences.forEach((difference, at) => {
    const add = (path: SeedPath, reason: string, fix: string): void => {
      problems.push({ file: told.file, line: told.line(["differences", at, ...path]), reason, fix });
    };
    if (difference.about === "targets" && difference.entries.length < 2)
      add(
        ["id"],
        `${difference.id} names ${difference.entries.length} figures`,
        "A difference is between at least two",
      );
    if (problems.length === 0)
      difference.entries.forEach((entry, index) => {
        if (figures.has(entry)) return;
        const near = nearestId(entry, [...figures]);
        add(
          ["entries", index],
          `unknown figure ${entry}`,
          near ? `Did you mean ${near}?` : "Add it to a file of seeds/targets",
        );
      });
  });
  if (problems.length > 0) throw new SeedError(problems);
  return {
    ...known,
    documents: known.documents.filter(({ id: own }) => seeds.some(({ data }) => data.document === own)),
    sets: seeds.map(setOf),
    differences: (told?.data.differences ?? []).map(({ id: own, zh, en, same, about, entries }) => ({
      id: own,
      text: { zh, en },
      same,
      about,
      entries,
    })),
  };
}
