/** A thread that looks for plans: its own copy of the rules, the cells of some rows in, their plans out. */
import type { MessagePort } from "node:worker_threads";
import { Improvers } from "../../engine/rows/improvers";
import { FactColumns } from "../../engine/facts";
import type { Improvement } from "../../engine/rows/improve";
import { editionOn } from "../../policy/editions";
import { dayOfJudgement } from "../../words/calendar";
import { loadRelease } from "../read-seeds";
import { planQuestionSchema, planTaskSchema, type PlanAnswer } from "./plan-messages";

/** Answers until the port closes. A failure ends the thread, and whoever asked is told. */
export function answerPlanQuestions(port: MessagePort, task: unknown): void {
  const { asOf, purpose, t, assumeGeneral, plans } = planTaskSchema.parse(task);
  const day = dayOfJudgement(asOf);
  const { policy, vocabulary } = loadRelease();
  const improvers = new Improvers(vocabulary, purpose, { asOf: day, t, assumeGeneral });
  const plansOf = (tier: string, facts: FactColumns, row: number): Improvement => {
    const place = facts.column("place")?.[row] ?? NaN;
    const entry = policy.tiers.get(tier);
    const edition = entry ? editionOn(entry, asOf, purpose, Number.isNaN(place) ? null : place) : null;
    if (edition === null) throw new RangeError(`no edition of ${tier} is in force`);
    return improvers.improve(edition, facts, row, plans);
  };
  port.on("message", (message: unknown) => {
    const { id, columns, tiers } = planQuestionSchema.parse(message);
    const facts = new FactColumns(tiers.length, new Map(columns));
    const answer: PlanAnswer = { id, found: tiers.map((tier, row) => plansOf(tier, facts, row)) };
    port.postMessage(answer);
  });
}
