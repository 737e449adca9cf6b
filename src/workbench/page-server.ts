/** Serves the built pages from a folder, over http or https, with the headers that a page in Excel needs and nothing else. */
import { createReadStream, realpathSync, statSync } from "node:fs";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { createServer as createSecureServer } from "node:https";
import { extname, join, sep } from "node:path";
import { ASSET_POLICY, contentPolicy, TEXT_PAGE_POLICY, type OfficeSource } from "./content-policy";
import { PAGES } from "./pages/page-list";

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".map": "application/json; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
  ".xml": "application/xml; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
  ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};

/** Key and certificate in PEM, for https. */
export interface Certificates {
  readonly key: string | Buffer;
  readonly cert: string | Buffer;
}

interface Found {
  readonly path: string;
  readonly size: number;
  readonly tag: string;
}

/** The file an address asks for, null where there is none inside the folder (also for addresses that point out of it). */
function findFile(folder: string, address: string): Found | null {
  let decoded: string;
  try {
    decoded = decodeURIComponent(address);
  } catch {
    return null;
  }
  if (decoded.includes("\0") || decoded.includes("\\")) return null;
  if (decoded.split("/").includes("..")) return null;
  try {
    // The real path is compared, so that a link cannot lead out either.
    const root = realpathSync(folder);
    const path = realpathSync(join(root, decoded));
    const file = statSync(path);
    if (!path.startsWith(root + sep) || !file.isFile()) return null;
    return { path, size: file.size, tag: `"${file.size.toString(36)}-${file.mtimeMs.toString(36)}"` };
  } catch {
    return null;
  }
}

function policyOf(address: string, office: OfficeSource): string {
  const page = PAGES.find(({ name }) => address === `/${name}.html`);
  if (page !== undefined) return contentPolicy(page.name, office, "header");
  return address.endsWith(".html") ? `${TEXT_PAGE_POLICY}; frame-ancestors 'self'` : ASSET_POLICY;
}

const NOT_FOUND = `<!doctype html>
<html lang="zh-CN">
  <head><meta charset="utf-8" /><title>没有这个页面</title></head>
  <body>
    <h1>没有这个页面</h1>
    <p>请打开 <a href="/workbench.html">工作台</a>。</p>
    <p lang="en">There is no such page. Open the <a href="/workbench.html">workbench</a>.</p>
  </body>
</html>
`;

function answer(request: IncomingMessage, response: ServerResponse, folder: string, office: OfficeSource): void {
  // The raw address: URL would quietly resolve ".." away.
  const address = (request.url ?? "/").replace(/[?#].*$/s, "");
  response.setHeader("X-Content-Type-Options", "nosniff");
  response.setHeader("Referrer-Policy", "no-referrer");
  response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
  // Browsers ask again every time and get a short 304 where nothing changed: a rebuilt page is never served from memory.
  response.setHeader("Cache-Control", "no-cache");
  response.setHeader("Content-Security-Policy", policyOf(address, office));
  if (request.method !== "GET" && request.method !== "HEAD") {
    response.writeHead(405, { Allow: "GET, HEAD" }).end();
    return;
  }
  if (address === "/") {
    response.writeHead(302, { Location: "/workbench.html" }).end();
    return;
  }
  const body = request.method === "GET";
  const file = findFile(folder, address);
  if (file === null) {
    response.writeHead(404, { "Content-Type": "text/html; charset=utf-8" }).end(body ? NOT_FOUND : undefined);
    return;
  }
  response.setHeader("ETag", file.tag);
  if (request.headers["if-none-match"] === file.tag) {
    response.writeHead(304).end();
    return;
  }
  response.writeHead(200, {
    "Content-Type": CONTENT_TYPES[extname(file.path).toLowerCase()] ?? "application/octet-stream",
    "Content-Length": file.size,
  });
  if (!body) {
    response.end();
    return;
  }
  createReadStream(file.path)
    .on("error", () => response.destroy())
    .pipe(response);
}

/** A server of the pages in `folder`, not yet listening. With certificates it speaks https. */
export function createPageServer(folder: string, office: OfficeSource, certificates?: Certificates): Server {
  const handler = (request: IncomingMessage, response: ServerResponse): void =>
    answer(request, response, folder, office);
  return certificates === undefined ? createServer(handler) : createSecureServer({ ...certificates }, handler);
}

/** That nobody else may have: the port is in use. */
export class PortTaken extends Error {
  override readonly name = "PortTaken";
  constructor(readonly port: number) {
    super(`port ${port} is in use`);
  }
}

/**
 * Starts listening and returns the port.
 * @param port the wanted port; 0 for any free one.
 * @param further how many ports above it may be tried when it is taken.
 * @throws PortTaken when all of them are.
 */
export async function listen(server: Server, port: number, host: string, further = 0): Promise<number> {
  for (let wanted = port; ; wanted += 1) {
    try {
      return await listenAt(server, wanted, host);
    } catch (error) {
      if (!(error instanceof PortTaken)) throw error;
      if (wanted >= port + further) throw new PortTaken(port);
    }
  }
}

function listenAt(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const failed = (error: NodeJS.ErrnoException): void =>
      reject(error.code === "EADDRINUSE" ? new PortTaken(port) : error);
    server.once("error", failed);
    server.listen(port, host, () => {
      server.off("error", failed);
      const address = server.address();
      resolve(typeof address === "object" && address !== null ? address.port : port);
    });
  });
}
