import { Progress } from "../../src/commands/progress";

function written(total: number, isTTY: boolean): string[] {
  const texts: string[] = [];
  const progress = new Progress(total, "en", { isTTY, write: (text) => texts.push(text) });
  for (let row = 0; row < total; row += 1) progress.step();
  progress.end();
  return texts;
}

test("a long run says a line every tenth of its rows where there is no terminal, the last one included", () => {
  const lines = written(25_001, false);
  expect(lines.slice(0, 2)).toEqual(["scored 2501 / 25001\n", "scored 5002 / 25001\n"]);
  expect(lines.every((line) => line.endsWith("\n"))).toBe(true);
  expect(written(20_000, false).at(-1)).toBe("scored 20000 / 20000\n");
});

test("a short run says nothing where there is no terminal", () => {
  expect(written(19_999, false)).toEqual([]);
});

test("a terminal shows the rows in one place and is left clean", () => {
  expect(written(1_200, true)).toEqual(["\rscored 500 / 1200", "\rscored 1000 / 1200", "\r\u001b[K"]);
});
