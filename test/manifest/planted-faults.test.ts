import { readdirSync, readFileSync } from "node:fs";
import { parse } from "yaml";
import { z } from "zod";
import { ADD_IN, DEVELOPMENT_ORIGIN } from "../../src/manifest/add-in";
import type { BuiltFiles } from "../../src/manifest/built-files";
import { checkBuild } from "../../src/manifest/check-build";
import { checkXmlSchema } from "../../src/manifest/check-schema";
import { checkSense } from "../../src/manifest/check-sense";
import type { ManifestProblem } from "../../src/manifest/manifest-problem";
import { readXmlManifest } from "../../src/manifest/read-xml-manifest";
import { xmlManifest } from "../../src/manifest/xml-manifest";

const faultSchema = z.strictObject({
  name: z.string(),
  change: z.tuple([z.string(), z.string()]).optional(),
  all: z.boolean().optional(),
  file: z.string().optional(),
  drop: z.boolean().optional(),
  as: z.string().optional(),
  content: z.string().optional(),
  where: z.string(),
  says: z.string(),
});
type Fault = z.infer<typeof faultSchema>;
const faults = z.array(faultSchema).parse(parse(readFileSync("test/cases/manifest/faults.yaml", "utf8")));

const good = xmlManifest(ADD_IN, DEVELOPMENT_ORIGIN);

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const metadata = bytes(`{"functions":[{"id":"TIER","name":"TIER","helpUrl":"${DEVELOPMENT_ORIGIN}/help/TIER.html"}]}`);

/** A small build with everything the manifest promises. */
function goodBuild(): Map<string, Uint8Array> {
  const icons = readdirSync("src/manifest/icons").filter((name) => name.endsWith(".png"));
  return new Map([
    ["taskpane.html", bytes("<!doctype html>")],
    ["about.html", bytes("<!doctype html>")],
    ["help/TIER.html", bytes("<!doctype html>")],
    ["functions.js", bytes('associate("TIER")')],
    [
      "taskpane.js",
      bytes(
        'Office.actions.associate("scoreActiveSheet"); Office.actions.associate("diagnoseCurrentRow"); Office.actions.associate("checkWorkbook")',
      ),
    ],
    ["functions.json", metadata],
    ["functions-zh-CN.json", metadata],
    ...icons.map((name) => [`icons/${name}`, readFileSync(`src/manifest/icons/${name}`)] as const),
  ]);
}

async function problemsOf(xml: string, build: ReadonlyMap<string, Uint8Array>): Promise<readonly ManifestProblem[]> {
  const built: BuiltFiles = { read: (path) => build.get(path) ?? null };
  const manifest = readXmlManifest(xml);
  return [...(await checkXmlSchema(xml)), ...checkSense(manifest), ...checkBuild(manifest, built)];
}

function planted(fault: Fault): { readonly xml: string; readonly build: ReadonlyMap<string, Uint8Array> } {
  const build = goodBuild();
  let xml = good;
  if (fault.change !== undefined) {
    const [before, after] = fault.change;
    // A patch that no longer applies would prove nothing.
    expect(good).toContain(before);
    xml = fault.all === true ? good.replaceAll(before, after) : good.replace(before, after);
  }
  if (fault.file !== undefined) {
    expect(build.has(fault.file)).toBe(true);
    build.delete(fault.file);
    if (fault.content !== undefined) build.set(fault.file, bytes(fault.content));
    const other = build.get(fault.as ?? "");
    if (other !== undefined) build.set(fault.file, other);
  }
  return { xml, build };
}

test("nothing is wrong with the good manifest and build", async () => {
  await expect(problemsOf(good, goodBuild())).resolves.toEqual([]);
});

test.each(faults)("the checks find it when $name", async (fault) => {
  const { xml, build } = planted(fault);
  const problems = await problemsOf(xml, build);
  const where: unknown = expect.stringContaining(fault.where);
  const zh: unknown = expect.stringContaining(fault.says);
  const text: unknown = expect.objectContaining({ zh });
  expect(problems).toContainEqual({ where, text });
  for (const one of problems) expect(one.text.en.length).toBeGreaterThan(20);
});
