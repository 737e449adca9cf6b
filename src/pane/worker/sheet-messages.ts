/** How a sheet goes to a worker: first what is known of it, then its cells in pieces. Cells are this page's own reading and are not checked one by one. */
import { z } from "zod";
import type { Cell } from "../../words/grid";

const count = z.int().min(0);
const rangeSchema = z.object({ top: count, left: count, bottom: count, right: count });

export const frameSchema = z.object({
  sheet: z.string(),
  merges: z.array(rangeSchema),
  hiddenRows: z.array(z.int()),
  hiddenColumns: z.array(z.int()),
});

export const blockSchema = z.object({
  top: count,
  left: count,
  rows: z.custom<readonly (readonly Cell[])[]>(Array.isArray),
  numberFormats: z.custom<readonly (readonly (string | null)[])[]>(Array.isArray),
});

/** Replies come from our own bundle: the kind says enough. */
export function replyOf<Reply extends { readonly kind: string }>() {
  return <K extends Reply["kind"]>(kind: K) =>
    z.custom<Extract<Reply, { readonly kind: K }>>(
      (value) => typeof value === "object" && value !== null && "kind" in value && value.kind === kind,
    );
}
