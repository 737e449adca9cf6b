/** The worker of sharing as a plain message handler, so that it runs the same in a worker and in a test. */
import { editionsOn } from "../../../policy/editions";
import type { Release } from "../../../policy/pack-release";
import type { Text } from "../../../words/text";
import { checkBook } from "../../../sharing/check/check-book";
import type { CopyBook } from "../../../sharing/copy/copy-book";
import {
  identitiesOf,
  maskedBook,
  maskedLists,
  maskedReading,
  requireNobodyNamed,
  type MaskedLists,
} from "../../../sharing/copy/masked-book";
import { StillNamed, type Identities } from "../../../sharing/masking/identities";
import { nativeBook } from "../../../sharing/copy/native-book";
import { writeCopy } from "../../../sharing/copy/write-copy";
import { Masker } from "../../../sharing/masking/mask";
import { runSheets, type RunSheets } from "../../../sharing/result-sheets";
import { readBook } from "../../../sheet/reading/read-book";
import type { SheetReading } from "../../../sheet/reading/read-sheet";
import type { SavedMapping } from "../../../sheet/reading/saved-mapping";
import type { ScoreOptions } from "../../../sheet/results/row-scorer";
import type { Cell } from "../../../words/grid";
import { SheetScoring } from "../../../sheet/results/score-sheet";
import { readingFacts } from "../../../sheet/results/sources-table";
import { identityOf, ScoreTables } from "../../../sheet/results/score-tables";
import { GridBuilder } from "../../scoring/grid-builder";
import {
  sharingRequestSchema,
  type MaskedRequest,
  type NativeRequest,
  type SharingReply,
  type SharingRequest,
} from "./sharing-messages";

/** What the job needs of the place it runs in. */
export interface SharingPlace {
  post(reply: SharingReply): void;
  /** Bytes nobody can foretell, for a key that is kept nowhere. */
  random(count: number): Uint8Array;
  /** Told of an error that is our own fault. */
  report(error: unknown): void;
}

export interface SharingKnowledge extends Release {
  readonly version: string;
}

const PLANS = 3;
/** Enterprises scored between two words of progress. */
const STEP = 200;

const UNEXPECTED: Text = {
  zh: "做副本的时候出了意外，工作簿没有改动。请再试一次；还是不行，就把名单另存成一份新的工作簿再试。",
  en: "Making the copy stopped unexpectedly; the workbook is unchanged. Please try again. If it happens again, save the list as a new workbook and use that.",
};

function noEdition(asOf: string): Text {
  return {
    zh: `${asOf} 这一天还没有任何一版标准施行，没法评分。请在上面换一个基准日。`,
    en: `No edition of any tier was in force on ${asOf}, so nothing can be scored. Please choose another date above.`,
  };
}

/** A reason to stop that a person can do something about. */
class Refused extends Error {
  constructor(readonly text: Text) {
    super(text.en);
  }
}

type ReadRequest = Extract<SharingRequest, { kind: "read" }>;
type ListRequest = NativeRequest | MaskedRequest;

export class SharingJob {
  private readonly sheets = new Map<string, GridBuilder>();

  constructor(
    private readonly known: SharingKnowledge,
    private readonly place: SharingPlace,
  ) {}

  /** Answers one message; a malformed one is reported and dropped. */
  async handle(message: unknown): Promise<void> {
    const parsed = sharingRequestSchema.safeParse(message);
    if (!parsed.success) {
      this.place.report(parsed.error);
      return;
    }
    try {
      await this.answer(parsed.data);
    } catch (error) {
      if (!(error instanceof Refused)) this.place.report(error);
      this.place.post({ kind: "failed", text: error instanceof Refused ? error.text : UNEXPECTED });
    }
  }

  private async answer(request: SharingRequest): Promise<void> {
    switch (request.kind) {
      case "begin":
        this.sheets.set(request.id, new GridBuilder(request.frame));
        return;
      case "block":
        this.sheets.get(request.id)?.add(request.block);
        return;
      case "clear":
        this.sheets.clear();
        return;
      case "native":
        this.native(request);
        return;
      case "masked":
        this.masked(request);
        return;
      case "read":
        this.place.post({ kind: "facts", facts: this.facts(request) });
        return;
      case "check":
        this.place.post({ kind: "found", findings: await this.check() });
    }
  }

  private async check() {
    const grids = [...this.sheets.values()].map((builder) => builder.grid());
    const find = (names: readonly string[]) =>
      Promise.resolve(
        names.flatMap((name) => grids.find(({ sheet }) => sheet.toLowerCase() === name.toLowerCase()) ?? [])[0] ?? null,
      );
    return await checkBook(find, this.known);
  }

