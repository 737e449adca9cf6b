/** `rules diff A B`: what differs between two editions, or an edition and a draft, in words. */
import { compareRequirements } from "../../authoring/compare-editions";
import { differenceMarkdown, differenceSheet, type Sides } from "../../authoring/difference-table";
import type { RuleSet } from "../../policy/rule-set";
import type { Text } from "../../words/text";
import type { Call } from "../kit/command";
import type { Say } from "../kit/terminal";
import { writeWorkbook } from "../write-workbook";
import { editionId, namedEdition, type Asked } from "./named-edition";
import { openDraft } from "./open-draft";
import { workbookOut } from "./draft";
import { RESULT } from "./rules-options";

interface Side {
  readonly ruleSet: RuleSet;
  readonly name: Text;
}

async function sideOf(word: string, asked: Asked, say: Say): Promise<Side> {
  if (!/\.(xlsx|xlsm)$/i.test(word)) {
    const ruleSet = namedEdition(word, asked);
    return { ruleSet, name: { zh: `${editionId(ruleSet)} 版`, en: `edition ${editionId(ruleSet)}` } };
  }
  const { ruleSets } = await openDraft(word, say);
  const [ruleSet] = ruleSets;
  if (ruleSet === undefined) throw new RangeError("a draft has a rule set");
  return { ruleSet, name: { zh: `草案“${word}”`, en: `draft "${word}"` } };
}

export async function diff(
  { given, language, terminal, outputs }: Call,
  asked: Asked,
  [one = "", other = ""]: readonly string[],
): Promise<void> {
  const say: Say = (text) => terminal.complain(text[language]);
  const [before, after] = [await sideOf(one, asked, say), await sideOf(other, asked, say)];
  const { purpose, vocabulary } = asked;
  const differences = compareRequirements(
    before.ruleSet.forPurpose[purpose],
    after.ruleSet.forPurpose[purpose],
    vocabulary,
  );
  const sides: Sides = { before: before.name, after: after.name };
  const out = given.value(RESULT);
  const markdown = differenceMarkdown(differences, sides, language);
  if (out === undefined) {
    terminal.print(markdown.trimEnd());
    return;
  }
  if (out.toLowerCase().endsWith(".md")) await outputs.add(out, markdown);
  else
    await writeWorkbook(outputs, workbookOut(out), { kind: "none" }, [differenceSheet(differences, sides, language)]);
  await outputs.commit();
  terminal.print(language === "zh" ? `差别已写入 ${out}` : `The differences are in ${out}`);
}
