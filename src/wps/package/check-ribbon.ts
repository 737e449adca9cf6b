/** Whether the ribbon shows our commands and its buttons do something. */
import { ADD_IN, iconPath } from "../../manifest/add-in";
import { pngSize, type BuiltFiles } from "../../manifest/built-files";
import { problem, type ManifestProblem } from "../../manifest/manifest-problem";
import { BUTTON_ICON, CALLBACKS, controlId, WPS_FILES } from "../add-in";
import { elementsOf, notXml, type Problems, type Texts } from "./built-texts";

export function wrongRibbon(texts: Texts, files: BuiltFiles): Problems {
  const xml = texts.of(WPS_FILES.ribbon);
  if (xml === null) return [];
  const where = WPS_FILES.ribbon;
  const root = elementsOf(xml)?.documentElement;
  if (root?.tagName !== "customUI") return [notXml(where)];
  const problems: ManifestProblem[] = [];
  if (!xml.startsWith("<customUI")) {
    problems.push(
      problem(
        where,
        "要以 <customUI 开头，前面不能有 XML 声明或空白，否则 WPS 的安装页说它无效。",
        "It must begin with <customUI, without a declaration or a blank before it, or WPS's publish service calls it invalid.",
      ),
    );
  }
  const buttons = [...root.querySelectorAll("tab > group > button")];
  const ids = buttons.map((button) => button.getAttribute("id"));
  const wanted = ADD_IN.commands.map(({ id }) => controlId(id));
  if (ids.join() !== wanted.join()) {
    problems.push(
      problem(
        where,
        `按钮是 ${ids.join("、")}，应是 ${wanted.join("、")}。`,
        `Its buttons are ${ids.join(", ")} and should be ${wanted.join(", ")}.`,
      ),
    );
  }
  for (const [index, { label }] of ADD_IN.commands.entries()) {
    const shown = buttons[index]?.getAttribute("label") ?? null;
    if (shown !== null && shown !== label.zh)
      problems.push(
        problem(
          `${where}: ${ids[index] ?? ""}`,
          `写的是“${shown}”，应是“${label.zh}”。`,
          `It reads "${shown}" and should read "${label.zh}".`,
        ),
      );
  }
  const code = texts.of(WPS_FILES.addInScript) ?? "";
  const named = new Set(
    [root, ...root.querySelectorAll("*")].flatMap((one) =>
      ["onLoad", "onAction", "getImage"].flatMap((name) => one.getAttribute(name) ?? []),
    ),
  );
  const known = [CALLBACKS.load, CALLBACKS.action, CALLBACKS.image].map((name) => `${CALLBACKS.object}.${name}`);
  for (const name of new Set([...named, ...known])) {
    const last = name.split(".").at(-1) ?? name;
    if (named.has(name) && known.includes(name) && code.includes(last)) continue;
    problems.push(
      problem(
        `${where}: ${name}`,
        `选项卡要调用它，${WPS_FILES.addInScript} 里却没有，或者选项卡没有用到它：按钮点了没有反应。`,
        `The ribbon and ${WPS_FILES.addInScript} do not agree on it: the button would do nothing.`,
      ),
    );
  }
  const icon = files.read(iconPath(BUTTON_ICON));
  const size = icon === null ? null : pngSize(icon);
  if (size?.width !== BUTTON_ICON) {
    problems.push(
      problem(
        iconPath(BUTTON_ICON),
        `按钮的图标应是 ${BUTTON_ICON}×${BUTTON_ICON} 的 PNG。请运行 npm run icons。`,
        `The buttons' icon should be a PNG of ${BUTTON_ICON}×${BUTTON_ICON} pixels. Run npm run icons.`,
      ),
    );
  }
  return problems;
}
