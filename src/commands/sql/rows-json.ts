/** The JSON of `--engine rows` for a list in a database: its rows come out of it and the row engine explains them. */
import { FactColumns } from "../../engine/facts";
import { columnOf } from "../../engine/sql/slot-columns";
import { placesOf } from "../../language/places";
import { RowScorer } from "../../sheet/results/row-scorer";
import { SheetScoring } from "../../sheet/results/score-sheet";
import { JsonRows, jsonSink } from "../kit/json-rows";
import type { Call } from "../kit/command";
import { assumptionsJson, readingHead } from "../reading-head";
import type { ScoreArguments } from "../score-arguments";
import { ScoreJson, scoredJson } from "../score-json";
import { plain } from "./duck";
import type { JudgedTable, TableContext } from "./judged-table";
import { asNumber } from "./sample";

export async function writeJson(
  { duck, reading, query, whole }: JudgedTable,
  { json = "-", facts }: ScoreArguments,
  { release, options }: TableContext,
  { terminal, outputs }: Pick<Call, "terminal" | "outputs">,
): Promise<void> {
  const { policy, vocabulary } = release;
  const sink = await jsonSink(json, terminal, outputs);
  const scoring = new SheetScoring(reading, policy, vocabulary, options);
  if (whole) {
    const lines = ScoreJson.begin(sink, scoring, options, { vocabulary, facts });
    for (const scored of scoring.rows()) await lines.add(scored.row, scoredJson(scored));
    await lines.finish();
    return;
  }
  const { sheet, t, ...told } = readingHead(reading);
  const editions = Object.fromEntries(scoring.ladder.editions.map(({ tier, edition }) => [tier, edition]));
  const lines = JsonRows.begin(sink, { asOf: options.asOf, purpose: options.purpose, sheet, t, editions, ...told });
  const slots = [...query.present];
  const columns = ["enterprise_name", "enterprise_credit_code", ...slots.map((key) => asNumber(key, vocabulary))];
  const stream = await duck.stream(`SELECT ${columns.join(", ")} FROM enterprises`);
  let done = 0;
  for (;;) {
    const chunk = await stream.fetchChunk();
    if (chunk === null || chunk.rowCount === 0) break;
    const texts = [0, 1].map((at) => chunk.getColumnValues(at).map(plain));
    const known = new Map(
      slots.map((key, at) => [
        key,
        Float64Array.from(chunk.getColumnValues(at + 2), (value) => (value === null ? NaN : Number(value))),
      ]),
    );
    const scorer = new RowScorer(new FactColumns(chunk.rowCount, known), t, policy, vocabulary, options);
    for (let row = 0; row < chunk.rowCount; row += 1) {
      const place = known.get("place")?.[row] ?? NaN;
      const head = {
        row: done + row + 2,
        name: String(texts[0]?.[row] ?? ""),
        creditCode: String(texts[1]?.[row] ?? ""),
        place: Number.isNaN(place) ? null : { code: place, name: placesOf(vocabulary).text(place).zh, from: "columns" },
        ...(facts
          ? { facts: Object.fromEntries([...known].map(([key, values]) => [columnOf(key), values[row]])) }
          : {}),
      };
      await lines.addText(`${JSON.stringify(head).slice(0, -1)},${scoredJson(scorer.score(row)).slice(1)}`);
    }
    done += chunk.rowCount;
  }
  await lines.finish({ assumptions: assumptionsJson(reading) });
}
