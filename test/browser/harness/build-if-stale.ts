import { DEVELOPMENT_ORIGIN } from "../../../src/manifest/add-in";
import { buildPages, isStale } from "../../../src/workbench/build-pages";

if (isStale()) await buildPages({ mode: "development", office: "global", origin: DEVELOPMENT_ORIGIN, cli: false });
