/** What `npm run pane-data` writes is as the vocabulary and the samples are now. */
import { loadRelease } from "../../../src/commands/read-seeds";
import clusterSample from "../../../src/pane/views/clusters/cluster-sample.json";
import { indicatorRows, pinyinInitials, sampleRows } from "../../../src/pane/packed/pane-data";
import sample from "../../../src/pane/views/score/sample/sample.json";
import initials from "../../../src/pane/widgets/pinyin-initials.json";

const STALE = "run npm run pane-data";

test("every field has its pinyin initials: otherwise, run npm run pane-data", () => {
  const { vocabulary } = loadRelease();
  expect({ [STALE]: initials }).toEqual({ [STALE]: pinyinInitials(vocabulary) });
  expect(pinyinInitials(vocabulary).revenue).toBe("yysr");
});

test("the samples are those of the sample workbooks: otherwise, run npm run pane-data", () => {
  const texts = (rows: readonly unknown[]): string[] => rows.map((row) => JSON.stringify(row));
  expect({ [STALE]: sample }).toEqual({ [STALE]: texts(sampleRows()) });
  expect({ [STALE]: clusterSample }).toEqual({ [STALE]: texts(indicatorRows()) });
});
