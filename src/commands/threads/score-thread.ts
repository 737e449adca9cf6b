/** A thread that scores: its own copy of the rules, the columns of the list shared with the command, stretches of rows in, finished tables out. */
import type { MessagePort } from "node:worker_threads";
import { FactColumns } from "../../engine/facts";
import { resultPrint } from "../../sharing/provenance";
import { RowCounts } from "../../sheet/results/row-counts";
import { RowScorer } from "../../sheet/results/row-scorer";
import { ScoreTables } from "../../sheet/results/score-tables";
import { unpackRelease } from "../../policy/pack-release";
import { quickPrint } from "../quick-print";
import { scoredJson } from "../score-json";
import { packed } from "./packed-rows";
import { scoreQuestionSchema, scoreTaskSchema, type ScoreAnswer } from "./score-messages";

/** Answers until the port closes. A failure ends the thread, and whoever asked is told. */
export function answerScoreQuestions(port: MessagePort, task: unknown): void {
  const { judgement, t, plans, language, count, columns, release, json: wanted } = scoreTaskSchema.parse(task);
  const { policy, vocabulary } = unpackRelease(release);
  const facts = new FactColumns(count, new Map(columns));
  const scorer = new RowScorer(facts, t, policy, vocabulary, { ...judgement, plans });
  const { ladder } = scorer;
  const counts = new RowCounts(ladder);
  port.on("message", (message: unknown) => {
    const { id, from, whose } = scoreQuestionSchema.parse(message);
    const tables = new ScoreTables({ vocabulary, reading: { facts, t }, ladder, language, purpose: judgement.purpose });
    const json: string[] = [];
    for (const [at, identity] of whose.entries()) {
      const scored = scorer.score(from + at);
      counts.add(scored.row, scored.scores);
      tables.add(identity, scored);
      if (wanted) json.push(scoredJson(scored));
    }
    const [results, gaps] = [packed(tables.results), packed(tables.gaps)];
    const prints = tables.results.map((row) => resultPrint(row, quickPrint));
    const answer: ScoreAnswer = { id, counts: counts.takeStretch(), results, gaps, prints, json };
    port.postMessage(answer, [results.bytes.buffer, gaps.bytes.buffer]);
  });
}
