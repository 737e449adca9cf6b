/** Names of the workbook and of its sheets. */
import type { ExistingName } from "../../sharing/formulas/short-names";
import type { Connection, Steps } from "../connection";
import type { BookNames } from "../sharing-host";
import { codeOf, type Doing } from "../trouble";

const READING_NAMES: Doing = { zh: "读取名称", en: "reading the names" };
const WRITING_NAMES: Doing = { zh: "修改名称", en: "changing the names" };

export async function readNames(connection: Connection): Promise<BookNames> {
  return connection.run(READING_NAMES, async ({ step }) => {
    const { worksheets, names, tables } = await step(({ workbook }) => {
      workbook.worksheets.load("items/id,items/name");
      workbook.names.load("items/name,items/formula,items/scope");
      workbook.tables.load("items/name");
      return workbook;
    });
    const sheets = worksheets.items.map(({ id, name }) => ({ id, name }));
    const ofSheets = await step(({ workbook }) =>
      sheets.map(({ id, name }) => {
        const own = workbook.worksheets.getItem(id).names;
        own.load("items/name,items/formula");
        return { sheet: name, own };
      }),
    );
    return {
      names: [
        ...names.items.filter(({ scope }) => scope === "Workbook").map((name) => existing(name, null)),
        ...ofSheets.flatMap(({ sheet, own }) => own.items.map((name) => existing(name, sheet))),
      ],
      tables: tables.items.map(({ name }) => name),
    };
  });
}

function existing(
  { name, formula }: { readonly name: string; readonly formula: unknown },
  sheet: string | null,
): ExistingName {
  return { name, sheet, formula: typeof formula === "string" ? formula : "" };
}

/** A name before it is changed; `formula` null where there is none. */
interface NameBefore {
  readonly name: string;
  readonly formula: string | null;
}

/** All or nothing. A name that is there gets the new formula; one to be removed may be gone. */
export async function setNames(
  connection: Connection,
  add: readonly { readonly name: string; readonly formula: string }[],
  remove: readonly string[],
): Promise<void> {
  const after = new Map<string, NameBefore>();
  for (const name of remove) after.set(name.toLowerCase(), { name, formula: null });
  for (const one of add) after.set(one.name.toLowerCase(), one);
  if (after.size === 0) return;
  await connection.run(WRITING_NAMES, async (steps) => {
    const before = await namesNow(
      steps,
      [...after.values()].map(({ name }) => name),
    );
    try {
      await become(steps, before, [...after.values()]);
    } catch (error) {
      if (codeOf(error) !== "") await restore(steps, before);
      throw error;
    }
  });
}

async function namesNow({ step }: Steps, names: readonly string[]): Promise<readonly NameBefore[]> {
  const asked = await step(({ workbook }) =>
    names.map((name) => {
      const item = workbook.names.getItemOrNullObject(name);
      item.load("formula");
      return { name, item };
    }),
  );
  return asked.map(({ name, item }) => {
    const formula: unknown = item.isNullObject ? null : item.formula;
    return { name, formula: typeof formula === "string" ? formula : null };
  });
}

/** The lists name the same names in the same order. */
async function become({ step }: Steps, now: readonly NameBefore[], after: readonly NameBefore[]): Promise<void> {
  await step(({ workbook: { names } }) => {
    for (const [index, { name, formula }] of after.entries()) {
      const there = (now[index]?.formula ?? null) !== null;
      if (formula === null) {
        if (there) names.getItem(name).delete();
      } else if (there) names.getItem(name).formula = formula;
      else names.add(name, formula);
    }
  });
}

/** Excel does not say how much of a request that failed it has carried out. */
async function restore(steps: Steps, before: readonly NameBefore[]): Promise<void> {
  const now = await namesNow(
    steps,
    before.map(({ name }) => name),
  );
  await become(steps, now, before);
}
