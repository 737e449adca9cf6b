/** The code of every custom function, without the texts: what Excel's runtime associates. In the order of the records. */
import { actualCode } from "./actual";
import { clusterTableCode } from "./cluster-table";
import { concentrationCode } from "./concentration";
import { contributionBaseCode } from "./contribution-base";
import { creditCodeValidCode } from "./credit-code-valid";
import { criteriaCode } from "./criteria";
import { enterpriseSizeCode } from "./enterprise-size";
import { hhiCode } from "./hhi";
import { injuryFeeCode } from "./injury-fee";
import { locationQuotientCode } from "./location-quotient";
import { riderSubsidyCode } from "./rider-subsidy";
import { subsidyCode } from "./subsidy";
import { subsidyEligibleCode } from "./subsidy-eligible";
import { targetCode } from "./target";
import { targetProgressCode } from "./target-progress";
import { tierCode } from "./tier";
import { tierEligibleCode } from "./tier-eligible";
import { tierGapsCode } from "./tier-gaps";
import { tierMeetsCode } from "./tier-meets";
import { tierPlanCode } from "./tier-plan";
import { tierScoreCode } from "./tier-score";
import { tierTableCode } from "./tier-table";
import type { FunctionCode } from "./function-record";

export const CODES: readonly FunctionCode[] = [
  tierCode,
  tierMeetsCode,
  tierEligibleCode,
  tierScoreCode,
  tierGapsCode,
  tierPlanCode,
  tierTableCode,
  criteriaCode,
  enterpriseSizeCode,
  creditCodeValidCode,
  subsidyCode,
  contributionBaseCode,
  subsidyEligibleCode,
  riderSubsidyCode,
  injuryFeeCode,
  targetCode,
  actualCode,
  targetProgressCode,
  locationQuotientCode,
  hhiCode,
  concentrationCode,
  clusterTableCode,
];
