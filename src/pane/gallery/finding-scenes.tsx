/** Finding an enterprise: in a list that is searched, filtered and sorted, and by name in the diagnosis. */
import type { ReactNode } from "react";
import { FirmSearch } from "../views/diagnosis/firm-search";
import { FirmList, type FirmLine } from "../views/library/firm-list";
import type { Wanted } from "../widgets/found-entries";
import type { FoundFirm } from "../worker/tasks/run-answers";
import type { Scene } from "./scenes";

const nothing = (): void => undefined;

const FIRMS: readonly FirmLine[] = (
  [
    ["青岛海之韵智能装备股份有限公司", "青岛", ["研发费用", "主导产品收入占比"]],
    ["烟台示例精密机械有限公司", "烟台", ["研发费用"]],
    ["青岛示例新材料有限公司", "青岛", ["研发费用", "数字化水平"]],
    ["潍坊示例动力科技有限公司", "潍坊", ["有效发明专利"]],
    ["青岛示例海洋生物科技有限公司", "青岛", ["有效发明专利", "研发费用"]],
    ["临沂示例物流装备有限公司", "临沂", []],
    ["淄博示例功能陶瓷股份有限公司", "淄博", ["数字化水平"]],
  ] as const
).map(([name, city, missing], at) => ({
  key: name,
  sheetRow: 5 + at,
  name,
  says: [missing.join("、")],
  city,
  tier: "",
  missing,
}));

const FOUND: readonly FoundFirm[] = FIRMS.filter(({ city }) => city === "青岛").map(({ name, city, sheetRow }) => ({
  sheetRow: sheetRow ?? 0,
  name,
  creditCode: "",
  city: { zh: city, en: city },
}));

function list(start: Partial<Wanted>): ReactNode {
  return (
    <FirmList
      label="待补数据"
      firms={FIRMS}
      count={FIRMS.length}
      start={{ query: "", chosen: {}, order: "", ...start }}
      onFirm={nothing}
      onOnly={nothing}
    />
  );
}

function search(items: readonly FoundFirm[], count: number): ReactNode {
  return <FirmSearch found={{ items, count }} onFind={nothing} onFirm={nothing} />;
}

export const FINDING_SCENES: readonly Scene[] = [
  { id: "list-whole", show: () => list({}) },
  { id: "list-filtered", show: () => list({ query: "qd", chosen: { missing: "研发费用" }, order: "name" }) },
  { id: "list-nothing-found", show: () => list({ query: "没有这样的企业" }) },
  { id: "firm-search", show: () => search(FOUND, 12) },
  { id: "firm-search-nothing", show: () => search([], 0) },
];
