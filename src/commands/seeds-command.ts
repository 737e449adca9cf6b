/** `npm run seeds`: loads every file of seeds/ and prints what is wrong, one line a mistake, or what the release holds. */
import { SeedError } from "../policy/seed-file";
import { runCommand, type Call, type Command } from "./kit/command";
import type { Terminal } from "./kit/terminal";
import { loadRelease, ownCultivation, ownSubsidies, ownTargets } from "./read-seeds";

/** What stands on a line of its own, parted by tabs. */
const line = (...words: readonly string[]): string => words.join("\t");

function seeds({ language, terminal }: Call): Promise<0 | 2> {
  const wrong: SeedError[] = [];
  /** What was loaded, or null where the files are wrong; the other kinds of files are looked at all the same. */
  const attempt = <T>(load: () => T): T | null => {
    try {
      return load();
    } catch (error) {
      if (!(error instanceof SeedError)) throw error;
      wrong.push(error);
      return null;
    }
  };
  const release = attempt(loadRelease);
  const targets = attempt(ownTargets);
  const subsidies = attempt(ownSubsidies);
  const cultivation = release && attempt(ownCultivation);

  if (!release || !targets || !subsidies || !cultivation) {
    // A wrong vocabulary stops everything that is read with it, and is told once.
    for (const one of new Set(wrong.flatMap(({ message }) => message.split("\n")))) terminal.complain(one);
    return Promise.resolve(2);
  }
  const { policy, vocabulary } = release;
  for (const { id, name, editions } of policy.tiers.values())
    terminal.print(line(id, name[language], editions.map(({ edition }) => edition).join(", ")));
  for (const { id, code, name } of vocabulary.provinces) {
    const own = [...policy.tiers.values()].flatMap(({ id: tier, provinces }) =>
      (provinces.get(code)?.editions ?? []).map(({ edition }) => `${tier} ${edition}`),
    );
    if (own.length > 0) terminal.print(line(id, name[language], own.join(", ")));
  }
  const counts = {
    fields: vocabulary.fields.size,
    industries: vocabulary.sizeIndustries.length,
    documents: targets.documents.length,
    targets: targets.sets.flatMap((set) => set.targets).length,
    schemes: subsidies.schemes.length,
    areas: subsidies.bases.areas.length,
    measures: cultivation.measures.length,
  };
  terminal.print(
    (language === "zh"
      ? [
          `${counts.fields}个栏目，${counts.industries}个划型行业，核对到${policy.checked}`,
          `${counts.documents}份文件的${counts.targets}个目标`,
          `${counts.schemes}个骑手补贴方案，${counts.areas}个地方的缴费基数`,
          `${counts.measures}条措施`,
        ]
      : [
          `${counts.fields} fields, ${counts.industries} size-class industries, checked ${policy.checked}`,
          `${counts.documents} documents of targets with ${counts.targets} targets`,
          `${counts.schemes} schemes of riders' subsidies, bases of ${counts.areas} areas`,
          `${counts.measures} measures`,
        ]
    ).join("\n"),
  );
  return Promise.resolve(0);
}

const SEEDS: Command<0 | 2> = {
  name: "seeds",
  input: null,
  about: {
    zh: "读入 seeds 里的全部文件，逐个核对。有错的写明文件、行号、原因和改法（英文），一处一行；没错的列出收了什么。",
    en: "Loads every file of seeds and checks it. Mistakes are told with file, line, reason and fix, one a line; else what is held is listed.",
  },
  options: [{ options: [] }],
  examples: [{ about: { zh: "改过标准以后", en: "after a change of rules" }, words: { zh: "", en: "" } }],
  exitCodes: [{ code: 2, about: { zh: "有文件写错了", en: "a file is wrong" } }],
  run: seeds,
};

/** Runs the command and gives its exit code. A bug throws. */
export async function seedsCommand(argv: readonly string[], terminal: Terminal): Promise<0 | 2> {
  return await runCommand(SEEDS, argv, terminal);
}
