/** Opening and saving workbook files on the page, the work done by a worker. */
import type { Text } from "../../words/text";
import type { BookFile } from "../../xlsx/book-file";
import { breather } from "../xlsx/breathe";
import { BookAssembly, piecesOf } from "./book-transfer";
import type { FileReply, FileRequest } from "./file-worker-messages";

/** A file that can't be read; `text` says why and what to do. */
export class NotOpened extends Error {
  override readonly name = "NotOpened";
  constructor(readonly text: Text) {
    super(text.en);
  }
}

/** @throws NotOpened @throws Error where the worker failed */
export async function openWorkbookFile(
  name: string,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<{ book: BookFile; lost: readonly Text[] }> {
  const assembly = new BookAssembly();
  return await withWorker<{ book: BookFile; lost: readonly Text[] }>((post, done) => {
    post({ kind: "open", name, bytes }, [bytes.buffer]);
    return (reply) => {
      if (reply.kind === "piece") assembly.add(reply.piece);
      else if (reply.kind === "opened") done({ book: assembly.book, lost: reply.lost });
    };
  });
}

/** @throws Error where the worker failed */
export async function saveWorkbookFile(book: BookFile): Promise<Uint8Array> {
  return await withWorker<Uint8Array>((post, done) => {
    void sendAll(book, post);
    return (reply) => {
      if (reply.kind === "saved") done(reply.bytes);
    };
  });
}

async function sendAll(book: BookFile, post: Post): Promise<void> {
  const breathe = breather();
  post({ kind: "save" });
  for (const piece of piecesOf(book)) {
    post({ kind: "piece", piece });
    await breathe();
  }
  post({ kind: "whole" });
}

type Post = (request: FileRequest, moved?: Transferable[]) => void;

/** One worker a file: it is gone, with its memory, when the file is done. */
async function withWorker<T>(start: (post: Post, done: (result: T) => void) => (reply: FileReply) => void): Promise<T> {
  const worker = new Worker(new URL("./file-worker.ts", import.meta.url));
  try {
    return await new Promise<T>((resolve, reject) => {
      const take = start((request, moved = []) => {
        worker.postMessage(request, moved);
      }, resolve);
      worker.onmessage = ({ data }: MessageEvent<FileReply>) => {
        if (data.kind === "unreadable") reject(new NotOpened(data.text));
        else if (data.kind === "failed") reject(new Error(data.message));
        else take(data);
      };
      worker.onerror = (event) => {
        reject(new Error(event.message));
      };
    });
  } finally {
    worker.terminate();
  }
}
