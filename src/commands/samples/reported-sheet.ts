/**
 * Real enterprises with what one newspaper report prints about them and nothing else. Scored, nearly everything is "not known yet":
 * that is the point of the sample.
 */
import type { WriteSheet } from "hucre/xlsx";
import { headingCells } from "./clean-sheet";

const SOURCE = "《新赛道跑出加速度——山东加快工业企业梯度培育观察》，新华社济南4月5日电（2025年）";

interface Reported {
  readonly name: string;
  readonly city?: string;
  readonly county?: string;
  readonly product?: string;
  readonly chain?: string;
  /** The title in the report's own words. */
  readonly title?: string;
  readonly champion?: "是";
  readonly littleGiant?: "是";
  readonly share?: number;
  readonly front?: "是";
  readonly remark: string;
}

const REPORTED: readonly Reported[] = [
  {
    name: "山东国创精密机械有限公司",
    city: "滨州市",
    county: "惠民县",
    product: "风电铸件（风电轮毂等）",
    title: "从省级单项冠军到国家级单项冠军",
    champion: "是",
    share: 0.3,
    remark:
      "风电铸件国内市场占有率在30%以上（表中填的0.3是下限，不是实数）；技术研发投入占销售收入比重始终在5.5%以上（没有金额，不能换算成研发费用）；一年时间从省级单项冠军到国家级单项冠军；铸件最大单重约160吨，一个轮毂直径约5米。",
  },
  {
    name: "泰山玻璃纤维有限公司",
    city: "泰安市",
    product: "玻璃纤维、电子布",
    title: "国家级单项冠军企业",
    champion: "是",
    remark: "玻璃丝直径为头发丝的二十分之一，织成电子布，用于电子产品线路板基材。",
  },
  {
    name: "山东开泰集团",
    product: "金属丸砂（抛喷丸）",
    front: "是",
    remark:
      "金属丸砂直径约0.8毫米；相关产品的市场份额居全球前列（没有具体份额和名次）；“三国五地”的全球布局。报道没有写所在地和称号。",
  },
  {
    name: "山东海特数控机床有限公司",
    county: "滕州市",
    remark: "使用远程预测性维护平台，借助工业互联网平台，生产效率和管理效率均提升40%左右。",
  },
  {
    name: "山东山森数控技术有限公司",
    remark:
      "通过“董事长举荐制”新增3名高级工程师、1名正高级工程师；获评山东省软件工程技术中心、山东省制造业创新中心培育对象（是否算研发机构、算哪一级，报道没有说，没有填）。",
  },
  {
    name: "山东瑞福锂电有限公司",
    county: "肥城市",
    product: "电池级碳酸锂",
    chain: "锂电新材料产业链",
    title: "专精特新“小巨人”企业",
    littleGiant: "是",
    remark: "年产2.5万吨电池级碳酸锂生产线；已成为“链主”企业。",
  },
  {
    name: "海克斯康",
    city: "青岛市",
    title: "国家级制造业单项冠军，“链主”企业",
    champion: "是",
    remark: "报道写的是简称，出现在青岛仪器仪表产业的段落里。",
  },
  ...["艾普智能", "海研电子", "众瑞智能"].map((name) => ({
    name,
    city: "青岛市",
    title: "专精特新企业",
    front: "是" as const,
    remark:
      "报道把三家合在一起写：在智能电表、电机检测、海洋监测等领域的市场占有率位居全国前列，没有逐家对应；“专精特新企业”没有写明是省级专精特新还是小巨人，称号各列没有填。",
  })),
];

const COLUMNS: readonly {
  readonly heading: string;
  readonly width: number;
  readonly cell: (item: Reported) => string | number | null;
}[] = [
  { heading: "企业名称", width: 32, cell: ({ name }) => name },
  { heading: "所在市", width: 10, cell: ({ city }) => city ?? null },
  { heading: "所在县（市、区）", width: 16, cell: ({ county }) => county ?? null },
  { heading: "主导产品", width: 24, cell: ({ product }) => product ?? null },
  { heading: "所属产业链", width: 18, cell: ({ chain }) => chain ?? null },
  { heading: "国内市场占有率", width: 14, cell: ({ share }) => share ?? null },
  { heading: "市场占有率位居前列", width: 14, cell: ({ front }) => front ?? null },
  { heading: "小巨人有效期至", width: 14, cell: ({ littleGiant }) => littleGiant ?? null },
  { heading: "国家级单项冠军有效期至", width: 14, cell: ({ champion }) => champion ?? null },
  { heading: "报道所写称号", width: 30, cell: ({ title }) => title ?? null },
  { heading: "备注", width: 70, cell: ({ remark }) => remark },
  { heading: "来源", width: 48, cell: () => SOURCE },
];

export const REPORTED_NOTES = [
  `企业都是真实企业，内容只取自一篇报道：${SOURCE}。报道没有印出来的一律空着，没有从别处补充，也没有推算。`,
  "称号按2025年4月报道时的说法填“是”；现在是否仍在有效期内，请到认定部门的名单上核对。",
  "国创精密的国内市场占有率报道写“30%以上”，表中填30%，这是下限。",
  "所在市、县只填报道写明的：写“滕州市”“肥城市”的填在县一栏，没有替它补上地级市。",
  "用它打分，绝大多数结论是“待补数据”：公开报道里的几句话，不足以判断任何一家是否符合标准。",
];

export function reportedSheet(): WriteSheet {
  const wrap = { alignment: { wrapText: true, vertical: "top" as const } };
  return {
    name: "公开报道企业",
    rows: [COLUMNS.map(({ heading }) => heading), ...REPORTED.map((item) => COLUMNS.map(({ cell }) => cell(item)))],
    columns: COLUMNS.map(({ heading, width }) => ({
      width,
      style: heading === "国内市场占有率" ? { ...wrap, numFmt: "0%" } : wrap,
    })),
    cells: headingCells(0, COLUMNS.length),
    freezePane: { rows: 1, columns: 1 },
  };
}
