/** A draft as the files of a new edition, in one zip to be laid over a checkout. */
import { z } from "zod";
import { publish } from "../../../authoring/publish";
import { PackageParts } from "../../../xlsx/container/package-parts";
import { task } from "../task";
import type { ExportedDraft } from "./draft-answers";
import { draftSource } from "./drafts";

export const exported = task(
  z.object({
    /** A draft that was read. */
    draft: z.int(),
    /** The day it comes into force, as typed. */
    day: z.string(),
  }),
  async ({ draft: id, day }, desk): Promise<ExportedDraft> => {
    const { draft } = desk.drafts.of(id);
    const made = publish(draft, day, await draftSource(desk.known));
    if ("refused" in made) return { kind: "refused", reasons: made.refused };
    const parts = PackageParts.empty();
    for (const [path, text] of made) parts.set(path, text);
    const zip = new Uint8Array(parts.toBytes());
    desk.handOver(zip);
    const files = [...made.keys()];
    return { kind: "files", zip, name: nameOf(files, day), files, examples: draft.examples.length };
  },
);

/** `little-giant-2027-04-01.zip`, a province's with its id before it: as its border table is called. */
function nameOf(files: readonly string[], day: string): string {
  const table = files.find((path) => path.startsWith("test/cases/thresholds/")) ?? `${day}.yaml`;
  return table.replace(/^.*\//, "").replace(/\.yaml$/, ".zip");
}
