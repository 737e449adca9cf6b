/** The packages that are delivered or needed at run time, as the lock file and node_modules have them. No network. */
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";

/** A licence or notice file of a package. */
export interface PackageText {
  readonly file: string;
  readonly text: string;
}

export interface ProductionPackage {
  readonly name: string;
  readonly version: string;
  /** Its folder, from the project's root, with forward slashes. */
  readonly folder: string;
  readonly installed: boolean;
  /** Left out by npm where the platform has no use for it. */
  readonly optional: boolean;
  /** The licence that the installed package states, or the lock file where it isn't installed; "" where nothing is said. */
  readonly stated: string;
  /** Where the lock file states another one. */
  readonly alsoStated: string | null;
  readonly licenceFile: PackageText | null;
  readonly notices: readonly PackageText[];
  readonly author: string | null;
  readonly homepage: string | null;
}

const person = z.union([z.string(), z.object({ name: z.string() }).transform(({ name }) => name)]);
/** `{ type, url }` is how packages of before 2015 state a licence. */
const licence = z.union([z.string(), z.object({ type: z.string() }).transform(({ type }) => type)]);

const installedSchema = z.object({
  license: licence.optional(),
  licenses: z.union([licence.transform((one) => [one]), z.array(licence)]).optional(),
  author: person.optional().catch(undefined),
  homepage: z.string().optional().catch(undefined),
});

const lockSchema = z.object({
  packages: z.record(
    z.string(),
    z.object({
      version: z.string().optional(),
      license: licence.optional(),
      dev: z.boolean().optional(),
      optional: z.boolean().optional(),
    }),
  ),
});

const LICENCE_FILE = /^(licen[cs]e|copying|unlicen[cs]e)\b/i;
const NOTICE_FILE = /^notices?\b/i;

/** Of alternatives a package offers, any may be chosen. */
function statedBy({ license, licenses = [] }: Pick<z.infer<typeof installedSchema>, "license" | "licenses">): string {
  if (license !== undefined) return license.trim();
  return licenses.length > 1 ? `(${licenses.join(" OR ")})` : (licenses[0] ?? "").trim();
}

function textsIn(folder: string, wanted: RegExp): readonly PackageText[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && wanted.test(entry.name))
    .map(({ name }) => ({ file: name, text: readFileSync(join(folder, name), "utf8").replaceAll("\r\n", "\n").trim() }))
    .sort((a, b) => (a.file < b.file ? -1 : 1));
}

/** The packages that are no development dependencies, in the order of the lock file. `root` is the folder of package.json. */
export function productionPackages(root: string): readonly ProductionPackage[] {
  const lock = lockSchema.parse(JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")));
  return Object.entries(lock.packages)
    .filter(([folder, { dev }]) => folder !== "" && dev !== true)
    .map(([folder, locked]) => {
      const path = join(root, folder);
      const manifest = join(path, "package.json");
      const installed = existsSync(manifest);
      const said = installed ? installedSchema.parse(JSON.parse(readFileSync(manifest, "utf8"))) : {};
      const lockedLicence = locked.license?.trim() ?? "";
      const stated = installed ? statedBy(said) : lockedLicence;
      return {
        name: folder.slice(folder.lastIndexOf("node_modules/") + "node_modules/".length),
        version: locked.version ?? "",
        folder,
        installed,
        optional: locked.optional === true,
        stated,
        alsoStated: lockedLicence === "" || lockedLicence === stated ? null : lockedLicence,
        licenceFile: (installed ? textsIn(path, LICENCE_FILE)[0] : undefined) ?? null,
        notices: installed ? textsIn(path, NOTICE_FILE) : [],
        author: said.author ?? null,
        homepage: said.homepage ?? null,
      };
    });
}

/** SHA-256 of a licence file's text, line ends and outer blanks aside. */
export function fingerprintOf({ text }: PackageText): string {
  return createHash("sha256").update(text).digest("hex");
}
