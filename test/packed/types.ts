import { fields, score, type Enterprise, type EnterpriseScore } from "zjtx-scorecard";

const firm: Enterprise = { revenue: 8000, listed: false, founded: "2015-03-01" };
const [first]: readonly EnterpriseScore[] = score([firm], { purpose: "review" });
export const told: string = `${first?.tier ?? "none"} ${String(fields().length)}`;
// @ts-expect-error a purpose that is none
score([firm], { purpose: "renewal" });
