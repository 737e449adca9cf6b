/** Pieces of the pages that are fetched only when they are asked for, and how large each may be on its way: a build with a larger one fails. */
import { gzipSync } from "node:zlib";

export interface LazyLimit {
  /** The name in `webpackChunkName`. */
  readonly piece: string;
  /** Bytes, gzipped, of all files that come with it and not with the page or worker before. */
  readonly most: number;
  /** What it is, for the message. */
  readonly about: string;
}

export const LAZY_LIMITS: readonly LazyLimit[] = [
  // The files that it loads, a piece of their own, grow with every edition: they are no reason to fail a build.
  { piece: "drafts", most: 110_000, about: "the loader of rules and what reads drafts" },
];

/** A chunk group of webpack, as far as it is asked. */
export interface PieceGroup {
  getFiles(): readonly string[];
  getParents(): readonly PieceGroup[];
  isInitial(): boolean;
}

/** The files that a piece brings beside what loads it; where several pages or workers do, beside the one that has least of it. */
export function filesOfPiece(piece: PieceGroup): readonly string[] {
  const wanted = piece.getFiles().filter((file) => file.endsWith(".js"));
  const lists = beginnings(piece).map((one) => {
    const have = new Set(one.getFiles());
    return wanted.filter((file) => !have.has(file));
  });
  return lists.reduce((most, one) => (one.length > most.length ? one : most), lists[0] ?? wanted);
}

function beginnings(group: PieceGroup): readonly PieceGroup[] {
  const [seen, found] = [new Set<PieceGroup>(), new Set<PieceGroup>()];
  const visit = (one: PieceGroup): void => {
    if (seen.has(one)) return;
    seen.add(one);
    if (one.isInitial()) found.add(one);
    for (const parent of one.getParents()) visit(parent);
  };
  visit(group);
  return [...found];
}

/** What is wrong with a piece: it is not there, or too large; null where it is neither. */
export function lazyProblem(
  { piece, most, about }: LazyLimit,
  files: ReadonlyMap<string, Uint8Array | string>,
): string | null {
  if (files.size === 0) return `There is no piece "${piece}" (${about}): it has gone into the page that asks for it.`;
  const sizes = [...files].map(([name, content]) => ({ name, bytes: gzipSync(content).length }));
  const all = sizes.reduce((sum, { bytes }) => sum + bytes, 0);
  if (all <= most) return null;
  const list = sizes.map(({ name, bytes }) => `${name} ${bytes}`).join(", ");
  return `The piece "${piece}" (${about}) is ${all} bytes gzipped, ${most} are the most: ${list}.`;
}
