/**
 * The page's side of the worker. Cancelling answers at once; the worker hears of it a moment later and keeps what it holds. A worker that
 * is lost fails whatever waited for it, and the next question starts another.
 */
import { CANCELLED, ExcelTrouble } from "../../excel/host";
import { isAnswerOf, replySchema, type WorkerReply, type WorkerRequest, type WrittenPart } from "./messages";
import { partOf, type IncomingPart } from "./parts";
import { Refused, WorkerLost } from "./refused";
import type { AnswerTo, QuestionOf, TaskName } from "./tasks/table";

/** What of a Worker is used. */
export interface WorkerLike {
  postMessage(message: unknown): void;
  addEventListener(kind: "message", listener: (event: { readonly data: unknown }) => void): void;
  addEventListener(kind: "error" | "messageerror", listener: () => void): void;
  terminate(): void;
}

export interface AskControl {
  readonly signal?: AbortSignal;
  readonly progress?: (done: number, total: number) => void;
}

/** An answer, and the sheets that were made for it. */
export interface Answered<K extends TaskName> {
  readonly answer: AnswerTo<K>;
  readonly parts: readonly WrittenPart[];
  /** The number of the question. */
  readonly question: number;
}

interface Waiting {
  readonly hear: (reply: WorkerReply) => void;
  readonly fail: (error: Error) => void;
}

export class WorkerClient {
  private worker: WorkerLike | null = null;
  private readonly waiting = new Map<number, Waiting>();
  private readonly losses = new Set<() => void>();
  private last = 0;
  private started = 0;

  constructor(private readonly start: () => WorkerLike) {}

  /** Counts the workers started: one started anew holds nothing of what was sent before. 0: none is there. */
  get holder(): number {
    return this.worker === null ? 0 : this.started;
  }

  /** For what is not answered: sheets and their cells. */
  post(request: WorkerRequest): void {
    this.running().postMessage(request);
  }

  /** Forgets sheets in the worker, where there is one. */
  forget(ids: readonly string[]): void {
    if (ids.length > 0) this.worker?.postMessage({ kind: "forget", ids: [...ids] } satisfies WorkerRequest);
  }

  /** @throws Refused where the worker says why it can't, WorkerLost, ExcelTrouble of kind "cancelled" */
  async ask<K extends TaskName>(task: K, input: QuestionOf<K>, control: AskControl = {}): Promise<Answered<K>> {
    const { signal, progress } = control;
    const cancelled = (): ExcelTrouble => new ExcelTrouble("cancelled", CANCELLED);
    if (signal?.aborted === true) throw cancelled();
    this.last += 1;
    const question = this.last;
    let stop = (): void => undefined;
    try {
      return await new Promise<Answered<K>>((resolve, reject) => {
        const parts: IncomingPart[] = [];
        stop = (): void => {
          this.worker?.postMessage({ kind: "stop", question } satisfies WorkerRequest);
          reject(cancelled());
        };
        const hear = (reply: WorkerReply): void => {
          if (reply.kind === "progress") progress?.(reply.done, reply.total);
          else if (reply.kind === "part") parts.push(partOf(reply.head));
          else if (reply.kind === "rows") parts.at(-1)?.take(reply.rows);
          else if (reply.kind === "refused") reject(new Refused(reply.text, reply.why));
          else if (isAnswerOf(task, reply))
            resolve({ answer: reply.answer, parts: parts.map((part) => part.whole()), question });
          else reject(new TypeError(`asked for ${task}, answered about ${reply.task}`));
        };
        this.waiting.set(question, { hear, fail: reject });
        signal?.addEventListener("abort", stop);
        this.post({ kind: "ask", question, task, input });
      });
    } finally {
      signal?.removeEventListener("abort", stop);
      this.waiting.delete(question);
    }
  }

  /** Told when a worker has ended by itself, with all that it held. Gives the way to be told no more. */
  onLost(listener: () => void): () => void {
    this.losses.add(listener);
    return () => this.losses.delete(listener);
  }

  /** Ends the worker; a later question starts another. */
  dispose(): void {
    this.end(new ExcelTrouble("cancelled", CANCELLED));
  }

  private running(): WorkerLike {
    if (this.worker !== null) return this.worker;
    const worker = this.start();
    this.worker = worker;
    this.started += 1;
    const lost = (): void => {
      if (this.worker !== worker) return;
      this.end(new WorkerLost());
      for (const listener of [...this.losses]) listener();
    };
    worker.addEventListener("message", ({ data }) => {
      const reply = replySchema.safeParse(data);
      if (reply.success && this.worker === worker) this.waiting.get(reply.data.question)?.hear(reply.data);
    });
    worker.addEventListener("error", lost);
    worker.addEventListener("messageerror", lost);
    return worker;
  }

  private end(error: Error): void {
    this.worker?.terminate();
    this.worker = null;
    for (const { fail } of [...this.waiting.values()]) fail(error);
  }
}
