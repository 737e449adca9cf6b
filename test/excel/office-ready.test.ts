import { associateCommands } from "../../src/excel/commands";
import { supportsSet } from "../../src/excel/connection";
import { connectExcel } from "../../src/excel/connect";
import { whenOfficeReady } from "../../src/excel/office-ready";
import { troubleOf } from "./connected";

afterEach(() => {
  Reflect.deleteProperty(globalThis, "Office");
});

interface MadeUpOffice {
  readonly host?: string | null;
  readonly theme?: object;
  readonly never?: boolean;
  readonly has?: (name: string, version: string) => boolean;
}

/** The global as Office.js makes it, as far as it is asked here. */
function office({ host = "Excel", theme, never = false, has = () => true }: MadeUpOffice = {}) {
  const calls: string[] = [];
  const actions = new Map<string, (event?: unknown) => void>();
  const made = {
    onReady: () => (never ? new Promise(() => undefined) : Promise.resolve({ host, platform: "OfficeOnline" })),
    context: {
      displayLanguage: "zh-CN",
      platform: "OfficeOnline",
      officeTheme: theme,
      requirements: { isSetSupported: has },
    },
    actions: { associate: (id: string, run: (event?: unknown) => void) => actions.set(id, run) },
    addin: {
      showAsTaskpane: () => {
        calls.push("shown");
        return Promise.resolve();
      },
    },
  };
  Object.assign(globalThis, { Office: made });
  return { calls, actions };
}

test("tells language, platform and colours as plain data", async () => {
  office({
    theme: {
      bodyBackgroundColor: "#262626",
      bodyForegroundColor: "#FFFFFF",
      controlBackgroundColor: "#363636",
      controlForegroundColor: "#FFFFFF",
    },
  });
  expect(await whenOfficeReady()).toEqual({
    language: "zh-CN",
    platform: "OfficeOnline",
    theme: {
      background: "#262626",
      text: "#FFFFFF",
      controlBackground: "#363636",
      controlText: "#FFFFFF",
      dark: true,
    },
  });
});

test("does without a theme where Excel tells none", async () => {
  office();
  expect((await whenOfficeReady()).theme).toBeNull();
});

test.each([
  ["Office.js did not load", () => undefined, "没有加载出来"],
  ["Office.js never answers", () => office({ never: true }), "没有加载出来"],
  ["the page is open in a browser tab", () => office({ host: null }), "要在 Excel 的窗格里打开"],
])("says what to do when %s", async (_, arrange, words) => {
  arrange();
  const trouble = await troubleOf(whenOfficeReady(10));
  expect([trouble.kind, trouble.text.zh]).toEqual(["unreachable", expect.stringContaining(words)]);
});

test("names what an old Excel lacks, and asks nothing of the workbench", async () => {
  office({ has: (name) => name !== "SharedRuntime" });
  expect(await connectExcel().support()).toEqual({
    enough: false,
    missing: ["SharedRuntime 1.1"],
    platform: "OfficeOnline",
  });
  expect(supportsSet("ExcelApi", "1.9")).toBe(true);
  expect((await connectExcel({}).support()).enough).toBe(true);
});

test("the ribbon's button shows the pane, scores, and is released afterwards", async () => {
  const { calls, actions } = office();
  const done = new Promise<void>((resolve) => {
    associateCommands({
      scoreActiveSheet: () => {
        calls.push("scored");
        return Promise.resolve();
      },
      diagnoseCurrentRow: () => Promise.reject(new Error("another button was pressed")),
      checkWorkbook: () => Promise.reject(new Error("another button was pressed")),
    });
    actions.get("scoreActiveSheet")?.({ completed: resolve });
  });
  await done;
  expect(calls).toEqual(["shown", "scored"]);
});
