/** `npm run manifest -- [--origin https://…]`, see write-manifests.ts. */
import { parseArgs } from "node:util";
import { DEVELOPMENT_ORIGIN } from "./add-in";
import { writeManifests } from "./write-manifests";

const { values } = parseArgs({ options: { origin: { type: "string", default: DEVELOPMENT_ORIGIN } } });
try {
  console.log(writeManifests(values.origin).join("\n"));
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 2;
}
