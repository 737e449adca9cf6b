import { z } from "zod";
import { HeadingIndex, type HeadingMatch } from "../../../src/sheet/reading/heading-index";
import type { YearMark } from "../../../src/sheet/reading/year-marks";
import { caseTable } from "./sheet-case";
import { smallVocabulary } from "./small-vocabulary";

const cases = caseTable("headings.yaml", z.array(z.tuple([z.union([z.string(), z.array(z.string())]), z.string()])));
const index = new HeadingIndex(smallVocabulary, "enterprise");

function markText(mark: YearMark | null): string {
  if (mark === null) return "";
  switch (mark.kind) {
    case "year":
      return `${mark.year}${mark.opening ? "初" : ""}`;
    case "back":
      return `t-${mark.back}`;
    case "recent":
      return `近${mark.n}`;
    case "before":
      return `前${mark.n}`;
    case "this":
      return "本年";
    case "last":
      return "上年";
    case "year-before-last":
      return "前年";
    case "opening":
      return "年初";
    case "closing":
      return "年末";
    default:
      return mark.kind;
  }
}

function line({ field, year, unit, confidence }: HeadingMatch): string {
  if (field === null) return "-";
  return [field.id, markText(year), unit ?? "", confidence].filter((word) => word !== "").join(" ");
}

test.each(cases)("The heading %j means %s.", (heading, expected) => {
  expect(line(index.match(typeof heading === "string" ? [heading] : heading))).toBe(expected);
});

test("A heading that is not mapped offers the fields it is like, and a certain one offers none.", () => {
  expect(index.match(["研发费用占比"]).alternatives()).toContain("rd_expense");
  expect(index.match(["市内排名"]).alternatives()).toEqual(
    expect.arrayContaining(["niche_rank_cn", "niche_rank_province"]),
  );
  expect(index.match(["营业收入"]).alternatives()).toEqual([]);
  expect(index.match(["天气"]).alternatives()).toEqual([]);
});

test("A heading of another kind of row is not taken.", () => {
  expect(index.match(["集群产值"]).field).toBeNull();
  expect(new HeadingIndex(smallVocabulary, "cluster").match(["2025年集群产值（亿元）"]).field?.id).toBe(
    "cluster_output",
  );
});
