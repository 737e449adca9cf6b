import { Worker } from "node:worker_threads";

/** The module that lets Node read sources, where the program runs from them. */
const SOURCES = "tsx/esm/api";

/** What a thread makes goes out stretch by stretch and dies young; without a limit its new space grows until 100,000 rows take 200 MB more. */
const resourceLimits = { maxYoungGenerationSizeMb: 16 };

/** A thread that runs a file of this program: the built one as it is, a source through the loader the command itself was started with. */
export function ownThread(file: string, workerData: unknown, resolve: (module: string) => string): Worker {
  if (!file.endsWith(".ts")) return new Worker(new URL(file), { workerData, resourceLimits });
  const [loader, script] = [resolve(SOURCES), file].map((url) => JSON.stringify(url));
  const begin = `import(${loader ?? ""}).then(({ register }) => { register(); return import(${script ?? ""}); })`;
  return new Worker(begin, { eval: true, workerData, resourceLimits });
}
