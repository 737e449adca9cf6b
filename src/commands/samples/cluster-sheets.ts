/** The sheets of the cluster sample: published actuals, and clusters, districts and links that are made up and say so. */
import type { WriteSheet } from "hucre/xlsx";
import { columnLetters } from "../../words/grid";
import { headingCells } from "./clean-sheet";
import type { Random } from "./seeded-random";

type SampleValue = string | number | null;

interface Column {
  readonly heading: string;
  readonly width: number;
  readonly format?: string;
}

export const CLUSTER_NOTES = [
  "“集群清单”“企业名单”“区县产业”三张表全部是虚构的：集群的领域名称是真的，所有数字都由程序生成，与任何真实集群、企业、区县的实际情况无关。名称里都带“（虚构）”。",
  "“目标与实际”表里，数据来源写着文件名和行号的是公开报道印出来的数；写“虚构”的是为了让看板有内容而编的数。",
  "目标来自山东“3830”集群文件（鲁政办字〔2023〕185号，据报道）：到2025年世界级3个、国家级8个、省级30个等。",
  "专精特新18071家是全省按2022年全国统一办法的全部有效数，2500家写在集群文件里，两个数不能相除；看板会写明原因。",
  "没有填的格子是故意留空的：结果写“待补数据”，不当作0。",
];

function sheet(name: string, columns: readonly Column[], rows: readonly (readonly SampleValue[])[]): WriteSheet {
  return {
    name,
    rows: [columns.map(({ heading }) => heading), ...rows.map((row) => [...row])],
    columns: columns.map(({ width, format }) => (format ? { width, numFmt: format } : { width })),
    cells: headingCells(0, columns.length),
    rowDefs: new Map([[0, { height: 34 }]]),
    freezePane: { rows: 1, columns: 1 },
    autoFilter: { range: `A1:${columnLetters(columns.length - 1)}${rows.length + 1}` },
  };
}

const LADDER = "《新赛道跑出加速度》，新华社，2025年4月5日";
const INDUSTRY = "《工业经济 挺起高质量发展“硬脊梁”》，2025年3月";
const MADE_UP = "虚构";

/** Indicator, scope, kind, actual, unit, as of, base, base year, source. */
const INDICATORS: readonly (readonly SampleValue[])[] = [
  ["世界级先进制造业集群", "山东", "存量", null, "个", "2025-04", null, null, "没有查到"],
  ["国家级先进制造业集群", "山东", "存量", 6, "个", "2025-04", null, null, `${LADDER}，第83行`],
  ["省级先进制造业集群", "山东", "存量", 20, "个", "2025-04", null, null, `${LADDER}，第83行`],
  ["省级以上专精特新企业", "山东", "存量", 18071, "家", "2025-04", null, null, `${LADDER}，第65行`],
  ["国家级单项冠军", "山东", "存量", 235, "家", "2025-04", null, null, `${LADDER}，第9行`],
  [
    "集群营收利润率",
    "集群内",
    "相对",
    1.5,
    "百分点",
    "2024",
    null,
    null,
    `${INDUSTRY}，第37行（目标说的是研发投入强度）`,
  ],
  ["高新技术企业", "集群内", "存量", 4350, "家", "2025-06", 3600, 2023, MADE_UP],
  ["高新技术产品占比", "集群内", "占比", "43.5%", null, "2025-06", null, null, MADE_UP],
  ["集群规上企业平均研发投入强度", "集群内", "相对", 1.2, "百分点", "2025-06", null, null, MADE_UP],
  ["国家级技术创新载体", "集群内", "存量", 206, "个", "2025-06", null, null, MADE_UP],
  ["省级技术创新载体", "集群内", "存量", 1730, "个", "2025-06", 1480, 2023, MADE_UP],
  ["国家级智能制造工厂", "集群内", "存量", 27, "家", "2025-06", null, null, MADE_UP],
  ["集群主导产品本地配套率", "集群内", "占比", "46%", null, "2025-06", null, null, MADE_UP],
  ["瞪羚企业", "集群文件", "存量", 812, "家", "2025-06", null, null, MADE_UP],
  ["独角兽企业", "集群文件", "存量", null, "家", null, null, null, MADE_UP],
  ["集群营业收入", "山东", "年度", "4.1万亿元", null, "2024", null, null, `${LADDER}，第83行`],
];

