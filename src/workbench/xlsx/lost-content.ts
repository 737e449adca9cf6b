/** What a workbook may hold that does not come through opening and saving here; said to the person before anything is saved. */
import type { Text } from "../../words/text";

const NAMES = {
  pictures: { zh: "图片", en: "pictures" },
  shapes: { zh: "形状和文本框", en: "shapes and text boxes" },
  charts: { zh: "部分图表（这里画不了的类型）", en: "some charts, of kinds not drawn here" },
  chartStyles: { zh: "图表的细节样式", en: "fine details of charts" },
  chartSheets: { zh: "图表工作表", en: "chart sheets" },
  pivots: { zh: "数据透视表（数值还在，不能再刷新）", en: "pivot tables (their values stay, but can't be refreshed)" },
  slicers: { zh: "切片器", en: "slicers" },
  macros: { zh: "宏", en: "macros" },
  validation: { zh: "数据验证（下拉列表等）", en: "data validation such as drop-down lists" },
  comments: { zh: "批注（对话）", en: "threaded comments" },
  links: { zh: "超链接（文字还在）", en: "hyperlinks (their text stays)" },
  externalBooks: { zh: "到其他工作簿的链接（数值还在）", en: "links to other workbooks (their values stay)" },
  sparklines: { zh: "迷你图", en: "sparklines" },
  otherFilters: { zh: "按条件或颜色的筛选", en: "filters by condition or colour" },
  grouping: { zh: "行列分组", en: "grouped rows and columns" },
  richText: { zh: "单元格内部分文字的格式", en: "formats of parts of a cell's text" },
  otherConditions: { zh: "部分条件格式", en: "some conditional formats" },
  printing: { zh: "打印设置", en: "print settings" },
  password: { zh: "工作表保护的密码和细则", en: "passwords and details of sheet protection" },
  bookProtection: { zh: "工作簿结构保护", en: "protection of the workbook's structure" },
  dataTables: { zh: "模拟运算表（数值还在）", en: "what-if data tables (their values stay)" },
  otherAddIns: { zh: "其他加载项存在工作簿里的内容", en: "what other add-ins keep in the workbook" },
} satisfies Record<string, Text>;

export type LostContent = keyof typeof NAMES;

/** Found while reading; each kind counts once. */
export type LostContents = Set<LostContent>;

/** Names of what is lost, in a fixed order, for a sentence such as 这些内容打开后不会保留：图片、形状和文本框。 */
export function lostTexts(lost: ReadonlySet<LostContent>): Text[] {
  return Object.entries(NAMES).flatMap(([kind, text]) => ([...lost].some((found) => found === kind) ? [text] : []));
}
