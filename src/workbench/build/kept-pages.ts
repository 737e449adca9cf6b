/** The pages of the sources as they are now, as delivered: what `npm start`, the browser tests and the benches open. */
import { join } from "node:path";
import { DEVELOPMENT_ORIGIN } from "../../manifest/add-in";
import type { Text } from "../../words/text";
import type { OfficeSource } from "../content-policy";
import { fingerprint } from "./fingerprint";
import { keptBuild } from "./kept-build";
import { ROOT } from "./project-root";

export const KEPT_OFFICE: OfficeSource = "global";

/** All that the pages are made of; the second lock file says which packages really lie in node_modules. */
const SOURCES = ["src", "seeds", "package.json", "package-lock.json", "node_modules/.package-lock.json"];

/**
 * The folder of the pages, built first where they are not kept.
 * @param say hears how a build goes.
 * @throws BuildFailed with what is wrong.
 */
export function keptPages(say: (text: Text) => void): Promise<string> {
  const choice = { mode: "production", office: KEPT_OFFICE, origin: DEVELOPMENT_ORIGIN } as const;
  const folder = join(ROOT, "dist/kept-pages");
  return keptBuild({
    folder,
    fingerprint: fingerprint(ROOT, SOURCES, JSON.stringify(choice)),
    onWait: () =>
      say({
        zh: "另一个程序正在生成同样的页面，等它完成……",
        en: "Another process is building the pages; waiting for it …",
      }),
    build: async (into) => {
      say({
        zh: "正在生成页面，第一次一般不到一分钟……",
        en: "Building the pages, usually less than a minute the first time …",
      });
      // The rules and the functions are loaded only where there is something to build.
      const { buildPages } = await import("./build-pages");
      await buildPages(choice, { into, parts: `${folder}.parts` }, (share) =>
        say({ zh: `……${share * 100}%`, en: `… ${share * 100} %` }),
      );
    },
  });
}
