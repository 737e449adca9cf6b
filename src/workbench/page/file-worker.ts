/** Reads and writes workbook files off the page's thread. */
import { UnreadableFile } from "../../commands/unreadable-file";
import { openFile } from "../xlsx/open-file";
import { saveXlsx } from "../xlsx/save-xlsx";
import { BookAssembly, piecesOf } from "./book-transfer";
import type { FileReply, FileRequest } from "./file-worker-messages";

let assembly = new BookAssembly();

function reply(message: FileReply): void {
  self.postMessage(message);
}

async function answer(request: FileRequest): Promise<void> {
  switch (request.kind) {
    case "open": {
      const { book, lost } = await openFile(request.name, request.bytes);
      for (const piece of piecesOf(book)) reply({ kind: "piece", piece });
      reply({ kind: "opened", lost });
      return;
    }
    case "save":
      assembly = new BookAssembly();
      return;
    case "piece":
      assembly.add(request.piece);
      return;
    case "whole":
      reply({ kind: "saved", bytes: saveXlsx(assembly.book) });
  }
}

// The page's own messages are the only ones a worker gets.
self.onmessage = ({ data }: MessageEvent<FileRequest>): void => {
  answer(data).catch((error: unknown) => {
    if (error instanceof UnreadableFile) reply({ kind: "unreadable", text: error.text });
    else reply({ kind: "failed", message: String(error) });
  });
};
