/** `npm run schema`: writes seeds/rule-set.schema.json, which editors use while a rule set is typed. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { ruleSetJsonSchema } from "../policy/json-schema";
import { SEEDS } from "./read-seeds";

const path = join(SEEDS, "rule-set.schema.json");
writeFileSync(path, ruleSetJsonSchema());
console.log(path);
