import { isFailure, type FunctionResult, type ResultCell } from "../../src/functions/function-record";
import { call } from "./sample-sheet";
import { callArguments, CALLS } from "./written-calls";

function written(cell: ResultCell | undefined): string {
  if (isFailure(cell)) return cell.code;
  return typeof cell === "boolean" ? String(cell).toUpperCase() : String(cell ?? "");
}

function messagesOf(result: FunctionResult): string {
  const failures = isFailure(result) ? [result] : result.flat().filter(isFailure);
  return failures.map(({ message }) => `${message.zh}\n${message.en}`).join("\n");
}

test.each(CALLS)("$call.function: $name", (one) => {
  const { gives, row, cell, says } = one;
  const result = call(one.call.function, ...callArguments(one));
  if (isFailure(result)) expect(result.code).toBe(gives);
  else if (typeof gives === "string" && cell) expect(written(result[0]?.[0])).toBe(gives);
  else if (typeof gives === "string")
    expect((result[row ?? 0] ?? []).map(written).filter(Boolean).join("|")).toBe(gives);
  else expect(result.map((cells) => cells.map(written).join("|"))).toEqual(gives);
  for (const words of says ?? []) expect(messagesOf(result)).toContain(words);
});
