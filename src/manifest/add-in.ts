/**
 * What Excel is told of the add-in, once: both manifests are written from here and checked against it.
 * Safe for a browser: nothing here touches a file.
 */
import project from "../../package.json";
import type { Text } from "../words/text";

/** The languages of every text: Chinese is the default, English its override. */
export const LOCALES = { default: "zh-CN", other: "en-US" } as const;

/** Where `npm run dev:excel` serves, and where the committed manifest.xml points. */
export const DEVELOPMENT_ORIGIN = "https://localhost:3000";

/** One need of a newer Excel, such as ExcelApi 1.9. */
export interface RequirementSet {
  readonly name: string;
  readonly version: string;
}

/** A button on the ribbon. */
export interface Command {
  readonly id: string;
  readonly label: Text;
  readonly tip: Text;
  /** Opens the pane, or calls a function that the pane's code has associated by this name. */
  readonly does: { readonly opens: "pane" } | { readonly calls: string };
}

export interface AddIn {
  /** Never changes: Excel keeps settings and installed copies by it. */
  readonly id: string;
  /** Four parts, from package.json. */
  readonly version: string;
  readonly provider: string;
  readonly name: Text;
  readonly shortDescription: Text;
  readonly description: Text;
  readonly welcome: { readonly title: Text; readonly text: Text };
  /** Namespace of the custom functions, the same in every language. */
  readonly namespace: string;
  readonly requirements: readonly RequirementSet[];
  readonly tab: { readonly id: string; readonly label: Text };
  readonly group: { readonly id: string; readonly label: Text };
  readonly commands: readonly Command[];
  /** Files on the one origin. */
  readonly paths: {
    readonly pane: string;
    readonly functions: string;
    readonly metadata: Text;
    readonly about: string;
    readonly privacy: string;
    readonly terms: string;
  };
  /** Sizes in pixels of the ribbon's icons; each is icons/icon-SIZE.png. */
  readonly iconSizes: readonly number[];
  readonly accent: string;
}

export const ADD_IN: AddIn = {
  id: "6f1d0c52-9a6e-4e0b-8a5f-2d7c3b9e4a10",
  version: `${project.version}.0`,
  provider: "ZJTX Scorecard",
  name: { zh: "专精特新评分", en: "ZJTX Scorecard" },
  shortDescription: {
    zh: "对照优质中小企业梯度培育的认定标准，给表里的企业逐家打分。",
    en: "Scores the enterprises in a sheet against China's ladder of quality enterprises.",
  },
  description: {
    zh: "对照创新型中小企业、专精特新中小企业、专精特新“小巨人”等认定标准，给表里的企业逐家打分：到了哪一级、差什么、差多少、怎么补，每个数都注明出自哪份文件第几条。企业数据不离开本机。结果只用于申报准备，认定以主管部门的决定为准。",
    en: "Scores enterprises against China's ladder, from innovative SME to “little giant”: the rung reached, what is missing and by how much, every number with its clause. Data never leave your computer. An aid to preparation: the authority's decision stands.",
  },
  welcome: {
    title: { zh: "专精特新评分已装好", en: "ZJTX Scorecard is installed" },
    text: {
      zh: "打开企业名单，在“专精特新”选项卡点“给这张表打分”；也可以在单元格里输入 =ZJTX. 选用函数。",
      en: "Open a list of enterprises and choose Score this sheet on the ZJTX tab, or type =ZJTX. in a cell to pick a function.",
    },
  },
  namespace: "ZJTX",
  requirements: [
    { name: "SharedRuntime", version: "1.1" },
    { name: "CustomFunctionsRuntime", version: "1.2" },
    { name: "ExcelApi", version: "1.9" },
  ],
  tab: { id: "ZJTX.Tab", label: { zh: "专精特新", en: "ZJTX" } },
  group: { id: "ZJTX.Scoring", label: { zh: "评分", en: "Scoring" } },
  commands: [
    {
      id: "ZJTX.OpenPane",
      label: { zh: "打开评分窗格", en: "Open the pane" },
      tip: {
        zh: "在右侧打开评分窗格：对列、打分、看差距、查标准。",
        en: "Opens the pane beside the sheet: match columns, score, see the gaps, read the criteria.",
      },
      does: { opens: "pane" },
    },
    {
      id: "ZJTX.ScoreSheet",
      label: { zh: "给这张表打分", en: "Score this sheet" },
      tip: {
        zh: "给当前工作表里的企业逐家打分，结果写进新的工作表，原来的单元格不改动。",
        en: "Scores every enterprise in the active sheet and writes the results to a new sheet; your cells stay as they are.",
      },
      does: { calls: "scoreActiveSheet" },
    },
    {
      id: "ZJTX.DiagnoseRow",
      label: { zh: "诊断当前企业", en: "Diagnose this row" },
      tip: {
        zh: "在窗格里看当前行的企业在哪一级、差什么、最少改哪几项，可以写成长方案。",
        en: "Shows where the enterprise of the current row stands, what is missing and the smallest change, and writes its growth plan.",
      },
      does: { calls: "diagnoseCurrentRow" },
    },
    {
      id: "ZJTX.CheckWorkbook",
      label: { zh: "检查这个工作簿", en: "Check this workbook" },
      tip: {
        zh: "核对评过分的工作簿：输入、结果、标准在评分之后改过没有，哪里改的。",
        en: "Checks a scored workbook: whether input, results or rules changed since, and where.",
      },
      does: { calls: "checkWorkbook" },
    },
  ],
  paths: {
    pane: "taskpane.html",
    functions: "functions.js",
    metadata: { zh: "functions-zh-CN.json", en: "functions.json" },
    about: "about.html",
    privacy: "about.html#privacy",
    terms: "about.html#terms",
  },
  iconSizes: [16, 20, 24, 32, 40, 48, 64, 80],
  accent: "#0F6CBD",
};

/** Address of an icon on the origin. */
export const iconPath = (size: number): string => `icons/icon-${size}.png`;

/** An address that pages can't be served from. */
export class WrongOrigin extends Error {
  override readonly name = "WrongOrigin";
  constructor(readonly text: Text) {
    super(`${text.zh}\n${text.en}`);
  }
}

/**
 * The origin as the manifests want it: https, no path, no slash at the end.
 * Throws an Error that says what to write for anything else.
 */
export function parseOrigin(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (
    url?.protocol !== "https:" ||
    url.pathname !== "/" ||
    url.search !== "" ||
    url.hash !== "" ||
    url.username !== ""
  ) {
    throw new WrongOrigin({
      zh: `“${text}”不能作为加载项的网址：请写 https:// 开头、只到域名和端口的地址，例如 https://zjtx.example.cn。`,
      en: `"${text}" cannot be the add-in's origin: give https:// with the domain and port alone, such as https://zjtx.example.cn.`,
    });
  }
  return url.origin;
}
