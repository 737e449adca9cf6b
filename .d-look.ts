import { chromium } from "playwright-core";
import { createPageServer, listen } from "./src/workbench/page-server";
const server = createPageServer("/tmp/dbuild/pages", "global");
const where: any = await listen(server, 0, "127.0.0.1");
const port = (server.address() as any).port;
let exe: string;
try { exe = (await import("@sparticuz/chromium")).default as any; } catch { exe = "" }
const sp = (await import("@sparticuz/chromium")).default;
const browser = await chromium.launch({ executablePath: await sp.executablePath(), args: sp.args.filter((a: string) => !/single-process|disable-web-security|site-per-process|allow-running/.test(a)), headless: true });
const context = await browser.newContext({ viewport: { width: 1440, height: 860 }, locale: "zh-CN" });
const page = await context.newPage();
page.on("console", (m) => { if (["error", "warning"].includes(m.type())) console.log("[" + m.type() + "]", m.text().slice(0, 600)); });
page.on("pageerror", (e) => console.log("[pageerror]", e.message.slice(0, 500), e.stack?.slice(0, 600)));
const steps = await import(process.argv[2]!);
const t = Date.now();
await page.goto(`http://127.0.0.1:${port}/workbench.html${process.argv[3] ?? ""}`);
await steps.default({ page, context, browser, t, port });
await browser.close();
server.close();