function indicatorSheet(): WriteSheet {
  const columns: Column[] = [
    { heading: "指标", width: 32 },
    { heading: "范围", width: 12 },
    { heading: "口径", width: 10 },
    { heading: "实际值", width: 12 },
    { heading: "单位", width: 10 },
    { heading: "截至", width: 12 },
    { heading: "基期值", width: 12 },
    { heading: "基期年", width: 10 },
    { heading: "数据来源", width: 56 },
  ];
  return sheet("目标与实际", columns, INDICATORS);
}

/** Field, place, level: the fields are those of the document, everything else is made up. */
const FIELDS: readonly (readonly [field: string, place: string, level: string, scale: number])[] = [
  ["动力装备", "潍坊市", "国家级", 5100],
  ["高端铝业", "滨州市", "省级", 4800],
  ["智能家电", "青岛市", "国家级", 5300],
  ["生物医药", "济南市", "国家级", 2600],
  ["新一代信息技术", "济南市", "国家级", 3200],
  ["先进金属材料", "日照市", "省级", 2900],
  ["化工新材料", "烟台市", "省级", 3050],
  ["新能源汽车", "济南市", "省级", 2100],
  ["食品", "临沂市", "省级", 2800],
  ["新能源装备", "德州市", "省级", 1100],
  ["轨道交通装备", "青岛市", "国家级", 980],
  ["海工装备", "烟台市", "国家级", 1000],
  ["现代轻纺", "滨州市", "省级", 1250],
  ["生态环保", "淄博市", "特色", 620],
  ["轮胎", "东营市", "特色", 460],
  ["教育装备", "济南市", "特色", 78],
  ["智能农机", "潍坊市", "特色", 66],
  ["黄金首饰", "烟台市", "特色", 41],
];

/** Two decimals, as people write amounts in 亿元. */
function rounded(value: number, decimals = 2): number {
  return Number(value.toFixed(decimals));
}

