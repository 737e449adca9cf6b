import fc from "fast-check";
import { z } from "zod";
import type { ExcelHost, WrittenSheet } from "../../src/excel/host";
import type { Cell } from "../../src/words/grid";
import type { PageSheet } from "../../src/sheet/results/page-sheet";
import type { ResultSheet } from "../../src/words/result-sheet";
import type { BookFile } from "../../src/xlsx/book-file";
import { fileFromBook } from "../../src/workbench/book/save-book";
import { book, sheet } from "./made-up-book";
import { Turnstile, twoPeople, type Person, type TwoPeople } from "./two-people";

const LIST = sheet("名单", [["企业名称"], ["甲厂"]]);

/** What each scores: different numbers of rows and notes, so that a mixture would show. */
function resultsOf(who: string, rows: number, more: Partial<ResultSheet> = {}): ResultSheet[] {
  const one = (name: string, part: Partial<ResultSheet> = {}): ResultSheet => ({
    name,
    titleLines: [`${who}的评分`],
    columns: [
      { heading: "企业名称", width: 28 },
      { heading: "状态", width: 14, status: true },
      { heading: "得分", width: 10, format: "0.0" },
    ],
    rows: Array.from({ length: rows }, (_, row): Cell[] => [`${who}${row}`, row % 2 === 0 ? "✓" : "✗", row]),
    asTable: true,
    statusWords: [
      { word: "✓", tone: "good" },
      { word: "✗", tone: "bad" },
    ],
    notes: [`${who}写的注`],
    ...part,
  });
  return [
    one("评分_结果", { charts: [{ kind: "bar", title: who, categories: 0, values: [2], rows: [0, 1] }], ...more }),
    one("评分_差距"),
  ];
}

const WORK: Readonly<Record<Person, ResultSheet[]>> = {
  first: resultsOf("甲", 3),
  second: resultsOf("乙", 6, { notes: [] }),
};
const EARLIER = resultsOf("旧", 4);

/** A result sheet as a person sees it: values, formats, table, colours and charts. */
function seen(file: BookFile, name: string): unknown {
  const found = file.sheets.find((one) => one.name === name);
  if (found === undefined) throw new Error(`no sheet ${name} among ${file.sheets.map((one) => one.name).join()}`);
  const cells = found.cells.flatMap((row, at) =>
    (row ?? []).flatMap((cell, column) =>
      cell === undefined ? [] : [{ at, column, value: cell.value, style: file.styles[cell.style ?? -1] ?? null }],
    ),
  );
  return {
    cells: cells.filter(({ value, style }) => value !== null || style !== null),
    tables: found.tables.map(({ name: table, range, style }) => ({ table, range, style })),
    conditionalFormats: found.conditionalFormats.map(({ ranges, rule, fill }) => ({ ranges, rule, fill })),
    charts: found.charts.map(({ title, series, kind }) => ({ title, series, kind })),
    visibility: found.visibility,
    widths: found.columnWidths,
    frozen: found.frozen,
  };
}

let now: TwoPeople | null = null;
afterEach(() => {
  now?.close();
  now = null;
});

async function open(...[file, gate]: Parameters<typeof twoPeople>): Promise<TwoPeople> {
  now?.close();
  now = await twoPeople(file, gate);
  return now;
}

/** The workbook where one person has written alone, over earlier results or none. */
async function alone(person: Person, earlier: boolean): Promise<BookFile> {
  const { hosts, book: workbook } = await open(book([LIST]));
  if (earlier) await hosts[person].writeResults(EARLIER);
  await hosts[person].writeResults(WORK[person]);
  return fileFromBook(workbook);
}

/** That there is one whole set of results in the workbook, of the one who finished last, and nothing else of ours. */
function expectOnlyThoseOf(person: Person, file: BookFile, reference: BookFile): void {
  expect(file.sheets.map(({ name }) => name).sort()).toEqual(["名单", "评分_差距", "评分_结果"].sort());
  for (const name of ["评分_结果", "评分_差距"]) expect(seen(file, name)).toEqual(seen(reference, name));
  const turns = Object.keys(file.settings).filter((key) => key.startsWith("zjtx.turn.results."));
  expect(turns).toHaveLength(1);
  expect(Object.keys(file.settings).filter((key) => !turns.includes(key))).toEqual(["zjtx.results"]);
  const kept: unknown = JSON.parse(file.settings["zjtx.results"] ?? "");
  for (const { name, rows } of WORK[person]) expect(kept).toMatchObject({ [name]: { table: name, rows: rows.length } });
}

