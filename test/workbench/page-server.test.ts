import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { request, type IncomingMessage, type Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ASSET_POLICY, contentPolicy } from "../../src/workbench/content-policy";
import { createPageServer, listen, PortTaken } from "../../src/workbench/page-server";

interface Answer {
  readonly status: number;
  readonly headers: IncomingMessage["headers"];
  readonly body: string;
}

let parent: string;
let server: Server;
let port: number;

/** Sends the path as it stands; fetch would resolve ".." before sending. */
async function ask(path: string, options: { method?: string; headers?: Record<string, string> } = {}): Promise<Answer> {
  const sent = request({ host: "127.0.0.1", port, path, agent: false, ...options });
  sent.end();
  const answered = await new Promise<IncomingMessage>((resolve, reject) => {
    sent.once("response", resolve).once("error", reject);
  });
  let body = "";
  answered.setEncoding("utf8").on("data", (part: string) => (body += part));
  await once(answered, "end");
  return { status: answered.statusCode ?? 0, headers: answered.headers, body };
}

beforeAll(async () => {
  parent = mkdtempSync(join(tmpdir(), "pages-"));
  const folder = join(parent, "pages");
  mkdirSync(join(folder, "help"), { recursive: true });
  writeFileSync(join(parent, "secret.txt"), "secret");
  symlinkSync(join(parent, "secret.txt"), join(folder, "link.txt"));
  const files = ["workbench.html", "taskpane.html", "pane.js", "page.css", "functions.json", "icon.png", "示例.xlsx"];
  for (const file of [...files, "help/TIER.html"]) writeFileSync(join(folder, file), `content of ${file}`);
  server = createPageServer(folder, "china");
  port = await listen(server, 0, "127.0.0.1");
});

afterAll(async () => {
  server.close();
  await once(server, "close");
  rmSync(parent, { recursive: true });
});

test.each([
  ["/workbench.html", "text/html; charset=utf-8"],
  ["/pane.js?v=2", "text/javascript; charset=utf-8"],
  ["/page.css", "text/css; charset=utf-8"],
  ["/functions.json", "application/json; charset=utf-8"],
  ["/icon.png", "image/png"],
  ["/%E7%A4%BA%E4%BE%8B.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"],
])("%s is served as %s and must not be taken for anything else", async (path, type) => {
  const { status, headers, body } = await ask(path);
  expect(status).toBe(200);
  expect(headers["content-type"]).toBe(type);
  expect(headers["x-content-type-options"]).toBe("nosniff");
  expect(headers["referrer-policy"]).toBe("no-referrer");
  expect(body).toMatch(/^content of /);
});

test("each page comes with its own content policy, and everything else with one that shows nothing", async () => {
  const policyOf = async (path: string): Promise<unknown> => (await ask(path)).headers["content-security-policy"];
  await expect(policyOf("/workbench.html")).resolves.toBe(contentPolicy("workbench", "china", "header"));
  await expect(policyOf("/taskpane.html")).resolves.toContain(
    "script-src 'self' https://appsforoffice.cdn.partner.office365.cn;",
  );
  await expect(policyOf("/pane.js")).resolves.toBe(ASSET_POLICY);
  await expect(policyOf("/help/TIER.html")).resolves.toMatch(/^default-src 'none'; style-src 'self'/);
});

test.each([
  "/../secret.txt",
  "/help/../../secret.txt",
  "/%2e%2e/secret.txt",
  "/..%2fsecret.txt",
  "/..%5csecret.txt",
  "//../secret.txt",
  "/link.txt",
  "/page.css%00.html",
  "/%zz",
  "/help",
  "/nothing.html",
])("%s leads to the page that says there is no such page", async (path) => {
  const { status, body } = await ask(path);
  expect(status).toBe(404);
  expect(body).toContain("没有这个页面");
  expect(body).not.toContain("secret");
});

test("the bare address leads to the workbench", async () => {
  const { status, headers } = await ask("/");
  expect([status, headers.location]).toEqual([302, "/workbench.html"]);
});

test("an unchanged file is not sent twice, and a changed one is sent at once", async () => {
  const { headers } = await ask("/page.css");
  expect(headers["cache-control"]).toBe("no-cache");
  const again = { headers: { "if-none-match": String(headers.etag) } };
  await expect(ask("/page.css", again)).resolves.toMatchObject({ status: 304, body: "" });
  writeFileSync(join(parent, "pages/page.css"), "longer content than before");
  await expect(ask("/page.css", again)).resolves.toMatchObject({ status: 200, body: "longer content than before" });
});

test("HEAD answers without a body and anything but reading is refused", async () => {
  await expect(ask("/pane.js", { method: "HEAD" })).resolves.toMatchObject({ status: 200, body: "" });
  await expect(ask("/pane.js", { method: "POST" })).resolves.toMatchObject({ status: 405 });
});

test("a taken port is passed over where others may be tried, and named where not", async () => {
  const second = createPageServer(parent, "self");
  await expect(listen(second, port, "127.0.0.1")).rejects.toThrow(new PortTaken(port));
  const found = await listen(second, port, "127.0.0.1", 20);
  expect(found).toBeGreaterThan(port);
  second.close();
  await once(second, "close");
});

test("no page may run inline scripts, evaluate text or load from elsewhere, and only the pane in Excel loads Office.js", () => {
  for (const page of ["workbench", "pane", "taskpane", "gallery"] as const) {
    const policy = contentPolicy(page, "global", "meta");
    expect(policy).not.toMatch(/unsafe-eval|script-src[^;]*unsafe-inline|\*/);
    expect(policy.includes("https://appsforoffice.microsoft.com")).toBe(page === "taskpane");
    expect(policy).not.toContain("frame-ancestors");
  }
  expect(contentPolicy("taskpane", "self", "header")).not.toContain("https:");
  expect(contentPolicy("pane", "self", "header")).toContain("frame-ancestors 'self'");
});
