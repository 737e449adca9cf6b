/** Univer's formula engine for Node, the same instance that the headless Univer runs on. Never import this from code for the browser. */
import { createRequire } from "node:module";
import { join } from "node:path";
import type { UniverEngine } from "./univer-engine";

interface Packages {
  "@univerjs/core": Pick<UniverEngine, "BooleanNumber">;
  "@univerjs/engine-formula": Omit<UniverEngine, "BooleanNumber">;
}

type Load = <K extends keyof Packages>(name: K) => Packages[K];

export function nodeEngine(): UniverEngine {
  const load: Load = createRequire(join(process.cwd(), "package.json"));
  return { ...load("@univerjs/engine-formula"), BooleanNumber: load("@univerjs/core").BooleanNumber };
}
