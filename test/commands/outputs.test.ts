/** Files of a run appear whole and together, or not at all: with a full disk, two runs at once, an interrupt and a kill. */
import { spawn, spawnSync } from "node:child_process";
import {
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { once } from "node:events";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { Outputs } from "../../src/commands/kit/outputs";
import { scoreCommand } from "../../src/commands/score-command";
import { UnwritableFile } from "../../src/commands/unwritable-file";
import { failureOf } from "./failure";

const folder = mkdtempSync(join(tmpdir(), "outputs-"));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function place(): string {
  return mkdtempSync(join(folder, "in-"));
}

const textOf = (path: string): string => readFileSync(path, "utf8");

test("nothing has its name before all are whole, and then everything has", async () => {
  const at = place();
  writeFileSync(join(at, "a"), "old");
  const outputs = new Outputs();
  await outputs.add(join(at, "a"), "new");
  await outputs.add(join(at, "b"), "new too");
  expect([textOf(join(at, "a")), readdirSync(at).includes("b")]).toEqual(["old", false]);
  await outputs.commit();
  expect(readdirSync(at).map((name) => [name, textOf(join(at, name))])).toEqual([
    ["a", "new"],
    ["b", "new too"],
  ]);
});

test("what a killed run left of a name is taken away by the next run onto it, and nothing else is", async () => {
  const at = place();
  const unfinished = async (name: string): Promise<string> => {
    const before = readdirSync(at);
    const outputs = new Outputs();
    await outputs.add(join(at, name), "half");
    const own = readdirSync(at).filter((one) => !before.includes(one));
    await outputs.discard();
    return own[0] ?? "";
  };
  const ours = await unfinished("a.xlsx");
  const { pid: gone } = spawnSync(process.execPath, ["-e", ""]);
  const as = (name: string, pid: number): string => name.replace(`-${process.pid}-`, `-${pid}-`);
  const kept = [
    // A run that still goes on, another output's, another machine's, and names that are not quite ours.
    as(ours, process.ppid),
    as(await unfinished("b.xlsx"), gone),
    as(ours, gone).replace(/\.\w{8}-/, ".00000000-"),
    as(ours, gone).replace(/\.part$/, ".parts"),
    `x${as(ours, gone)}`,
    ".a.xlsx.part",
  ];
  for (const name of [...kept, as(ours, gone)]) writeFileSync(join(at, name), "half");
  mkdirSync(join(at, as(ours, gone).replace(/\w{16}\.part$/, "0123456789abcdef.part")));
  symlinkSync(join(at, ".a.xlsx.part"), join(at, as(ours, gone).replace(/\w{16}\.part$/, "fedcba9876543210.part")));
  const outputs = new Outputs();
  await outputs.add(join(at, "a.xlsx"), "new");
  await outputs.commit();
  const left = readdirSync(at);
  expect(left).not.toContain(as(ours, gone));
  expect(left).toEqual(expect.arrayContaining(["a.xlsx", ...kept]));
  expect(left).toHaveLength(kept.length + 3);
});

test("what is given up leaves what was there, and nothing beside it", async () => {
  const at = place();
  writeFileSync(join(at, "a"), "old");
  const outputs = new Outputs();
  await outputs.add(join(at, "a"), "new");
  const file = await outputs.open(join(at, "b"));
  await file.write("half");
  await outputs.discard();
  expect(readdirSync(at).map((name) => [name, textOf(join(at, name))])).toEqual([["a", "old"]]);
});

test("where one can't have its name, those before it are as they were", async () => {
  const at = place();
  writeFileSync(join(at, "a"), "old");
  const outputs = new Outputs();
  for (const name of ["a", "new", "blocked"]) await outputs.add(join(at, name), "new");
  mkdirSync(join(at, "blocked", "x"), { recursive: true });
  await failureOf(UnwritableFile, outputs.commit());
  expect(readdirSync(at).sort()).toEqual(["a", "blocked"]);
  expect(textOf(join(at, "a"))).toBe("old");
});

test("two runs onto one name leave one whole file, and no other's unfinished file is touched", async () => {
  const at = place();
  const path = join(at, "a");
  writeFileSync(`${path}.part`, "somebody's");
  const [one, two] = [new Outputs(), new Outputs()];
  const [first, second] = [await one.open(path), await two.open(path)];
  await first.write("1");
  await second.write("2");
  await first.write("1");
  await second.write("2");
  await one.commit();
  await two.commit();
  expect(readdirSync(at).map((name) => [name, textOf(join(at, name))])).toEqual([
    ["a", "22"],
    ["a.part", "somebody's"],
  ]);
});

test("a link that an output is named by is replaced, and what it led to stays", async () => {
  const at = place();
  writeFileSync(join(at, "mine"), "mine");
  symlinkSync(join(at, "mine"), join(at, "link"));
  linkSync(join(at, "mine"), join(at, "twin"));
  const outputs = new Outputs();
  await outputs.add(join(at, "link"), "new");
  await outputs.add(join(at, "twin"), "new");
  await outputs.commit();
  expect([textOf(join(at, "mine")), textOf(join(at, "link")), textOf(join(at, "twin"))]).toEqual([
    "mine",
    "new",
    "new",
  ]);
});

test("a device is never replaced by a file", async () => {
  const failure = await failureOf(UnwritableFile, new Outputs().add("/dev/null", "x"));
  expect(failure.text.zh).toContain("设备或管道");
});

const INPUT = resolve("seeds/samples/公开报道企业.xlsx");

test.each(["link", "symbolic link"])("an input named by a %s is recognised as every output", async (kind) => {
  const at = place();
  const [input, other] = [join(at, "in.xlsx"), join(at, "other.xlsx")];
  writeFileSync(input, readFileSync(INPUT));
  if (kind === "link") linkSync(input, other);
  else symlinkSync(input, other);
  const before = readFileSync(input);
  const json = join(at, "other.xlsx");
  for (const argv of [
    [input, "--out", other],
    [other, "--out", input],
    [input, "--out", join(at, "o.xlsx"), "--json", json],
    [input, "--out", join(at, "o.xlsx"), "--save-map", json],
  ]) {
    const said: string[] = [];
    const code = await scoreCommand(argv, { print: () => undefined, complain: (line) => said.push(line) });
    expect([code, said.join("")]).toEqual([2, expect.stringContaining("输出文件不能是输入文件")]);
  }
  expect(Buffer.compare(readFileSync(input), before)).toBe(0);
  expect(readdirSync(at).sort()).toEqual(["in.xlsx", "other.xlsx"]);
});

/** A program that writes two files, says so, and waits before it names them. */
const PROGRAM = `
  const { Outputs } = await import(${JSON.stringify(pathToFileURL(resolve("src/commands/kit/outputs.ts")).href)});
  const outputs = new Outputs();
  const [a, b, much] = process.argv.slice(-3);
  try {
    await outputs.add(a, "new".repeat(Number(much)));
    await outputs.add(b, "new".repeat(Number(much)));
    console.log("written");
    if (much === "1") await new Promise((resolve) => setTimeout(resolve, 600_000));
    await outputs.commit();
  } catch (error) {
    await outputs.discard();
    console.log(error.text.zh);
    process.exitCode = 2;
  }
`;
const TSX = ["--import", "tsx", "--input-type=module", "-e", PROGRAM];

test.each(["SIGINT", "SIGTERM", "SIGKILL"] as const)("%s leaves the old files whole", async (signal) => {
  const at = place();
  const [a, b] = [join(at, "a"), join(at, "b")];
  writeFileSync(a, "old");
  const run = spawn(process.execPath, [...TSX, a, b, "1"], { stdio: ["ignore", "pipe", "inherit"] });
  await once(run.stdout, "data");
  run.kill(signal);
  await once(run, "exit");
  expect(run.signalCode).toBe(signal);
  expect(textOf(a)).toBe("old");
  expect(readdirSync(at)).not.toContain("b");
  // A kill gives nobody the time to tidy up; what it leaves is hidden and named as unfinished.
  const left = readdirSync(at).filter((name) => name !== "a");
  expect(left.filter((name) => signal !== "SIGKILL" || !/^\.[ab]\.\w{8}-\d+-\w{16}\.part$/.test(name))).toEqual([]);
});

test("a full disk is told in words and leaves the old files whole", () => {
  const at = place();
  const [a, b] = [join(at, "a"), join(at, "b")];
  writeFileSync(a, "old");
  // The process may write files of a hundred kilobytes: what a full disk does to it, without filling one.
  const command = ["ulimit -f 100;", "exec", '"$0"', '"$@"'].join(" ");
  const run = spawnSync("bash", ["-c", command, process.execPath, ...TSX, a, b, "100000"], { encoding: "utf8" });
  expect([run.status, run.stdout]).toEqual([2, expect.stringContaining("磁盘满了")]);
  expect(readdirSync(at)).toEqual(["a"]);
  expect(textOf(a)).toBe("old");
});
