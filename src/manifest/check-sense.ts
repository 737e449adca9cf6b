/** What no schema says of the XML manifest: references, addresses, texts, languages, identity. Limits from https://learn.microsoft.com/javascript/api/manifest */
import { ADD_IN, LOCALES } from "./add-in";
import type { AddIn } from "./add-in";
import { problem } from "./manifest-problem";
import type { ManifestProblem } from "./manifest-problem";
import type { Localized, Reference, ResourceKind, XmlManifest } from "./read-xml-manifest";

const MAX_SHORT = 125;
const MAX_LONG = 250;
const MAX_ID = 32;
const MAX_URL = 2048;
/** Excel refuses a ribbon icon without these (https://learn.microsoft.com/javascript/api/manifest/icon). */
const NEEDED_ICONS = [16, 32, 80];

const KINDS: Readonly<Record<string, ResourceKind>> = {
  SourceLocation: "Url",
  FunctionFile: "Url",
  LearnMoreUrl: "Url",
  Runtime: "Url",
  Label: "ShortString",
  Title: "ShortString",
  Namespace: "ShortString",
  Description: "LongString",
  Image: "Image",
};

type Check = (manifest: XmlManifest, addIn: AddIn) => readonly ManifestProblem[];

const identity: Check = (manifest, addIn) => [
  ...(manifest.id === addIn.id
    ? []
    : [
        problem(
          "manifest.xml: Id",
          `写的是 ${manifest.id}，加载项的编号永远是 ${addIn.id}：换了它，Excel 就当作另一个加载项，用户存下的设置也找不到。请改回来。`,
          `It reads ${manifest.id}; the add-in's id is ${addIn.id} for ever: with another one Excel takes it for another add-in and loses kept settings. Put it back.`,
        ),
      ]),
  ...(manifest.version === addIn.version && /^\d+(\.\d+){3}$/.test(manifest.version)
    ? []
    : [
        problem(
          "manifest.xml: Version",
          `写的是 ${manifest.version}，按 package.json 应是四段的 ${addIn.version}。请运行 npm run manifest。`,
          `It reads ${manifest.version}; by package.json it is ${addIn.version}, in four parts. Run npm run manifest.`,
        ),
      ]),
  ...(manifest.defaultLocale === LOCALES.default
    ? []
    : [
        problem(
          "manifest.xml: DefaultLocale",
          `写的是 ${manifest.defaultLocale}，默认文字是中文，应是 ${LOCALES.default}。`,
          `It reads ${manifest.defaultLocale}; the default texts are Chinese: ${LOCALES.default}.`,
        ),
      ]),
];

const references: Check = ({ references, resources }) => {
  const byId = new Map(resources.map((resource) => [resource.id, resource]));
  const wrong = references.flatMap((reference) => {
    const found = byId.get(reference.resid);
    const kind = KINDS[reference.element];
    if (found === undefined) {
      return [
        problem(
          reference.where,
          `引用的资源 ${reference.resid} 不存在。请在 Resources 里加上，或改成已有的编号。`,
          `It refers to the resource ${reference.resid}, which does not exist. Add it to Resources or use an id that is there.`,
        ),
      ];
    }
    if (kind === undefined || found.kind === kind) return [];
    return [
      problem(
        reference.where,
        `引用的 ${reference.resid} 是 ${found.kind}，这里要 ${kind}。请引用另一个资源。`,
        `It refers to ${reference.resid}, a ${found.kind}; a ${kind} belongs here. Refer to another resource.`,
      ),
    ];
  });
  const used = new Set(references.map(({ resid }) => resid));
  const unused = resources
    .filter(({ id }) => !used.has(id))
    .map(({ where, id }) =>
      problem(
        where,
        `没有地方用到资源 ${id}。请删掉，或用上它。`,
        `Nothing uses the resource ${id}. Remove or use it.`,
      ),
    );
  const ids = resources.map(({ id }) => id);
  const repeated = resources
    .filter(({ id }, index) => ids.indexOf(id) !== index)
    .map(({ where, id }) =>
      problem(
        where,
        `资源编号 ${id} 用了不止一次。请换一个。`,
        `The resource id ${id} is used more than once. Choose another.`,
      ),
    );
  const long = resources
    .filter(({ id }) => id.length > MAX_ID)
    .map(({ where, id }) =>
      problem(
        where,
        `资源编号 ${id} 有 ${id.length} 个字符，最多 ${MAX_ID} 个。请改短。`,
        `The resource id ${id} has ${id.length} characters, at most ${MAX_ID} are allowed. Shorten it.`,
      ),
    );
  return [...wrong, ...unused, ...repeated, ...long];
};

const values = ({ value, overrides }: Localized): readonly string[] => [value, ...overrides.values()];

/** The addresses of a manifest: every setting and resource that holds one. */
export function addressesOf(manifest: XmlManifest): readonly Localized[] {
  const settings = [...manifest.settings].filter(([name]) => name.endsWith("Url") || name === "SourceLocation");
  return [
    ...settings.map(([, setting]) => setting),
    ...manifest.resources.filter(({ kind }) => kind === "Url" || kind === "Image"),
  ];
}

/** The one origin: that of the first AppDomain. */
export const originOf = ({ domains }: XmlManifest): string => domains[0] ?? "";

