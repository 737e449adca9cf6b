/** The pane's texts: both languages say the same with the same places, none is unused, and none stands outside the tables. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { FRAME } from "../../../src/pane/frame/frame-texts";
import { MAPPING } from "../../../src/pane/texts/mapping-texts";
import { LIST_TEXTS } from "../../../src/pane/texts/list-texts";
import { SHARED_TEXTS } from "../../../src/pane/texts/shared-texts";
import { WORK_TEXTS } from "../../../src/pane/texts/work-texts";
import type { Texts } from "../../../src/pane/texts/language";
import { CLUSTERS } from "../../../src/pane/views/clusters/cluster-texts";
import { DIAGNOSIS } from "../../../src/pane/views/diagnosis/diagnosis-texts";
import { LIBRARY } from "../../../src/pane/views/library/library-texts";
import { DRAFT } from "../../../src/pane/views/rules/draft/draft-texts";
import { RULES } from "../../../src/pane/views/rules/rules-texts";
import { SCORE } from "../../../src/pane/views/score/score-texts";
import { SHARING } from "../../../src/pane/views/sharing/sharing-texts";
import { SUBSIDY } from "../../../src/pane/views/subsidy/subsidy-texts";

const PANE = "src/pane";

/** Every table with the folders that say its texts. */
const TABLES: readonly (readonly [name: string, table: Texts, folders: readonly string[]])[] = [
  ["several views", SHARED_TEXTS, ["frame", "widgets", "views"]],
  ["lists", LIST_TEXTS, ["frame", "widgets", "views"]],
  ["work under way", WORK_TEXTS, ["frame", "widgets", "views"]],
  ["columns", MAPPING, ["widgets"]],
  ["frame", FRAME, ["frame"]],
  ["score", SCORE, ["views/score"]],
  ["diagnosis", DIAGNOSIS, ["views/diagnosis"]],
  ["library", LIBRARY, ["views/library"]],
  ["clusters", CLUSTERS, ["views/clusters"]],
  ["subsidy", SUBSIDY, ["views/subsidy"]],
  ["rules", RULES, ["views/rules"]],
  ["drafts", DRAFT, ["views/rules/draft"]],
  ["sharing", SHARING, ["views/sharing"]],
];

function filesIn(folder: string): string[] {
  return readdirSync(join(PANE, folder), { recursive: true, encoding: "utf8" })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => join(PANE, folder, file));
}

const places = (text: string): string[] => (text.match(/\{\w+\}/g) ?? []).sort();

describe.each(TABLES)("the texts of %s", (_name, table, folders) => {
  test("are there in both languages, with the same places to fill", () => {
    for (const [key, { zh, en }] of Object.entries(table)) {
      expect([key, zh.trim() === "", en.trim() === ""]).toEqual([key, false, false]);
      expect([key, places(en)]).toEqual([key, places(zh)]);
    }
  });

  test("are Chinese in Chinese and not in English", () => {
    const chinese = /\p{Script=Han}/u;
    // Names of columns and sheets stand in quotation marks or brackets, as the workbook has them.
    const own = (en: string): string => en.replace(/\([^)]*\)|"[^"]*"|“[^”]*”/g, "");
    expect(Object.entries(table).flatMap(([key, { en }]) => (chinese.test(own(en)) ? [key] : []))).toEqual([]);
  });

  test("are all said somewhere", () => {
    const code = folders
      .flatMap(filesIn)
      .filter((file) => !file.endsWith("-texts.ts"))
      .map((file) => readFileSync(file, "utf8"))
      .join("\n");
    const unused = Object.keys(table).filter((key) => !code.includes(`"${key}"`) && !code.includes(`.${key}`));
    expect(unused).toEqual([]);
  });
});

test("every table of texts is looked at here", () => {
  const files = ["frame", "texts", "views"].flatMap(filesIn).filter((file) => file.endsWith("-texts.ts"));
  expect(files).toHaveLength(TABLES.length);
});

test("no component says a sentence of its own", () => {
  const sentence = /\p{Script=Han}{3}|>\s*[A-Z]?[a-z]+( [a-z]+)+[.…]?\s*</u;
  const withoutComments = (code: string): string => code.replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, "");
  const found = ["frame", "widgets", "views"]
    .flatMap(filesIn)
    .filter((file) => file.endsWith(".tsx"))
    .flatMap((file) =>
      withoutComments(readFileSync(file, "utf8"))
        .split("\n")
        .flatMap((line) => (sentence.test(line) ? [`${file}: ${line.trim()}`] : [])),
    );
  expect(found).toEqual([]);
});
