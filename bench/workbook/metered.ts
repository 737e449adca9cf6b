/** `metered.ts REPORT SCRIPT …`: runs a script as if it had been started itself and leaves its peak memory in a file. */
import { writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const [node = "", , report = "", script = "", ...argv] = process.argv;
process.argv = [node, script, ...argv];
process.on("exit", () => {
  writeFileSync(report, JSON.stringify({ maxRSS: process.resourceUsage().maxRSS }));
});
await import(pathToFileURL(script).href);