const addresses: Check = (manifest) => {
  const origin = originOf(manifest);
  const outside = addressesOf(manifest).flatMap((address) =>
    values(address)
      .filter((value) => !value.startsWith("https://") || !value.startsWith(`${origin}/`) || value.length > MAX_URL)
      .map((value) =>
        problem(
          address.where,
          `地址 ${value} 不在 ${origin} 上。加载项的所有地址都要是 https、同一个域名。请改 src/manifest/add-in.ts 或重新运行 npm run manifest。`,
          `The address ${value} is not on ${origin}. All addresses of the add-in are https and on one origin. Change src/manifest/add-in.ts or run npm run manifest again.`,
        ),
      ),
  );
  if (manifest.domains.length === 1 && origin.startsWith("https://")) return outside;
  return [
    ...outside,
    problem(
      "manifest.xml: AppDomains",
      `写了 ${manifest.domains.join("、") || "空"}，只能有一个 https 域名。`,
      `It lists ${manifest.domains.join(", ") || "nothing"}; there is one https origin alone.`,
    ),
  ];
};

const limits: Check = (manifest) => {
  const limited = [
    ...manifest.resources.flatMap((resource) =>
      resource.kind === "ShortString"
        ? [{ text: resource, most: MAX_SHORT }]
        : resource.kind === "LongString"
          ? [{ text: resource, most: MAX_LONG }]
          : [],
    ),
    ...[...manifest.settings].flatMap(([name, text]) =>
      name === "DisplayName" ? [{ text, most: MAX_SHORT }] : name === "Description" ? [{ text, most: MAX_LONG }] : [],
    ),
  ];
  return limited.flatMap(({ text, most }) =>
    values(text)
      .filter((value) => value.trim() === "" || value.length > most)
      .map((value) =>
        problem(
          text.where,
          `文字有 ${value.length} 个字符，要有 1 到 ${most} 个：“${value.slice(0, 20)}…”。请改 src/manifest/add-in.ts。`,
          `The text has ${value.length} characters; it takes 1 to ${most}: "${value.slice(0, 20)}…". Change src/manifest/add-in.ts.`,
        ),
      ),
  );
};

const CHINESE = /\p{Script=Han}/u;

const languages: Check = (manifest, addIn) => {
  const texts: readonly Localized[] = [
    ...[...manifest.settings].filter(([name]) => ["DisplayName", "Description"].includes(name)).map(([, text]) => text),
    ...manifest.resources.filter(({ kind, value }) => kind.endsWith("String") && value !== addIn.namespace),
    ...manifest.resources.filter(({ id }) => id.startsWith("Metadata")),
  ];
  return texts.flatMap((text) => {
    const english = text.overrides.get(LOCALES.other);
    if (english === undefined) {
      return [
        problem(
          text.where,
          `缺 ${LOCALES.other} 的文字。请在 src/manifest/add-in.ts 里补上 en。`,
          `The ${LOCALES.other} text is missing. Give it as en in src/manifest/add-in.ts.`,
        ),
      ];
    }
    const swapped = CHINESE.test(english) || (!text.value.startsWith("https://") && !CHINESE.test(text.value));
    if (!swapped) return [];
    return [
      problem(
        text.where,
        `中英文放反了或没有翻译：默认“${text.value}”，英文“${english}”。请改 src/manifest/add-in.ts。`,
        `The languages are swapped or one is not translated: default "${text.value}", English "${english}". Change src/manifest/add-in.ts.`,
      ),
    ];
  });
};

/** With a shared runtime everything must name the same page, or Excel starts a second runtime without our state. */
const runtime: Check = (manifest) => {
  const pageOf = (wanted: (reference: Reference) => boolean): readonly Reference[] =>
    manifest.references.filter(wanted);
  const pages = pageOf(
    ({ element, parent }) =>
      element === "Runtime" ||
      element === "FunctionFile" ||
      (element === "SourceLocation" && (parent === "Page" || parent === "Action")),
  );
  const [first] = pages;
  const different = pages
    .filter(({ resid }) => resid !== first?.resid)
    .map(({ where, resid }) =>
      problem(
        where,
        `指向 ${resid}，而运行时是 ${first?.resid ?? ""}。共享运行时里都要指向同一个页面。`,
        `It names ${resid} while the runtime is ${first?.resid ?? ""}. In a shared runtime all name one page.`,
      ),
    );
  if (manifest.lifetime === "long") return different;
  return [
    ...different,
    problem(
      "manifest.xml: Runtimes/Runtime",
      "lifetime 不是 long：关掉窗格，函数就停了。请写 long。",
      "lifetime is not long: functions would stop when the pane closes. Write long.",
    ),
  ];
};

const commands: Check = (manifest, addIn) => {
  const known = addIn.commands.flatMap(({ does }) => ("calls" in does ? [does.calls] : []));
  return manifest.functionNames
    .filter((name) => !known.includes(name))
    .map((name) =>
      problem(
        "manifest.xml: FunctionName",
        `按钮调用 ${name}，但没有这个命令（有：${known.join("、")}）。请改 src/manifest/add-in.ts。`,
        `A button calls ${name}, and there is no such command (there are: ${known.join(", ")}). Change src/manifest/add-in.ts.`,
      ),
    );
};

const icons: Check = ({ references }) => {
  const pictures = references.filter(({ size }) => size !== null);
  const places = new Set(pictures.map(({ where }) => where));
  return [...places].flatMap((where) =>
    NEEDED_ICONS.filter((size) => !pictures.some((one) => one.where === where && one.size === size)).map((size) =>
      problem(
        where,
        `缺 ${size} 像素的图标。请在 src/manifest/add-in.ts 的 iconSizes 里加上。`,
        `The icon of ${size} pixels is missing. Add it to iconSizes in src/manifest/add-in.ts.`,
      ),
    ),
  );
};

const CHECKS: readonly Check[] = [identity, references, addresses, limits, languages, runtime, commands, icons];

/** Everything that is wrong with the manifest by itself. */
export const checkSense = (manifest: XmlManifest, addIn: AddIn = ADD_IN): readonly ManifestProblem[] =>
  CHECKS.flatMap((check) => check(manifest, addIn));
