import * as fc from "fast-check";
import { creditCodeFault, isCreditCodeValid, plainCreditCode } from "../../../src/sheet/reading/credit-code";

/** Codes of well-known enterprises as they print them. */
const real = [
  "91350100M000100Y43",
  "9144030071526726XG",
  "914403001922038216",
  "91330100799655058B",
  "91110000600037341L",
  "91440300708461136T",
];
const characters = "0123456789ABCDEFGHJKLMNPQRTUWXY";

test.each(real)("The real code %s is valid.", (code) => {
  expect(creditCodeFault(code)).toBeNull();
});

test("Full-width letters, lower case, blanks and hyphens do not matter.", () => {
  expect(plainCreditCode(" ９１３５０１００ｍ０００１００ｙ４３ ")).toBe("91350100M000100Y43");
  expect(isCreditCodeValid("91350100-m000100y43")).toBe(true);
});

test.each([
  0xad, 0x34f, 0x61c, 0x180e, 0x200b, 0x200e, 0x202d, 0x2060, 0x2064, 0x2066, 0x2800, 0x3164, 0xfe0f, 0xfeff, 0xffa0,
  0xe0001, 0x1,
])("The invisible mark %i before, in and behind a code does not matter.", (mark) => {
  const sign = String.fromCodePoint(mark);
  expect(plainCreditCode(`${sign}9135${sign}0100M000100Y43${sign}`)).toBe("91350100M000100Y43");
});

test.each([
  ["", "length"],
  ["91350100M000100Y4", "length"],
  ["91350100M000100Y433", "length"],
  ["91350100I000100Y43", "character"],
  ["91350100M000100Y4O", "character"],
  ["91350100M000100Y44", "check-digit"],
  ["19350100M000100Y43", "check-digit"],
])("The code %j is wrong by its %s.", (code, fault) => {
  expect(creditCodeFault(code)).toBe(fault);
});

test("Any single wrong character is found.", () => {
  const change = fc.tuple(
    fc.constantFrom(...real),
    fc.nat(17),
    fc.nat(30).map((at) => characters.charAt(at)),
  );
  fc.assert(
    fc.property(change, ([code, at, character]) => {
      fc.pre(code[at] !== character);
      expect(creditCodeFault(code.slice(0, at) + character + code.slice(at + 1))).toBe("check-digit");
    }),
  );
});
