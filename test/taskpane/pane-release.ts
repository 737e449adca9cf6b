/** The release as the pane gets it: packed at build time and unpacked on the page. */
import { loadRelease } from "../../src/cli/read-seeds";
import { packRelease, unpackRelease } from "../../src/policy/pack-release";

export const release = unpackRelease(packRelease(loadRelease()));
