/**
 * What the page and the worker of clusters say to each other. The worker keeps the sheets it was sent, by their ids, and answers one
 * question at a time. Plain data, checked where it arrives; cells are this page's own reading and are not checked one by one.
 */
import { z } from "zod";
import type { SheetKind } from "../../../clusters/cluster-book";
import type { DocumentStatements, PublishedScope } from "../../../clusters/published";
import { RANKINGS } from "../../../clusters/cluster-sheet";
import type { Text } from "../../../words/text";
import type { Cell } from "../../../words/grid";
import type { SheetHead } from "../../scoring/scoring-messages";
import { blockSchema, frameSchema, replyOf } from "../../worker/sheet-messages";
import type { ClusterPicture } from "./cluster-picture";

const questionShape = {
  /** Ids of the sheets to use. */
  sheets: z.array(z.string()),
  asOf: z.iso.date(),
  /** The document whose targets are used; null for every document. */
  set: z.string().nullable(),
  ranking: z.enum(RANKINGS),
};

export const clusterRequestSchema = z.discriminatedUnion("kind", [
  /** A sheet begins, in the place of what was sent of it before; its blocks follow. */
  z.object({
    kind: z.literal("begin"),
    id: z.string(),
    frame: frameSchema,
  }),
  z.object({
    kind: z.literal("block"),
    id: z.string(),
    block: blockSchema,
  }),
  /** What kinds of sheets were sent. */
  z.object({ kind: z.literal("look"), asOf: z.iso.date() }),
  z.object({ kind: z.literal("run"), ...questionShape }),
  /** The result sheets of such a run. */
  z.object({ kind: z.literal("sheets"), ...questionShape, language: z.enum(["zh", "en"]) }),
]);

export type ClusterRequest = z.infer<typeof clusterRequestSchema>;
export type ClusterQuestion = Omit<Extract<ClusterRequest, { kind: "run" }>, "kind">;

/** A sheet that clusters can be read from. */
export interface FittingSheet {
  readonly id: string;
  readonly name: string;
  readonly kind: SheetKind;
  /** Columns recognised. */
  readonly columns: number;
}

/** Sheets of one kind that make one list. */
export interface SheetsTogether {
  readonly kind: SheetKind;
  /** In the order of the workbook. */
  readonly ids: readonly string[];
}

export interface SetChoice {
  readonly document: string;
  readonly name: Text;
}

export type ClusterReply =
  | {
      readonly kind: "seen";
      readonly sheets: readonly FittingSheet[];
      readonly together: readonly SheetsTogether[];
      readonly sets: readonly SetChoice[];
      readonly published: readonly PublishedScope[];
      readonly statements: readonly DocumentStatements[];
    }
  | {
      readonly kind: "picture";
      readonly picture: ClusterPicture;
      /** What of several sheets was not read, and why. */
      readonly leftOut: readonly Text[];
    }
  | { readonly kind: "head"; readonly head: SheetHead }
  /** Rows of the sheet whose head came last. */
  | { readonly kind: "rows"; readonly rows: readonly (readonly Cell[])[] }
  | { readonly kind: "written" }
  | { readonly kind: "failed"; readonly text: Text };

const reply = replyOf<ClusterReply>();

export const clusterReplySchema = z.union([
  reply("seen"),
  reply("picture"),
  reply("head"),
  reply("rows"),
  reply("written"),
  reply("failed"),
]);
