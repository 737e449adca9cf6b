import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { scoreCommand } from "../../src/commands/score-command";
import { ownThread } from "../../src/commands/threads/own-thread";
import type { ScoreTask } from "../../src/commands/threads/score-messages";
import type { StartThread } from "../../src/commands/threads/score-threads";

const SAMPLE = "seeds/samples/山东示例企业.xlsx";
const folder = mkdtempSync(join(tmpdir(), "zjtx-threads-"));
afterAll(() => rmSync(folder, { recursive: true }));

const silent = { print: () => undefined, complain: () => undefined };
const script = pathToFileURL("src/commands/score.ts").href;
const start = (task: ScoreTask | null): ReturnType<StartThread> =>
  ownThread(script, task, () => pathToFileURL("node_modules/tsx/dist/esm/api/index.mjs").href);

async function files(name: string, threads: string, begin: StartThread = start): Promise<Buffer[]> {
  const [out, json] = [join(folder, `${name}.xlsx`), join(folder, `${name}.json`)];
  const options = ["--out", out, "--json", json, "--threads", threads];
  expect(await scoreCommand([SAMPLE, ...options], silent, begin)).toBe(0);
  return [readFileSync(out), readFileSync(json)];
}

test("results are the same, byte for byte, whichever threads scored", async () => {
  const alone = await files("alone", "0");
  expect(await files("two", "2")).toEqual(alone);
});

test("a thread that fails ends the run with its reason, and leaves no file", async () => {
  await expect(files("failing", "2", () => start(null))).rejects.toThrow();
  expect(readdirSync(folder).filter((name) => name.includes("failing"))).toEqual([]);
});

test.each(["17", "-1", "1.5", "two"])("--threads %s is refused", async (threads) => {
  const complained: string[] = [];
  const terminal = { ...silent, complain: (line: string) => complained.push(line) };
  expect(await scoreCommand([SAMPLE, `--threads=${threads}`], terminal, start)).toBe(2);
  expect(complained.join("\n")).toContain("--threads");
});
