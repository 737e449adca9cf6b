/** The view 集群 in every state, on made-up sheets beside the sample of indicators. */
import { ColumnsList } from "../views/clusters/columns-list";
import type { ReactNode } from "react";
import type { Cell } from "../../words/grid";
import type { Language } from "../../words/text";
import type { WorkerClient } from "../worker/client";
import { Shelf } from "../worker/shelf";
import { NO_CLUSTERS, NOTHING_FITS, type ClusterState } from "../views/clusters/cluster-state";
import { clusterSample } from "../views/clusters/cluster-sample";
import { ClusterPage, type ClusterPart } from "../views/clusters/cluster-view";
import type { Scene, SceneProps } from "./scenes";

const nothing = (): void => undefined;

const CLUSTERS: readonly (readonly Cell[])[] = [
  ["集群名称", "集群级别", "2025年集群营业收入（亿元）", "2024年集群营业收入（亿元）", "占全省比重"],
  ["动力装备集群（虚构）", "国家级", 5100, 4889.04, 0.45],
  ["高端铝业集群（虚构）", "省级", 4800, 4299.77, 0.4],
  ["新能源汽车集群（虚构）", "省级", 4800, 3900, 0.3],
  ["新能源汽车产业集群（虚构）", "省级", null, 980, null],
];
const FIRMS: readonly (readonly Cell[])[] = [
  [
    "企业名称",
    "所属产业集群",
    "所属产业链",
    "产业链环节",
    "是否链主企业",
    "2025年营业收入（万元）",
    "2024年营业收入（万元）",
    "小巨人有效期至",
  ],
  ["甲动力（虚构）", "动力装备集群（虚构）", "高端装备", "整机", "是", 277_380, 263_669.2, "2028-06-30"],
  ["乙铸造（虚构）", "动力装备集群（虚构）", "高端装备", "铸造锻压", "否", 7258.5, 7391.55, "2028-06-30"],
  ["丙检测（虚构）", "动力装备集群（虚构）", "高端装备", "检测服务", "否", null, 3455.06, "无"],
  ["丁电池（虚构）", null, "新能源汽车", "电池", "否", 1895.4, 1662.63, null],
];
const DISTRICTS: readonly (readonly Cell[])[] = [
  ["区县", "产业", "产业类别"],
  ...["新能源汽车", "电子信息", "新材料", "生物医药"].map((industry): Cell[] => ["甲区（虚构）", industry, "主导产业"]),
  ["乙区（虚构）", "生物医药", "主导产业"],
  ["乙区（虚构）", "高端装备", "特色产业"],
  ["丙县（虚构）", "食品", null],
  ["丙县（虚构）", "轻纺", null],
  ["丙县（虚构）", "新材料", null],
  ["丙县（虚构）", "现代农业", null],
];

/** Everything there is to see, from the product's own worker. */
export async function clusterState(client: WorkerClient, language: Language, asOf: string): Promise<ClusterState> {
  const shelf = new Shelf(client);
  const sheets = [
    ["indicator", "目标与实际", clusterSample(language).rows],
    ["cluster", "集群清单", CLUSTERS],
    ["enterprise", "企业名单", FIRMS],
    ["district", "区县产业", DISTRICTS],
  ] as const;
  for (const [id, sheet, rows] of sheets) {
    const frame = { sheet, merges: [], hiddenRows: [], hiddenColumns: [] };
    await shelf.sendPart(id, { frame, blocks: [{ top: 0, left: 0, rows, numberFormats: rows.map(() => []) }] });
  }
  const sent = sheets.map(([id]) => ({ id, key: shelf.key(id) }));
  const { answer: seen } = await client.ask("cluster-look", { sheets: sent, asOf, mappings: [] });
  const { set, ranking } = NO_CLUSTERS.choices;
  const question = { sheets: sent.map(({ key }) => key), asOf, set, ranking, mappings: [] };
  const { answer } = await client.ask("cluster-run", question);
  const { sheets: fitting, ...others } = seen;
  const chosen = { enterprise: ["enterprise"], cluster: ["cluster"], indicator: ["indicator"], district: ["district"] };
  const lists = answer.lists.map((list) => ({ ...list, saved: undefined }));
  const choices = { ...NO_CLUSTERS.choices, sheets: chosen };
  return { ...NO_CLUSTERS, asOf, fitting, ...others, ...answer, lists, choices };
}

function page({ release }: SceneProps, state: ClusterState, start: ClusterPart = "targets"): ReactNode {
  return (
    <ClusterPage
      state={state}
      vocabulary={release.vocabulary}
      paneAsOf={state.asOf}
      start={start}
      onMapping={nothing}
      onCell={nothing}
      onChoose={nothing}
      onBegin={nothing}
      onLookAgain={nothing}
      onSample={nothing}
      onWrite={nothing}
      onCancel={nothing}
      onDismiss={nothing}
      onOpen={nothing}
    />
  );
}

export function clusterScenes(): readonly Scene[] {
  const today = ({ clusters }: SceneProps): ClusterState => clusters.today;
  const before = ({ clusters }: SceneProps): ClusterState => clusters.before;
  const part =
    (start: ClusterPart): Scene["show"] =>
    (props) =>
      page(props, today(props), start);
  const changed =
    (change: Partial<ClusterState>): Scene["show"] =>
    (props) =>
      page(props, { ...today(props), ...change });
  return [
    { id: "clusters", show: (props) => page(props, today(props)) },
    { id: "clusters-before-horizon", show: (props) => page(props, before(props)) },
    {
      id: "clusters-columns",
      show: (props) => (
        <ColumnsList
          open
          lists={today(props).lists}
          vocabulary={props.release.vocabulary}
          onMapping={nothing}
          onCell={nothing}
        />
      ),
    },
    { id: "clusters-ranking", show: part("ranking") },
    { id: "clusters-roll-up", show: part("rollUp") },
    { id: "clusters-chains", show: part("chains") },
    { id: "clusters-districts", show: part("districts") },
    {
      id: "clusters-empty",
      show: (props) => page(props, { ...NO_CLUSTERS, fitting: [], trouble: { text: NOTHING_FITS, remedy: "sample" } }),
    },
    { id: "clusters-long", show: changed({ picture: null, toRead: 30_000 }) },
    {
      id: "clusters-reading",
      show: changed({
        picture: null,
        work: { stage: "reading", done: 12_000, total: 30_000, elapsed: 2_000, cancelling: false },
      }),
    },
    { id: "clusters-stale", show: (props) => page(props, { ...before(props), stale: true }) },
    {
      id: "clusters-written",
      show: changed({ written: [{ sheet: "9", name: "评分_目标看板", table: "T9" }] }),
    },
    {
      id: "clusters-no-board",
      show: (props) => {
        const { picture } = today(props);
        return changed({ picture: picture === null ? null : { ...picture, board: null } })(props);
      },
    },
  ];
}
