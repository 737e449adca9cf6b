/** Plans looked for on several threads beside the command's own, which reads, scores and writes meanwhile. */
import type { Worker } from "node:worker_threads";
import type { Improvement } from "../../engine/rows/improve";
import type { Facts } from "../../engine/facts";
import { allSlots, type Vocabulary } from "../../language/vocabulary";
import type { Planners, WantedPlan } from "../../sheet/results/score-sheet";
import { planAnswerSchema, type PlanQuestion, type PlanTask } from "./plan-messages";

interface Waiting {
  readonly resolve: (found: readonly Improvement[]) => void;
  readonly reject: (reason: Error) => void;
}

/** Makes a thread with a task of its own. */
export type StartThread = (task: PlanTask) => Worker;

/** The slots of enterprises that a sheet has columns for. */
export function slotsIn(facts: Facts, vocabulary: Vocabulary): readonly string[] {
  return allSlots(vocabulary, "enterprise").filter((key) => facts.column(key) !== undefined);
}

export class PlanThreads implements Planners {
  /** Enough that no thread waits for the next question while its answer is being written. */
  readonly ahead: number;
  private readonly threads: readonly Worker[];
  private readonly waiting = new Map<number, Waiting>();
  private asked = 0;
  private failure: Error | null = null;

  /**
   * @param start makes a thread that answers questions, see `answerPlanQuestions`
   * @param slots the columns that the searches may read
   */
  constructor(
    start: StartThread,
    count: number,
    task: PlanTask,
    private readonly facts: Facts,
    private readonly slots: readonly string[],
  ) {
    this.ahead = 2 * count + 1;
    this.threads = Array.from({ length: count }, () => {
      const thread = start(task);
      thread.on("message", (message: unknown) => this.answered(message));
      thread.on("error", (error: unknown) => this.fail(error instanceof Error ? error : new Error(String(error))));
      thread.on("exit", (code) => this.fail(new Error(`a thread that looks for plans ended early, with code ${code}`)));
      return thread;
    });
  }

  plansOf(wanted: readonly WantedPlan[]): Promise<readonly Improvement[]> {
    if (this.failure !== null) return Promise.reject(this.failure);
    if (wanted.length === 0) return Promise.resolve([]);
    const id = this.asked;
    this.asked += 1;
    const columns = this.slots.flatMap((slot): [string, Float64Array<ArrayBuffer>][] => {
      const column = this.facts.column(slot);
      return column === undefined ? [] : [[slot, Float64Array.from(wanted, ({ row }) => column[row] ?? NaN)]];
    });
    const question: PlanQuestion = { id, columns, tiers: wanted.map(({ tier }) => tier) };
    this.threads[id % this.threads.length]?.postMessage(
      question,
      columns.map(([, column]) => column.buffer),
    );
    return new Promise((resolve, reject) => this.waiting.set(id, { resolve, reject }));
  }

  private answered(message: unknown): void {
    const { id, found } = planAnswerSchema.parse(message);
    this.waiting.get(id)?.resolve(found);
    this.waiting.delete(id);
  }

  private fail(reason: Error): void {
    this.failure ??= reason;
    for (const { reject } of this.waiting.values()) reject(this.failure);
    this.waiting.clear();
  }

  /** Ends the threads, whatever they are at. */
  async close(): Promise<void> {
    this.failure ??= new Error("the threads that look for plans were ended");
    await Promise.all(this.threads.map((thread) => thread.terminate()));
  }
}
