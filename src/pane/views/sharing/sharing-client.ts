/** The page's side of the worker of sharing. */
import type { Finding } from "../../../sharing/check/findings";
import type { Cell } from "../../../words/grid";
import type { Language } from "../../../words/text";
import type { WorkerLike } from "../../scoring/scoring-client";
import { WorkerClient } from "../../worker/worker-client";
import {
  sharingReplySchema,
  type CopyFile,
  type MaskedRequest,
  type NativeRequest,
  type SharingReply,
  type SharingRequest,
} from "./sharing-messages";

export type CopyRequest = ({ readonly kind: "native" } & NativeRequest) | ({ readonly kind: "masked" } & MaskedRequest);

export class SharingClient extends WorkerClient<SharingRequest, SharingReply> {
  constructor(startWorker: () => WorkerLike) {
    super(startWorker, sharingReplySchema);
  }

  copy(request: CopyRequest, signal: AbortSignal, progress: (done: number, total: number) => void): Promise<CopyFile> {
    return this.ask(request, signal, (reply) => {
      if (reply.kind === "progress") progress(reply.done, reply.total);
      return reply.kind === "file" ? reply.file : null;
    });
  }

  /** How a sheet that was sent reads as a list of enterprises; null where none was recognised. */
  read(
    id: string,
    asOf: string,
    language: Language,
    signal: AbortSignal,
  ): Promise<{ readonly facts: readonly (readonly Cell[])[] | null }> {
    return this.ask({ kind: "read", id, asOf, language }, signal, (reply) => (reply.kind === "facts" ? reply : null));
  }

  check(signal: AbortSignal): Promise<readonly Finding[]> {
    return this.ask({ kind: "check" }, signal, (reply) => (reply.kind === "found" ? reply.findings : null));
  }
}
