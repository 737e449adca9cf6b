/** The texts of the view 评分. */
import { useWords, type KeyOf, type Texts, type Words } from "../../texts/language";

export const SCORE = {
  welcome: {
    zh: "给当前表里的企业逐家对照认定标准打分，缺什么、差多少、怎么补，一次说清。",
    en: "Scores every enterprise on the sheet against the recognition rules and says what is missing, by how much, and how to close the gap.",
  },
  trySample: { zh: "先用示例试试", en: "Try a sample first" },
  showHow: { zh: "看看怎么用", en: "See how it works" },
  hideHow: { zh: "收起说明", en: "Hide this" },
  howList: {
    zh: "打开放企业名单的表：一行一家企业，第一行是表头。合并的表头、不同的单位都没关系。",
    en: "Open the sheet with your list: one enterprise a row below a heading. Merged headings and mixed units are fine.",
  },
  howColumns: {
    zh: "点“给这张表打分”。每一列认成了什么都列出来，认错的点一下就能改。",
    en: "Press Score this sheet. You see what each column was taken for; press one to change it.",
  },
  howResults: {
    zh: "结果写到新的工作表：到了哪一级、差什么、改哪里最省力。原来的数据一个字也不动。",
    en: "The results go to new sheets: the rung reached, what is missing, the smallest change. Your own data stays untouched.",
  },
  recognised: { zh: "识别到 {place}，", en: "Found {place}: " },
  headingRow: { zh: "第 {row} 行是表头", en: "headings in row {row}" },
  headingRows: { zh: "第 {first}–{last} 行是表头", en: "headings in rows {first}–{last}" },
  clauseBreak: { zh: "，", en: ", enterprises: " },
  fullStop: { zh: "。", en: "." },
  changeHeadings: { zh: "表头不对？", en: "Wrong headings?" },
  whichRows: { zh: "评哪些行", en: "Rows to score" },
  wholeSheet: { zh: "整张表", en: "The whole sheet" },
  readTogether: {
    zh: "{count} 张表放在一起读，当作一张名单：{sheets}。",
    en: "{count} sheets are read together as one list: {sheets}.",
  },
  inAll: { zh: "一共 {count} 家", en: "{count} {count#enterprise|enterprises} in all" },
  inAllAbout: { zh: "一共约 {count} 家", en: "About {count} {count#enterprise|enterprises} in all" },
  sheetsTogether: { zh: "{count} 张表放在一起", en: "{count} sheets together" },
  onlyThisSheet: { zh: "只评这张表", en: "This sheet only" },
  onlySelected: { zh: "只评选中的行（先在表里选中）", en: "Only selected rows (select them first)" },
  onlySelectedRows: {
    zh: "只评选中的 {count} 行（第 {first}–{last} 行）",
    en: "Only the {count} selected {count#row|rows} ({first}–{last})",
  },
  startScoring: { zh: "开始评分（{count} 家）", en: "Start scoring ({count} {count#enterprise|enterprises})" },
  startScoringAbout: {
    zh: "开始评分（约 {count} 家）",
    en: "Start scoring (about {count} {count#enterprise|enterprises})",
  },
  startSelected: { zh: "评选中的行", en: "Score the selected rows" },
  confirmFirst: {
    zh: "有 {count} 列拿不准，先确认再评分：没确认的列不会拿来定结论。",
    en: "{count} {count#column is|columns are} not certain. Confirm them first: what nobody confirmed decides nothing.",
  },
  confirmAndStart: {
    zh: "都对，开始评分（{count} 家）",
    en: "All correct, start scoring ({count} {count#enterprise|enterprises})",
  },
  confirmAndStartSelected: { zh: "都对，评选中的行", en: "All correct, score the selected rows" },
  scoreWithoutDoubtful: { zh: "先不管这些列，按待补数据评", en: "Leave these columns aside and score without them" },
  allInUnit: { zh: "这 {count} 列的单位都是{unit}", en: "All {count} of these columns are in {unit}" },
  columnsTitle: { zh: "每一列认成了什么", en: "What each column holds" },
  columnsHint: {
    zh: "拿不准的排在前面。点一列就能改，改完马上重读，下次打开还记得。",
    en: "The doubtful ones come first. Press a column to change it; the sheet is read again at once and the choice is kept.",
  },
  columnsToConfirm: { zh: "请确认", en: "Please confirm" },
  columnsLikely: { zh: "可能是", en: "Likely" },
  columnsUnused: { zh: "没用到的列", en: "Columns not used" },
  columnsCertain: { zh: "确定的列", en: "Certain" },
  columns: { zh: "{count} 列", en: "{count} {count#column|columns}" },
  restInSources: {
    zh: "还有 {count} 条，评分后在结果的“来源与假设”表里。",
    en: "{count} more; after scoring they are listed on the sheet of sources.",
  },
  unreadable: { zh: "读不出的单元格", en: "Cells that can't be read" },
  warnings: { zh: "请核对", en: "Please check" },
  assumptions: { zh: "这样理解的", en: "Taken for granted" },
  lookAgain: { zh: "再看一遍这张表", en: "Look at this sheet again" },
  headingDialog: { zh: "表头在哪几行", en: "Which rows are the headings" },
  headingDialogHint: {
    zh: "按工作表左边的行号填。分组的表头占几行，就把几行都算上，最多五行。",
    en: "Use the row numbers at the sheet's left edge. If the headings take several rows, count all of them, at most five.",
  },
  firstHeadingRow: { zh: "从第几行", en: "From row" },
  lastHeadingRow: { zh: "到第几行", en: "To row" },
  headingRowsWrong: { zh: "请填从小到大的行号，最多五行。", en: "Please give rows from top to bottom, at most five." },
  useTheseRows: { zh: "就用这几行", en: "Use these rows" },
  findAgain: { zh: "重新自动找", en: "Find them again" },
  pickHeadings: { zh: "手工指定表头", en: "Choose the headings" },
  scoreWhole: { zh: "评整张表", en: "Score the whole sheet" },
  settingsDamaged: {
    zh: "这个工作簿里存的设置有一部分读不懂，已跳过；请看看基准日和各列的对应是不是你要的。",
    en: "Some settings kept in this workbook make no sense and were left out. Please check the date and what the columns hold.",
  },
  scored: { zh: "已评 {count} 家", en: "Scored {count} {count#enterprise|enterprises}" },
  replaced: {
    zh: "结果表已被同一工作簿里另一个人的评分替换；下面仍是您 {time} 的结果。重新评分会把结果表换成您的。",
    en: "Somebody else at this workbook has scored, and the result sheets are now theirs; below are still yours of {time}. Scoring again puts yours there.",
  },
  openResults: { zh: "打开结果表", en: "Open the results" },
  easiest: { zh: "看下一步最容易的企业", en: "Show the easiest next step" },
  easiestTitle: {
    zh: "下一步最容易的 {count} 家",
    en: "{count#The easiest next step|The easiest next steps}: {count}",
  },
  towards: { zh: "离{tier}只差：", en: "All it takes for {tier}:" },
  ladderTitle: { zh: "各级有多少家", en: "Enterprises on each rung" },
  ladderHint: { zh: "点一条，结果表只看这些", en: "press a bar to see only those" },
  ladderOf: { zh: "{count} 家企业达到的最高层级", en: "Highest rung met by {count} {count#enterprise|enterprises}" },
  barLabel: {
    zh: "{name}：{count} 家，点一下在结果表里只看这些",
    en: "{name}: {count} {count#enterprise|enterprises}. Press to see only these in the results",
  },
  showAllResults: { zh: "结果表看全部", en: "Show all results" },
  selectBlanks: {
    zh: "选中缺“{name}”的单元格，第 {at} 处，共 {of} 处",
    en: "Select the cells without {name}: {at} of {of}",
  },
  atBlank: { zh: "{cell}（{at} / {of}）", en: "{cell} ({at} of {of})" },
  missingTitle: { zh: "最该补的数据", en: "Data to fill in first" },
  missingHint: {
    zh: "补上以后，下一级能不能达到就有数了。",
    en: "With these cells, the next rung of the most enterprises can be decided.",
  },
  assumedTitle: { zh: "没有这一列，按符合处理", en: "No such column, taken as holding" },
  backToResults: { zh: "← 回到 {time} 的结果", en: "← Back to the results of {time}" },
  scoreOther: { zh: "给“{name}”打分", en: "Score {name}" },
  scoredWhen: { zh: "{when} 评的，基准日 {asOf}，{purpose}", en: "Scored {when}, as of {asOf}, {purpose}" },
  purposeNew: { zh: "新申报", en: "new application" },
  purposeReview: { zh: "复核", en: "review" },
  takingUp: { zh: "正在核对名单有没有变…", en: "Checking whether the list has changed…" },
  sheetsGone: {
    zh: "结果表{names}已经不在了，重新评分会再写一份。",
    en: "Result sheets no longer there: {names}. Scoring again writes them anew.",
  },
  quotedName: { zh: "“{name}”", en: '"{name}"' },
  otherList: { zh: "看“{name}”的结果", en: 'Show the results of "{name}"' },
  easiestList: { zh: "最容易上一级的", en: "the easiest next steps" },
  undoRun: { zh: "撤销这次评分", en: "Undo this scoring" },
  undoBrings: {
    zh: "撤销后回到 {when} 的评分，名单不动。",
    en: "Undoing goes back to the scoring of {when}; the list stays as it is.",
  },
  undoRemoves: {
    zh: "撤销会去掉这次写的结果表，名单不动。",
    en: "Undoing takes away the result sheets of this scoring; the list stays as it is.",
  },
  undoNow: { zh: "确定撤销", en: "Undo it" },
  undoNot: { zh: "不撤了", en: "Keep it" },
  changesTitle: { zh: "与上次相比", en: "Compared with last time" },
  changesSame: { zh: "{count} 家的结论都没有变。", en: "Nothing changed for any of the {count} enterprises." },
  changesUnchanged: { zh: "没有变化 {count} 家", en: "Unchanged: {count}" },
  turnCount: { zh: "{turn} {count} 家", en: "{turn}: {count}" },
  changesHint: {
    zh: "列的是这期间变了的数据和标准，不等于单凭一项就会改变结论。",
    en: "What is named changed in between; none of it need have been enough by itself.",
  },
  changesMore: { zh: "还有 {count} 家，写成结果表能看全。", en: "{count} more; the result sheet has them all." },
  writeChanges: { zh: "写成结果表", en: "Write as a sheet" },
  changesWritten: { zh: "写好了：{name}", en: "Written: {name}" },
  openSheet: { zh: "打开", en: "Open" },
  becameFrom: { zh: "{from} → {to}", en: "{from} → {to}" },
  noRung: { zh: "无", en: "none" },
} as const satisfies Texts;

export type ScoreKey = KeyOf<typeof SCORE>;
export type ScoreWords = Words<ScoreKey>;

export function useScoreWords(): ScoreWords {
  return useWords(SCORE);
}
