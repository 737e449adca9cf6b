/** What the columns of sheets about clusters were taken for, as the pane says it. */
import { readClusterBook } from "../../../src/clusters/cluster-book";
import { seenColumns } from "../../../src/pane/worker/tasks/seen-columns";
import { unitText } from "../../../src/words/figures";
import { theRelease } from "../../release";

const { vocabulary } = theRelease();

function columnsOf(headings: readonly string[], row: readonly (string | number)[]): readonly (readonly string[])[] {
  const grid = { sheet: "表", rows: [headings, row], merges: [], hiddenRows: new Set<number>() };
  return seenColumns(readClusterBook([grid], vocabulary, "2026-11-28")).flatMap(({ columns }) =>
    columns.map(({ heading, field, use, unit, note }) => {
      const name = use === "read" && field !== null ? vocabulary.fields.get(field)?.name.zh : undefined;
      return [heading, name ?? "没用到", unitText(unit).en, note?.zh ?? ""];
    }),
  );
}

test("a sheet of indicators says what was read, and that its own targets are not used", () => {
  expect(columnsOf(["指标", "范围", "实际值", "目标值", "备注"], ["先进制造业集群", "山东", 6, 9, ""])).toEqual([
    ["目标值", "没用到", "", "目标按选的文件来，表里自己的目标没有用"],
    ["备注", "没用到", "", ""],
    ["指标", "指标", "", ""],
    ["范围", "范围", "", ""],
    ["实际值", "实际值", "", ""],
  ]);
});

test("the id of a target is read, not refused", () => {
  const columns = columnsOf(["指标", "目标编号", "实际值"], ["集群", "sd-2023-clusters-national", 6]);
  expect(columns.map(([heading, field]) => [heading, field])).toContainEqual(["目标编号", "目标编号"]);
});

test("a sheet of clusters says year and unit, in English without Chinese units", () => {
  const columns = columnsOf(["集群名称", "2025年集群营业收入（亿元）"], ["甲", 5100]);
  const [, revenue] = columns;
  expect(revenue?.[1]).toContain("集群营业收入");
  expect(revenue?.[2]).not.toMatch(/\p{Script=Han}/u);
});
