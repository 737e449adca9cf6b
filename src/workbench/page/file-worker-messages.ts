/** What the page and its file worker say to one another. */
import type { Text } from "../../words/text";
import type { BookPiece } from "./book-transfer";

export type FileRequest =
  | { readonly kind: "open"; readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly kind: "save" }
  | { readonly kind: "piece"; readonly piece: BookPiece }
  /** All pieces of the book to save have been sent. */
  | { readonly kind: "whole" };

export type FileReply =
  | { readonly kind: "piece"; readonly piece: BookPiece }
  | { readonly kind: "opened"; readonly lost: readonly Text[] }
  | { readonly kind: "saved"; readonly bytes: Uint8Array }
  /** The file is not one that can be read; `text` is for the person. */
  | { readonly kind: "unreadable"; readonly text: Text }
  | { readonly kind: "failed"; readonly message: string };
