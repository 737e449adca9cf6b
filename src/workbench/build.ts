/**
 * `npm run build -- [--officejs global|china|self] [--origin https://…] [--mode development]`: everything that is delivered, in dist/.
 * The manifests for the given origin go to dist/manifest.
 */
import { parseArgs } from "node:util";
import { z } from "zod";
import { DEVELOPMENT_ORIGIN, parseOrigin } from "../manifest/add-in";
import { writeManifests } from "../manifest/write-manifests";
import { buildPages } from "./build-pages";

const { values } = parseArgs({
  options: {
    officejs: { type: "string", default: "global" },
    origin: { type: "string", default: DEVELOPMENT_ORIGIN },
    mode: { type: "string", default: "production" },
  },
});
const choice = z
  .object({ officejs: z.enum(["global", "china", "self"]), mode: z.enum(["development", "production"]) })
  .parse(values);
const origin = parseOrigin(values.origin);
await buildPages({ mode: choice.mode, office: choice.officejs, origin, cli: true });
console.log(writeManifests(origin).join("\n"));
