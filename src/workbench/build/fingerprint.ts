/** Tells whether files are the same as before by what they say; when they were written does not count. */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

/** Every file at or below the paths, relative to `root` with forward slashes, in one order on every machine. A missing path has none. */
function filesOf(root: string, paths: readonly string[]): readonly string[] {
  const found = paths.flatMap((path) => {
    const entry = statSync(join(root, path), { throwIfNoEntry: false });
    if (entry === undefined) return [];
    if (!entry.isDirectory()) return [path];
    return readdirSync(join(root, path), { recursive: true, withFileTypes: true })
      .filter((one) => one.isFile())
      .map((one) => join(one.parentPath, one.name).slice(join(root, "/").length).replaceAll("\\", "/"));
  });
  return found.toSorted();
}

/**
 * Sixteen hexadecimal digits that differ where any file at or below `paths` has another name or other content.
 * @param paths relative to `root`.
 * @param more what else makes a difference.
 */
export function fingerprint(root: string, paths: readonly string[], more = ""): string {
  const hash = createHash("sha256");
  const add = (part: string | Buffer): void => void hash.update(`${part.length}:`).update(part);
  add(more);
  for (const path of filesOf(root, paths)) {
    add(path);
    add(readFileSync(join(root, path)));
  }
  return hash.digest("hex").slice(0, 16);
}
