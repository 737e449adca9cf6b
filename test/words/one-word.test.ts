/** One word for one thing: the words of test/cases/words/one-word.yaml in every text of the product. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";

const rules = z
  .array(z.strictObject({ never: z.string(), say: z.string(), but: z.array(z.string()).default([]) }))
  .parse(parse(readFileSync("test/cases/words/one-word.yaml", "utf8")));

/** What stands between quotation marks; a word in a comment is nobody's text. */
function textsOf(path: string): readonly string[] {
  const code = readFileSync(path, "utf8");
  return [...code.matchAll(/"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)*`/g)].map(([text]) => text);
}

const sources = readdirSync("src", { recursive: true, encoding: "utf8" })
  .filter((file) => /\.tsx?$/.test(file))
  .map((file) => join("src", file))
  .map((path) => ({ path, texts: textsOf(path).filter((text) => /\p{Script=Han}/u.test(text)) }));

test.each(rules)("nothing says $never; it is $say", ({ never, but }) => {
  const word = new RegExp(never, "u");
  const found = sources
    .filter(({ path }) => !but.some((folder) => path.startsWith(folder)))
    .flatMap(({ path, texts }) => texts.filter((text) => word.test(text)).map((text) => `${path}: ${text}`));
  expect(found).toEqual([]);
});

test("the texts are seen at all", () => {
  expect(sources.flatMap(({ texts }) => texts).length).toBeGreaterThan(2000);
});
