/**
 * What the source texts say, statement by statement, and where the product holds it: test/cases/statements has a file a text. A home that is
 * renamed, removed or changed in its figure fails here; what has none says why.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import { loadKnowledge, ownCultivation, ownSubsidies } from "../../src/commands/read-seeds";
import { readWorkbook } from "../../src/commands/read-workbook";
import { formulaCommand } from "../../src/workbench/formulas/formula-command";
import { actualsOf, targetsOf } from "../../src/clusters/targets";
import { LIST_NAMES } from "../../src/cultivation/library";
import { cultivateCommand } from "../../src/commands/cultivate-command";
import { ASPECTS } from "../../src/policy/rule-set";
import { DOCUMENTED_SHARES } from "../../src/riders/budget";
import { medicalOf } from "../../src/riders/bases";
import { areaMeant } from "../../src/riders/base-areas";
import { parseMonth } from "../../src/riders/month";
import { cellText } from "../../src/words/grid";

const FOLDER = join(__dirname, "../cases/statements");
const figure = z.number().nullable();
const home = z
  .strictObject({
    /** Targets and published figures by id, with the number the text prints. */
    figures: z.record(z.string(), figure),
    /** A word of the note of each of these figures. */
    note: z.string(),
    measures: z.array(z.string()).min(1),
    /** Words of the measures. */
    contains: z.array(z.string()),
    /** Titles a measure is limited to. */
    titles: z.array(z.string()),
    statement: z.strictObject({ document: z.string(), line: z.int() }),
    lists: z.array(z.string()),
    scope: z.strictObject({ id: z.string(), contains: z.string() }),
    /** Words of cells of the sample of publicly reported enterprises. */
    cells: z.array(z.string()).min(1),
    /** What a formula gives. */
    formula: z.strictObject({ ask: z.string(), gives: z.number() }),
    scheme: z.strictObject({
      id: z.string(),
      key: z.string().optional(),
      is: z.union([z.string(), z.number(), z.null()]).optional(),
      note: z.string().optional(),
    }),
    /** The fixed medical premium of a place and month, yuan. */
    premium: z.strictObject({ place: z.string(), month: z.string(), is: z.number() }),
    /** A documented share of riders that qualify. */
    share: z.number(),
    field: z.string(),
    /** Rungs, lowest first. */
    ladder: z.array(z.string()),
    /** The name of a list of the library. */
    library: z.string(),
    /** An option of `cultivate`. */
    command: z.string(),
    aspects: z.int(),
  })
  .partial();
type Home = z.infer<typeof home>;
const file = z.strictObject({
  statements: z.array(
    z.union([
      z.strictObject({ says: z.string(), home }),
      z.strictObject({ says: z.string(), missing: z.string().min(10) }),
    ]),
  ),
});

const TEXTS = readdirSync(FOLDER)
  .sort()
  .map((name) => ({ name, ...file.parse(parse(readFileSync(join(FOLDER, name), "utf8"))) }));
const ALL = TEXTS.flatMap(({ statements }) => statements);

const { targets, policy, vocabulary } = loadKnowledge();
const FIGURES = new Map([...targetsOf(targets), ...actualsOf(targets)].map((one) => [one.id, one]));
const MEASURES = new Map(ownCultivation().measures.map((one) => [one.id, one]));
const { schemes, bases } = ownSubsidies();

/** `amount.share` of a plain object; undefined where there is none. */
function at(value: unknown, key: string): unknown {
  return key
    .split(".")
    .reduce<unknown>(
      (one, step) => (typeof one === "object" && one !== null ? Reflect.get(one, step) : undefined),
      value,
    );
}

async function printed(run: (print: (line: string) => void) => Promise<unknown>): Promise<string> {
  const lines: string[] = [];
  await run((line) => lines.push(line));
  return lines.join("\n");
}

