/** `npm run members`: writes docs/workbench-members.md. */
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { membersPage } from "./executor/members-page";

writeFileSync(fileURLToPath(new URL("../../docs/workbench-members.md", import.meta.url)), membersPage());
