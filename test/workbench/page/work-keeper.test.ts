/** Unsaved work is kept in the browser and offered back; storage that fails disturbs nobody. */
import { WorkKeeper, type KeptWork, type WorkStore } from "../../../src/workbench/page/work-keeper";

class MemoryStore implements WorkStore {
  readonly works = new Map<string, KeptWork>();
  readonly open = new Set<string>();
  all = (): Promise<KeptWork[]> => Promise.resolve([...this.works.values()]);
  put = (work: KeptWork): Promise<void> => {
    this.works.set(work.id, work);
    return Promise.resolve();
  };
  remove = (id: string): Promise<void> => {
    this.works.delete(id);
    return Promise.resolve();
  };
  hold = (id: string): void => void this.open.add(id);
  held = (): Promise<ReadonlySet<string>> => Promise.resolve(this.open);
}

interface Page {
  readonly keeper: WorkKeeper;
  /** How long it waits for quiet, where it waits. */
  quiet: number | null;
  /** Lets things settle. */
  readonly settle: () => Promise<void>;
}

let ids = 0;

function page(store: WorkStore, now = 1): Page {
  let then: (() => void) | null = null;
  const place = {
    store,
    now: () => now,
    newId: () => `id${(ids += 1)}`,
    whenQuiet: (callback: () => void, quiet: number) => {
      then = callback;
      made.quiet = quiet;
      return () => (then = null);
    },
  };
  const made: Page = {
    keeper: new WorkKeeper(place),
    quiet: null,
    settle: async () => {
      then?.();
      then = null;
      await made.keeper.settled();
    },
  };
  return made;
}

const work = (name: string, content = 1, cells = 100) => ({
  name,
  cells: () => cells,
  write: () => Promise.resolve(new Uint8Array([content])),
});

/** The page is gone, and with it the locks that it held. */
function reload(store: MemoryStore): void {
  store.open.clear();
}

test("changes that were not saved are offered back after a reload, as they were last", async () => {
  const store = new MemoryStore();
  const { keeper, settle } = page(store, 7);
  keeper.opened(work("名单.xlsx", 3));
  keeper.changed();
  await settle();
  reload(store);
  expect(await page(store).keeper.left()).toMatchObject([{ name: "名单.xlsx", at: 7, bytes: new Uint8Array([3]) }]);
});

test("nothing is kept of a workbook that was not changed, and nothing stays of one that was saved", async () => {
  const store = new MemoryStore();
  const { keeper, settle } = page(store);
  keeper.opened(work("名单.xlsx"));
  await settle();
  expect(store.works.size).toBe(0);
  keeper.changed();
  await settle();
  expect(store.works.size).toBe(1);
  keeper.saved();
  await settle();
  expect(store.works.size).toBe(0);
});

test("a workbook saved before things have settled is not kept afterwards", async () => {
  const store = new MemoryStore();
  const { keeper, settle } = page(store);
  keeper.opened(work("名单.xlsx"));
  keeper.changed();
  keeper.saved();
  await settle();
  expect(store.works.size).toBe(0);
});

test("another workbook takes the place of the one before, whose changes nobody wanted", async () => {
  const store = new MemoryStore();
  const { keeper, settle } = page(store);
  keeper.opened(work("一.xlsx"));
  keeper.changed();
  await settle();
  keeper.opened(work("二.xlsx"));
  keeper.changed();
  await settle();
  expect([...store.works.values()].map(({ name }) => name)).toEqual(["二.xlsx"]);
});

test("two workbooks of the same name on two pages are two, and a page that is open is not offered to another", async () => {
  const store = new MemoryStore();
  const [first, second] = [page(store, 1), page(store, 2)];
  for (const [at, { keeper, settle }] of [first, second].entries()) {
    keeper.opened(work("名单.xlsx", at));
    keeper.changed();
    await settle();
  }
  expect(await page(store).keeper.left()).toEqual([]);
  reload(store);
  expect((await page(store).keeper.left()).map(({ bytes }) => bytes[0])).toEqual([1, 0]);
});

test("what is cleared is gone", async () => {
  const store = new MemoryStore();
  const { keeper, settle } = page(store);
  keeper.opened(work("名单.xlsx"));
  keeper.changed();
  await settle();
  reload(store);
  const next = page(store);
  for (const { id } of await next.keeper.left()) next.keeper.forget(id);
  await next.settle();
  expect(await next.keeper.left()).toEqual([]);
});

test("a large workbook is written down only once nobody seems to be there", () => {
  const one = page(new MemoryStore());
  one.keeper.opened(work("小.xlsx"));
  one.keeper.changed();
  const small = one.quiet ?? 0;
  one.keeper.opened(work("大.xlsx", 1, 2_000_000));
  one.keeper.changed();
  expect(one.quiet).toBeGreaterThan(10 * small);
});

const fails = (): Promise<never> => Promise.reject(new Error("QuotaExceededError"));

test.each([
  ["blocked", { all: fails, put: fails, remove: fails, held: fails }],
  ["full", { put: fails }],
])("storage that is %s keeps nothing and disturbs nobody", async (_name, broken) => {
  const { keeper, settle } = page(Object.assign(new MemoryStore(), broken));
  keeper.opened(work("名单.xlsx"));
  keeper.changed();
  await settle();
  keeper.saved();
  await settle();
  expect(await keeper.left()).toEqual([]);
});

test("a workbook that can't be written down is no error, and is kept the next time", async () => {
  const store = new MemoryStore();
  const { keeper, settle } = page(store);
  let good = false;
  keeper.opened({ ...work("名单.xlsx"), write: () => (good ? Promise.resolve(new Uint8Array([1])) : fails()) });
  keeper.changed();
  await settle();
  expect(store.works.size).toBe(0);
  good = true;
  keeper.changed();
  await settle();
  expect(store.works.size).toBe(1);
});
