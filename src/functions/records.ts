/** Every custom function of the product, in the order they are shown. */
import { actual } from "./actual";
import { clusterTable } from "./cluster-table";
import { concentration } from "./concentration";
import { contributionBase } from "./contribution-base";
import { creditCodeValid } from "./credit-code-valid";
import { criteria } from "./criteria";
import { enterpriseSize } from "./enterprise-size";
import type { FunctionRecord } from "./function-record";
import { hhi } from "./hhi";
import { injuryFee } from "./injury-fee";
import { locationQuotient } from "./location-quotient";
import { riderSubsidy } from "./rider-subsidy";
import { subsidy } from "./subsidy";
import { subsidyEligible } from "./subsidy-eligible";
import { target } from "./target";
import { targetProgress } from "./target-progress";
import { tier } from "./tier";
import { tierEligible } from "./tier-eligible";
import { tierGaps } from "./tier-gaps";
import { tierMeets } from "./tier-meets";
import { tierPlan } from "./tier-plan";
import { tierScore } from "./tier-score";
import { tierTable } from "./tier-table";

/** The namespace users type before a name: `=ZJTX.TIER(…)`. */
export const NAMESPACE = "ZJTX";

export const RECORDS: readonly FunctionRecord[] = [
  tier,
  tierMeets,
  tierEligible,
  tierScore,
  tierGaps,
  tierPlan,
  tierTable,
  criteria,
  enterpriseSize,
  creditCodeValid,
  subsidy,
  contributionBase,
  subsidyEligible,
  riderSubsidy,
  injuryFee,
  target,
  actual,
  targetProgress,
  locationQuotient,
  hhi,
  concentration,
  clusterTable,
];
