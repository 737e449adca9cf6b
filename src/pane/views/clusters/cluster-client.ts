/** The page's side of the worker of clusters. */
import type { Cell } from "../../../words/grid";
import type { ResultSheet } from "../../../words/result-sheet";
import type { Language } from "../../../words/text";
import type { SheetHead } from "../../scoring/scoring-messages";
import type { WorkerLike } from "../../scoring/scoring-client";
import { WorkerClient } from "../../worker/worker-client";
import { clusterReplySchema, type ClusterQuestion, type ClusterReply, type ClusterRequest } from "./cluster-messages";

type Seen = Extract<ClusterReply, { kind: "seen" }>;
type Pictured = Extract<ClusterReply, { kind: "picture" }>;

export class ClusterClient extends WorkerClient<ClusterRequest, ClusterReply> {
  constructor(startWorker: () => WorkerLike) {
    super(startWorker, clusterReplySchema);
  }

  look(asOf: string, signal: AbortSignal): Promise<Seen> {
    return this.ask({ kind: "look", asOf }, signal, (reply) => (reply.kind === "seen" ? reply : null));
  }

  run(question: ClusterQuestion, signal: AbortSignal): Promise<Pictured> {
    return this.ask({ kind: "run", ...question }, signal, (reply) => (reply.kind === "picture" ? reply : null));
  }

  sheets(question: ClusterQuestion, language: Language, signal: AbortSignal): Promise<readonly ResultSheet[]> {
    const heads: { readonly head: SheetHead; readonly rows: (readonly Cell[])[] }[] = [];
    return this.ask({ kind: "sheets", ...question, language }, signal, (reply) => {
      if (reply.kind === "head") heads.push({ head: reply.head, rows: [] });
      else if (reply.kind === "rows") heads.at(-1)?.rows.push(...reply.rows);
      return reply.kind === "written" ? heads.map(({ head, rows }) => ({ ...head, rows })) : null;
    });
  }
}
