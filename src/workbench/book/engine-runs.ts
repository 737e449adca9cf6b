/**
 * The runs of Univer's formula engine, from their beginning until their results are in the cells. Univer announces them piece by piece, and
 * not one by one: a run may begin while another goes on, and one that is stopped says so before it is through, then ends once more. Only
 * that it is through is said once a run, in the order in which they began.
 */
import type { FUniver } from "@univerjs/core/facade";
import { z } from "zod";

/** Of Univer's FormulaExecuteStageType. */
const THROUGH = 8;
/** Of Univer's FormulaExecutedStateType. */
const [STOPPED, SUCCESS] = [1, 3];

const START = "formula.mutation.set-formula-calculation-start";
const STOP = "formula.mutation.set-formula-calculation-stop";
const NOTICE = "formula.mutation.set-formula-calculation-notification";
const RESULT = "formula.mutation.set-formula-calculation-result";

const notice = z.object({
  functionsExecutedState: z.number().nullish(),
  stageInfo: z.object({ stage: z.number() }).nullish(),
});

export interface EngineRun {
  /** What was written to cells since it began, for whoever wants to know. */
  readonly written: WrittenCells[];
}

/** Univer's cells by row, then column, where they are: what is left out must be missing from what Univer goes on with. */
export interface WrittenCells {
  readonly sheet: string;
  readonly cells: Readonly<Record<string, unknown>>;
}

interface Run extends EngineRun {
  through: boolean;
  applied: boolean;
}

export interface RunListener {
  began(): void;
  /** Univer was asked to stop what runs, and goes on with everything changed until now in one run more. */
  stopAsked(): void;
  /** A run was broken off: the cells still wait. */
  brokenOff(): void;
  /** A run is over, and what it found stands in the cells. */
  over(): void;
}

export class EngineRuns {
  private readonly runs: Run[] = [];

  constructor(
    api: FUniver,
    private readonly listener: RunListener,
  ) {
    api.onCommandExecuted(({ id, params }) => {
      if (id === START) {
        this.runs.push({ written: [], through: false, applied: false });
        listener.began();
      } else if (id === STOP) listener.stopAsked();
      else if (id === NOTICE) this.noticed(params);
      else if (id === RESULT) this.applied();
    });
  }

  /** The oldest first: results come in their order. */
  get underWay(): readonly EngineRun[] {
    return this.runs;
  }

  private noticed(params: unknown): void {
    const { data } = notice.safeParse(params);
    if (data?.stageInfo?.stage === THROUGH) {
      const run = this.runs.find(({ through }) => !through);
      if (run) run.through = true;
    }
    const state = data?.functionsExecutedState ?? null;
    if (state === null) return;
    const [oldest] = this.runs;
    if (oldest?.through !== true) {
      if (state === STOPPED) this.listener.brokenOff();
    } else if (state !== SUCCESS || oldest.applied) this.end();
  }

  /** Univer puts results into the cells before it says that the run was a success. */
  private applied(): void {
    const run = this.runs.find(({ through, applied }) => through && !applied);
    if (run) run.applied = true;
  }

  private end(): void {
    this.runs.shift();
    this.listener.over();
  }
}
