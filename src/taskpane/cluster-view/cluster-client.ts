/** The page's side of the worker of clusters: one question at a time; cancelling ends the worker, and with it what it had been sent. */
import { CANCELLED, ExcelTrouble } from "../../excel/host";
import type { Text } from "../../policy/vocabulary";
import type { Cell } from "../../sheet/grid";
import type { ResultSheet } from "../../sheet/result-sheet";
import type { Language } from "../../sheet/score-tables";
import type { WorkerLike } from "../scoring/scoring-client";
import type { SheetHead } from "../scoring/scoring-messages";
import { clusterReplySchema, type ClusterQuestion, type ClusterReply, type ClusterRequest } from "./cluster-messages";
import type { ClusterPicture } from "./cluster-picture";

/** A reason to stop that a person can do something about. */
export class ClustersRefused extends Error {
  constructor(readonly text: Text) {
    super(text.en);
  }
}

const WORKER_LOST: Text = {
  zh: "后台计算突然停了，工作簿没有改动。请再试一次；表特别大时，先关掉别的大文件。",
  en: "The run stopped unexpectedly; the workbook is unchanged. Please try again. With very large sheets, close other large files first.",
};

type Seen = Extract<ClusterReply, { kind: "seen" }>;

export class ClusterClient {
  private worker: WorkerLike | null = null;
  private heard: (reply: ClusterReply) => void = () => undefined;
  private lost: (error: Error) => void = () => undefined;

  constructor(private readonly startWorker: () => WorkerLike) {}

  /** Whether the worker still holds what it was sent. */
  get holds(): boolean {
    return this.worker !== null;
  }

  /** For messages that are not answered: sheets and their cells. */
  send(request: Extract<ClusterRequest, { kind: "begin" | "block" }>): void {
    this.started().postMessage(request);
  }

  look(asOf: string, signal: AbortSignal): Promise<Seen> {
    return this.ask({ kind: "look", asOf }, signal, (reply) => (reply.kind === "seen" ? reply : null));
  }

  run(question: ClusterQuestion, signal: AbortSignal): Promise<ClusterPicture> {
    return this.ask({ kind: "run", ...question }, signal, (reply) => (reply.kind === "picture" ? reply.picture : null));
  }

  sheets(question: ClusterQuestion, language: Language, signal: AbortSignal): Promise<readonly ResultSheet[]> {
    const heads: { readonly head: SheetHead; readonly rows: (readonly Cell[])[] }[] = [];
    return this.ask({ kind: "sheets", ...question, language }, signal, (reply) => {
      if (reply.kind === "head") heads.push({ head: reply.head, rows: [] });
      else if (reply.kind === "rows") heads.at(-1)?.rows.push(...reply.rows);
      return reply.kind === "written" ? heads.map(({ head, rows }) => ({ ...head, rows })) : null;
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
      this.lost(new ClustersRefused(WORKER_LOST));
    };
    worker.addEventListener("error", lost);
    worker.addEventListener("messageerror", lost);
    worker.addEventListener("message", ({ data }) => {
      const reply = clusterReplySchema.safeParse(data);
      if (reply.success && this.worker === worker) this.heard(reply.data);
    });
    this.worker = worker;
    return worker;
  }

  /** `take` gives the answer once it is whole, null before. */
  private ask<T>(request: ClusterRequest, signal: AbortSignal, take: (reply: ClusterReply) => T | null): Promise<T> {
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
        if (reply.kind === "failed") {
          settled();
          reject(new ClustersRefused(reply.text));
        } else if (answer !== null) {
          settled();
          resolve(answer);
        }
      };
      worker.postMessage(request);
    });
  }
}
