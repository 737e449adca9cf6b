/**
 * The worker as a plain message handler, so that it runs the same in a worker and in a test: holds sheets, has tasks answer questions,
 * and gives each answer, or why there is none. Long jobs come up for air, and whatever came in meanwhile is heard.
 */
import type { Text } from "../../words/text";
import type { Grid } from "../../words/grid";
import { GridBuilder } from "./grid-builder";
import { requestSchema, type PostedReply, type WorkerRequest, type WrittenPart } from "./messages";
import { Refused } from "./refused";
import { Stopped, type Desk, type Knowledge } from "./task";
import { KeptDrafts } from "./tasks/kept-drafts";
import { KeptRuns } from "./tasks/kept-runs";
import { isTaskName, TASKS } from "./tasks/table";

/** What the kernel needs of the place it runs in. */
export interface KernelPlace {
  /** @param handOver buffers of the reply that need not be copied */
  post(reply: PostedReply, handOver: ArrayBuffer[]): void;
  /** Lets waiting messages through. */
  pause(): Promise<void>;
  /** Milliseconds of a clock that only runs forward. */
  now(): number;
  random(count: number): Uint8Array;
  /** Told of an error that is our own fault. */
  report(error: unknown): void;
}

const SLICE_MS = 40;
/** Rows of a sheet in one message: small enough to be taken in without a stutter. */
const ROWS_A_MESSAGE = 500;

const UNEXPECTED: Text = {
  zh: "中途出了意外，工作簿没有改动。请再试一次；还是不行，就把表另存成一份新的工作簿再试。",
  en: "The run stopped unexpectedly; the workbook is unchanged. Please try again. If it happens again, save the sheets as a new workbook and use that.",
};

/** A worker started anew knows nothing of what went to the one before. */
const NOT_HELD: Text = {
  zh: "读过的表已经不在手边了，什么也没有改动。请再试一次。",
  en: "What was read of the sheets is no longer at hand; nothing was changed. Please try again.",
};

type Ask = Extract<WorkerRequest, { kind: "ask" }>;

export class Kernel {
  private readonly sheets = new Map<string, GridBuilder>();
  private readonly runs = new KeptRuns();
  private readonly drafts = new KeptDrafts();
  /** Questions under way: whether each was given up. */
  private readonly stopped = new Map<number, boolean>();

  constructor(
    private readonly known: Knowledge,
    private readonly place: KernelPlace,
  ) {}

  /** Takes one message; a malformed one is reported and dropped, for no reply could be matched to it. */
  handle(message: unknown): void {
    const parsed = requestSchema.safeParse(message);
    if (!parsed.success) {
      this.place.report(parsed.error);
      return;
    }
    const request = parsed.data;
    switch (request.kind) {
      case "sheet":
        this.sheets.set(request.id, new GridBuilder(request.frame));
        return;
      case "block":
        this.sheets.get(request.id)?.add(request.block);
        return;
      case "forget":
        for (const id of request.ids) this.sheets.delete(id);
        return;
      case "stop":
        if (this.stopped.has(request.question)) this.stopped.set(request.question, true);
        return;
      case "ask":
        void this.answer(request);
    }
  }

  private async answer({ question, task, input }: Ask): Promise<void> {
    this.stopped.set(question, false);
    const handOver: ArrayBuffer[] = [];
    try {
      if (!isTaskName(task)) throw new TypeError(`there is no task ${task}`);
      const { answer: job } = await TASKS[task]();
      const answer = await job(input, this.desk(question, handOver));
      if (!this.isStopped(question)) this.place.post({ kind: "answer", question, task, answer }, handOver);
    } catch (error) {
      if (error instanceof Stopped) return;
      const refused = error instanceof Refused ? error : new Refused(UNEXPECTED);
      if (error !== refused) this.place.report(error);
      if (!this.isStopped(question))
        this.place.post({ kind: "refused", question, text: refused.text, why: refused.why }, []);
    } finally {
      this.stopped.delete(question);
    }
  }

  private isStopped(question: number): boolean {
    return this.stopped.get(question) === true;
  }

  private gridOf(id: string): Grid {
    const builder = this.sheets.get(id);
    if (builder === undefined) throw new Refused(NOT_HELD, "gone");
    return builder.grid();
  }

  private desk(question: number, handOver: ArrayBuffer[]): Desk {
    const { place, known, runs, drafts } = this;
    let until = place.now() + SLICE_MS;
    let said = false;
    const breathe = async (): Promise<void> => {
      await place.pause();
      if (this.isStopped(question)) throw new Stopped();
      until = place.now() + SLICE_MS;
    };
    return {
      known,
      question,
      runs,
      drafts,
      grids: (ids) => ids.map((id) => this.gridOf(id)),
      step: async (done, total) => {
        if (said && place.now() < until && done < total) return;
        said = true;
        place.post({ kind: "progress", question, done, total }, []);
        await breathe();
      },
      send: async ({ rows, ...head }: WrittenPart) => {
        place.post({ kind: "part", question, head }, []);
        for (let from = 0; from < rows.length; from += ROWS_A_MESSAGE) {
          place.post({ kind: "rows", question, rows: rows.slice(from, from + ROWS_A_MESSAGE) }, []);
          await breathe();
        }
      },
      handOver: ({ buffer }) => handOver.push(buffer),
      random: (count) => place.random(count),
    };
  }
}
