/**
 * A draft read from its sheet, loaded as an edition: by the real loader, in the place of the edition it was made from. What the loader
 * refuses is told at the cell it came from; examples that come out otherwise are listed, since a new line is what makes them do so.
 */
import type { Vocabulary } from "../language/vocabulary";
import { loadPolicy } from "../policy/load-criteria";
import type { Departure, Proofs } from "../policy/proofs";
import { ruleSetSchema } from "../policy/rule-set-schema";
import { editionsOf, type Policy, type RuleSet } from "../policy/rule-set";
import { SeedError, type SeedFiles, type SeedPath, type SeedProblem } from "../policy/seed-file";
import { saidIn, type Language, type Text } from "../words/text";
import { applyDraft } from "./apply-draft";
import type { DraftRow } from "./draft-row";
import { draftRows } from "./draft-rows";
import { listEdition, placeOfEdition } from "./catalogue";
import { fingerprintOf } from "./fingerprint";
import { templateOf } from "./template";
import { staleTexts } from "./stale-texts";
import { draftSheet, originIn, type DraftOrigin } from "./draft-sheet";
import type { ResultSheet } from "../words/result-sheet";
import { readDraft, type DraftReading, type DraftTrouble } from "./read-draft";
import type { Grid } from "../words/grid";
import { YamlText } from "./yaml-text";

/** An example of the edition that the draft answers otherwise: to be worked out anew by hand. */
export interface ChangedExample {
  readonly name: Text;
  readonly departures: readonly Departure[];
}

/** A draft that is an edition. */
export interface Draft {
  /** The sheet that holds it. */
  readonly sheet: string;
  readonly origin: DraftOrigin;
  /** It was made from no edition: see `template`. */
  readonly isNew: boolean;
  /** The edition's file with the draft's changes. */
  readonly text: string;
  /** Of the draft's own file. */
  readonly rows: readonly DraftRow[];
  readonly reading: DraftReading;
  /** The release with the draft in the place of its origin. */
  readonly policy: Policy;
  /** The draft's rule sets: the nation's, and the same with the points of each province that has its own. */
  readonly ruleSets: readonly RuleSet[];
  readonly examples: readonly ChangedExample[];
  /** The text that stands at a path of the draft's file. */
  readonly textAt: (path: SeedPath) => string;
  /** Doubts that keep nothing from going on. */
  readonly doubts: readonly DraftTrouble[];
}

export interface DraftSource {
  readonly files: SeedFiles;
  readonly vocabulary: Vocabulary;
  readonly proofs: Proofs;
}

/** @throws RangeError for a file that the seeds don't have */
export function originOf(files: SeedFiles, file: string): DraftOrigin {
  const text = files.get(file);
  if (text === undefined) throw new RangeError(`seeds/${file} does not exist`);
  return { file, fingerprint: fingerprintOf(text) };
}

/** The edition a draft is made from, as the rows of its sheet. */
export function rowsOf(files: SeedFiles, file: string, vocabulary: Vocabulary): readonly DraftRow[] {
  return draftRows(new YamlText(files.get(file) ?? ""), vocabulary);
}

/** An edition as the sheet that a draft begins with. */
export function editionDraft(edition: RuleSet, { files, vocabulary }: DraftSource, language: Language): ResultSheet {
  const rows = rowsOf(files, edition.file, vocabulary);
  return draftSheet(rows, originOf(files, edition.file), `${edition.name[language]} ${edition.edition}`, language);
}

/** The rows of a draft that is made from no edition. */
export function templateRows(origin: DraftOrigin, vocabulary: Vocabulary): readonly DraftRow[] {
  return draftRows(new YamlText(templateOf(origin) ?? ""), vocabulary);
}

/**
 * The draft on a sheet, or what keeps it from being one.
 * @param origin as the sheet names it
 * @param formulas A1 addresses of the sheet's cells that hold formulas
 */
