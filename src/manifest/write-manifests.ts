/**
 * Writes both manifests and the app package for an origin to dist/manifest,
 * and manifest.xml to the project's folder where the origin is the development one.
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { strToU8, zipSync } from "fflate";
import { ADD_IN, DEVELOPMENT_ORIGIN, parseOrigin } from "./add-in";
import { PACKAGE_FILES, unifiedManifest, unifiedTexts } from "./unified-manifest";
import { xmlManifest } from "./xml-manifest";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const ICONS = fileURLToPath(new URL("icons", import.meta.url));

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/** Times inside the package are fixed, so that the same sources give the same bytes. */
const PACKAGE_TIME = new Date("2000-01-01T00:00:00");

/** Writes the manifests and returns the paths. Throws an Error with what to write for a wrong origin. */
export function writeManifests(originText: string): readonly string[] {
  const origin = parseOrigin(originText);
  const folder = join(ROOT, "dist/manifest");
  mkdirSync(folder, { recursive: true });
  const xml = xmlManifest(ADD_IN, origin);
  const inside: Record<string, Uint8Array> = {
    "manifest.json": strToU8(json(unifiedManifest(ADD_IN, origin))),
    [PACKAGE_FILES.other]: strToU8(json(unifiedTexts(ADD_IN))),
  };
  for (const name of [PACKAGE_FILES.color, PACKAGE_FILES.outline]) {
    inside[name] = new Uint8Array(readFileSync(join(ICONS, name)));
  }
  const files: Readonly<Record<string, string | Uint8Array>> = {
    "manifest.xml": xml,
    ...inside,
    "zjtx-app-package.zip": zipSync(inside, { mtime: PACKAGE_TIME }),
  };
  const paths = Object.entries(files).map(([name, content]) => {
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
  });
  if (origin !== DEVELOPMENT_ORIGIN) return paths;
  const committed = join(ROOT, "manifest.xml");
  writeFileSync(committed, xml);
  return [...paths, committed];
}
