/** The unified social credit code of GB 32100-2015: 18 characters, the last of them a check digit over the others. */

import { withoutInvisible } from "../../words/plain-text";

/** The 31 characters of the standard: no I, O, S, V or Z, which are too easily misread. The place of each is its value. */
export const CREDIT_CODE_CHARACTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY";
/** Powers of 3 modulo 31; the check digit, which brings the weighted sum to a multiple of 31, counts once. */
export const CREDIT_CODE_WEIGHTS: readonly number[] = [
  1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28, 1,
];

export type CreditCodeFault = "length" | "character" | "check-digit";

/** One spelling of a code as sheets write it: half-width, upper case, without blanks, hyphens of any kind and invisible marks. */
export function plainCreditCode(text: string): string {
  return withoutInvisible(withoutInvisible(text).normalize("NFKC"))
    .replace(/[\s\p{Pd}\u2212'’‘`´"“”]/gu, "")
    .toUpperCase();
}

/** What is wrong with a code (already in `plainCreditCode` spelling), or null where its check digit fits. */
export function creditCodeFault(code: string): CreditCodeFault | null {
  if (code.length !== CREDIT_CODE_WEIGHTS.length) return "length";
  let sum = 0;
  for (const [at, weight] of CREDIT_CODE_WEIGHTS.entries()) {
    const value = CREDIT_CODE_CHARACTERS.indexOf(code.charAt(at));
    if (value < 0) return "character";
    sum += value * weight;
  }
  return sum % 31 === 0 ? null : "check-digit";
}

/** True where the text, in any spelling `plainCreditCode` understands, is a code whose check digit fits. */
export function isCreditCodeValid(text: string): boolean {
  return creditCodeFault(plainCreditCode(text)) === null;
}

/** A code from its first 17 characters: the check digit added. A character that no code has is a RangeError. */
export function completeCreditCode(start: string): string {
  const full = Array.from(CREDIT_CODE_CHARACTERS, (check) => start + check).find(
    (code) => creditCodeFault(code) === null,
  );
  if (full === undefined) throw new RangeError(`"${start}" is no beginning of a credit code`);
  return full;
}
