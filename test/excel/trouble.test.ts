import { asTrouble, throwIfCancelled, type Doing } from "../../src/excel/trouble";
import { ExcelTrouble } from "../../src/excel/host";

const doing: Doing = { zh: "读取“企业名单”", en: 'reading "企业名单"' };

test.each([
  ["AccessDenied", "protected"],
  ["ItemNotFound", "sheet-gone"],
  ["InvalidReference", "sheet-gone"],
  ["InvalidOperationInCellEditMode", "editing"],
  ["InvalidSelection", "nothing-selected"],
  ["RequestPayloadSizeLimitExceeded", "too-large"],
  ["ResponsePayloadSizeLimitExceeded", "too-large"],
  ["RangeExceedsLimit", "too-large"],
  ["ApiNotFound", "too-old"],
  ["NotImplemented", "too-old"],
  ["ConnectionFailure", "unreachable"],
  ["ServiceNotAvailable", "unreachable"],
  ["GeneralException", "unexpected"],
  ["SomethingNew", "unexpected"],
])("explains %s as %s, saying what was being done, in both languages and without codes", (code, kind) => {
  const trouble = asTrouble({ code, message: "An internal message." }, doing);
  if (!(trouble instanceof ExcelTrouble)) throw new Error("not explained");
  expect(trouble.kind).toBe(kind);
  expect(trouble.text.zh).toMatch(/^读取“企业名单”没有完成：.*请.*。$/);
  expect(trouble.text.en).toMatch(/^Not finished reading "企业名单": .*[Pp]lease.*\.$/);
  expect(trouble.text.zh + trouble.text.en).not.toContain(code);
});

test("leaves a bug a bug", () => {
  const bug = new TypeError("x is undefined");
  expect(asTrouble(bug, doing)).toBe(bug);
});

test("throws only when cancelled", () => {
  const stop = new AbortController();
  throwIfCancelled(undefined);
  throwIfCancelled(stop.signal);
  stop.abort();
  let thrown: unknown;
  try {
    throwIfCancelled(stop.signal);
  } catch (error) {
    thrown = error;
  }
  expect(thrown).toMatchObject({ kind: "cancelled" });
});
