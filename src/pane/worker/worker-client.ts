/** The page's side of a worker that answers one question at a time; cancelling ends the worker, and with it what it had been sent. */
import { CANCELLED, ExcelTrouble } from "../../excel/host";
import type { Text } from "../../words/text";
import type { WorkerLike } from "../scoring/scoring-client";

/** A reason to stop that a person can do something about. */
export class WorkRefused extends Error {
  constructor(readonly text: Text) {
    super(text.en);
  }
}

const WORKER_LOST: Text = {
  zh: "后台计算突然停了，工作簿没有改动。请再试一次；表特别大时，先关掉别的大文件。",
  en: "The run stopped unexpectedly; the workbook is unchanged. Please try again. With very large sheets, close other large files first.",
};

interface AnyReply {
  readonly kind: string;
  readonly text?: Text;
}

interface Checks<Reply> {
  safeParse(data: unknown): { readonly success: true; readonly data: Reply } | { readonly success: false };
}

export class WorkerClient<Request, Reply extends AnyReply> {
  private worker: WorkerLike | null = null;
  private heard: (reply: Reply) => void = () => undefined;
  private lost: (error: Error) => void = () => undefined;

  constructor(
    private readonly startWorker: () => WorkerLike,
    private readonly replies: Checks<Reply>,
  ) {}

  /** Whether the worker still holds what it was sent. */
  get holds(): boolean {
    return this.worker !== null;
  }

  /** For messages that are not answered: sheets and their cells. */
  send(request: Request): void {
    this.started().postMessage(request);
  }

  /**
   * `take` gives the answer once it is whole, null before.
   * @throws WorkRefused where the worker says why it can't, ExcelTrouble of kind "cancelled"
   */
  ask<T>(request: Request, signal: AbortSignal, take: (reply: Reply) => T | null): Promise<T> {
    const worker = this.started();
    return new Promise<T>((resolve, reject) => {
      const cancel = (): void => {
        this.end();
        reject(new ExcelTrouble("cancelled", CANCELLED));
      };
      if (signal.aborted) {
        cancel();
        return;
      }
      signal.addEventListener("abort", cancel, { once: true });
      const settled = (): void => signal.removeEventListener("abort", cancel);
      this.lost = (error) => {
        settled();
        reject(error);
      };
      this.heard = (reply) => {
        const answer = take(reply);
        if (reply.kind === "failed" && reply.text !== undefined) {
          settled();
          reject(new WorkRefused(reply.text));
        } else if (answer !== null) {
          settled();
          resolve(answer);
        }
      };
      worker.postMessage(request);
    });
  }

  end(): void {
    this.worker?.terminate();
    this.worker = null;
  }

  private started(): WorkerLike {
    if (this.worker !== null) return this.worker;
    const worker = this.startWorker();
    const lost = (): void => {
      this.end();
      this.lost(new WorkRefused(WORKER_LOST));
    };
    worker.addEventListener("error", lost);
    worker.addEventListener("messageerror", lost);
    worker.addEventListener("message", ({ data }) => {
      const reply = this.replies.safeParse(data);
      if (reply.success && this.worker === worker) this.heard(reply.data);
    });
    this.worker = worker;
    return worker;
  }
}
