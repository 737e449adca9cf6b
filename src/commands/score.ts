/** Entry of `npm run score`; `--help` tells its options and exit codes. Its threads run this file too, so that the built command stays one file. */
import { isMainThread, parentPort, workerData } from "node:worker_threads";
import { processTerminal } from "./kit/terminal";
import { scoreCommand } from "./score-command";
import { ownThread } from "./threads/own-thread";
import { answerScoreQuestions } from "./threads/score-thread";

if (isMainThread || parentPort === null)
  process.exitCode = await scoreCommand(process.argv.slice(2), processTerminal(), (task) =>
    ownThread(import.meta.url, task, (module) => import.meta.resolve(module)),
  );
else answerScoreQuestions(parentPort, workerData);
