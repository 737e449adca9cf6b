/**
 * `npm start`: serves the workbench, on pages built once and kept while the sources are the same. With `--watch` pages for development
 * are built at every change of a source: reload to see it. `npm run dev:excel`: the same pages over https, for Excel itself.
 */
import { runCommand, type Call, type Command } from "../commands/kit/command";
import type { GivenOptions } from "../commands/kit/given-options";
import type { FlagOption, ValueOption } from "../commands/kit/option";
import type { Terminal } from "../commands/kit/terminal";
import { WrongInput } from "../commands/kit/wrong-input";
import type { Text } from "../words/text";
import { BuildFailed } from "./build/build-failed";
import { KEPT_OFFICE, keptPages } from "./build/kept-pages";
import { developmentCertificates } from "./development-certificates";
import { createPageServer, listen, PortTaken } from "./page-server";

/** The port in manifest.xml, and the first one tried for the workbench. */
const PORT = 3000;
const FURTHER_PORTS = 20;

const PORT_OPTION: ValueOption = {
  kind: "value",
  name: "port",
  value: { zh: "端口", en: "NUMBER" },
  about: {
    zh: "在哪个端口提供页面，0 到 65535；不写是 3000，被占用时工作台往后找",
    en: "the port, 0 to 65535; 3000 if left out, the workbench takes the next free one",
  },
};
const HOST: ValueOption = {
  kind: "value",
  name: "host",
  value: { zh: "地址", en: "ADDRESS" },
  about: {
    zh: "在哪个地址听，不写是 127.0.0.1，只有本机能看",
    en: "the address to listen on; 127.0.0.1, this machine alone, if left out",
  },
};
const WATCH: FlagOption = {
  kind: "flag",
  name: "watch",
  about: {
    zh: "生成开发用的页面，源文件一改就重新生成，刷新即可看到",
    en: "builds pages for development, again at every change of a source; reload to see it",
  },
};

const WPS: FlagOption = {
  kind: "flag",
  name: "wps",
  about: {
    zh: "窗格不接 Excel 的替身，改接 WPS 的替身",
    en: "the pane works over the stand-in for WPS instead of the one for Excel",
  },
};

/** Said before the language matters: whoever starts it first may read either. */
function saidTo(terminal: Terminal): (text: Text) => void {
  return ({ zh, en }) => terminal.print(`${zh}\n${en}\n`);
}

/** @throws WrongInput where it is none */
function wantedPort(asked: string | undefined): number | null {
  if (asked === undefined || asked === "") return null;
  if (!/^\d{1,5}$/.test(asked) || Number(asked) > 65_535)
    throw new WrongInput({
      zh: `端口写的是“${asked}”，要写 0 到 65535 之间的整数。`,
      en: `The port reads "${asked}"; give a whole number from 0 to 65535.`,
    });
  return Number(asked);
}

/** The folder to serve. @throws BuildFailed */
async function pagesToServe(given: GivenOptions, say: (text: Text) => void): Promise<string> {
  if (!given.has(WATCH)) return await keptPages(say);
  say({
    zh: "正在生成开发用的页面，源文件一改就重新生成……",
    en: "Building pages for development, again at every change …",
  });
  const { watchPages } = await import("./build/watch-pages");
  return await watchPages(KEPT_OFFICE, () => say({ zh: "页面已生成。", en: "The pages are built." }));
}

function served(origin: string, excel: boolean, wps: boolean): Text {
  const page = `${origin}/workbench.html${wps ? "?host=wps" : ""}`;
  return excel
    ? {
        zh: `正在为 Excel 提供页面：${origin}\n安装：把 manifest.xml 加到 Excel（Windows：共享文件夹目录；Mac：放进 ~/Library/Containers/com.microsoft.Excel/Data/Documents/wef；网页版：插入 → 加载项 → 上传我的加载项）。按 Ctrl-C 结束。`,
        en: `Serving the add-in's pages for Excel: ${origin}\nTo install, add manifest.xml to Excel (Windows: a shared-folder catalog; Mac: copy it to ~/Library/Containers/com.microsoft.Excel/Data/Documents/wef; web: Insert > Add-ins > Upload My Add-in). Ctrl-C ends it.`,
      }
    : {
        zh: `请在浏览器里打开 ${page}（按 Ctrl-C 结束）`,
        en: `Open ${page} in a browser (Ctrl-C ends it)`,
      };
}

