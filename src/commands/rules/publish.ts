/** `rules publish DRAFT`: the files of a new edition, in a folder to be laid over a checkout. */
import { mkdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { publish } from "../../authoring/publish";
import type { Call } from "../kit/command";
import { WrongInput } from "../kit/wrong-input";
import type { Asked } from "./named-edition";
import { draftSource, openDraft } from "./open-draft";
import { EDITION, RESULT } from "./rules-options";

export async function publishDraft(
  { given, language, terminal, outputs }: Call,
  _: Asked,
  [path = ""]: readonly string[],
): Promise<void> {
  const edition = given.value(EDITION);
  const out = given.value(RESULT);
  if (edition === undefined || out === undefined)
    throw new WrongInput({
      zh: "publish 要写施行日和文件夹，如：--edition 2027-04-01 --out 新版",
      en: "publish needs the day and a folder, as in: --edition 2027-04-01 --out edition",
    });
  const draft = await openDraft(path, (text) => terminal.print(text[language]));
  const made = publish(draft, edition, draftSource());
  if ("refused" in made) {
    const lines = (which: "zh" | "en"): string => made.refused.map((text) => text[which]).join("\n");
    throw new WrongInput({ zh: lines("zh"), en: lines("en") });
  }
  for (const [file, text] of made) {
    const target = join(out, file);
    await mkdir(dirname(target), { recursive: true });
    await outputs.add(target, text);
  }
  await outputs.commit();
  const { length } = draft.examples;
  terminal.print(
    language === "zh"
      ? `新版 ${edition} 的${made.size}个文件已写入 ${out}。${length > 0 ? `${length}个例子按草案重算过，连同边界表都要照文件手工核对。` : "边界表要照文件手工核对。"}`
      : `The ${made.size} files of edition ${edition} are in ${out}. ${length > 0 ? `${length} examples were worked out anew by the draft; check them and the border table by hand against the document.` : "Check the border table by hand against the document."}`,
  );
}
