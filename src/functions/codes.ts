/** The code of every custom function, without the texts: what Excel's runtime associates. In the order of the records. */
import { contributionBaseCode } from "./contribution-base";
import { creditCodeValidCode } from "./credit-code-valid";
import { criteriaCode } from "./criteria";
import { enterpriseSizeCode } from "./enterprise-size";
import { injuryFeeCode } from "./injury-fee";
import { riderSubsidyCode } from "./rider-subsidy";
import { subsidyCode } from "./subsidy";
import { subsidyEligibleCode } from "./subsidy-eligible";
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
];
