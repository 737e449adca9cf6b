/** A number as Excel makes a text of it: 15 digits, and powers of ten only where it is very large or very small. */

const DIGITS = 15;
const [SMALLEST_PLAIN, FIRST_POWER] = [1e-9, 1e21];

export function numberText(number: number): string {
  const rounded = Number(number.toPrecision(DIGITS));
  if (rounded === 0) return "0";
  const size = Math.abs(rounded);
  if (size < SMALLEST_PLAIN || size >= FIRST_POWER) {
    const [digits = "", power = ""] = rounded.toExponential().split("e");
    return `${digits}E${power.charAt(0)}${power.slice(1).padStart(2, "0")}`;
  }
  const text = String(rounded);
  if (!text.includes("e")) return text;
  return rounded.toFixed(DIGITS + 9).replace(/0+$/, "");
}
