import { z } from "zod";
import { HeadingIndex } from "../../../src/sheet/reading/heading-index";
import { matchLine } from "./match-line";
import { caseTable } from "./sheet-case";
import { smallVocabulary } from "./small-vocabulary";

const cases = caseTable("headings.yaml", z.array(z.tuple([z.union([z.string(), z.array(z.string())]), z.string()])));
const index = new HeadingIndex(smallVocabulary, "enterprise");

test.each(cases)("The heading %j means %s.", (heading, expected) => {
  expect(matchLine(index.match(typeof heading === "string" ? [heading] : heading))).toBe(expected);
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
