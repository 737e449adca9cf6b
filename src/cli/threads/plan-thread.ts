/** A thread that looks for plans: its own copy of the rules, the cells of some rows in, their plans out. */
import type { MessagePort } from "node:worker_threads";
import { Improvers } from "../../engine/rows/improvers";
import { FactColumns } from "../../engine/facts";
import { editionsOn } from "../../policy/editions";
import { dayOfJudgement } from "../../words/calendar";
import { loadRelease } from "../read-seeds";
import { planQuestionSchema, planTaskSchema, type PlanAnswer } from "./plan-messages";

/** Answers until the port closes. A failure ends the thread, and whoever asked is told. */
export function answerPlanQuestions(port: MessagePort, task: unknown): void {
  const { asOf, purpose, t, assumeGeneral, plans } = planTaskSchema.parse(task);
  const day = dayOfJudgement(asOf);
  const { policy, vocabulary } = loadRelease();
  const editions = editionsOn(policy, asOf, purpose);
  const improvers = new Improvers(editions, vocabulary, purpose, { asOf: day, t, assumeGeneral });
  port.on("message", (message: unknown) => {
    const { id, columns, tiers } = planQuestionSchema.parse(message);
    const facts = new FactColumns(tiers.length, new Map(columns));
    const answer: PlanAnswer = { id, found: tiers.map((tier, row) => improvers.improve(tier, facts, row, plans)) };
    port.postMessage(answer);
  });
}
