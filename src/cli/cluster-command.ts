/** `cluster.ts book.xlsx [options]`: clusters against their targets, roll-ups, places and maps, written beside the workbook's sheets. */
import { readClusterBook } from "../cluster/cluster-book";
import { runClusters, type ClusterRun } from "../cluster/cluster-run";
import { refusalOf } from "../cluster/indicator-sheet";
import { progressLine, STANDING_TEXTS } from "../cluster/progress";
import type { Targets } from "../cluster/targets";
import { SeedError } from "../policy/seed-file";
import type { Text } from "../policy/vocabulary";
import type { Language } from "../sheet/results/score-tables";
import { argumentsOf, CannotRoll, helpText } from "./cluster-arguments";
import { loadKnowledge } from "./read-seeds";
import { sayConverted } from "./other-formats/converted-note";
import { readWorkbook } from "./read-workbook";
import { checkLines } from "./told-reading";
import type { Terminal } from "./score-command";
import { UnreadableFile } from "./unreadable-file";
import { UnwritableFile, writeWorkbook } from "./write-workbook";
import { languageOf } from "./language-argument";

async function run(argv: readonly string[], language: Language, terminal: Terminal): Promise<void> {
  const { policy, vocabulary, targets } = loadKnowledge();
  if (argv.includes("--help") || argv.includes("-h")) {
    terminal.print(helpText(targets, language));
    return;
  }
  const { input, sheet, asOf, out, documents, by, ranking } = argumentsOf(argv, policy.checked, targets);
  const file = await readWorkbook(input, sheet);
  sayConverted(file, input, (text) => terminal.print(text[language]));
  const visible = file.grids.filter(({ sheet: name }) => !file.hiddenSheets.has(name));
  const book = readClusterBook(visible.length > 0 ? visible : file.grids, vocabulary, asOf);
  const done = runClusters(book, { policy, vocabulary, targets }, { asOf, documents, by, ranking, language });
  if (done.sheets.length === 0)
    throw new CannotRoll(
      book.failure?.message ?? {
        zh: "企业表里没有“所属产业集群”或“所属产业链”，没有东西可以汇总。请加上其中一栏。",
        en: "The list of enterprises has neither 所属产业集群 nor 所属产业链: there is nothing to roll up by.",
      },
    );
  await writeWorkbook(out, file.original, done.sheets);
  const say = (text: Text): void => terminal.print(text[language]);
  report(done, targets, say);
  for (const reading of Object.values(book.readings))
    checkLines({ reading, vocabulary, withMapping: false }).forEach(say);
  terminal.print({ zh: `结果已写入 ${out}`, en: `Written to ${out}` }[language]);
}

function report(
  { board, clusters, rollUps, chains, districts }: ClusterRun,
  targets: Targets,
  say: (text: Text) => void,
): void {
  if (board) {
    say({ zh: board.summary, en: board.summary });
    for (const { row, progress } of board.lines) {
      const refused = !progress || progress.standing === "refused";
      const line = progress ? progressLine(progress, targets) : { zh: row.name, en: row.name };
      const standing = STANDING_TEXTS[progress?.standing ?? "refused"];
      const why = refused ? refusalOf(row) : { zh: "", en: "" };
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

/** Runs the command and gives its exit code: 0 done, 2 an input, an argument or the output is at fault. A bug throws. */
export async function clusterCommand(argv: readonly string[], terminal: Terminal): Promise<0 | 2> {
  const language = languageOf(argv);
  try {
    await run(argv, language, terminal);
    return 0;
  } catch (error) {
    if (error instanceof SeedError) {
      terminal.complain(error.message);
      return 2;
    }
    if (error instanceof CannotRoll || error instanceof UnreadableFile || error instanceof UnwritableFile) {
      terminal.complain(error.text[language]);
      return 2;
    }
    throw error;
  }
}
