import type {} from "@univerjs/sheets-formula/facade";
import { fileFromBook } from "../../../src/workbench/book/save-book";
import { openHeadless, type Headless } from "../../../src/workbench/headless/open";
import { writtenPatch } from "../../../src/workbench/executor/typed-values";
import { eventually } from "../../eventually";

const typed = (text: string) => writtenPatch(text, "General");
/** Univer looks every so many formulas whether it was asked to stop. */
const STOPS_EVERY = 500;

interface Slow {
  readonly calls: () => number;
  readonly answer: () => void;
  /** From now on it answers at once. */
  readonly answerAll: () => void;
}

/** A function of the workbook that answers a call only when it is let. */
async function slowFunction({ book }: Headless): Promise<Slow> {
  const held: (() => void)[] = [];
  let calls = 0;
  let fast = false;
  const formula = book.link.api.getFormula();
  // Univer calculates all anew for a function that is new.
  const anew = new Promise<void>((resolve) => {
    let forced = false;
    formula.calculationStart((all) => {
      forced ||= all;
    });
    formula.calculationEnd(() => {
      if (forced) resolve();
    });
  });
  formula.registerAsyncFunction("SLOW", async () => {
    calls++;
    if (!fast) await new Promise<void>((resolve) => held.push(resolve));
    return calls;
  });
  await anew;
  return {
    calls: () => calls,
    answer: () => held.shift()?.(),
    answerAll: () => {
      fast = true;
      for (const answer of held) answer();
    },
  };
}

/** A calculation that is broken off leaves channels of Univer's open, which would keep the tests from ending. */
const { MessageChannel } = globalThis;
const ports: MessagePort[] = [];
beforeAll(() => {
  globalThis.MessageChannel = class extends MessageChannel {
    constructor() {
      super();
      ports.push(this.port1, this.port2);
    }
  };
});
afterAll(() => {
  globalThis.MessageChannel = MessageChannel;
  for (const port of ports) port.close();
});

async function withBook(work: (open: Headless) => Promise<void>): Promise<void> {
  const open = await openHeadless();
  try {
    await work(open);
  } finally {
    open.close();
  }
}

/** Until somebody asks the engine to break its calculation off. */
function stopAsked({ link }: Headless["book"]): Promise<void> {
  return new Promise((resolve) => {
    link.api.onCommandExecuted(({ id }) => {
      if (id === "formula.mutation.set-formula-calculation-stop") resolve();
    });
  });
}

test("What is saved waits for a slow function.", () =>
  withBook(async (open) => {
    const { book } = open;
    const slow = await slowFunction(open);
    book.active.write(0, 0, [[typed("=SLOW()")], [typed("=A1+1")]]);
    const saved = book.link.calculation.settle().then(() => fileFromBook(book));
    await eventually(() => expect(slow.calls()).toBe(1));
    expect(book.link.calculation.settled).toBe(false);
    slow.answer();
    expect((await saved).sheets[0]?.cells.map((row) => row?.[0]?.value)).toEqual([1, 2]);
  }));

test("A calculation that is told late to be over does not pass for the one under way.", () =>
  withBook(async (open) => {
    const { book } = open;
    const { requestIdleCallback } = globalThis;
    const idle: (() => void)[] = [];
    const slow = await slowFunction(open);
    globalThis.requestIdleCallback = (callback) =>
      idle.push(() => callback({ didTimeout: false, timeRemaining: () => 1 }));
    try {
      book.active.write(0, 0, [[typed("=1+1")]]);
      await eventually(() => expect(book.active.cell(0, 0)).toBe(2));
      book.active.write(1, 0, [[typed("=SLOW()")]]);
      await eventually(() => expect(slow.calls()).toBe(1));
      for (const callback of idle.splice(0)) callback();
      expect(book.link.calculation.settled).toBe(false);
    } finally {
      globalThis.requestIdleCallback = requestIdleCallback;
    }
    slow.answer();
    await book.link.calculation.settle();
    expect(book.active.cell(1, 0)).toBe(1);
  }));

test("A calculation that is broken off neither passes for the one in its place nor asks for one more.", () =>
  withBook(async (open) => {
    const { book } = open;
    const slow = await slowFunction(open);
    const asked = stopAsked(book);
    const rows = Array.from({ length: STOPS_EVERY }, (_, row) => [typed(`=${row}+1`)]);
    book.active.write(0, 0, [[typed("=SLOW()")], ...rows]);
    await eventually(() => expect(slow.calls()).toBe(1));
    book.active.write(0, 1, [[typed("=SLOW()")]]);
    await asked;
    slow.answer();
    await eventually(() => expect(slow.calls()).toBe(2));
    expect(book.link.calculation.settled).toBe(false);
    slow.answer();
    slow.answerAll();
    await book.link.calculation.settle();
    expect([book.active.cell(0, 1), book.active.cell(0, 0)].map(Number).sort()).toEqual([2, 3]);
    expect(slow.calls()).toBe(3);
  }));

test("What is typed while Univer calculates gets its value without anybody asking.", () =>
  withBook(async (open) => {
    const { book } = open;
    const slow = await slowFunction(open);
    const asked = stopAsked(book);
    book.active.write(0, 0, [[typed("=SLOW()")]]);
    await eventually(() => expect(slow.calls()).toBe(1));
    book.active.write(1, 0, [[typed("=1+1")]]);
    await asked;
    slow.answerAll();
    await eventually(() => expect(book.active.cell(1, 0)).toBe(2));
  }));