async function serve({ given, terminal, language }: Call, excel: boolean): Promise<0 | 1> {
  const say = saidTo(terminal);
  const asked = wantedPort(given.value(PORT_OPTION) ?? process.env.PORT);
  let pages: string;
  try {
    pages = await pagesToServe(given, say);
  } catch (error) {
    if (!(error instanceof BuildFailed)) throw error;
    const why: Text = {
      zh: "页面没有生成成功，原因见上面的输出。",
      en: "The pages were not built; the output above says why.",
    };
    terminal.complain(`${error.message}\n${why[language]}`);
    return 1;
  }
  const certificates = excel ? await developmentCertificates() : undefined;
  if (certificates instanceof Error)
    throw new WrongInput({
      zh: `没能准备好 https 开发证书：${certificates.message}\n请用有权限安装证书的账户运行 npx office-addin-dev-certs install，再试一次；不想安装证书，可以用 npm start 打开工作台。`,
      en: `The https development certificates could not be made: ${certificates.message}\nRun npx office-addin-dev-certs install as a user who may install certificates and try again; without certificates, npm start opens the workbench.`,
    });

  const server = createPageServer(pages, KEPT_OFFICE, certificates);
  try {
    // Excel reads the port from the manifest, and a port that was asked for is meant: only the workbench's own choice may move.
    const further = excel || asked !== null ? 0 : FURTHER_PORTS;
    const port = await listen(server, asked ?? PORT, given.value(HOST) ?? "127.0.0.1", further);
    if (asked === null && port !== PORT)
      say({ zh: `端口 ${PORT} 有别的程序在用，改用 ${port}。`, en: `Port ${PORT} is in use; using ${port} instead.` });
    say(served(`${excel ? "https" : "http"}://localhost:${port}`, excel, !excel && given.has(WPS)));
  } catch (error) {
    if (!(error instanceof PortTaken)) throw error;
    throw new WrongInput({
      zh: `端口 ${error.port} 有别的程序在用。请关掉它，或用 --port 换一个端口${excel ? "，并用 npm run manifest -- --origin https://localhost:端口 重新生成 manifest.xml" : ""}。`,
      en: `Port ${error.port} is in use. Stop what uses it, or choose another with --port${excel ? " and write manifest.xml again with npm run manifest -- --origin https://localhost:PORT" : ""}.`,
    });
  }
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.on(signal, () => {
      server.close(() => process.exit(0));
      server.closeAllConnections();
    });
  }
  return 0;
}

const START: Command<0 | 1> = {
  name: "start",
  input: null,
  about: {
    zh: "打开工作台：浏览器里的一张电子表格，旁边是任务窗格。按 Ctrl-C 结束。",
    en: "Serves the workbench: a spreadsheet in the browser with the task pane beside it. Ctrl-C ends it.",
  },
  options: [{ options: [PORT_OPTION, HOST, WATCH, WPS] }],
  examples: [
    { about: { zh: "换一个端口", en: "another port" }, words: { zh: "--port 3100", en: "--port 3100" } },
    { about: { zh: "改页面时", en: "to work on the pages" }, words: { zh: "--watch", en: "--watch" } },
  ],
  exitCodes: [{ code: 1, about: { zh: "页面没有生成成功，或程序出错", en: "the pages were not built, or a bug" } }],
  run: (call) => serve(call, false),
};

const EXCEL: Command<0 | 1> = {
  ...START,
  name: "dev:excel",
  options: [{ options: [PORT_OPTION, HOST, WATCH] }],
  about: {
    zh: "用开发证书以 https 提供窗格的页面，给 Excel 用；manifest.xml 指向 https://localhost:3000。按 Ctrl-C 结束。",
    en: "Serves the pane's pages over https with a development certificate, for Excel; manifest.xml points to https://localhost:3000. Ctrl-C ends it.",
  },
  run: (call) => serve(call, true),
};

/** Serves until it is ended. @param excel over https, for Excel itself */
export async function serveCommand(argv: readonly string[], terminal: Terminal, excel: boolean): Promise<0 | 1 | 2> {
  return await runCommand(excel ? EXCEL : START, argv, terminal);
}