/** An order of requests: each choice says whether the one goes first of whom there is a choice. */
const orders = fc.array(fc.boolean(), { minLength: 24, maxLength: 24 });

function chooser(order: readonly boolean[]): (waiting: readonly Person[]) => Person {
  let turn = 0;
  return (waiting) => {
    const first = order[turn++ % order.length] === true;
    return waiting.find((person) => (person === "first") === first) ?? waiting[0] ?? "first";
  };
}

const alternating = Array.from({ length: 24 }, (_, index) => index % 2 === 0);

interface Meeting {
  readonly file: BookFile;
  /** Who finished, in that order. */
  readonly finished: readonly Person[];
  readonly outcomes: readonly PromiseSettledResult<readonly WrittenSheet[]>[];
}

interface Circumstances {
  readonly earlier: boolean;
  readonly order: readonly boolean[];
  /** Which of the first person's requests is lost on its way. */
  readonly lost?: number;
  /** Before which of their requests the first person cancels. */
  readonly cancelled?: number;
}

/** Both write at once, their requests in the order given. */
async function meet({ earlier, order, lost, cancelled }: Circumstances): Promise<Meeting> {
  const turnstile = new Turnstile(chooser(order));
  const stop = new AbortController();
  let requests = 0;
  let counting = false;
  const { hosts, book: workbook } = await open(book([LIST]), async (person) => {
    await turnstile.pass(person);
    if (person !== "first" || !counting) return;
    requests += 1;
    if (requests === cancelled) stop.abort();
    if (requests === lost) throw new Error("the request was lost");
  });
  if (earlier) await hosts.first.writeResults(EARLIER);
  counting = true;
  const finished: Person[] = [];
  const work = (person: Person, signal?: AbortSignal) => async (): Promise<readonly WrittenSheet[]> => {
    const written = await hosts[person].writeResults(WORK[person], signal === undefined ? {} : { signal });
    finished.push(person);
    return written;
  };
  const outcomes = await turnstile.together({ first: work("first", stop.signal), second: work("second") });
  return { file: fileFromBook(workbook), finished, outcomes };
}

describe.each([
  ["where there were none", false],
  ["in place of earlier ones", true],
])("two people who write results at the same time, %s,", (_, earlier) => {
  let references: Readonly<Record<Person, BookFile>>;
  beforeAll(async () => {
    references = { first: await alone("first", earlier), second: await alone("second", earlier) };
  });

  test("leave the whole results of the one who finished last, in whatever order their requests come", async () => {
    await fc.assert(
      fc.asyncProperty(orders, async (order) => {
        const { file, finished, outcomes } = await meet({ earlier, order });
        expect(outcomes.map(({ status }) => status)).toEqual(["fulfilled", "fulfilled"]);
        const last = finished.at(-1) ?? "first";
        expectOnlyThoseOf(last, file, references[last]);
      }),
      { numRuns: 25, examples: [[alternating], [[...alternating].reverse()]] },
    );
  });

  test("leave the results of the one who goes on where the other cancels at any moment", async () => {
    await fc.assert(
      fc.asyncProperty(orders, fc.integer({ min: 1, max: 9 }), async (order, cancelled) => {
        const { file, finished } = await meet({ earlier, order, cancelled });
        const last = finished.at(-1) ?? "first";
        expect(finished).toContain("second");
        expectOnlyThoseOf(last, file, references[last]);
      }),
      { numRuns: 15 },
    );
  });

  test("leave the results of the one who goes on where the other's line breaks at any moment", async () => {
    await fc.assert(
      fc.asyncProperty(orders, fc.integer({ min: 1, max: 9 }), async (order, lost) => {
        const { file, finished, outcomes } = await meet({ earlier, order, lost });
        const last = finished.at(-1) ?? "first";
        expect(finished).toContain("second");
        if (outcomes[0]?.status === "rejected") expect(finished).toEqual(["second"]);
        expectOnlyThoseOf(last, file, references[last]);
      }),
      { numRuns: 15 },
    );
  });
});

/** A workbook in which both do something at once, their requests in the order given. */
async function inOrder(
  order: readonly boolean[],
  work: (people: TwoPeople) => Readonly<Record<Person, () => Promise<unknown>>>,
  file: BookFile = book([LIST]),
): Promise<{ readonly file: BookFile; readonly failed: readonly unknown[] }> {
  const turnstile = new Turnstile(chooser(order));
  const people = await open(file, turnstile.pass);
  const outcomes = await turnstile.together(work(people));
  const failed = outcomes.flatMap((outcome): unknown[] => (outcome.status === "rejected" ? [outcome.reason] : []));
  return { file: fileFromBook(people.book), failed };
}