function clusterSheet(random: Random): WriteSheet {
  const columns: Column[] = [
    { heading: "集群名称", width: 30 },
    { heading: "所在地", width: 10 },
    { heading: "集群级别", width: 10 },
    ...[2025, 2024, 2023, 2022].map((year) => ({ heading: `${year}年集群产值（亿元）`, width: 14 })),
    ...[2025, 2024].map((year) => ({ heading: `${year}年集群营业收入（亿元）`, width: 14 })),
    { heading: "2025年集群利润总额（亿元）", width: 14 },
    { heading: "2025年集群研发费用（亿元）", width: 14 },
    { heading: "中小企业产值（亿元）", width: 14 },
    { heading: "主导产业产值（亿元）", width: 14 },
    { heading: "集群面积（平方公里）", width: 12 },
    { heading: "占全省比重", width: 10, format: "0.0%" },
    { heading: "本地采购额（亿元）", width: 14 },
    { heading: "采购总额（亿元）", width: 14 },
    { heading: "集群从业人员（人）", width: 14 },
    { heading: "地区从业人员（人）", width: 14 },
    { heading: "全国本行业从业人员（人）", width: 16 },
    { heading: "全国从业人员（人）", width: 16 },
    { heading: "中小企业研发费用增速", width: 14, format: "0.0%" },
    { heading: "单项冠军数", width: 10 },
    { heading: "小巨人数", width: 10 },
    { heading: "专精特新数", width: 10 },
    { heading: "创新型数", width: 10 },
    { heading: "高新技术企业数", width: 12 },
    { heading: "在一个县级行政区内", width: 12 },
    { heading: "工业互联网平台应用率", width: 12, format: "0.0%" },
    { heading: "近三年发生较大事故或失信", width: 14 },
    { heading: "规上数字产业营业收入（亿元）", width: 16 },
    { heading: "主导产业规上企业数", width: 12 },
    { heading: "10亿元以上龙头企业数", width: 12 },
    { heading: "1亿元以上骨干企业数", width: 12 },
    { heading: "国家级平台数", width: 10 },
    { heading: "省级平台数", width: 10 },
    { heading: "近三年获奖和核心技术知识产权数", width: 16 },
  ];
  const between = (least: number, most: number): number => least + (random.whole(0, 1000) / 1000) * (most - least);
  const rows = FIELDS.map(([field, place, level, scale], at): SampleValue[] => {
    const rates = [between(0.03, 0.16), between(0.02, 0.18), between(0.04, 0.15)];
    const [first = 0, second = 0, third = 0] = rates;
    const output = rounded(scale * 1.04);
    const before = rounded(output / (1 + first));
    const earlier = rounded(before / (1 + second));
    const revenueBefore = rounded(scale / (1 + between(0.01, 0.14)));
    const purchases = rounded(scale * between(0.4, 0.6));
    const persons = random.whole(60, 95) * Math.ceil(scale / 10);
    const small = scale < 100;
    const digital = field === "新一代信息技术";
    return [
      `${field}集群（虚构）`,
      place,
      level,
      output,
      before,
      earlier,
      rounded(earlier / (1 + third)),
      scale,
      revenueBefore,
      // One cluster makes a loss, one says nothing.
      at === 9 ? -12.5 : at === 13 ? null : rounded(scale * between(0.03, 0.09)),
      rounded(scale * between(0.012, 0.045)),
      rounded(output * between(small ? 0.71 : 0.35, small ? 0.95 : 0.7)),
      rounded(output * between(0.62, 0.93)),
      small ? random.whole(20, 100) : null,
      rounded(scale / 121_000, 4),
      // The local supporting rate needs both, and one cluster gave only one.
      at === 6 ? null : rounded(purchases * between(0.25, 0.66)),
      purchases,
      persons,
      persons * random.whole(9, 18),
      persons * random.whole(30, 70),
      733_510_000,
      rounded(between(0.02, 0.16), 3),
      random.whole(0, small ? 1 : 9),
      random.whole(0, small ? 3 : 45),
      random.whole(small ? 2 : 40, small ? 14 : 320),
      random.whole(small ? 3 : 60, small ? 20 : 500),
      random.whole(small ? 2 : 50, small ? 16 : 420),
      small ? "是" : level === "特色" ? "是" : "否",
      rounded(between(0.06, 0.48), 3),
      "否",
      digital ? 2350.5 : null,
      digital ? 186 : null,
      digital ? 24 : null,
      digital ? 97 : null,
      digital ? 6 : null,
      digital ? 38 : null,
      digital ? 5200 : null,
    ];
  });
  return sheet("集群清单", columns, rows);
}

const CHAINS: readonly {
  readonly chain: string;
  readonly cluster: string;
  readonly links: readonly string[];
  readonly code: string;
}[] = [
  {
    chain: "高端装备",
    cluster: "动力装备集群（虚构）",
    links: ["铸造锻压", "关键零部件", "整机", "检测服务"],
    code: "C34",
  },
  {
    chain: "新能源汽车",
    cluster: "新能源汽车集群（虚构）",
    links: ["电池", "电机电控", "车身零部件", "整车"],
    code: "C36",
  },
  { chain: "生物医药", cluster: "生物医药集群（虚构）", links: ["原料药", "制剂", "医用材料"], code: "C27" },
  { chain: "绿色化工", cluster: "化工新材料集群（虚构）", links: ["基础原料", "新材料", "下游制品"], code: "C26" },
  {
    chain: "新一代信息技术",
    cluster: "新一代信息技术集群（虚构）",
    links: ["元器件", "终端", "软件服务"],
    code: "C39",
  },
];

