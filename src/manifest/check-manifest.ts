/** Everything that can be known of the manifests without Excel and without a network. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { OfficeAddinManifest } from "office-addin-manifest";
import { ADD_IN, LOCALES } from "./add-in";
import { builtFiles } from "./built-files";
import { checkBuild } from "./check-build";
import { checkUnifiedSchema, checkXmlSchema } from "./check-schema";
import { checkSense, originOf } from "./check-sense";
import { problem } from "./manifest-problem";
import type { ManifestProblem } from "./manifest-problem";
import { readXmlManifest } from "./read-xml-manifest";
import { PACKAGE_FILES, unifiedManifest, unifiedTexts } from "./unified-manifest";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
/** Where the pages are built. */
export const BUILT = join(ROOT, "dist/pages");

/** What Microsoft's own reader takes from the file. */
async function checkReader(path: string, file: string, version: string): Promise<readonly ManifestProblem[]> {
  const seen = await OfficeAddinManifest.readManifestFile(path);
  const expected = { id: ADD_IN.id, version, displayName: ADD_IN.name.zh, defaultLocale: LOCALES.default };
  return Object.entries(expected)
    .filter(([key, value]) => Reflect.get(seen, key) !== value)
    .map(([key, value]) =>
      problem(
        `${file}: ${key}`,
        `微软的读取程序读到 ${String(Reflect.get(seen, key))}，应是 ${value}。请重新运行 npm run manifest。`,
        `Microsoft's reader takes ${String(Reflect.get(seen, key))} where ${value} is meant. Run npm run manifest again.`,
      ),
    );
}

/** What is wrong with the manifests of the project, given the pages built in `folder`. */
export async function manifestProblems(folder: string): Promise<readonly ManifestProblem[]> {
  const path = join(ROOT, "manifest.xml");
  const xml = readFileSync(path, "utf8");
  const manifest = readXmlManifest(xml);
  const built = existsSync(folder)
    ? checkBuild(manifest, builtFiles(folder))
    : [
        problem(
          folder,
          "没有生成的页面。请先运行 npm run build。",
          "There are no built pages. Run npm run build first.",
        ),
      ];
  const unifiedPath = join(ROOT, "dist/manifest/manifest.json");
  return [
    ...(await checkXmlSchema(xml)),
    ...checkSense(manifest),
    ...built,
    ...(await checkReader(path, "manifest.xml", ADD_IN.version)),
    ...(await checkUnifiedSchema("manifest.json", unifiedManifest(ADD_IN, originOf(manifest)), "MicrosoftTeams")),
    ...(await checkUnifiedSchema(PACKAGE_FILES.other, unifiedTexts(ADD_IN), "MicrosoftTeams.Localization")),
    ...(existsSync(unifiedPath)
      ? await checkReader(unifiedPath, "manifest.json", ADD_IN.version.replace(/\.0$/, ""))
      : []),
  ];
}
