/** Whether functions.json tells WPS of the functions that are registered. */
import { z } from "zod";
import type { FunctionRecord } from "../../functions/function-record";
import { problem } from "../../manifest/manifest-problem";
import { WPS_FILES } from "../add-in";
import type { Problems, Texts } from "./built-texts";

const parameterSchema = z.object({
  name: z.string().min(1),
  description: z.string().min(1),
  type: z.enum(["any", "any?", "object", "object?"]),
});
const functionsSchema = z.object({
  functions: z.array(
    z.object({
      name: z.string().regex(/^[a-zA-Z_][a-zA-Z0-9_]*$/),
      description: z.string().min(1),
      result: z.object({ type: z.literal("any[][]") }),
      parameters: z.array(parameterSchema),
    }),
  ),
});

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

export function wrongFunctions(texts: Texts, records: readonly FunctionRecord[]): Problems {
  const text = texts.of(WPS_FILES.functions);
  if (text === null) return [];
  const where = WPS_FILES.functions;
  const parsed = functionsSchema.safeParse(jsonOf(text));
  if (!parsed.success) {
    return [
      problem(
        where,
        `不是 WPS 认得的函数清单：${z.prettifyError(parsed.error)}`,
        `It is no list of functions as WPS knows them: ${z.prettifyError(parsed.error)}`,
      ),
    ];
  }
  const code = texts.of(WPS_FILES.addInScript) ?? "";
  const listed = new Map(parsed.data.functions.map((one) => [one.name, one]));
  const names = new Set([...records.map(({ name }) => name), ...listed.keys()]);
  return [...names].flatMap((name) => {
    const record = records.find((one) => one.name === name);
    const one = listed.get(name);
    const same =
      record !== undefined &&
      one?.parameters.length === record.parameters.length &&
      record.parameters.every(
        ({ optional, dimensionality }, at) =>
          one.parameters[at]?.type === `${dimensionality === "matrix" ? "object" : "any"}${optional ? "?" : ""}`,
      );
    return same && code.includes(`"${name}"`)
      ? []
      : [
          problem(
            `${where}: ${name}`,
            `清单、${WPS_FILES.addInScript} 和函数记录对不上，单元格里会是 #NAME? 或少参数。请重新运行 npm run build:wps。`,
            `The list, ${WPS_FILES.addInScript} and the function's record do not agree: cells would show #NAME? or lack arguments. Run npm run build:wps again.`,
          ),
        ];
  });
}
