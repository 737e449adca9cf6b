/**
 * `npm run bench [-- --quick] [--only six|ladder|places|workbook|functions|pane|plans|sharing]`: how fast the rules run against the same rules written by hand.
 * Exit codes: 0 measured, also where a goal is missed; 1 where any two contenders disagree on a row.
 */
import { parseArgs } from "node:util";
import { loadKnowledge } from "../src/commands/read-seeds";
import { benchFunctions } from "./functions";
import { benchLadder } from "./ladder/run";
import { benchPlans } from "./pane/plans";
import { benchPane } from "./pane/run";
import { benchPlaces } from "./places";
import { benchSharing } from "./pane/sharing";
import { benchSix } from "./six-indicator/run";
import { allTargets } from "./targets";
import { benchWorkbook } from "./workbook/run";

const { values } = parseArgs({ options: { quick: { type: "boolean" }, only: { type: "string" } } });
const quick = values.quick === true;
const wanted = (part: string): boolean => values.only === undefined || values.only === part;

const release = loadKnowledge();
if (wanted("six")) {
  const rounds = quick ? 3 : 7;
  for (const blanks of [0, 0.01]) {
    await benchSix(release, { count: 100_000, blanks, rounds, withOthers: blanks === 0 });
    if (!quick) await benchSix(release, { count: 1_000_000, blanks, rounds: 5, withOthers: false });
  }
}
if (wanted("ladder")) await benchLadder(release, 100_000, quick ? 3 : 7);
if (wanted("places")) await benchPlaces(release, quick ? 3_000 : 30_000, 3);
if (wanted("workbook")) await benchWorkbook(30_000);
if (wanted("functions")) await benchFunctions(release, quick ? 3 : 7);
if (wanted("pane")) await benchPane(30_000, quick ? 0 : 100_000);
if (wanted("sharing")) await benchSharing(quick ? 4_000 : 30_000);
if (wanted("plans")) await benchPlans(quick ? 100 : 650);

const targets = allTargets();
console.log(`\n${targets.filter(({ reached }) => reached).length} of ${targets.length} goals reached`);
