/** Whether what the XML manifest promises is in the build: pages, pictures, functions. */
import { z } from "zod";
import type { BuiltFiles } from "./built-files";
import { pngSize } from "./built-files";
import { addressesOf, originOf } from "./check-sense";
import { problem } from "./manifest-problem";
import type { ManifestProblem } from "./manifest-problem";
import type { Localized, XmlManifest } from "./read-xml-manifest";

/** Path of an address inside the build. */
const pathOf = (address: string): string => decodeURIComponent(new URL(address).pathname.slice(1));

const isAddress = (text: string): boolean => URL.canParse(text);

function missingFiles(manifest: XmlManifest, built: BuiltFiles): readonly ManifestProblem[] {
  return addressesOf(manifest).flatMap(({ where, value, overrides }) =>
    [value, ...overrides.values()]
      .filter((address) => isAddress(address) && built.read(pathOf(address)) === null)
      .map((address) =>
        problem(
          where,
          `${address} 在生成的页面里没有对应的文件。请先运行 npm run build，再看路径是否写对。`,
          `No built file answers ${address}. Run npm run build first, then see whether the path is right.`,
        ),
      ),
  );
}

function wrongPictures(manifest: XmlManifest, built: BuiltFiles): readonly ManifestProblem[] {
  const images = new Map(manifest.resources.map((resource) => [resource.id, resource]));
  const settings: readonly (readonly [Localized | undefined, number])[] = [
    [manifest.settings.get("IconUrl"), 32],
    [manifest.settings.get("HighResolutionIconUrl"), 64],
  ];
  const wanted = [
    ...manifest.references.flatMap(({ resid, size }) => (size === null ? [] : [[images.get(resid), size] as const])),
    ...settings,
  ];
  // The same icon stands on several buttons: one line is enough.
  const once = new Map(wanted.map((want) => [`${want[0]?.where ?? ""} ${want[1]}`, want]));
  return [...once.values()].flatMap(([image, size]) => {
    if (image === undefined || !isAddress(image.value)) return [];
    const bytes = built.read(pathOf(image.value));
    if (bytes === null) return [];
    const real = pngSize(bytes);
    if (real?.width === size && real.height === size) return [];
    return [
      problem(
        image.where,
        `${image.value} 应是 ${size}×${size} 像素的 PNG，实际是 ${real === null ? "别的格式" : `${real.width}×${real.height}`}。请运行 npm run icons。`,
        `${image.value} should be a PNG of ${size}×${size} pixels and is ${real === null ? "no PNG" : `${real.width}×${real.height}`}. Run npm run icons.`,
      ),
    ];
  });
}

const metadataSchema = z.object({
  functions: z.array(z.object({ id: z.string(), name: z.string(), helpUrl: z.string().optional() })).min(1),
});

function wrongFunctions(manifest: XmlManifest, built: BuiltFiles): readonly ManifestProblem[] {
  const metadata = manifest.resources.find(({ id }) => id === "Metadata.Url");
  if (metadata === undefined) return [];
  const problems: ManifestProblem[] = [];
  const lists = [metadata.value, ...metadata.overrides.values()].filter(isAddress).flatMap((address) => {
    const path = pathOf(address);
    const bytes = built.read(path);
    if (bytes === null) return [];
    const parsed = metadataSchema.safeParse(JSON.parse(new TextDecoder().decode(bytes)));
    if (parsed.success) return [{ path, functions: parsed.data.functions }];
    problems.push(
      problem(
        path,
        `不是函数清单：${z.prettifyError(parsed.error)}。请重新运行 npm run build。`,
        `It is no list of functions: ${z.prettifyError(parsed.error)}. Run npm run build again.`,
      ),
    );
    return [];
  });
  const namesOf = (list: (typeof lists)[number]): string =>
    list.functions.map(({ id, name }) => `${id}=${name}`).join(" ");
  const [first, ...others] = lists;
  if (first === undefined) return problems;
  for (const other of others.filter((list) => namesOf(list) !== namesOf(first))) {
    problems.push(
      problem(
        other.path,
        `函数和 ${first.path} 里的不一样，编号和名称各语言必须相同。请重新运行 npm run build。`,
        `Its functions differ from those of ${first.path}; ids and names are the same in every language. Run npm run build again.`,
      ),
    );
  }
  const script = manifest.references.find(({ parent }) => parent === "Script");
  const scriptUrl = manifest.resources.find(({ id }) => id === script?.resid)?.value ?? "";
  const code = isAddress(scriptUrl) ? built.read(pathOf(scriptUrl)) : null;
  const text = code === null ? null : new TextDecoder().decode(code);
  for (const { id, helpUrl } of first.functions) {
    // The id stands in the code as a text, whatever the minifier does to the names around it.
    if (text !== null && !text.includes(`"${id}"`)) {
      problems.push(
        problem(
          `${first.path}: ${id}`,
          `${pathOf(scriptUrl)} 里没有函数 ${id}，在 Excel 里会一直是 #BUSY!。请在 src/functions/records.ts 里登记，或从清单里去掉。`,
          `${pathOf(scriptUrl)} has no function ${id}; in Excel it would stay #BUSY!. List it in src/functions/records.ts or take it out of the metadata.`,
        ),
      );
    }
    if (helpUrl === undefined || !isAddress(helpUrl)) {
      problems.push(
        problem(
          `${first.path}: ${id}`,
          "没有帮助页地址（helpUrl）。",
          "The address of its help page (helpUrl) is missing.",
        ),
      );
    } else if (new URL(helpUrl).origin !== originOf(manifest) || built.read(pathOf(helpUrl)) === null) {
      problems.push(
        problem(
          `${first.path}: ${id}`,
          `帮助页 ${helpUrl} 不在 ${originOf(manifest)} 的生成页面里。`,
          `The help page ${helpUrl} is not among the built pages of ${originOf(manifest)}.`,
        ),
      );
    }
  }
  return problems;
}

function unansweredCommands(manifest: XmlManifest, built: BuiltFiles): readonly ManifestProblem[] {
  const scripts = ["taskpane.js", "functions.js"].map((path) => built.read(path)).filter((bytes) => bytes !== null);
  if (scripts.length === 0) return [];
  const code = scripts.map((bytes) => new TextDecoder().decode(bytes)).join("\n");
  return manifest.functionNames
    .filter((name) => !code.includes(`"${name}"`))
    .map((name) =>
      problem(
        "manifest.xml: FunctionName",
        `窗格的代码里没有 Office.actions.associate("${name}", …)，按钮点了没有反应。请在 src/pane 里关联它。`,
        `The pane's code has no Office.actions.associate("${name}", …), so the button would do nothing. Associate it in src/pane.`,
      ),
    );
}

/** Everything the manifest promises that the build does not hold. */
export const checkBuild = (manifest: XmlManifest, built: BuiltFiles): readonly ManifestProblem[] => [
  ...missingFiles(manifest, built),
  ...wrongPictures(manifest, built),
  ...wrongFunctions(manifest, built),
  ...unansweredCommands(manifest, built),
];
