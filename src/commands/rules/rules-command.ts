/** `npm run rules`: an edition as a draft in a sheet, what it changes in words, what it does to a list, and the files of a new edition. */
import { runCommand, type Call, type Command } from "../kit/command";
import { dayOf } from "../kit/list-options";
import { purposeGiven } from "../kit/purpose-option";
import type { Terminal } from "../kit/terminal";
import { WrongInput } from "../kit/wrong-input";
import { loadRelease } from "../read-seeds";
import { diff } from "./diff";
import { draft } from "./draft";
import { impact } from "./impact";
import type { Asked } from "./named-edition";
import { publishDraft } from "./publish";
import { RULES_OPTIONS } from "./rules-options";

type Verb = (call: Call, asked: Asked, words: readonly string[]) => Promise<void>;

const VERBS: Readonly<Record<string, { readonly run: Verb; readonly words: number; readonly usage: string }>> = {
  draft: { run: draft, words: 1, usage: "rules draft little-giant --out 草案.xlsx" },
  diff: { run: diff, words: 2, usage: "rules diff specialized@2022-08-01 specialized@2026-04-01" },
  impact: { run: impact, words: 2, usage: "rules impact 草案.xlsx 企业名单.xlsx --out 影响.xlsx" },
  publish: { run: publishDraft, words: 1, usage: "rules publish 草案.xlsx --edition 2027-04-01 --out 新版" },
};

async function rules(call: Call): Promise<0> {
  const [verb = "", ...words] = call.given.words;
  const found = Object.entries(VERBS).find(([name]) => name === verb)?.[1];
  if (found === undefined) {
    const names = Object.keys(VERBS).join("、");
    throw new WrongInput({
      zh: `${verb === "" ? "没有写要做什么" : `没有“${verb}”这个做法`}。第一个词写 ${names} 里的一个，如：${VERBS.draft?.usage ?? ""}`,
      en: `${verb === "" ? "Nothing was asked for" : `There is no "${verb}"`}. The first word is one of ${names.replaceAll("、", ", ")}, as in: ${VERBS.draft?.usage ?? ""}`,
    });
  }
  if (words.length !== found.words)
    throw new WrongInput({
      zh: `${verb} 后面要写${found.words}个词，现在是${words.length}个。如：${found.usage}`,
      en: `${verb} takes ${found.words} word${found.words === 1 ? "" : "s"} behind it, here are ${words.length}. As in: ${found.usage}`,
    });
  const { policy, vocabulary } = loadRelease();
  const purpose = purposeGiven(call.given);
  await found.run(call, { policy, vocabulary, asOf: dayOf(call.given, policy.checked), purpose }, words);
  return 0;
}

const RULES: Command = {
  name: "rules",
  input: { zh: "draft|diff|impact|publish …", en: "draft|diff|impact|publish …" },
  anyFiles: true,
  about: {
    zh: "改标准：把一版标准写成一张能改的表（draft），改完看差在哪里（diff）、名单里谁会进谁会出（impact），再写出新一版的文件（publish）。草案不是已施行的标准。",
    en: "Changing rules: an edition as a sheet to edit (draft), what differs in words (diff), who in a list gains and loses (impact), and the files of a new edition (publish). A draft is no rule in force.",
  },
  options: RULES_OPTIONS,
  examples: [
    {
      about: { zh: "从现行的小巨人标准起草", en: "a draft from the Little Giant rules in force" },
      words: { zh: "draft little-giant --out 草案.xlsx", en: "draft little-giant --out draft.xlsx" },
    },
    {
      about: { zh: "草案和它所改的那版差在哪里", en: "what a draft changes" },
      words: { zh: "diff little-giant@2026-04-01 草案.xlsx", en: "diff little-giant@2026-04-01 draft.xlsx" },
    },
    {
      about: {
        zh: "名单里谁进谁出，并逐个试营业收入这条线",
        en: "who gains and loses, and the line of revenue at many values",
      },
      words: {
        zh: "impact 草案.xlsx 企业名单.xlsx --sweep revenue --out 影响.xlsx",
        en: "impact draft.xlsx list.xlsx --sweep revenue --out impact.xlsx",
      },
    },
    {
      about: { zh: "写出新一版的文件", en: "the files of a new edition" },
      words: {
        zh: "publish 草案.xlsx --edition 2027-04-01 --out 新版",
        en: "publish draft.xlsx --edition 2027-04-01 --out edition",
      },
    },
  ],
  run: rules,
};

/** Runs the command and gives its exit code: 0 done, 2 an input, an argument or the output is at fault. A bug throws. */
export async function rulesCommand(argv: readonly string[], terminal: Terminal): Promise<0 | 2> {
  return await runCommand(RULES, argv, terminal);
}
