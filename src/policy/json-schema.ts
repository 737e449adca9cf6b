/** The form of a rule set file as JSON Schema, for completion and checks while typing in an editor. */
import { z } from "zod";
import { ruleSetSchema } from "./rule-set-schema";

/** The text of seeds/rule-set.schema.json. Draft 7, which the YAML plug-ins of editors read. */
export function ruleSetJsonSchema(): string {
  const schema = z.toJSONSchema(ruleSetSchema, { io: "input", target: "draft-7" });
  return `${JSON.stringify({ title: "Rule set: seeds/national/<tier>/<edition>.yaml", ...schema }, null, 2)}\n`;
}
