/** The help pages: one plain page a function, Chinese above English, and an index. They run no script and load nothing but their style. */
import type { Text } from "../words/text";
import type { FunctionParameter, FunctionRecord } from "./function-record";

/** Path below the help folder -> content. */
export type HelpFiles = ReadonlyMap<string, string>;

const STYLE = `:root { color-scheme: light dark; font-family: "Segoe UI", "Microsoft YaHei UI", "PingFang SC", system-ui, sans-serif; line-height: 1.6; }
body { max-width: 46rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; }
h1 { font-size: 1.5rem; overflow-wrap: anywhere; }
h2 { font-size: 1.1rem; margin-top: 2rem; }
code { font-family: Consolas, "Cascadia Mono", monospace; overflow-wrap: anywhere; }
table { border-collapse: collapse; width: 100%; }
th, td { border: 1px solid #8888; padding: 0.35rem 0.6rem; text-align: left; vertical-align: top; }
section[lang="en"] { border-top: 1px solid #8888; margin-top: 3rem; }
`;

const LABELS = {
  parameters: { zh: "参数", en: "Arguments" },
  examples: { zh: "例子", en: "Examples" },
  notes: { zh: "说明", en: "Notes" },
  optional: { zh: "可不填", en: "optional" },
  all: { zh: "全部函数", en: "All functions" },
  index: { zh: "专精特新评分：公式函数", en: "ZJTX Scorecard: functions" },
} as const satisfies Readonly<Record<string, Text>>;

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}

function page(title: string, body: string): string {
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self'">
<title>${escaped(title)}</title>
<link rel="stylesheet" href="help.css">
</head>
<body>
${body}
</body>
</html>
`;
}

/** `ZJTX.TIER(表头, 数据, [基准日])` */
export function syntaxOf(record: FunctionRecord, namespace: string, language: keyof Text): string {
  const names = record.parameters.map(({ name, optional }) => (optional ? `[${name[language]}]` : name[language]));
  return `${namespace}.${record.name}(${names.join(", ")})`;
}

function parameterRow({ name, description, optional }: FunctionParameter, language: keyof Text): string {
  const mark = optional ? ` (${LABELS.optional[language]})` : "";
  return `<tr><th scope="row">${escaped(name[language])}${mark}</th><td>${escaped(description[language])}</td></tr>`;
}

function section(record: FunctionRecord, namespace: string, language: keyof Text): string {
  const level = (label: Text): string => `<h2>${label[language]}</h2>`;
  return [
    `<section lang="${language === "zh" ? "zh-CN" : "en"}">`,
    `<p>${escaped(record.description[language])}</p>`,
    `<p><code>=${escaped(syntaxOf(record, namespace, language))}</code></p>`,
    level(LABELS.parameters),
    `<table>${record.parameters.map((parameter) => parameterRow(parameter, language)).join("\n")}</table>`,
    level(LABELS.examples),
    `<table>${record.examples
      .map(
        ({ formula, shows }) =>
          `<tr><td><code>${escaped(formula)}</code></td><td>${escaped(shows[language])}</td></tr>`,
      )
      .join("\n")}</table>`,
    level(LABELS.notes),
    ...record.help.map((text) => `<p>${escaped(text[language])}</p>`),
    `<p><a href="index.html">${LABELS.all[language]}</a></p>`,
    "</section>",
  ].join("\n");
}

function index(records: readonly FunctionRecord[], namespace: string): string {
  const list = (language: keyof Text): string =>
    `<section lang="${language === "zh" ? "zh-CN" : "en"}"><h2>${LABELS.index[language]}</h2><table>${records
      .map(
        ({ name, description }) =>
          `<tr><th scope="row"><a href="${name}.html">${namespace}.${name}</a></th><td>${escaped(description[language])}</td></tr>`,
      )
      .join("\n")}</table></section>`;
  return page(LABELS.index.zh, `<h1>${LABELS.index.zh}</h1>\n${list("zh")}\n${list("en")}`);
}

export function helpPages(records: readonly FunctionRecord[], namespace: string): HelpFiles {
  const files = new Map([
    ["help.css", STYLE],
    ["index.html", index(records, namespace)],
  ]);
  for (const record of records) {
    const name = `${namespace}.${record.name}`;
    const body = [`<h1>${name}</h1>`, section(record, namespace, "zh"), section(record, namespace, "en")].join("\n");
    files.set(`${record.name}.html`, page(name, body));
  }
  return files;
}
