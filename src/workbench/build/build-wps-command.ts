/** `npm run build:wps`: the add-in's folder for WPS in dist/wps, checked. */
import { cpSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { runCommand, type Call, type Command } from "../../commands/kit/command";
import type { ValueOption } from "../../commands/kit/option";
import type { Terminal } from "../../commands/kit/terminal";
import { WrongInput } from "../../commands/kit/wrong-input";
import { RECORDS } from "../../functions/records";
import { NOTICE_FILE } from "../../licences/notice-file";
import { productionPackages } from "../../licences/production-packages";
import { thirdPartyNotice } from "../../licences/third-party-notice";
import { ADD_IN } from "../../manifest/add-in";
import { builtFiles } from "../../manifest/built-files";
import { WPS_FILES } from "../../wps/add-in";
import { addInFiles } from "../../wps/package/add-in-files";
import { checkAddIn } from "../../wps/package/check-add-in";
import { parseWpsAddress, WrongAddress } from "../../wps/package/wps-address";
import { BuildFailed } from "./build-failed";
import { writeRelease } from "./build-pages";
import { ROOT } from "./project-root";
import { runWebpack } from "./run-webpack";

/** To try it on one computer: WPS takes third-party add-ins from there too. */
const TRYING = "http://127.0.0.1:3889/";

const ADDRESS: ValueOption = {
  kind: "value",
  name: "address",
  value: { zh: "地址", en: "ADDRESS" },
  about: {
    zh: `将来放加载项文件的目录的网址，http 或 https；不写是 ${TRYING}`,
    en: `the address of the folder that the add-in's files will be served from, http or https; ${TRYING} if left out`,
  },
};

function write(path: string, content: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}

/** Builds beside, so that a build that fails leaves the one before. @throws BuildFailed with what is wrong */
async function buildFolder(address: string): Promise<string> {
  const folder = join(ROOT, "dist/wps");
  const begun = `${folder}.${process.pid}`;
  const parts = `${folder}.parts`;
  try {
    writeRelease(parts);
    await runWebpack(["--config", "webpack.wps.config.js", "--env", `parts=${parts}`, `into=${begun}`]);
    for (const [path, text] of addInFiles(ADD_IN, RECORDS, address)) write(join(begun, path), text);
    write(join(begun, NOTICE_FILE), thirdPartyNotice(productionPackages(ROOT)));
    cpSync(join(ROOT, "src/workbench/pages/page.css"), join(begun, "page.css"));
    cpSync(join(ROOT, "src/wps/publish/publish.css"), join(begun, WPS_FILES.publishStyle));
    cpSync(join(ROOT, "src/manifest/icons"), join(begun, "icons"), { recursive: true });
    const scripts = readdirSync(begun, { recursive: true, encoding: "utf8" })
      .map((path) => path.replaceAll("\\", "/"))
      .filter((path) => path.endsWith(".js"));
    const problems = checkAddIn(builtFiles(begun), scripts, RECORDS);
    if (problems.length > 0)
      throw new BuildFailed(problems.map(({ where, text }) => `${where}\n  ${text.zh}\n  ${text.en}`).join("\n"));
    rmSync(folder, { recursive: true, force: true });
    renameSync(begun, folder);
    return folder;
  } finally {
    rmSync(begun, { recursive: true, force: true });
  }
}

/** @throws WrongInput */
function addressOf(written: string): string {
  try {
    return parseWpsAddress(written);
  } catch (error) {
    throw error instanceof WrongAddress ? new WrongInput(error.text) : error;
  }
}

async function build({ given, terminal }: Call): Promise<0 | 1> {
  const address = addressOf(given.value(ADDRESS) ?? TRYING);
  try {
    terminal.print(await buildFolder(address));
    return 0;
  } catch (error) {
    if (!(error instanceof BuildFailed)) throw error;
    terminal.complain(error.message);
    return 1;
  }
}

const BUILD: Command<0 | 1> = {
  name: "build:wps",
  input: null,
  about: {
    zh: "生成并检查 WPS 加载项的目录 dist/wps：选项卡、窗格、函数、个人版安装页 publish.html、企业版用的 jsplugins.xml。",
    en: "Builds and checks the add-in's folder for WPS in dist/wps: ribbon, pane, functions, publish.html for personal editions, jsplugins.xml for enterprises.",
  },
  options: [{ options: [ADDRESS] }],
  examples: [
    {
      about: { zh: "放到单位内网上", en: "for a closed network" },
      words: { zh: "--address http://10.1.2.3/wps/", en: "--address http://10.1.2.3/wps/" },
    },
  ],
  exitCodes: [
    {
      code: 1,
      about: {
        zh: "有一步没做成或检查没通过，已说明原因；或程序出错",
        en: "a step or the check failed and said why, or a bug",
      },
    },
  ],
  run: build,
};

/** Runs the command and gives its exit code. A bug throws. */
export async function buildWpsCommand(argv: readonly string[], terminal: Terminal): Promise<0 | 1 | 2> {
  return await runCommand(BUILD, argv, terminal);
}