function enterpriseSheet(random: Random): WriteSheet {
  const columns: Column[] = [
    { heading: "企业名称", width: 30 },
    { heading: "所属产业集群", width: 30 },
    { heading: "所属产业链", width: 16 },
    { heading: "产业链环节", width: 14 },
    { heading: "是否链主企业", width: 10 },
    { heading: "行业代码", width: 10 },
    { heading: "2025年从业人员（人）", width: 12 },
    { heading: "2025年营业收入（万元）", width: 16 },
    { heading: "2024年营业收入（万元）", width: 16 },
    { heading: "2025年净利润（万元）", width: 14 },
    { heading: "2025年研发费用（万元）", width: 14 },
    { heading: "专精特新中小企业有效期至", width: 16 },
    { heading: "小巨人有效期至", width: 14 },
    { heading: "国家级单项冠军有效期至", width: 16 },
  ];
  const rows: SampleValue[][] = [];
  for (const { chain, cluster, links, code } of CHAINS)
    for (let at = 0; at < 24; at += 1) {
      const leader = at === 0;
      const revenue = rounded((leader ? 180_000 : 900) * (1 + random.whole(0, leader ? 900 : 9000) / 1000));
      const link = links[at % links.length] ?? "";
      // One spelling of the cluster stands beside the other: the merge is only suggested.
      const name = chain === "新能源汽车" && at % 9 === 4 ? "新能源汽车产业集群（虚构）" : cluster;
      const silent = chain === "绿色化工" && at === 7;
      rows.push([
        `${chain}${String(at + 1).padStart(2, "0")}号企业（虚构）`,
        at === 23 ? null : name,
        chain,
        at % 11 === 10 ? null : link,
        leader ? "是" : "否",
        at % 8 === 5 ? "C35" : code,
        random.whole(leader ? 1200 : 18, leader ? 5000 : 460),
        silent ? null : revenue,
        silent ? null : rounded(revenue / (1 + random.whole(-60, 220) / 1000)),
        rounded(revenue * (random.whole(-20, 140) / 1000)),
        rounded(revenue * (random.whole(10, 82) / 1000)),
        at % 3 === 0 ? "2027-12-31" : "无",
        at % 7 === 0 ? "2028-06-30" : "无",
        leader && chain === "高端装备" ? "2027-11-30" : "无",
      ]);
    }
  return sheet("企业名单", columns, rows);
}

/** District, industry, role. Made-up choices for a map of Chongqing's kind: one district too many, one role blank. */
const DISTRICTS: readonly (readonly SampleValue[])[] = [
  ["甲区（虚构）", "新能源汽车", "主导产业"],
  ["甲区（虚构）", "电子信息", "主导产业"],
  ["甲区（虚构）", "新材料", "特色产业"],
  ["乙区（虚构）", "生物医药", "主导产业"],
  ["乙区（虚构）", "高端装备", "主导产业"],
  ["乙区（虚构）", "绿色食品", "主导产业"],
  ["乙区（虚构）", "软件信息", "特色产业"],
  ["两江新区", "新能源汽车", "主导产业"],
  ["两江新区", "电子信息", "主导产业"],
  ["两江新区", "高端装备", "主导产业"],
  ["两江新区", "软件信息", "特色产业"],
  ["丙县（虚构）", "绿色食品", "主导产业"],
  ["丙县（虚构）", "新材料", "特色产业"],
  ["丙县（虚构）", "生物医药", "特色产业"],
  ["丙县（虚构）", "轻工", "特色产业"],
  ["丙县（虚构）", "电子信息", "特色产业"],
  ["丙县（虚构）", "软件信息", "特色产业"],
  ["丁县（虚构）", "高端装备", "主导产业"],
  ["丁县（虚构）", "新材料", "主导产业"],
  ["丁县（虚构）", "轻工", null],
];

function districtSheet(): WriteSheet {
  const columns: Column[] = [
    { heading: "区县", width: 20 },
    { heading: "产业", width: 18 },
    { heading: "产业类别", width: 14 },
  ];
  return sheet("区县产业", columns, DISTRICTS);
}

export function clusterSheets(random: Random): WriteSheet[] {
  return [indicatorSheet(), clusterSheet(random), enterpriseSheet(random), districtSheet()];
}