export function readDraftSheet(
  grid: Grid,
  origin: DraftOrigin,
  formulas: ReadonlySet<string>,
  source: DraftSource,
): Draft | { readonly troubles: readonly DraftTrouble[] } {
  const released = source.files.get(origin.file);
  const template = released === undefined ? templateOf(origin) : null;
  const text = released ?? template;
  if (text === null)
    return refused(
      grid,
      `这份草案改自 ${origin.file}，现在的规则里没有这一版。`,
      `This draft was made from ${origin.file}, which the rules at hand don't have.`,
    );
  if (released !== undefined && fingerprintOf(released) !== origin.fingerprint)
    return refused(
      grid,
      `这份草案改自 ${origin.file} 的另一个版本：规则更新过了。请从现在这一版重新起草，再把改动抄过去。`,
      `This draft was made from another version of ${origin.file}: the rules have been updated. Draft anew from the present one and carry the changes over.`,
    );
  const file = new YamlText(text);
  const rows = draftRows(file, source.vocabulary);
  const reading = readDraft(grid, rows, formulas);
  const applied = applyDraft(file, reading);
  if (applied.troubles.length > 0) return { troubles: applied.troubles };
  const listed = template === null ? [] : listingOf(source.files, origin.file, applied.text);
  const files = new Map([...source.files, ...listed, [origin.file, applied.text] as const]);
  const loaded = load({ ...source, files }, applied.text);
  if ("problems" in loaded)
    return {
      troubles: loaded.problems.map((problem) => placedProblem(problem, origin.file, applied.text, reading, rows)),
    };
  const { policy, examples } = loaded;
  const ruleSets = editionsOf(policy).filter((edition) => edition.file === origin.file);
  const after = new YamlText(applied.text);
  return {
    sheet: grid.sheet,
    origin,
    isNew: template !== null,
    text: applied.text,
    rows: draftRows(after, source.vocabulary),
    reading,
    policy,
    ruleSets,
    examples,
    textAt: (path) => String(after.value(path)),
    doubts: staleTexts(reading),
  };
}

/** The catalogues with the edition of a template in them. */
function listingOf(files: SeedFiles, file: string, text: string): ReadonlyMap<string, string> {
  const place = placeOfEdition(file);
  const name = new YamlText(text);
  const words = (language: Language): string => String(name.value(["name", language]));
  const covers = { zh: "草案。", en: "A draft." };
  return place === null ? new Map() : listEdition(files, place, covers, { zh: words("zh"), en: words("en") });
}

/** Something is wrong with what the sheet says it was made from. */
function refused(grid: Grid, zh: string, en: string): { readonly troubles: readonly DraftTrouble[] } {
  return { troubles: [{ cell: originIn(grid)?.cell ?? "A2", text: { zh, en } }] };
}

type Loaded =
  | { readonly policy: Policy; readonly examples: readonly ChangedExample[] }
  | { readonly problems: readonly SeedProblem[] };

function load({ files, vocabulary, proofs }: DraftSource, text: string): Loaded {
  const examples: ChangedExample[] = [];
  const own = new Set(exampleNames(text));
  const gathered: Proofs = {
    cannotHold: (test, words) => proofs.cannotHold(test, words),
    // Examples of the other files were proven when they were released.
    departures: (example, requirements, words) => {
      if (!own.has(example.name.zh)) return [];
      const departures = proofs.departures(example, requirements, words);
      if (departures.length > 0) examples.push({ name: example.name, departures });
      return [];
    },
  };
  try {
    return { policy: loadPolicy(files, vocabulary, gathered), examples };
  } catch (error) {
    if (error instanceof SeedError) return { problems: error.problems };
    throw error;
  }
}

function exampleNames(text: string): readonly string[] {
  const read = ruleSetSchema.safeParse(new YamlText(text).data);
  return read.success ? read.data.examples.map(({ name }) => name.zh) : [];
}

/** The cell whose value stands on the line that the loader named, a changed one first. */
function placedProblem(
  { file, line, reason, fix }: SeedProblem,
  own: string,
  text: string,
  reading: DraftReading,
  rows: readonly DraftRow[],
): DraftTrouble {
  const words = (language: Language): string =>
    [reason, fix].map((part) => sentence(saidIn(part, language), language)).join(language === "zh" ? "" : " ");
  // What only a file can get wrong is said in English alone.
  const zh = typeof reason === "string" ? `规则检查没有通过：${words("zh")}` : words("zh");
  const said: Text = { zh, en: words("en") };
  if (file !== own)
    return { cell: "A1", text: { zh: `seeds/${file}:${line}：${said.zh}`, en: `seeds/${file}:${line}: ${said.en}` } };
  const after = new YamlText(text);
  const on = (path: SeedPath): boolean => after.has(path) && after.line(path) === line;
  const changed = reading.edits.find(({ row, column }) => {
    const source = row.cells.get(column)?.source;
    return source !== undefined && source !== null && on(source.path);
  });
  if (changed !== undefined) return { cell: changed.cell, text: said };
  for (const { id, cells } of rows)
    for (const [column, { source }] of cells)
      if (source !== null && on(source.path)) {
        const cell = reading.cellOf(id, column);
        if (cell !== null) return { cell, text: said };
      }
  const [added] = reading.added;
  return { cell: added?.addressOf("id") ?? "A1", text: said };
}

function sentence(text: string, language: Language): string {
  if (/[.?!。？！]$/.test(text)) return text;
  return text + (language === "zh" ? "。" : ".");
}
