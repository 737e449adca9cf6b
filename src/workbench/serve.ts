/**
 * `npm start [-- --port 3000] [--host 127.0.0.1]`: serves the workbench, on pages built once and kept while the sources are the same.
 * With `--watch` pages for development are built at every change of a source: reload to see it.
 * `npm run dev:excel`: the same pages over https with development certificates, for Excel itself.
 */
import { parseArgs } from "node:util";
import type { Text } from "../words/text";
import { BuildFailed } from "./build/build-failed";
import { KEPT_OFFICE, keptPages } from "./build/kept-pages";
import { developmentCertificates } from "./development-certificates";
import { createPageServer, listen, PortTaken } from "./page-server";

/** The port in manifest.xml, and the first one tried for the workbench. */
const PORT = 3000;
const FURTHER_PORTS = 20;

function say({ zh, en }: Text): void {
  console.log(`${zh}\n${en}\n`);
}

function stop({ zh, en }: Text): never {
  console.error(`${zh}\n${en}`);
  process.exit(1);
}

function wantedPort(asked: string | undefined): number | null {
  if (asked === undefined || asked === "") return null;
  if (!/^\d{1,5}$/.test(asked) || Number(asked) > 65_535) {
    stop({
      zh: `端口写的是“${asked}”，要写 0 到 65535 之间的整数。`,
      en: `The port reads "${asked}"; give a whole number from 0 to 65535.`,
    });
  }
  return Number(asked);
}

const { values } = parseArgs({
  options: {
    port: { type: "string" },
    host: { type: "string", default: "127.0.0.1" },
    excel: { type: "boolean", default: false },
    watch: { type: "boolean", default: false },
  },
});
const excel = values.excel;
const asked = wantedPort(values.port ?? process.env.PORT);

/** The folder to serve; stops with what is wrong where there is none. */
async function pagesToServe(): Promise<string> {
  try {
    if (!values.watch) return await keptPages(say);
    say({
      zh: "正在生成开发用的页面，源文件一改就重新生成……",
      en: "Building pages for development, again at every change …",
    });
    const { watchPages } = await import("./build/watch-pages");
    return await watchPages(KEPT_OFFICE, () => say({ zh: "页面已生成。", en: "The pages are built." }));
  } catch (error) {
    if (!(error instanceof BuildFailed)) throw error;
    console.error(error.message);
    stop({ zh: "页面没有生成成功，原因见上面的输出。", en: "The pages were not built; the output above says why." });
  }
}
const pages = await pagesToServe();

const certificates = excel ? await developmentCertificates() : undefined;
if (certificates instanceof Error) {
  stop({
    zh: `没能准备好 https 开发证书：${certificates.message}\n请用有权限安装证书的账户运行 npx office-addin-dev-certs install，再试一次；不想安装证书，可以用 npm start 打开工作台。`,
    en: `The https development certificates could not be made: ${certificates.message}\nRun npx office-addin-dev-certs install as a user who may install certificates and try again; without certificates, npm start opens the workbench.`,
  });
}

const server = createPageServer(pages, KEPT_OFFICE, certificates);
try {
  // Excel reads the port from the manifest, and a port that was asked for is meant: only the workbench's own choice may move.
  const port = await listen(server, asked ?? PORT, values.host, excel || asked !== null ? 0 : FURTHER_PORTS);
  if (asked === null && port !== PORT) {
    say({ zh: `端口 ${PORT} 有别的程序在用，改用 ${port}。`, en: `Port ${PORT} is in use; using ${port} instead.` });
  }
  const origin = `${excel ? "https" : "http"}://localhost:${port}`;
  if (excel) {
    say({
      zh: `正在为 Excel 提供页面：${origin}\n安装：把 manifest.xml 加到 Excel（Windows：共享文件夹目录；Mac：放进 ~/Library/Containers/com.microsoft.Excel/Data/Documents/wef；网页版：插入 → 加载项 → 上传我的加载项）。按 Ctrl-C 结束。`,
      en: `Serving the add-in's pages for Excel: ${origin}\nTo install, add manifest.xml to Excel (Windows: a shared-folder catalog; Mac: copy it to ~/Library/Containers/com.microsoft.Excel/Data/Documents/wef; web: Insert > Add-ins > Upload My Add-in). Ctrl-C ends it.`,
    });
  } else {
    say({
      zh: `请在浏览器里打开 ${origin}/workbench.html（按 Ctrl-C 结束）`,
      en: `Open ${origin}/workbench.html in a browser (Ctrl-C ends it)`,
    });
  }
} catch (error) {
  if (!(error instanceof PortTaken)) throw error;
  stop({
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
