import { parseAddress } from "../../src/excel/places";

const whole = { top: 0, left: 0, bottom: 1_048_575, right: 16_383 };

test.each([
  ["A1", null, { top: 0, left: 0, bottom: 0, right: 0 }],
  ["$B$3:D302", null, { top: 2, left: 1, bottom: 301, right: 3 }],
  ["企业名单!A3:D302", "企业名单", { top: 2, left: 0, bottom: 301, right: 3 }],
  ["'企业 名单'!A3", "企业 名单", { top: 2, left: 0, bottom: 2, right: 0 }],
  ["'a''b!c'!AA10", "a'b!c", { top: 9, left: 26, bottom: 9, right: 26 }],
  ["'[名单 1.xlsx]企业'!A1", "企业", { top: 0, left: 0, bottom: 0, right: 0 }],
  ["A:D", null, { ...whole, right: 3 }],
  ["3:5", null, { ...whole, top: 2, bottom: 4 }],
])("reads the address %s", (text, sheet, range) => {
  expect(parseAddress(text)).toEqual({ sheet, range });
});

test.each(["", "A", "7", "A1:B2,C3", "企业名单", "A1B", "AAAA1"])("takes %j for no address of one block", (text) => {
  expect(parseAddress(text)).toBeNull();
});
