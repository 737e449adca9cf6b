/** The options of `cluster`, and what is said of wrong ones. */
import { RANKINGS, RANKING_TEXTS, type Ranking } from "../clusters/cluster-sheet";
import { DEFAULT_SET, setName, targetSets } from "../clusters/cluster-run";
import type { GroupField } from "../clusters/roll-up";
import type { Targets } from "../clusters/targets";
import { nearestId } from "../words/nearest-id";
import type { GivenOptions } from "./kit/given-options";
import { AS_OF, dayOf, listArguments, READING, WRITING, type ListArguments } from "./kit/list-options";
import type { OptionGroup, ValueOption } from "./kit/option";
import { WrongInput } from "./kit/wrong-input";
import { ownTargets } from "./read-seeds";

const TARGETS: ValueOption = {
  kind: "value",
  name: "targets",
  value: { zh: "编号", en: "DOCUMENTS" },
  known: () => {
    const targets = ownTargets();
    return targetSets(targets).map((set) => {
      const { zh, en } = setName(targets, set);
      const count = set.targets.length;
      return { id: set.document, name: { zh: `${zh}（${count}）`, en: `${en} (${count})` } };
    });
  },
  about: {
    zh: `目标文件的编号，几个用逗号隔开，all 是全部；不写是 ${DEFAULT_SET}`,
    en: `ids of documents, apart by commas, or all; ${DEFAULT_SET} if left out`,
  },
};

const BY: ValueOption = {
  kind: "value",
  name: "by",
  value: { zh: "cluster|chain", en: "cluster|chain" },
  choices: [
    { id: "cluster", name: { zh: "集群", en: "clusters" } },
    { id: "chain", name: { zh: "产业链", en: "chains" } },
  ],
  about: { zh: "企业按什么汇总；不写两样都做", en: "what enterprises are rolled up by; both if left out" },
};

const RANK: ValueOption = {
  kind: "value",
  name: "rank",
  value: { zh: "指标", en: "MEASURE" },
  choices: RANKINGS.map((id) => ({ id, name: RANKING_TEXTS[id] })),
  about: {
    zh: "集群按哪个指标排名；不写是 revenue",
    en: "the measure clusters are ranked by; revenue if left out",
  },
};

export const CLUSTER_OPTIONS: readonly OptionGroup[] = [
  { title: { zh: "怎么看", en: "Judging" }, options: [TARGETS, BY, RANK, AS_OF] },
  READING,
  { title: { zh: "写什么", en: "Writing" }, options: WRITING },
];

export interface ClusterArguments extends ListArguments {
  readonly asOf: string;
  readonly documents: readonly string[];
  readonly by: readonly GroupField[];
  readonly ranking: Ranking;
}

function documentsOf(given: string | undefined, targets: Targets): readonly string[] {
  const known = targetSets(targets).map(({ document }) => document);
  if (given === undefined) return [DEFAULT_SET];
  if (given === "all") return known;
  const asked = given
    .split(/[,，]/)
    .map((id) => id.trim())
    .filter((id) => id !== "");
  const wrong = asked.find((id) => !known.includes(id));
  if (wrong !== undefined || asked.length === 0) {
    const near = nearestId(wrong ?? "", known);
    throw new WrongInput({
      zh: `没有编号为“${wrong ?? given}”的目标文件。${near ? `是不是 ${near}？` : ""}可以写：${known.join("、")}，或 all。`,
      en: `There is no target document "${wrong ?? given}". ${near ? `Did you mean ${near}? ` : ""}Write one of ${known.join(", ")}, or all.`,
    });
  }
  return asked;
}

/** @throws WrongInput saying what is wrong */
export function clusterArguments(
  given: GivenOptions,
  input: string,
  { checked, targets }: { readonly checked: string; readonly targets: Targets },
): ClusterArguments {
  const by = given.value(BY);
  const rank = given.value(RANK);
  return {
    ...listArguments(given, input, { ending: "集群" }),
    asOf: dayOf(given, checked),
    documents: documentsOf(given.value(TARGETS), targets),
    by: by === "cluster" || by === "chain" ? [by] : ["cluster", "chain"],
    ranking: RANKINGS.find((id) => id === rank) ?? "revenue",
  };
}
