/**
 * What the page and the worker of sharing say to each other. The worker keeps the sheets it was sent, by their ids, and answers one
 * question at a time: a copy as the bytes of a file, or what a check of the workbook found.
 */
import { z } from "zod";
import type { Text } from "../../../words/text";
import type { Cell } from "../../../words/grid";
import type { ColumnLeftOut } from "../../../sharing/masking/masked-grid";
import type { Finding } from "../../../sharing/check/findings";
import { savedMappingSchema } from "../../../sheet/reading/saved-mapping";
import { blockSchema, frameSchema, replyOf } from "../../worker/sheet-messages";

const listShape = {
  /** The id of the sheet with the list that is scored. */
  list: z.string(),
  asOf: z.iso.date(),
  purpose: z.enum(["new", "review"]),
  /** The place of enterprises that tell none; null for none. */
  place: z.int().nullable().default(null),
  /** How a person has set the columns of sheets, by their ids. */
  mappings: z.array(z.object({ sheet: z.string(), mapping: savedMappingSchema })),
  language: z.enum(["zh", "en"]),
};

export const sharingRequestSchema = z.discriminatedUnion("kind", [
  /** A sheet begins, in the place of what was sent of it before; its blocks follow. */
  z.object({ kind: z.literal("begin"), id: z.string(), frame: frameSchema }),
  z.object({ kind: z.literal("block"), id: z.string(), block: blockSchema }),
  /** Forgets all sheets. */
  z.object({ kind: z.literal("clear") }),
  /** The list in plain formulas. Null: every tier that has an edition in force. */
  z.object({ kind: z.literal("native"), ...listShape, tiers: z.array(z.string()).nullable() }),
  /** All sheets sent, with the results of the list, names masked. `keep`: headings of columns that stay although nobody recognised them. */
  z.object({ kind: z.literal("masked"), ...listShape, keep: z.array(z.string()) }),
  z.object({ kind: z.literal("check") }),
  /** How a sheet reads as a list of enterprises. */
  z.object({ kind: z.literal("read"), id: z.string(), asOf: z.iso.date(), language: z.enum(["zh", "en"]) }),
]);

export type SharingRequest = z.infer<typeof sharingRequestSchema>;
export type NativeRequest = Omit<Extract<SharingRequest, { kind: "native" }>, "kind">;
export type MaskedRequest = Omit<Extract<SharingRequest, { kind: "masked" }>, "kind">;

export interface CopyFile {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly sheetNames: readonly string[];
  /** Sheets that are not in the copy, because no list was recognised in them. */
  readonly leftOut: readonly string[];
  /** Columns of a masked copy that are left out, because their text may name somebody. */
  readonly leftOutColumns: readonly ColumnLeftOut[];
  readonly enterprises: number;
}

export type SharingReply =
  | { readonly kind: "progress"; readonly done: number; readonly total: number }
  | { readonly kind: "file"; readonly file: CopyFile }
  | { readonly kind: "found"; readonly findings: readonly Finding[] }
  /** Null where no list was recognised. */
  | { readonly kind: "facts"; readonly facts: readonly (readonly Cell[])[] | null }
  | { readonly kind: "failed"; readonly text: Text };

const reply = replyOf<SharingReply>();

export const sharingReplySchema = z.union([
  reply("progress"),
  reply("file"),
  reply("found"),
  reply("facts"),
  reply("failed"),
]);
