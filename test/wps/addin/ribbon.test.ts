import { ADD_IN } from "../../../src/manifest/add-in";
import { controlId } from "../../../src/wps/add-in";
import { isRibbonApplication, LeftCommands, ribbonCallbacks } from "../../../src/wps/addin/ribbon";

/** What WPS does for a ribbon. */
class Ribbon {
  readonly kept = new Map<string, unknown>();
  readonly made: { readonly ID: number; readonly url: string; Visible: boolean }[] = [];
  ActiveWorkbook: { FullName: string } | null = { FullName: "C:\\名单.xlsx" };
  readonly PluginStorage = {
    getItem: (key: string) => this.kept.get(key),
    setItem: (key: string, value: string | number) => void this.kept.set(key, value),
  };
  CreateTaskPane = (url: string) => {
    const pane = { ID: this.made.length + 1, url, Visible: false };
    this.made.push(pane);
    return pane;
  };
  GetTaskPane = (id: number) => this.made.find(({ ID }) => ID === id) ?? null;
}

const ribbonOf = (wps: Ribbon) => ribbonCallbacks(() => wps, "https://zjtx.example.cn/wps/index.html");
const button = (id: string) => ({ Id: controlId(id) });

test("the first button makes the pane beside the sheet and every later one shows it again", () => {
  const wps = new Ribbon();
  const { OnAction } = ribbonOf(wps);
  expect(OnAction(button("ZJTX.OpenPane"))).toBe(true);
  expect(wps.made).toEqual([{ ID: 1, url: "https://zjtx.example.cn/wps/taskpane.html", Visible: true }]);
  const [pane] = wps.made;
  if (pane) pane.Visible = false;
  OnAction(button("ZJTX.ScoreSheet"));
  expect(wps.made).toHaveLength(1);
  expect(pane?.Visible).toBe(true);
});

test("each workbook has a pane of its own, and a command reaches the one it was given beside", () => {
  const wps = new Ribbon();
  const { OnAction } = ribbonOf(wps);
  OnAction(button("ZJTX.OpenPane"));
  wps.ActiveWorkbook = { FullName: "C:\\另一张.xlsx" };
  OnAction(button("ZJTX.ScoreSheet"));
  expect(wps.made.map(({ ID }) => ID)).toEqual([1, 2]);
  expect(new LeftCommands(wps.PluginStorage, () => "C:\\名单.xlsx").take()).toBeNull();
  expect(new LeftCommands(wps.PluginStorage, () => "C:\\另一张.xlsx").take()).toBe("scoreActiveSheet");
  wps.ActiveWorkbook = null;
  expect(OnAction(button("ZJTX.OpenPane"))).toBe(true);
});

test("a pane that WPS has forgotten with its window is made anew", () => {
  const wps = new Ribbon();
  ribbonOf(wps).OnAction(button("ZJTX.OpenPane"));
  wps.made.length = 0;
  ribbonOf(wps).OnAction(button("ZJTX.OpenPane"));
  expect(wps.made).toHaveLength(1);
});

test("each command reaches the pane once, one from before the pane was there too, and the same again as a new one", () => {
  const wps = new Ribbon();
  const { OnAction } = ribbonOf(wps);
  OnAction(button("ZJTX.ScoreSheet"));
  const book = () => wps.ActiveWorkbook?.FullName ?? "";
  const left = new LeftCommands(wps.PluginStorage, book);
  expect([left.take(), left.take()]).toEqual(["scoreActiveSheet", null]);
  OnAction(button("ZJTX.ScoreSheet"));
  expect([left.take(), left.take()]).toEqual(["scoreActiveSheet", null]);
  OnAction(button("ZJTX.OpenPane"));
  expect(left.take()).toBeNull();
  OnAction(button("ZJTX.CheckWorkbook"));
  expect([left.take(), left.take()]).toEqual(["checkWorkbook", null]);
  // A pane opened later does not repeat what another has done.
  expect(new LeftCommands(wps.PluginStorage, book).take()).toBeNull();
});

test("every callback returns at once, and knows all our buttons and no other", () => {
  const callbacks = ribbonOf(new Ribbon());
  expect(callbacks.OnAddinLoad()).toBe(true);
  for (const { id } of ADD_IN.commands) {
    expect(callbacks.OnAction(button(id))).toBe(true);
    expect(callbacks.GetImage(button(id))).toBe("icons/icon-32.png");
  }
  expect(callbacks.OnAction({ Id: "other" })).toBe(false);
});

test("a page outside WPS has no ribbon", () => {
  expect(isRibbonApplication(null)).toBe(false);
  expect(isRibbonApplication({})).toBe(false);
  expect(isRibbonApplication(new Ribbon())).toBe(true);
});
