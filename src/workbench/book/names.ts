/** Defined names. Univer's formula engine must know them, so they live there; what it announces is picked up here. */
import { z } from "zod";
import { parseA1, splitReference } from "./a1";
import { functionService } from "../formulas/function-service";
import { aliasOf } from "./short-name-alias";
import type { UniverLink } from "./univer-link";

const SET = "formula.mutation.set-defined-name";
const REMOVE = "formula.mutation.remove-defined-name";
/** Univer's word for a name that every sheet may use. */
const WORKBOOK_SCOPE = "AllDefaultWorkbook";

export interface LiveName {
  readonly id: string;
  readonly name: string;
  /** With its `=`. */
  readonly formula: string;
  readonly comment: string;
  readonly visible: boolean;
  /** Id of the sheet it belongs to; null for the whole workbook. */
  readonly sheet: string | null;
}

const announced = z.object({
  unitId: z.string(),
  id: z.string(),
  name: z.string(),
  formulaOrRefString: z.string(),
  /** The formula where Univer is told another one. */
  whole: z.string().optional(),
  comment: z.string().nullish(),
  hidden: z.boolean().nullish(),
  localSheetId: z.string().nullish(),
});

/** A reference goes to Univer without its `=`, anything else with it. */
function univerFormula(formula: string): string {
  const alias = aliasOf(formula);
  if (alias !== null) return alias;
  const body = formula.replace(/^=/, "");
  const { sheet, address } = splitReference(body);
  return sheet !== null && parseA1(address) !== null ? body : `=${body}`;
}

export class Names {
  private list: readonly LiveName[] = [];

  constructor(
    private readonly link: UniverLink,
    private readonly onChange: () => void,
  ) {
    link.api.onCommandExecuted((command) => {
      if (command.id === SET) this.learn(command.params);
      if (command.id === REMOVE) this.forget(command.params);
    });
  }

  get all(): readonly LiveName[] {
    return this.list;
  }

  /** A name of a sheet, or of the workbook where `sheet` is null; capitals and small letters are the same. */
  find(name: string, sheet: string | null): LiveName | null {
    const folded = name.toLowerCase();
    return this.list.find((one) => one.sheet === sheet && one.name.toLowerCase() === folded) ?? null;
  }

  set(name: LiveName): void {
    const before = this.list.find(({ id }) => id === name.id) ?? null;
    this.link.journal.record(() => {
      if (before === null) this.tell(REMOVE, name);
      else this.tell(SET, before);
    });
    this.tell(SET, name);
  }

  remove(name: LiveName): void {
    const before = this.list;
    this.link.journal.record(() => {
      this.tell(SET, name);
      // In the order they had.
      this.list = before;
    });
    this.tell(REMOVE, name);
  }

  private tell(command: string, name: LiveName): void {
    const { api, journal } = this.link;
    const waited = this.link.formulasSeen;
    this.link.formulasSeen = true;
    const params = {
      id: name.id,
      name: name.name,
      // Told the formula of a name that goes, Univer reads #NAME?(…) where it stood, which is another error than that of a name nobody knows.
      formulaOrRefString: command === REMOVE ? "" : univerFormula(name.formula),
      whole: name.formula,
      comment: name.comment,
      hidden: !name.visible,
      localSheetId: name.sheet ?? WORKBOOK_SCOPE,
    };
    this.link.run(command, null, params);
    if (!waited) return;
    // Univer calculates anew what uses a name, but what it has once not understood, or understood by a name, it remembers as it was.
    functionService(api).deleteFormulaAstCacheKey(name.name, name.name.toLowerCase(), name.name.toUpperCase());
    api.getFormula().lexerTreeBuilder.dispose();
    journal.defer(this, () => {
      this.link.recalculate();
    });
  }

  private learn(params: unknown): void {
    const told = announced.safeParse(params);
    if (!told.success || told.data.unitId !== this.link.unitId) return;
    const { id, name, formulaOrRefString, whole, comment, hidden, localSheetId } = told.data;
    const learned: LiveName = {
      id,
      name,
      formula: whole ?? `=${formulaOrRefString.replace(/^=/, "")}`,
      comment: comment ?? "",
      visible: hidden !== true,
      sheet:
        localSheetId === undefined || localSheetId === null || localSheetId === WORKBOOK_SCOPE ? null : localSheetId,
    };
    const known = this.list.some((one) => one.id === id);
    this.list = known ? this.list.map((one) => (one.id === id ? learned : one)) : [...this.list, learned];
    this.onChange();
  }

  private forget(params: unknown): void {
    const told = z.object({ unitId: z.string(), id: z.string() }).safeParse(params);
    if (!told.success || told.data.unitId !== this.link.unitId) return;
    this.list = this.list.filter(({ id }) => id !== told.data.id);
    this.onChange();
  }
}
