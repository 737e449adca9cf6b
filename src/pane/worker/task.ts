/** What a task of the worker is, and what its job has at hand. */
import type { z } from "zod";
import type { Targets } from "../../clusters/targets";
import type { Cultivation } from "../../cultivation/cultivation";
import type { Release } from "../../policy/pack-release";
import type { SeedFiles } from "../../policy/seed-file";
import type { Subsidies } from "../../riders/load-subsidies";
import type { Grid } from "../../words/grid";
import type { WrittenPart } from "./messages";
import type { KeptDrafts } from "./tasks/kept-drafts";
import type { KeptRuns } from "./tasks/kept-runs";

/** What the worker answers from. */
export interface Knowledge extends Release {
  readonly cultivation: Cultivation;
  readonly subsidies: Subsidies;
  readonly targets: Targets;
  /** The files that the rules were loaded from: read where a draft of them is. */
  readonly seeds: () => Promise<SeedFiles>;
  /** Of the program. */
  readonly version: string;
}

export interface Desk {
  readonly known: Knowledge;
  /** The number of the question. */
  readonly question: number;
  /** Runs that were scored and are asked since. */
  readonly runs: KeptRuns;
  /** Drafts that were read and are asked since. */
  readonly drafts: KeptDrafts;
  /** Sheets that were sent under these ids, in their order. @throws Refused where one of them is not there */
  readonly grids: (ids: readonly string[]) => Grid[];
  /**
   * After each small piece of work: says how far it is and lets waiting messages through, once some time has passed.
   * @throws Stopped where the question was given up; the job lets it pass
   */
  readonly step: (done: number, total: number) => Promise<void>;
  /** Gives a sheet to the page, in pieces. @throws Stopped */
  readonly send: (part: WrittenPart) => Promise<void>;
  /** Bytes of the answer that are handed over instead of copied. */
  readonly handOver: (bytes: Uint8Array<ArrayBuffer>) => void;
  /** Bytes nobody can foretell, for a key that is kept nowhere. */
  readonly random: (count: number) => Uint8Array;
}

/** The question of a job was given up. */
export class Stopped extends Error {}

export interface Task<Question, Answer> {
  readonly question: z.ZodType<Question>;
  /** @throws z.ZodError, Refused, Stopped */
  readonly answer: (input: unknown, desk: Desk) => Promise<Answer>;
}

/** A task from the shape of its question and the job that answers it. */
export function task<Question, Answer>(
  question: z.ZodType<Question>,
  job: (question: Question, desk: Desk) => Answer | Promise<Answer>,
): Task<Question, Answer> {
  return { question, answer: async (input, desk) => await job(question.parse(input), desk) };
}
