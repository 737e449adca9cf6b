/** The province in a credit code, in SQL: told only by a code whose check digit fits, as the reader has it. A masked code tells nothing. */
import { CREDIT_CODE_CHARACTERS, CREDIT_CODE_WEIGHTS } from "../../sheet/reading/credit-code";

/** A trimmed text in the one spelling of codes. */
export function plainCode(code: string): string {
  return `UPPER(REPLACE(REPLACE(${code}, ' ', ''), '-', ''))`;
}

/** @param plain a text as `plainCode` gives it @returns the two digits of the province, NULL where it is no code (GB 32100-2015) */
export function provinceOfCode(plain: string): string {
  const places = CREDIT_CODE_WEIGHTS.map(
    (weight, at) => `${weight} * POSITION(SUBSTR(${plain}, ${at + 1}, 1) IN '${CREDIT_CODE_CHARACTERS}')`,
  );
  // Positions count from 1, values from 0.
  const least = CREDIT_CODE_WEIGHTS.reduce((sum, weight) => sum + weight, 0);
  return `CASE WHEN LENGTH(${plain}) = ${CREDIT_CODE_WEIGHTS.length} AND TRANSLATE(${plain}, '${CREDIT_CODE_CHARACTERS}', '') = '' AND MOD(${places.join(" + ")} - ${least}, 31) = 0 THEN SUBSTR(${plain}, 3, 2) END`;
}
