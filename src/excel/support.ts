/** What this Excel can do, as far as the product needs it. */
import type { Connection } from "./connection";
import { supportsSet } from "./connection";
import type { Support } from "./host";

/** Without these the pane has nothing to offer; everything newer is tried where it is used. */
const NEEDED = [
  ["ExcelApi", "1.9"],
  ["CustomFunctionsRuntime", "1.2"],
  ["SharedRuntime", "1.1"],
] as const;

export function support(connection: Connection): Support {
  if (connection.onWorkbench) return { enough: true, missing: [], platform: "workbench" };
  const missing = NEEDED.filter(([name, version]) => !supportsSet(name, version)).map((set) => set.join(" "));
  const platform = typeof Office === "undefined" ? "unknown" : String(Office.context.platform);
  return { enough: missing.length === 0, missing, platform };
}
