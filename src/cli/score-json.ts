/** The JSON of a scored sheet, written row by row: 100,000 enterprises never stand in memory as one text. */
import { unwritable } from "./write-workbook";
import { open } from "node:fs/promises";
import type { Verdict } from "../policy/rule-set";
import type { Text, Vocabulary } from "../policy/vocabulary";
import type { Outcome } from "../rules/evaluate";
import { SIZE_CLASSES } from "../rules/size-class";
import { toldFacts } from "../sheet/reading/told-facts";
import { readingJson } from "./reading-json";
import type { ScoredRow, SheetScoring, ScoreOptions } from "../sheet/results/score-sheet";

interface TierJson {
  readonly status: Verdict;
  readonly eligible: Verdict;
  readonly score: number | null;
  readonly scoreRange: readonly [number, number] | null;
  /** Points of each group, null where blanks leave them open. */
  readonly groups: Readonly<Record<string, number | null>>;
  readonly route: string | null;
  readonly unmet: readonly string[];
  /** Field ids; `missingCells` names the years too. */
  readonly missing: readonly string[];
  readonly missingCells: readonly string[];
  readonly eligibleUnmet: readonly string[];
  readonly eligibleMissing: readonly string[];
}

export function tierJson(outcome: Outcome): TierJson {
  const { score } = outcome;
  return {
    status: outcome.status,
    eligible: outcome.eligible,
    score: score && score.lo === score.hi ? score.lo : null,
    scoreRange: score ? [score.lo, score.hi] : null,
    groups: Object.fromEntries(outcome.groups.map(({ id, lo, hi }) => [id, lo === hi ? lo : null])),
    route: outcome.route,
    unmet: outcome.unmet,
    missing: fieldIds(outcome.missing),
    missingCells: outcome.missing,
    eligibleUnmet: outcome.eligibleUnmet,
    eligibleMissing: fieldIds(outcome.eligibleMissing),
  };
}

function fieldIds(slots: readonly string[]): string[] {
  return [...new Set(slots.map((slot) => slot.replace(/\[t-\d\]$/, "")))];
}

/** Characters gathered before they go to the file. */
const CHUNK = 1 << 20;

/** Where the text goes: a file, or whatever takes the pieces. */
export interface JsonSink {
  write(text: string): Promise<void>;
  close(): Promise<void>;
}

/** @throws UnwritableFile where the file cannot be opened or written */
export async function fileSink(path: string): Promise<JsonSink> {
  try {
    const file = await open(path, "w");
    return {
      write: async (text) => {
        try {
          await file.appendFile(text, "utf8");
        } catch (error) {
          await file.close();
          throw unwritable(path, error);
        }
      },
      close: () => file.close(),
    };
  } catch (error) {
    throw unwritable(path, error);
  }
}

export class ScoreJson {
  private text = "";
  private rows = 0;

  private constructor(
    private readonly sink: JsonSink,
    private readonly scoring: SheetScoring,
    /** For the facts of each row; null leaves them out. */
    private readonly factsBy: Vocabulary | null,
  ) {}

  /** Begins with what is known before the first row. */
  static begin(
    sink: JsonSink,
    scoring: SheetScoring,
    options: ScoreOptions,
    factsBy: Vocabulary | null = null,
  ): ScoreJson {
    const { reading, ladder } = scoring;
    const json = new ScoreJson(sink, scoring, factsBy);
    const head = {
      asOf: options.asOf,
      purpose: options.purpose,
      sheet: reading.sheet,
      t: reading.t,
      editions: Object.fromEntries(ladder.editions.map(({ tier, edition }) => [tier, edition])),
      reading: readingJson(reading),
      unreadable: reading.unreadable.map(({ cell, text, reason }) => ({ cell, text, reason: reason.zh })),
      warnings: reading.warnings.map(({ id, message }) => ({ id, message: message.zh })),
    };
    json.text = `${JSON.stringify(head).slice(0, -1)},"rows":[`;
    return json;
  }

  /** Writes one row. */
  async add({ row, scores, improvement }: ScoredRow): Promise<void> {
    const { reading } = this.scoring;
    const tiers = Object.fromEntries([...scores.outcomes].map(([tier, outcome]) => [tier, tierJson(outcome)]));
    const line = JSON.stringify({
      row: reading.rowNumbers[row],
      ...(reading.sheetOf(row) === reading.sheet ? {} : { sheet: reading.sheetOf(row) }),
      name: reading.names[row] ?? "",
      creditCode: reading.creditCodes[row] ?? "",
      size: scores.size === null ? null : (SIZE_CLASSES[scores.size]?.zh ?? null),
      tier: scores.highest,
      next: scores.next,
      tiers,
      plans: improvement?.plans ?? [],
      blockers: improvement?.blockers ?? [],
      ...(this.factsBy === null ? {} : { facts: toldFacts(reading, row, this.factsBy) }),
    });
    this.text += `${this.rows === 0 ? "" : ","}\n${line}`;
    this.rows += 1;
    if (this.text.length > CHUNK) await this.flush();
  }

  private async flush(): Promise<void> {
    const { text } = this;
    this.text = "";
    await this.sink.write(text);
  }

  /**
   * Ends the file with the assumptions, which are complete only now.
   * @throws UnwritableFile where the file could not be written
   */
  async finish(): Promise<void> {
    const tally = this.scoring.tally();
    const text = (message: Text): string => message.zh;
    const assumptions = [
      ...this.scoring.reading.assumptions.map(({ id, message, cell }) => ({
        id,
        message: text(message),
        cell: cell ?? null,
      })),
      ...tally.assumed.map(({ edition, condition, rows }) => ({
        id: "general-condition",
        tier: edition.tier,
        condition: condition.id,
        message: `表中没有对应的列，按“符合”处理：${condition.text.zh}`,
        rows,
      })),
    ];
    this.text += `\n],"assumptions":${JSON.stringify(assumptions)}}\n`;
    await this.flush();
    await this.sink.close();
  }
}
