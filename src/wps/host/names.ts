/** Names of the workbook and of its sheets. */
import type { BookNames } from "../../excel/sharing-host";
import type { Doing } from "../../excel/trouble";
import type { WpsConnection } from "./connection";
import type { WpsName, WpsNames } from "./objects";
import { tablesOf } from "./tables";

const READING: Doing = { zh: "读取名称", en: "reading the names" };
const WRITING: Doing = { zh: "修改名称", en: "changing the names" };

const listOf = (names: WpsNames): readonly WpsName[] =>
  Array.from({ length: names.Count }, (_, index) => names.Item(index + 1));

const formulaOf = ({ RefersTo }: WpsName): string => (typeof RefersTo === "string" ? RefersTo : "");

/** A name of a sheet has the sheet's name before it: `'企业 名单'!收入`. */
function parted(name: string): { readonly sheet: string | null; readonly own: string } {
  const cut = name.lastIndexOf("!");
  if (cut < 0) return { sheet: null, own: name };
  const sheet = name.slice(0, cut).replace(/^'(.*)'$/s, "$1");
  return { sheet: sheet.replaceAll("''", "'"), own: name.slice(cut + 1) };
}

export function readNames(connection: WpsConnection): Promise<BookNames> {
  return connection.run(READING, () => {
    const names = listOf(connection.workbook.Names).map((name) => {
      const { sheet, own } = parted(name.Name);
      return { name: own, sheet, formula: formulaOf(name) };
    });
    // Those of the workbook first.
    return {
      names: [...names.filter(({ sheet }) => sheet === null), ...names.filter(({ sheet }) => sheet !== null)],
      tables: tablesOf(connection).map(({ table }) => table.Name),
    };
  });
}

/** All or nothing. A name that is there gets the new formula; one to be removed may be gone. */
export function setNames(
  connection: WpsConnection,
  add: readonly { readonly name: string; readonly formula: string }[],
  remove: readonly string[],
): Promise<void> {
  return connection.change(WRITING, () =>
    connection.still(() => {
      const { Names } = connection.workbook;
      const find = (name: string): WpsName | undefined =>
        listOf(Names).find(({ Name }) => Name.toLowerCase() === name.toLowerCase());
      const become = (name: string, formula: string | null): void => {
        const there = find(name);
        if (formula === null) there?.Delete();
        else if (there === undefined) Names.Add(name, formula);
        else there.RefersTo = formula;
      };
      const before: { readonly name: string; readonly formula: string | null }[] = [];
      try {
        const wanted = [...remove.map((name) => ({ name, formula: null })), ...add];
        for (const { name, formula } of wanted) {
          const there = find(name);
          before.push({ name, formula: there === undefined ? null : formulaOf(there) });
          become(name, formula);
        }
      } catch (error) {
        for (const { name, formula } of before.reverse()) become(name, formula);
        throw error;
      }
    }),
  );
}
