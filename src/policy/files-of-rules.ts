/** Which files of seeds/ the rules are loaded from, and what the place of each says of it. */
import { TITLES_FILE } from "./document-titles";
import type { SeedFiles } from "./seed-file";

/** Where a file of rules stands: the nation's under national, a province's under provinces/<id>. */
export interface FileOfRules {
  readonly folder: string;
  /** The id of the province; null for the nation's. */
  readonly province: string | null;
  /** A tier, or `general` or `regional`. */
  readonly kind: string;
  readonly name: string;
}

/** Null for a path where no rules stand. */
export function fileOfRules(path: string): FileOfRules | null {
  const [, folder, province, kind, name] = /^(national|provinces\/([^/]+))\/([^/]+)\/([^/]+)\.yaml$/.exec(path) ?? [];
  if (folder === undefined || kind === undefined || name === undefined) return null;
  return { folder, province: province ?? null, kind, name };
}

/** The files that `loadPolicy` reads: rules, catalogues and the titles of documents. */
export function policyFiles(files: SeedFiles): SeedFiles {
  return new Map(
    [...files].filter(
      ([path]) => fileOfRules(path) !== null || path.endsWith("/catalogue.yaml") || path === TITLES_FILE,
    ),
  );
}