  private facts({ id, asOf, language }: ReadRequest) {
    const grid = this.sheets.get(id)?.grid();
    const reading = grid === undefined ? null : readBook([grid], this.known.vocabulary, { asOf });
    return reading?.kind === "reading" ? readingFacts(reading, this.known.vocabulary, language) : null;
  }

  private native(request: NativeRequest): void {
    const reading = this.reading(request);
    const { written, scoring } = this.scored(reading, request);
    const { tiers, language, purpose, asOf } = request;
    const { policy, vocabulary } = this.known;
    const ruleSets = scoring.ladder.used.filter(({ tier }) => tiers === null || tiers.includes(tier));
    const options = { vocabulary, language, purpose, asOf, assumeGeneral: true, ruleSets, rungs: policy.rungs };
    this.post(nativeBook(reading, options, [written.sources]), reading);
  }

  private masked(request: MaskedRequest): void {
    const { asOf, mappings, keep } = request;
    const masker = new Masker(this.place.random(32));
    const reading = maskedReading(this.reading(request), masker);
    const grids = [...this.sheets.values()].map((builder) => builder.grid());
    const byName = new Map(
      mappings.flatMap(({ sheet, mapping }): [string, SavedMapping][] => {
        const grid = this.sheets.get(sheet)?.grid();
        return grid === undefined ? [] : [[grid.sheet, mapping]];
      }),
    );
    const known = { vocabulary: this.known.vocabulary, asOf, mappingOf: (sheet: string) => byName.get(sheet) };
    const lists = maskedLists(grids, { ...known, keep, yearsOnly: false }, masker);
    const identities = identitiesOf(grids, masker);
    const { written } = this.scored(reading, request);
    const { summary, results, gaps, sources } = written;
    const book = maskedBook(lists, [summary, results, ...gaps, sources], masker);
    this.post(book, reading, { lists, identities });
  }

  private reading({ list, asOf, place, mappings }: ListRequest): SheetReading {
    const grid = this.sheets.get(list)?.grid();
    if (grid === undefined) throw new TypeError("the list was not sent");
    const mapping = mappings.find(({ sheet }) => sheet === list)?.mapping;
    const reading = readBook([grid], this.known.vocabulary, {
      asOf,
      place,
      ...(mapping === undefined ? {} : { mapping }),
    });
    if (reading.kind === "failure") throw new Refused(reading.message);
    return reading;
  }

  private scored(
    reading: SheetReading,
    { asOf, purpose, place, language }: ListRequest,
  ): { readonly written: RunSheets<Cell[][]>; readonly scoring: SheetScoring } {
    const { policy, vocabulary, version } = this.known;
    if (editionsOn(policy, asOf, purpose).length === 0) throw new Refused(noEdition(asOf));
    const options: ScoreOptions = { asOf, purpose, assumeGeneral: true, place, plans: PLANS };
    const scoring = new SheetScoring(reading, policy, vocabulary, options);
    const context = { vocabulary, reading, ladder: scoring.ladder, language, purpose };
    const tables = new ScoreTables(context);
    const total = reading.facts.count;
    for (const scored of scoring.rows()) {
      tables.add(identityOf(reading, scored.row), scored);
      if (scored.row % STEP === 0) this.place.post({ kind: "progress", done: scored.row, total });
    }
    this.place.post({ kind: "progress", done: total, total });
    const run = { ...context, tables, options, tally: scoring.tally(), fileName: reading.sheet };
    return { written: runSheets({ ...run, circumstances: { version } }), scoring };
  }

  private post(
    book: CopyBook,
    reading: SheetReading,
    masked: { readonly lists: MaskedLists; readonly identities: Identities } | null = null,
  ): void {
    const bytes = new Uint8Array(writeCopy(book));
    if (masked !== null) refuseNames(masked.identities, bytes);
    const { leftOut = [], leftOutColumns = [] } = masked?.lists ?? {};
    const sheetNames = book.sheets.map(({ name }) => name);
    const enterprises = reading.facts.count;
    this.place.post({ kind: "file", file: { bytes, sheetNames, leftOut, leftOutColumns, enterprises } });
  }
}

function refuseNames(identities: Identities, bytes: Uint8Array): void {
  try {
    requireNobodyNamed(identities, bytes, "");
  } catch (error) {
    if (!(error instanceof StillNamed)) throw error;
    throw new Refused({
      zh: `没有生成脱敏副本：里面还找得到原来的“${error.identity}”。刚留下的列要是带出了它，请不要留；不是的话，请从表里删掉写着它的那一处再试。`,
      en: `The masked copy was not made: it still holds "${error.identity}". If a column you kept lets it through, leave that out; otherwise take it out of the sheet where it stands.`,
    });
  }
}
