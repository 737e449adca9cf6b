/** A list scored on several threads: stretches of rows go out, their tables come back in the order of the rows. */
import type { Worker } from "node:worker_threads";
import type { Facts } from "../../engine/facts";
import { allSlots, type Vocabulary } from "../../language/vocabulary";
import type { SheetReading } from "../../sheet/reading/read-sheet";
import { identityOf } from "../../sheet/results/score-tables";
import { scoreAnswerSchema, type ScoreAnswer, type ScoreQuestion, type ScoreTask } from "./score-messages";

interface Waiting {
  readonly resolve: (answer: ScoreAnswer) => void;
  readonly reject: (reason: Error) => void;
}

/** Makes a thread with a task of its own. */
export type StartThread = (task: ScoreTask) => Worker;

/** Rows of one question: as many as the columns work on at once. */
const STRETCH = 4_096;

/** The columns of enterprises that a list has by their slots, in memory that threads share. */
export function sharedFacts(facts: Facts, vocabulary: Vocabulary): ReadonlyMap<string, Float64Array> {
  const columns = new Map<string, Float64Array>();
  for (const slot of allSlots(vocabulary, "enterprise")) {
    const column = facts.column(slot);
    if (column === undefined) continue;
    const shared = new Float64Array(new SharedArrayBuffer(column.length * Float64Array.BYTES_PER_ELEMENT));
    shared.set(column);
    columns.set(slot, shared);
  }
  return columns;
}

export class ScoreThreads {
  private readonly threads: readonly Worker[];
  private readonly waiting = new Map<number, Waiting>();
  private asked = 0;
  private failure: Error | null = null;

  /** @param start makes a thread that answers questions, see `answerScoreQuestions` */
  constructor(start: StartThread, count: number, task: ScoreTask) {
    this.threads = Array.from({ length: count }, () => {
      const thread = start(task);
      thread.on("message", (message: unknown) => this.answered(message));
      thread.on("error", (error: unknown) => this.fail(error instanceof Error ? error : new Error(String(error))));
      thread.on("exit", (code) => this.fail(new Error(`a thread that scores ended early, with code ${code}`)));
      return thread;
    });
  }

  /** The stretches of the list in order. At most two a thread are under way, so that none waits for its next. */
  async *stretches(reading: SheetReading): AsyncGenerator<ScoreAnswer, void> {
    const { count } = reading.facts;
    const underWay: Promise<ScoreAnswer>[] = [];
    let next = 0;
    while (next < count || underWay.length > 0) {
      while (next < count && underWay.length < 2 * this.threads.length) {
        const answer = this.ask(reading, next, Math.min(next + STRETCH, count));
        // It is waited for in its turn; until then a failure is nobody's.
        answer.catch(() => undefined);
        underWay.push(answer);
        next += STRETCH;
      }
      const first = underWay.shift();
      if (first !== undefined) yield await first;
    }
  }

  private ask(reading: SheetReading, from: number, to: number): Promise<ScoreAnswer> {
    if (this.failure !== null) return Promise.reject(this.failure);
    const id = this.asked;
    this.asked += 1;
    const question: ScoreQuestion = {
      id,
      from,
      whose: Array.from({ length: to - from }, (_, at) => identityOf(reading, from + at)),
    };
    this.threads[id % this.threads.length]?.postMessage(question);
    return new Promise((resolve, reject) => this.waiting.set(id, { resolve, reject }));
  }

  private answered(message: unknown): void {
    const answer = scoreAnswerSchema.parse(message);
    this.waiting.get(answer.id)?.resolve(answer);
    this.waiting.delete(answer.id);
  }

  private fail(reason: Error): void {
    this.failure ??= reason;
    for (const { reject } of this.waiting.values()) reject(this.failure);
    this.waiting.clear();
  }

  /** Ends the threads, whatever they are at. */
  async close(): Promise<void> {
    this.failure ??= new Error("the threads that score were ended");
    await Promise.all(this.threads.map((thread) => thread.terminate()));
  }
}
