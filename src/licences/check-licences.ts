/** `npm run check:licences`: lists the licences of everything that is delivered, and fails on none and on those that bind. No network. */
import { fileURLToPath } from "node:url";
import { licenceProblems } from "./licence-problems";
import { productionPackages } from "./production-packages";
import { licenceOf } from "./third-party-notice";

const packages = productionPackages(fileURLToPath(new URL("../..", import.meta.url)));
for (const line of packages.map((one) => `${licenceOf(one)}\t${one.name} ${one.version}`).sort()) console.log(line);
const problems = licenceProblems(packages);
for (const { where, text } of problems) console.error(`${where}\n  ${text.zh}\n  ${text.en}`);
if (problems.length > 0) process.exitCode = 1;
else {
  console.log(`${packages.length} 个包，许可证都可用。\n${packages.length} packages, all under licences we take.`);
}
