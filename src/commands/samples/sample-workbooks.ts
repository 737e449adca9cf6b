/** The sample workbooks as bytes. */
import { writeXlsx, type WriteSheet } from "hucre/xlsx";
import { cleanSheet, sampleEnterprises } from "./clean-sheet";
import { CLUSTER_NOTES, clusterSheets } from "./cluster-sheets";
import { messySheet } from "./messy-sheet";
import { notesSheet } from "./notes-sheet";
import { PROVINCE_NOTES, provincesSheet } from "./provinces-sheet";
import { REPORTED_NOTES, reportedSheet } from "./reported-sheet";
import { RIDER_NOTES, riderSheets } from "./rider-list";
import { seededRandom } from "./seeded-random";

export interface SampleWorkbook {
  readonly file: string;
  readonly bytes: Uint8Array;
}

const SEED = 20_260_401;
const MESSY_ENTERPRISES = 56;

const NOTES = [
  "这里的企业全部是虚构的：名称、统一社会信用代码、地址、产品和所有数字都由程序生成，与任何真实企业无关。名称里都带“（虚构）”。",
  "信用代码的校验位是对的，主体标识码以 XN 开头（真实代码没有这样的），查不到任何单位。",
  "只有山东省各市、县的名字和产业集群的领域名称是真的。",
  "“企业名单”：300家，干净的表，一行表头。各档标准都有达到的、差一点的和缺数据的。金额单位为万元，数据年度为2025年，适合按2026年的日期打分。",
  "“杂乱企业名单”：其中56家，按实际收上来的样子弄乱：合并的标题和两行表头、单位为元、带“万元”的单元格、文字写的数字、√和×、—、不适用、错误值、小计合计、重复企业、隐藏行。",
  "打分结果只供熟悉工具，不说明任何地区、行业的真实情况。",
];

export async function sampleWorkbooks(): Promise<SampleWorkbook[]> {
  const enterprises = sampleEnterprises(seededRandom(SEED));
  const shandong = [
    notesSheet("山东示例企业（全部虚构）", NOTES),
    cleanSheet(enterprises),
    messySheet(enterprises.slice(0, MESSY_ENTERPRISES)),
  ];
  const reported = [notesSheet("公开报道企业：只有报道印出来的内容", REPORTED_NOTES), reportedSheet()];
  const riders = [notesSheet("骑手示例（全部虚构）", RIDER_NOTES), ...riderSheets(seededRandom(SEED))];
  const clusters = [
    notesSheet("山东集群示例（集群、企业、区县全部虚构）", CLUSTER_NOTES),
    ...clusterSheets(seededRandom(SEED)),
  ];
  const provinces = [notesSheet("各省示例企业（全部虚构）", PROVINCE_NOTES), provincesSheet()];
  return [
    { file: "山东示例企业.xlsx", bytes: await workbook("山东示例企业（全部虚构）", shandong, 1) },
    { file: "各省示例企业.xlsx", bytes: await workbook("各省示例企业（全部虚构）", provinces, 1) },
    { file: "公开报道企业.xlsx", bytes: await workbook("公开报道企业", reported, 1) },
    { file: "山东集群示例.xlsx", bytes: await workbook("山东集群示例（含虚构）", clusters, 1) },
    { file: "骑手示例.xlsx", bytes: await workbook("骑手示例（全部虚构）", riders, 1) },
  ];
}

async function workbook(title: string, sheets: WriteSheet[], activeSheet: number): Promise<Uint8Array> {
  // A fixed day of writing keeps the bytes the same from run to run.
  const day = new Date(Date.UTC(2026, 10, 21));
  return await writeXlsx({
    sheets,
    activeSheet,
    properties: { title, creator: "专精特新评分", created: day, modified: day },
    defaultFont: { name: "等线", size: 11 },
  });
}
