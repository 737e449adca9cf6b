/** An edition written as a table and as pages: every condition and item stands on both, with its clause. */
import { clauseText } from "../../src/words/clause";
import { editionPage, editionTable } from "../../src/authoring/edition-sheets";
import { cellText } from "../../src/words/grid";
import { conditionsOf } from "../../src/policy/rule-set";
import { allRuleSets, ruleSetOf, theRelease } from "../release";

const { vocabulary } = theRelease();

test.each(["new", "review"] as const)(
  "every condition and item of every edition is written with its clause (%s)",
  (purpose) => {
    for (const edition of allRuleSets()) {
      const { conditions, routes, general, score } = edition.forPurpose[purpose];
      const items = score?.groups.flatMap((group) => group.items) ?? [];
      const cited = [...conditionsOf([...conditions, ...general]), ...routes, ...items];
      for (const language of ["zh", "en"] as const) {
        const writing = { edition, purpose, vocabulary, language };
        const table = editionTable(writing).rows.map((row) => row.map(cellText).join("\n"));
        const page = editionPage(writing).rows.map(({ cells }) => cells.join("\n"));
        for (const lines of [table, page])
          for (const { text, clause } of cited)
            expect(
              lines.some((line) => line.includes(text[language]) && line.includes(clauseText(clause)[language])),
            ).toBe(true);
      }
    }
  },
);

test("a table says what it is, which numbers a line draws and how sure they are", () => {
  const edition = ruleSetOf("specialized", "2026-04-01");
  const { name, titleLines, rows, notes } = editionTable({ edition, purpose: "new", vocabulary, language: "zh" });
  expect(name).toBe("评分_标准_2026-04-01_专精特新中小企业");
  expect(titleLines?.[0]).toBe("专精特新中小企业，2026-04-01 版（新申报）");
  expect(titleLines?.[1]).toContain("《优质中小企业梯度培育管理办法》（工信部企业〔2026〕2号）附件1");
  expect(rows.find(([, text]) => cellText(text ?? null).includes("资产负债率"))).toEqual([
    "条件",
    "上年末资产负债率不高于80%",
    "≤80%",
    "附件1第2项",
    "已核对两处",
    "",
  ]);
  expect(notes?.[0]).toContain("认定以主管部门的决定为准");
});

test("pages hold no Chinese headings where English is spoken", () => {
  const edition = ruleSetOf("little-giant", "2026-04-01");
  const { rows } = editionPage({ edition, purpose: "review", vocabulary, language: "en" });
  const own = rows.filter(({ role }) => ["title", "heading", "table-head", "note"].includes(role));
  expect(own.flatMap(({ cells }) => cells).filter((cell) => /\p{Script=Han}/u.test(String(cell)))).toEqual([]);
});

test("every row of the pages covers the whole width", () => {
  const { rows, columns } = editionPage({
    edition: ruleSetOf("innovative", "2022-08-01"),
    purpose: "new",
    vocabulary,
    language: "zh",
  });
  for (const { spans } of rows) expect(spans.reduce((sum, span) => sum + span, 0)).toBe(columns);
});