test("two who write results of different names know of one another's", async () => {
  await fc.assert(
    fc.asyncProperty(orders, async (order) => {
      const [results, gaps] = WORK.first;
      const { file, failed } = await inOrder(order, ({ hosts }) => ({
        first: () => hosts.first.writeResults(results ? [results] : []),
        second: () => hosts.second.writeResults(gaps ? [gaps] : []),
      }));
      expect(failed).toEqual([]);
      const kept: unknown = JSON.parse(file.settings["zjtx.results"] ?? "{}");
      expect(kept).toMatchObject({ 评分_结果: { rows: 3 }, 评分_差距: { rows: 3 } });
    }),
    { numRuns: 25, examples: [[alternating]] },
  );
});

test("results are written whole where somebody deletes or renames the earlier ones meanwhile", async () => {
  const { file: earlier } = await inOrder([true], ({ hosts }) => ({
    first: () => hosts.first.writeResults(EARLIER),
    second: () => Promise.resolve(),
  }));
  await fc.assert(
    fc.asyncProperty(orders, fc.boolean(), async (order, rename) => {
      const meddle = async ({ clients }: TwoPeople): Promise<void> => {
        const { session, Excel } = clients.second;
        await Excel.run({ session }, async (context) => {
          const { worksheets } = context.workbook;
          worksheets.load("items/name");
          await context.sync();
          const one = worksheets.getItem("评分_结果");
          if (rename) one.name = "留着的";
          else one.delete();
          await context.sync();
          worksheets.add("评分_结果 (2)");
          await context.sync();
        });
      };
      const { file, failed } = await inOrder(
        order,
        (people) => ({
          first: () => people.hosts.first.writeResults(WORK.first),
          second: () => meddle(people),
        }),
        earlier,
      );
      expect(failed).toEqual([]);
      const kept: unknown = JSON.parse(file.settings["zjtx.results"] ?? "{}");
      expect(kept).toMatchObject({ 评分_结果: { rows: 3 }, 评分_差距: { rows: 3 } });
      expect(file.sheets.filter(({ name }) => name.includes("未写完"))).toEqual([]);
      const tables = file.sheets.flatMap(({ tables: own }) => own.map(({ range }) => range.bottom - range.top));
      // A sheet deleted after the results were written is gone with them.
      expect(tables.every((rows) => rows === 3)).toBe(true);
    }),
    { numRuns: 25, examples: [[alternating, true]] },
  );
});

test("two who change one setting at the same time both have their way", async () => {
  const kept = z.array(z.string()).catch([]);
  await fc.assert(
    fc.asyncProperty(orders, async (order) => {
      const add = (host: ExcelHost, word: string) => async (): Promise<void> => {
        for (const turn of [1, 2])
          await host.changeSetting("words", (before) => [...kept.parse(before), `${word}${turn}`]);
      };
      const { file, failed } = await inOrder(order, ({ hosts }) => ({
        first: add(hosts.first, "甲"),
        second: add(hosts.second, "乙"),
      }));
      expect(failed).toEqual([]);
      const words = kept.parse(JSON.parse(file.settings["zjtx.words"] ?? "[]"));
      expect([...words].sort()).toEqual(["乙1", "乙2", "甲1", "甲2"]);
    }),
    { numRuns: 40, examples: [[alternating]] },
  );
});

test("two who write a page of the same name each get one", async () => {
  const page: PageSheet = {
    name: "评分_成长方案_甲厂",
    columns: 2,
    rows: [{ role: "title", cells: ["甲厂"], spans: [2] }],
    breaks: [],
    charts: [],
  };
  await fc.assert(
    fc.asyncProperty(orders, async (order) => {
      const { file, failed } = await inOrder(order, ({ hosts }) => ({
        first: () => hosts.first.writeResults([page]),
        second: () => hosts.second.writeResults([page]),
      }));
      expect(failed).toEqual([]);
      const names = file.sheets.map(({ name }) => name).sort();
      expect(names).toEqual(["名单", "评分_成长方案_甲厂", "评分_成长方案_甲厂 (2)"].sort());
      expect(file.settings).toEqual({});
    }),
    { numRuns: 25, examples: [[alternating]] },
  );
});
