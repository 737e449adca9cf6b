/** Waits for Office on the page inside Excel, and says what the page should look like there. */
import type { Text } from "../words/text";
import { ExcelTrouble, type TroubleKind } from "./host";

export interface OfficeSurroundings {
  /** Of Excel's own menus, such as "zh-CN". */
  readonly language: string;
  readonly platform: string;
  /** Null where Excel does not tell (Excel on the web in some versions). Colours are `#RRGGBB`. */
  readonly theme: OfficeColours | null;
}

export interface OfficeColours {
  readonly background: string;
  readonly text: string;
  readonly controlBackground: string;
  readonly controlText: string;
  readonly dark: boolean;
}

/** Office.js comes over the network; on a slow one it takes seconds, and one that is cut off never answers. */
const LONGEST_WAIT_MS = 20_000;

/** @throws ExcelTrouble of kind "unreachable" where Office.js did not load or the page is not inside Excel */
export async function whenOfficeReady(longestWait = LONGEST_WAIT_MS): Promise<OfficeSurroundings> {
  if (typeof Office === "undefined") throw notLoaded();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLong = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(notLoaded()), longestWait);
  });
  try {
    // In a browser tab of its own the host is null, whatever the types say.
    const ready: { host: unknown } = await Promise.race([Office.onReady(), tooLong]);
    if (ready.host !== "Excel") throw notInExcel();
  } finally {
    clearTimeout(timer);
  }
  const { displayLanguage, platform } = Office.context;
  return { language: displayLanguage, platform: String(platform), theme: currentTheme() };
}

/** Calls `listener` whenever the user changes Office's theme, in the Excels that tell. */
export function onOfficeTheme(listener: (theme: OfficeColours) => void): void {
  const { document } = Office.context;
  document.addHandlerAsync(Office.EventType.OfficeThemeChanged, () => {
    const theme = currentTheme();
    if (theme !== null) listener(theme);
  });
}

function currentTheme(): OfficeColours | null {
  const { context }: { context: { officeTheme?: Partial<Office.OfficeTheme> } } = Office;
  const theme = context.officeTheme ?? {};
  const { bodyBackgroundColor: background, bodyForegroundColor: text } = theme;
  if (background === undefined || text === undefined) return null;
  return {
    background,
    text,
    controlBackground: theme.controlBackgroundColor ?? background,
    controlText: theme.controlForegroundColor ?? text,
    dark: theme.isDarkTheme ?? isDark(background),
  };
}

/** Older Excels give the colours alone. */
function isDark(colour: string): boolean {
  const [red = 255, green = 255, blue = 255] = (/[0-9a-f]{6}/i.exec(colour)?.[0].match(/../g) ?? []).map((part) =>
    parseInt(part, 16),
  );
  return red * 0.299 + green * 0.587 + blue * 0.114 < 128;
}

function unreachable(text: Text): ExcelTrouble {
  const kind: TroubleKind = "unreachable";
  return new ExcelTrouble(kind, text);
}

function notLoaded(): ExcelTrouble {
  return unreachable({
    zh: "没有连上 Office：Office.js 没有加载出来。请检查网络或代理，关掉窗格再打开；内网使用请让管理员换成自带 Office.js 的安装包。",
    en: "Office can't be reached: Office.js did not load. Please check the network or proxy, then close and open the pane. On a closed network, ask for the package that brings Office.js with it.",
  });
}

function notInExcel(): ExcelTrouble {
  return unreachable({
    zh: "这一页要在 Excel 的窗格里打开。请在 Excel 的“专精特新”选项卡上点“打开评分窗格”。",
    en: "This page belongs in Excel. Please open it with the button on Excel's 专精特新 tab.",
  });
}
