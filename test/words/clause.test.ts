/** Clauses in English, and that none of the release is half translated. */
import { allRuleSets, theRelease } from "../release";
import { editionLines } from "../../src/authoring/edition-lines";
import { clauseText } from "../../src/words/clause";

test.each([
  ["附件2第3项", "annex 2, item 3"],
  ["附件3第（五）项", "annex 3, item (5)"],
  ["附件3创新能力指标（一）2", "annex 3, innovation indicators (1) 2"],
  ["第十七条", "article 17"],
  ["第十一条；工信部联企业〔2011〕300号", "article 11; 工信部联企业〔2011〕300号"],
  ["三、保障措施（一）完善金融财税政策", "section 3, safeguards (1) “完善金融财税政策”"],
  ["工作指引“知识产权”评分第2项", "working guide, “知识产权”, scoring, item 2"],
  ["正文（条号未核到）", "main text (article not verified)"],
  ["认定标准（2023年版）数字化，未查到数值", "standard (edition 2023), digitalisation, value not found"],
  ["首段", "first paragraph"],
  ["未查到", "not found"],
  ["每人每月平均缴纳约2000元", "average paid a person and month, about 2,000 yuan"],
  ["2026年7月1日起", "since 2026-07-01"],
  ["第二十条", "article 20"],
  ["第三十一条", "article 31"],
  ["", ""],
])("%s is %s", (zh, en) => {
  expect(clauseText(zh)).toEqual({ zh, en });
});

test("what is not known stands as it is, never half in English", () => {
  expect(clauseText("附件2第3项以外的某处").en).toBe("附件2第3项以外的某处");
});

test("every clause of a rule is told in English but for headings in quotation marks and numbers of documents", () => {
  const lines = allRuleSets().flatMap((set) => editionLines(set, "new", theRelease().vocabulary));
  const clauses = new Set(lines.flatMap(({ cited }) => cited?.clause ?? []));
  const left = [...clauses].filter((clause) =>
    /\p{Script=Han}/u.test(clauseText(clause).en.replace(/“[^”]*”|\p{Script=Han}+〔\d{4}〕\d+号/gu, "")),
  );
  expect(clauses.size).toBeGreaterThan(50);
  expect(left).toEqual([]);
});
