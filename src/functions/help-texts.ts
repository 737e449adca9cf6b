/** Paragraphs that several help pages share. */
import type { Text } from "../words/text";

export const READING: Text = {
  zh: "表头和单元格按读表的同一套办法来认：表头里的单位（元、万元、%）和年度、文字写的数字、是/否/√/有/无都认得。空白表示还不知道，从不当作0。列的顺序随意，多余的列不影响。表头上方写着“单位：元”的，把那一行也选进表头。",
  en: "Headings and cells are read as in a sheet: units (元, 万元, %) and years in headings, numbers written as text, and yes or no in every usual form. A blank means not known yet and never counts as 0. Columns may come in any order, and others beside them do no harm. If a unit such as 单位：元 stands above the headings, choose that row as well.",
};

export const SHARES: Text = {
  zh: "公式看不到单元格的百分比格式。占比列里的数是5.2还是0.052，由表头里的（%）和这次一起给的所有行来定：表头有（%）而所有数都不超过1，就当作小数。所以最好把整列一次给全，不要一行一行地算。",
  en: "A formula cannot see percent formats. Whether a share column holds 5.2 or 0.052 is settled by the heading's （%） and all rows of the call together: under （%） numbers that never exceed 1 are taken as fractions. So give whole columns in one call rather than row by row.",
};

export const ONE_RESULT_A_ROW: Text = {
  zh: "每一行数据得一个结果：空行得空白，合计、小计这类行得 #N/A。",
  en: "Each row gives one result: an empty row a blank, a row of totals #N/A.",
};

export const UNKNOWN: Text = {
  zh: "数据不够、还说不准时得 #N/A，错误提示里写明缺哪些列。层级或日期写错得 #VALUE!，提示里写明可以怎么写。",
  en: "Where the data leave it open the result is #N/A, and the error's message names the missing columns. A wrong tier or date gives #VALUE! with what to write instead.",
};

export const GENERAL: Text = {
  zh: "表里完全没有对应列的通用条件（如无重大违法）按符合处理；有列但没填的，算还不知道。",
  en: "A general condition without any column in the sheet (such as no serious offence) is taken as holding; a blank cell in a column that exists is not known.",
};

export const EMPTY_CELLS: Text = {
  zh: "请直接引用单元格区域。区域先被算成数组再传来时（例如用了 IF 或 FILTER），空单元格会变成0；分不清的0如果影响结果，得 #N/A；展开成表格的结果里当作空白。",
  en: "Refer to ranges directly. Where the spreadsheet computes an array first (with IF or FILTER, say) empty cells turn into 0; a 0 that cannot be told from an empty cell gives #N/A if it matters, and counts as blank in spilled tables.",
};

export const AID: Text = {
  zh: "结果只用于申报准备，认定以主管部门的决定为准。",
  en: "Results help to prepare an application. The authority's decision stands.",
};

export const SUBSIDY_AID: Text = {
  zh: "结果供测算和核对用，以社保经办机构和平台的规定为准。",
  en: "Results help to estimate and check. What the social-insurance office and the platform decide stands.",
};
