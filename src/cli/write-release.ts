/** `npm run release`: validates seeds/ and writes dist/release/release.json, which the pages carry. The first step of every build. */
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { packRelease } from "../policy/pack-release";
import { loadRelease } from "./read-seeds";

const path = fileURLToPath(new URL("../../dist/release/release.json", import.meta.url));
mkdirSync(dirname(path), { recursive: true });
writeFileSync(path, packRelease(loadRelease()));
console.log(path);
