/** `npm run cluster`: clusters against their targets, roll-ups, places and maps, written beside the workbook's sheets. */
import { readClusterBook } from "../clusters/cluster-book";
import { runClusters, type ClusterRun } from "../clusters/cluster-run";
import { whyOpen } from "../clusters/indicator-sheet";
import { joined, progressLine, STANDING_TEXTS } from "../clusters/progress";
import type { Targets } from "../clusters/targets";
import { CLUSTER_OPTIONS, clusterArguments } from "./cluster-arguments";
import { writeClusterJson } from "./cluster-json";
import { runCommand, type Call, type Command } from "./kit/command";
import { jsonSink } from "./kit/json-rows";
import { openList, refuseRepeated, sayerOf, sayWritten } from "./kit/list-input";
import type { Say, Terminal } from "./kit/terminal";
import { WrongInput } from "./kit/wrong-input";
import { saveMappingFile } from "./mapping-file";
import { loadKnowledge } from "./read-seeds";
import { checkLines } from "./told-reading";
import { writeWorkbook } from "./write-workbook";

async function run({ given, input, language, terminal, outputs }: Call): Promise<0> {
  const { policy, vocabulary, targets } = loadKnowledge();
  const wanted = clusterArguments(given, input, { checked: policy.checked, targets });
  const { asOf, documents, by, ranking, json, facts, saveMap } = wanted;
  const say = sayerOf(wanted, language, terminal);
  const { file, mappingOf } = await openList(wanted, say);
  const visible = file.grids.filter(({ sheet: name }) => !file.hiddenSheets.has(name));
  const book = readClusterBook(visible.length > 0 ? visible : file.grids, vocabulary, asOf, { mappingOf });
  const readings = Object.values(book.readings);
  for (const reading of readings) refuseRepeated(reading, file.size);
  const done = runClusters(book, { policy, vocabulary, targets }, { asOf, documents, by, ranking, language });
  // Saved even where nothing else can be: with it the columns can be put right.
  if (saveMap !== undefined && readings.length > 0) await saveMappingFile(outputs, saveMap, readings);
  if (done.sheets.length === 0) await outputs.commit();
  if (done.sheets.length === 0)
    throw new WrongInput(
      book.failure?.message ?? {
        zh: "企业表里没有“所属产业集群”或“所属产业链”，没有东西可以汇总。请加上其中一栏。",
        en: "The list of enterprises has neither 所属产业集群 nor 所属产业链: there is nothing to roll up by.",
      },
    );
  if (json !== undefined)
    await writeClusterJson(await jsonSink(json, terminal, outputs), book, done, { vocabulary, asOf, documents, facts });
  await writeWorkbook(outputs, wanted.out, file.original, done.sheets);
  await outputs.commit();
  report(done, targets, say);
  for (const reading of readings) checkLines({ reading, vocabulary }).forEach(say);
  sayWritten(wanted, say);
  return 0;
}

function report({ board, clusters, rollUps, chains, districts }: ClusterRun, targets: Targets, say: Say): void {
  if (board) {
    say({ zh: board.summary, en: board.summary });
    for (const { row, progress } of board.lines) {
      const line = progress ? progressLine(progress, targets) : { zh: row.name, en: row.name };
      const standing = STANDING_TEXTS[progress?.standing ?? "refused"];
      const why = joined([whyOpen(row, progress), ...row.assumptions].filter(({ zh }) => zh !== ""));
      say({
        zh: `  ${standing.zh} ${line.zh}${why.zh === "" ? "" : `：${why.zh}`}`,
        en: `  ${standing.en} ${line.en}${why.en === "" ? "" : `: ${why.en}`}`,
      });
    }
  }
  if (clusters) {
    say({ zh: `集群：${clusters.clusters.length}个`, en: `Clusters: ${clusters.clusters.length}` });
    for (const text of [...clusters.warnings, ...clusters.suggestions.map(({ message }) => message)])
      say({ zh: `  ${text.zh}`, en: `  ${text.en}` });
  }
  for (const { by, groups, unassigned, suggestions } of rollUps) {
    const what = by === "cluster" ? { zh: "集群", en: "clusters" } : { zh: "产业链", en: "chains" };
    say({
      zh: `企业汇总：${groups.length}个${what.zh}，${unassigned}家没有写${what.zh}`,
      en: `Roll-up: ${groups.length} ${what.en}; ${unassigned} firms name none`,
    });
    for (const { message } of suggestions) say({ zh: `  ${message.zh}`, en: `  ${message.en}` });
  }
  if (chains) say({ zh: `链主表：${chains.links.length}个环节`, en: `Chains: ${chains.links.length} links` });
  if (districts) {
    const over = districts.districts.filter(({ verdict }) => verdict === "unmet").length;
    say({
      zh: `产业地图：${districts.districts.length}个区县，超过上限${over}个`,
      en: `Industry map: ${districts.districts.length} districts, ${over} above a limit`,
    });
  }
}

const CLUSTER: Command = {
  name: "cluster",
  input: { zh: "工作簿.xlsx", en: "book.xlsx" },
  about: {
    zh: "读工作簿里的指标表（指标、实际值）、集群表（集群名称）、企业表（所属产业集群、所属产业链）、区县产业表（区县、产业、类别），有哪种算哪种，结果写成新工作表。原表不改。",
    en: "Reads sheets of indicators, clusters, enterprises and districts' industries, whichever the workbook has, and writes the results as new sheets. Input sheets are never changed.",
  },
  options: CLUSTER_OPTIONS,
  examples: [
    {
      about: { zh: "有哪种表算哪种，写到 工作簿_集群.xlsx", en: "whatever the workbook has, into book_集群.xlsx" },
      words: { zh: "工作簿.xlsx", en: "book.xlsx" },
    },
    {
      about: { zh: "对全部目标文件，按利润率排名", en: "against all documents, ranked by margin" },
      words: { zh: "工作簿.xlsx --targets all --rank margin", en: "book.xlsx --targets all --rank margin" },
    },
    {
      about: { zh: "只按产业链汇总企业，结果打成 JSON", en: "enterprises by chain only, results printed as JSON" },
      words: { zh: "企业名单.xlsx --by chain --json -", en: "list.xlsx --by chain --json -" },
    },
  ],
  run,
};

/** Runs the command and gives its exit code: 0 done, 2 an input, an argument or the output is at fault. A bug throws. */
export async function clusterCommand(argv: readonly string[], terminal: Terminal): Promise<0 | 2> {
  return await runCommand(CLUSTER, argv, terminal);
}