/** What is wrong with each kind of home; nothing where it holds. */
async function faults(given: Home, reported: string): Promise<string[]> {
  const wrong: string[] = [];
  const check = (what: string, holds: boolean): void => {
    if (!holds) wrong.push(what);
  };
  for (const [id, value] of Object.entries(given.figures ?? {})) {
    check(`figure ${id} is ${String(value)}`, FIGURES.get(id)?.value === value);
    if (given.note !== undefined) check(`note of ${id}`, FIGURES.get(id)?.note?.zh.includes(given.note) ?? false);
  }
  for (const id of given.measures ?? []) {
    const measure = MEASURES.get(id);
    check(`measure ${id}`, measure !== undefined);
    for (const word of given.contains ?? []) check(`${id} says ${word}`, measure?.text.zh.includes(word) ?? false);
    if (given.titles) check(`titles of ${id}`, measure?.titles?.join() === given.titles.join());
  }
  if (given.statement) {
    const { document, line } = given.statement;
    const set = targets.sets.find((one) => one.document === document);
    check(`statement ${document} ${line}`, set?.statements.some(({ lines }) => lines.includes(line)) ?? false);
  }
  for (const id of given.lists ?? [])
    check(
      `list ${id}`,
      targets.sets.some(({ lists }) => lists.some((one) => one.id === id)),
    );
  if (given.scope) {
    const { id, contains } = given.scope;
    check(`scope ${id}`, targets.scopes.find((one) => one.id === id)?.name.zh.includes(contains) ?? false);
  }
  for (const word of given.cells ?? []) check(`cell ${word}`, reported.includes(word));
  if (given.formula) {
    const { ask, gives } = given.formula;
    const said = await printed((print) => formulaCommand([ask], { print, complain: print }));
    check(`${ask} gives ${gives}, not ${said}`, Number(said) === gives);
  }
  if (given.scheme) {
    const { id, key, is, note } = given.scheme;
    const scheme = schemes.find((one) => one.id === id);
    check(`scheme ${id}`, scheme !== undefined);
    const held = key === "from" ? parseMonth(String(is)) : is;
    if (key !== undefined) check(`${id} ${key}`, at(scheme, key) === held);
    const words = [...(scheme?.notes ?? []).map(({ zh }) => zh), scheme?.source.clause ?? ""].join();
    if (note !== undefined) check(`${id} says ${note}`, words.includes(note));
  }
  if (given.premium) {
    const { place, month, is } = given.premium;
    const { area } = areaMeant(place, bases);
    check(`premium of ${place}`, area !== null && medicalOf(area, parseMonth(month) ?? NaN)?.amount === is);
  }
  if (given.share !== undefined)
    check(
      "share",
      DOCUMENTED_SHARES.some(({ share }) => share === given.share),
    );
  if (given.field !== undefined) check(`field ${given.field}`, vocabulary.fields.has(given.field));
  if (given.ladder) {
    const rungs = policy.rungs.flat();
    check(
      "ladder",
      given.ladder.every((tier, step, all) => step === 0 || rungs.indexOf(tier) > rungs.indexOf(all[step - 1] ?? "")),
    );
  }
  if (given.library !== undefined)
    check(
      `list ${given.library}`,
      Object.values(LIST_NAMES).some(({ zh }) => zh === given.library),
    );
  if (given.command !== undefined) {
    const help = await printed((print) => cultivateCommand(["--help"], { print, complain: print }));
    check(`option ${given.command}`, help.includes(given.command));
  }
  if (given.aspects !== undefined) check("aspects", ASPECTS.length === given.aspects);
  return wrong;
}

let reported = "";
beforeAll(async () => {
  const { grids } = await readWorkbook("seeds/samples/公开报道企业.xlsx");
  reported = grids.flatMap(({ rows }) => rows.flat().map(cellText)).join("\n");
});

test("266 statements are listed, each once in its text, and at least 97 in 100 have a home", () => {
  expect(ALL).toHaveLength(266);
  for (const { name, statements } of TEXTS) {
    const said = statements.map(({ says }) => says);
    expect([name, said.filter((one, place) => said.indexOf(one) !== place)]).toEqual([name, []]);
  }
  const held = ALL.filter((one) => "home" in one).length;
  expect(held / ALL.length).toBeGreaterThanOrEqual(0.97);
});

test.each(TEXTS)("Every statement of $name is where its home says", async ({ statements }) => {
  const wrong: string[] = [];
  for (const one of statements)
    if ("home" in one)
      for (const fault of Object.keys(one.home).length === 0 ? ["no home"] : await faults(one.home, reported))
        wrong.push(`${one.says}: ${fault}`);
  expect(wrong).toEqual([]);
});
