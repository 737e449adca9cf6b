/** Social credit codes whose check digits fit and which can belong to nobody. */

const CHARACTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY";
const BODY_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];

/**
 * @param city the first four digits of the city's administrative code
 * @param number of the made-up enterprise, up to 999999
 * The body begins with XN (虚拟, made up); real ones begin with a digit or MA. Its own check character follows GB 11714, the last
 * one GB 32100-2015.
 */
export function madeUpCreditCode(city: string, number: number): string {
  const body = `XN${String(number).padStart(6, "0")}`;
  const code = `91${city}00${body}${bodyCheck(body)}`;
  let sum = 0;
  let weight = 1;
  for (const character of code) {
    sum += CHARACTERS.indexOf(character) * weight;
    weight = (weight * 3) % 31;
  }
  return code + CHARACTERS.charAt((31 - (sum % 31)) % 31);
}

/** Letters count from A = 10 here, without the gaps of the long code. */
function bodyCheck(body: string): string {
  const sum = BODY_WEIGHTS.reduce((total, weight, index) => total + weight * parseInt(body.charAt(index), 36), 0);
  const check = 11 - (sum % 11);
  return check === 10 ? "X" : check === 11 ? "0" : String(check);
}
