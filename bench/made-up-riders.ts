/** Lists of riders for measuring. */
import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { writeXlsxStream, type CellValue } from "hucre/xlsx";
import { seededRandom, type Random } from "../src/commands/samples/seeded-random";
import { streamToFile } from "./stream-to-file";

const HEADINGS = [
  "骑手编号",
  "平台",
  "骑手类别",
  "就业地",
  "参保地",
  "缴费月份",
  "当月收入（元）",
  ...Array.from({ length: 6 }, (_, back) => `前${back + 1}月收入（元）`),
];
const PLACES = ["北京", "泉州", "南通", "福州", "苏州", "济南"] as const;

/** Made-up riders around the floors: about half qualify, one in fifty has a blank, one in a hundred works where nothing is known. */
function riderRow(random: Random, number: number): (string | number | null)[] {
  const work = random.chance(0.01) ? "商丘" : random.pick(PLACES);
  const incomes = Array.from({ length: 7 }, () =>
    random.chance(0.003) ? null : Math.round(random.between(2500, 9500) * 100) / 100,
  );
  return [
    `XN-${String(number).padStart(7, "0")}`,
    random.pick(["美团", "美团", "美团", "淘宝闪购", "京东"]),
    random.pick(["众包", "众包", "荣誉骑士", "全职"]),
    work,
    random.pick(PLACES),
    random.pick(["2025-06", "2025-12", "2026-03"]),
    ...incomes,
  ];
}

export async function makeRidersCsv(path: string, count: number): Promise<void> {
  const random = seededRandom(7);
  const out = createWriteStream(path);
  out.write(`${HEADINGS.join(",")}\n`);
  for (let from = 0; from < count; from += 10_000) {
    const lines = Array.from({ length: Math.min(10_000, count - from) }, (_, at) =>
      riderRow(random, from + at + 1).join(","),
    );
    if (!out.write(`${lines.join("\n")}\n`)) await once(out, "drain");
  }
  out.end();
  await once(out, "finish");
}

function* riderRows(count: number): Generator<CellValue[]> {
  const random = seededRandom(7);
  yield HEADINGS;
  for (let number = 1; number <= count; number += 1) yield riderRow(random, number);
}

export function makeRiders(path: string, count: number): Promise<void> {
  return streamToFile(writeXlsxStream(riderRows(count), { name: "骑手名单", inlineStrings: false }), path);
}
