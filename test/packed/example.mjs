import { explain, plan, score } from "zjtx-scorecard";

const firm = {
  revenue: 8000,
  "revenue[t-1]": 7000,
  main_revenue: 7600,
  rd_expense: 200,
  "rd_expense[t-1]": 260,
  total_assets: 9000,
  total_liabilities: 3000,
  founded: "2015-03-01",
  niche_years: 8,
  place: "山东省济南市",
};

const [result] = score([firm], { asOf: "2026-11-21" });
console.log(result.tier, result.tiers["specialized"].status);
console.log(result.tiers["specialized"].unmet.join(), "|", result.tiers["specialized"].missing.join());

const rd = explain(firm, "specialized", { asOf: "2026-11-21" }).find(({ id }) => id === "rd-share");
console.log(rd.clause, rd.verdict, rd.checks[0].actual[0], rd.checks[0].required[0]);

const [first] = plan(firm, "specialized", { asOf: "2026-11-21" });
console.log(first.map(({ field, from, to }) => `${field} ${from} -> ${to}`).join(", "));
