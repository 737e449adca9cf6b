/** Cells that are marked as locked, which counts once their sheet is protected. */
import type { Steps } from "../connection";
import type { SheetRange } from "./sheet-ranges";
import { uniformParts, type Property } from "./uniform-parts";

const LOCKED: Property = {
  ask: (range) => {
    const { protection } = range.format;
    protection.load("locked");
    return () => protection.locked;
  },
  otherwise: true,
};

export async function lockedParts(
  steps: Steps,
  blocks: readonly SheetRange[],
  signal?: AbortSignal,
): Promise<readonly SheetRange[]> {
  const parts = await uniformParts(steps, blocks, LOCKED, signal);
  return parts.filter(({ value }) => value);
}
