/** `npm run check:manifest`: everything that can be known of the manifests without Excel and without a network. */
import { runCommand, type Call, type Command } from "../../commands/kit/command";
import type { ValueOption } from "../../commands/kit/option";
import type { Terminal } from "../../commands/kit/terminal";
import { BUILT, manifestProblems } from "../../manifest/check-manifest";

const FOLDER: ValueOption = {
  kind: "value",
  name: "folder",
  value: { zh: "文件夹", en: "FOLDER" },
  about: { zh: "生成的页面在哪里，不写是 dist/pages", en: "where the built pages are; dist/pages if left out" },
};

async function check({ given, terminal, language }: Call): Promise<0 | 1> {
  const problems = await manifestProblems(given.value(FOLDER) ?? BUILT);
  for (const { where, text } of problems) terminal.complain(`${where}\n  ${text[language]}`);
  if (problems.length > 0) return 1;
  terminal.print(
    language === "zh" ? "manifest.xml、manifest.json：没有问题。" : "manifest.xml and manifest.json: nothing wrong.",
  );
  return 0;
}

const CHECK_MANIFEST: Command<0 | 1> = {
  name: "check:manifest",
  input: null,
  about: {
    zh: "不联网，按微软的模式文件和我们自己的规则检查清单。先运行 npm run build。",
    en: "Checks the manifests against Microsoft's schemas and our own rules, without network. Run npm run build first.",
  },
  options: [{ options: [FOLDER] }],
  examples: [{ about: { zh: "生成以后", en: "after a build" }, words: { zh: "", en: "" } }],
  exitCodes: [
    { code: 1, about: { zh: "清单有问题，逐条列出；或程序出错", en: "something is wrong, each listed; or a bug" } },
  ],
  run: check,
};

/** Runs the command and gives its exit code. A bug throws. */
export async function checkManifestCommand(argv: readonly string[], terminal: Terminal): Promise<0 | 1 | 2> {
  return await runCommand(CHECK_MANIFEST, argv, terminal);
}
