/** Before the browser tests: finds the browser and builds the pages in development mode where sources are newer. */
import { spawnSync } from "node:child_process";
import process from "node:process";
import { fileURLToPath } from "node:url";

export default async function setUp() {
  // The npm browser runs on Linux; elsewhere name an installed Chromium.
  if (!process.env.CHROMIUM) {
    const { default: chromium } = await import("@sparticuz/chromium");
    process.env.CHROMIUM = await chromium.executablePath();
  }
  const build = fileURLToPath(new URL("build-if-stale.ts", import.meta.url));
  const { status } = spawnSync(process.execPath, ["--import", "tsx", build], { stdio: "inherit" });
  if (status !== 0) throw new Error("the pages were not built; the output above says why");
}
