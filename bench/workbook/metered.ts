/** `metered.ts REPORT SCRIPT …`: runs a script as if it had been started itself and leaves its peak memory and processor time in a file. */
import { writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const [node = "", , report = "", script = "", ...argv] = process.argv;
process.argv = [node, script, ...argv];
process.on("exit", () => {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  writeFileSync(report, JSON.stringify({ maxRSS, processor: (userCPUTime + systemCPUTime) / 1e6 }));
});
await import(pathToFileURL(script).href);
