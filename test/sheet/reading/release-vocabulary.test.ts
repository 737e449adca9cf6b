/** The reader on the headings of a release: every one of them must lead to its own field, with any year and unit around it. */
import { readSeedFiles } from "../../../src/commands/read-seeds";
import { loadVocabulary } from "../../../src/policy/load-vocabulary";
import { z } from "zod";
import { HeadingIndex } from "../../../src/sheet/reading/heading-index";
import { matchLine } from "./match-line";
import { caseTable } from "./sheet-case";

const vocabulary = loadVocabulary(readSeedFiles());

const table = z.array(z.tuple([z.union([z.string(), z.array(z.string())]), z.string()]));
const real = caseTable("release-headings.yaml", z.strictObject({ enterprise: table, rider: table, cluster: table }));

describe.each(["enterprise", "rider", "cluster"] as const)("Headings of a row of kind %s", (kind) => {
  const index = new HeadingIndex(vocabulary, kind);
  const headings = [...vocabulary.fields.values()]
    .filter((field) => field.of === kind)
    .flatMap((field) =>
      [field.name.zh, field.name.en, field.id, ...field.synonyms].map((heading) => ({ heading, field })),
    );

  test("lead to their own field for certain, with no year read into them.", () => {
    const wrong = headings.filter(({ heading, field }) => {
      const match = index.match([heading]);
      return match.field !== field || match.confidence !== "sure" || match.year !== null;
    });
    expect(wrong.map(({ heading, field }) => `${field.id}: ${heading}`)).toEqual([]);
  });

  test("lead there less surely from the looser words, unless a unit says that they name something else.", () => {
    const wrong = [...vocabulary.fields.values()]
      .filter((field) => field.of === kind)
      .flatMap((field) =>
        (["likely", "doubtful"] as const).flatMap((confidence) =>
          field.looserHeadings[confidence].flatMap((heading) => {
            const match = index.match([heading]);
            return match.field === field && match.confidence === confidence ? [] : [`${field.id}: ${heading}`];
          }),
        ),
      );
    expect(wrong).toEqual([]);
    expect(index.match(["单位：万元"]).field).toBeNull();
  });

  test.each(real[kind])("%j of a real sheet means %s.", (heading, expected) => {
    expect(matchLine(index.match(typeof heading === "string" ? [heading] : heading))).toBe(expected);
  });

  test("lead there with a year in front and a unit behind.", () => {
    const wrong = headings.filter(({ heading, field }) => {
      // A month counted back from the month of payment is of no year.
      if (/^income_m\d$/.test(field.id)) return false;
      const unit = field.type === "money" ? "（千元）" : "";
      const match = index.match([`2024年${heading}${unit}`]);
      return match.field !== field || (unit !== "" && match.unit !== "千元");
    });
    expect(wrong.map(({ heading, field }) => `${field.id}: ${heading}`)).toEqual([]);
  });
});

test.each(["研发费用增长率", "人均营业收入", "海外营业收入", "预计营业收入", "备注", "序号", "联系人"])(
  "The heading %s is left alone.",
  (heading) => {
    expect(new HeadingIndex(vocabulary, "enterprise").match([heading]).field).toBeNull();
  },
);
