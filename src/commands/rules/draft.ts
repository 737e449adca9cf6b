/** `rules draft TIER`: an edition as a workbook with one sheet to edit. */
import { editionDraft, templateRows } from "../../authoring/draft";
import { draftSheet } from "../../authoring/draft-sheet";
import { templateOrigin } from "../../authoring/template";
import { nearestId } from "../../words/nearest-id";
import type { ResultSheet } from "../../words/result-sheet";
import type { Language, Text } from "../../words/text";
import type { Call } from "../kit/command";
import { WrongInput } from "../kit/wrong-input";
import { writeWorkbook } from "../write-workbook";
import { editionId, namedEdition, type Asked } from "./named-edition";
import { draftSource } from "./open-draft";
import { NEW, RESULT, SCORED } from "./rules-options";

export async function draft(
  { given, language, terminal, outputs }: Call,
  asked: Asked,
  [tier = ""]: readonly string[],
): Promise<void> {
  const out = workbookOut(given.value(RESULT) ?? "规则草案.xlsx");
  if (given.has(SCORED) && !given.has(NEW))
    throw new WrongInput({ zh: "--scored 和 --new 一起用。", en: "--scored goes with --new." });
  const { sheet, from } = given.has(NEW)
    ? fromNothing(tier, asked, given.has(SCORED), language)
    : fromEdition(tier, asked, language);
  await writeWorkbook(outputs, out, { kind: "none" }, [sheet]);
  await outputs.commit();
  terminal.print(
    language === "zh"
      ? `草案（${from.zh}，${sheet.rows.length}行）已写入 ${out}`
      : `The draft (${from.en}, ${sheet.rows.length} rows) is in ${out}`,
  );
}

interface Begun {
  readonly sheet: ResultSheet;
  readonly from: Text;
}

function fromEdition(named: string, asked: Asked, language: Language): Begun {
  const edition = namedEdition(named, asked);
  const id = editionId(edition);
  return {
    sheet: editionDraft(edition, draftSource(), language),
    from: { zh: `改自 ${id}`, en: `from ${id}` },
  };
}

/** @throws WrongInput where the name is no edition's, its province is not known, or the edition is there */
function fromNothing(named: string, { vocabulary }: Asked, scored: boolean, language: Language): Begun {
  const { files } = draftSource();
  const [, province, tier = "", day = ""] = /^(?:([a-z-]+)\/)?([a-z][a-z0-9-]*)@([0-9-]+)$/.exec(named) ?? [];
  const file = `${province === undefined ? "national" : `provinces/${province}`}/${tier}/${day}.yaml`;
  const origin = templateOrigin(file, scored);
  if (origin === null)
    throw new WrongInput({
      zh: `“${named}”要写成 省/层级@施行日，如 zhejiang/gazelle@2027-01-01；全国的不写省。`,
      en: `"${named}" must be province/tier@day, as in zhejiang/gazelle@2027-01-01; without a province for the nation.`,
    });
  const provinces = vocabulary.provinces.map(({ id }) => id);
  if (province !== undefined && !provinces.includes(province)) {
    const near = nearestId(province, provinces);
    throw new WrongInput({
      zh: `没有“${province}”这个省。${near === null ? `可以写：${provinces.join("、")}。` : `是不是 ${near}？`}`,
      en: `There is no province "${province}". ${near === null ? `There are: ${provinces.join(", ")}.` : `Did you mean ${near}?`}`,
    });
  }
  if (files.has(file))
    throw new WrongInput({
      zh: `${named} 已经有了。要改它，不写 --new。`,
      en: `${named} is there already. Leave out --new to change it.`,
    });
  return {
    sheet: draftSheet(templateRows(origin, vocabulary), origin, named, language),
    from: { zh: `从空白起草 ${named}`, en: `from nothing, ${named}` },
  };
}

/** @throws WrongInput for a name that does not end as a workbook's does */
export function workbookOut(path: string): string {
  if (path.toLowerCase().endsWith(".xlsx")) return path;
  throw new WrongInput({
    zh: `--out 写出的是 Excel 工作簿，文件名要以 .xlsx 结尾，现在是“${path}”。`,
    en: `--out is an Excel workbook, its name must end in .xlsx; it is "${path}".`,
  });
}
