/** What keeps a workbook from opening without repair is found, where it is, and nothing else is: one planted fault a case of faults.yaml. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import { schemaFindings } from "../../../src/commands/workbook-schemas";
import { checkPackage } from "../../../src/xlsx/check/check-package";
import type { Finding } from "../../../src/xlsx/check/finding";
import { RULES, type Rule } from "../../../src/xlsx/check/rules";
import { goodParts, written, zipped, type Parts } from "./workbook-parts";

const change = z.tuple([z.string(), z.string()]);
const faultSchema = z.strictObject({
  name: z.string(),
  part: z.string().optional(),
  change: change.optional(),
  more: z.array(change).optional(),
  drop: z.string().optional(),
  add: z.record(z.string(), z.string()).optional(),
  rule: z.enum(RULES),
  place: z.string().optional(),
});
type Fault = z.infer<typeof faultSchema>;
const faults = z
  .array(faultSchema)
  .parse(parse(readFileSync(join(__dirname, "../../cases/workbooks/faults.yaml"), "utf8")));

function planted({ part = "", change: first, more = [], drop, add = {} }: Fault): Parts {
  const parts = new Map(goodParts);
  for (const [before, after] of first ? [first, ...more] : []) {
    const text = parts.get(part) ?? "";
    // A fault that can't be planted any more would prove nothing.
    expect(text).toContain(before);
    parts.set(
      part,
      text.replace(before, () => written(after)),
    );
  }
  if (drop !== undefined) expect(parts.delete(drop)).toBe(true);
  for (const [name, text] of Object.entries(add)) parts.set(name, text);
  return parts;
}

function found(rule: Rule, part: string): unknown {
  const place: unknown = expect.stringContaining(part);
  return expect.objectContaining({ rule, place });
}

function expectWhole(findings: readonly Finding[]): void {
  for (const { what, fix } of findings)
    for (const text of [what.zh, what.en, fix.zh, fix.en]) {
      expect(text.trim()).not.toBe("");
      expect(text).not.toMatch(/undefined|null|[.。]$/);
    }
}

describe("The good workbook", () => {
  const good = checkPackage(zipped(goodParts), "xlsx");

  test("holds nothing that Excel repairs", () => {
    expect(good.findings).toEqual([]);
  });

  test("follows the schemas", async () => {
    expect((await schemaFindings(good.documents)).flat()).toEqual([]);
  });
});

describe("A fault beyond the schemas is found", () => {
  test.each(faults.filter(({ rule }) => rule !== "schema"))("where $name", (fault) => {
    const { findings } = checkPackage(zipped(planted(fault)), "xlsx");
    expect(findings).toContainEqual(found(fault.rule, fault.place ?? ""));
    expectWhole(findings);
  });
});

describe("A fault against the schemas is found", () => {
  const cases = faults.filter(({ rule }) => rule === "schema");
  // The validator is slow to begin: all cases go to it at once.
  const findings = cases.map((fault) => checkPackage(zipped(planted(fault)), "xlsx").documents);
  const all = schemaFindings(findings.flat());

  test.each(cases.map((fault, index) => ({ ...fault, index })))(
    "where $name",
    async ({ index, place = "", part = "" }) => {
      const before = findings.slice(0, index).flat().length;
      const own = (await all).slice(before, before + (findings[index]?.length ?? 0)).flat();
      expect(own).toContainEqual(found("schema", place));
      expect(new Set(own.map((one) => one.part))).toEqual(new Set([part]));
      expectWhole(own);
    },
  );
});

describe("A fault of the container is found", () => {
  const bytes = zipped(goodParts);
  const rulesOf = (file: Uint8Array): readonly Rule[] => checkPackage(file, "xlsx").findings.map(({ rule }) => rule);

  /** Overwrites every occurrence of a name by another of the same length. */
  function renamed(from: string, to: string, which: (index: number) => boolean = () => true): Uint8Array {
    const copy = Buffer.from(bytes);
    let index = 0;
    for (let at = copy.indexOf(from); at >= 0; at = copy.indexOf(from, at + 1)) {
      if (which(index)) copy.write(to, at);
      index += 1;
    }
    expect(index).toBeGreaterThan(1);
    return copy;
  }

  test("where the file is cut off", () => {
    expect(rulesOf(bytes.subarray(0, bytes.length - 100))).toEqual(["no-zip"]);
    expect(rulesOf(new Uint8Array())).toEqual(["no-zip"]);
  });

  test("where a part stands twice", () => {
    expect(rulesOf(renamed("xl/tables/table2.xml", "xl/tables/table1.xml"))).toContain("doubled-part");
  });

  test("where two parts differ by letter case alone", () => {
    expect(rulesOf(renamed("xl/tables/table2.xml", "xl/tables/TABLE1.xml"))).toContain("doubled-part");
  });

  test("where a part's own header calls it otherwise", () => {
    expect(rulesOf(renamed("xl/styles.xml", "xl/stylex.xml", (index) => index === 0))).toContain("damaged-part");
  });

  test("where a part is named with a backslash", () => {
    expect(rulesOf(renamed("xl/comments1.xml", "xl\\comments1.xml"))).toContain("part-name");
  });

  test("where a bit of the packed data is turned", () => {
    const copy = Buffer.from(bytes);
    const at = copy.indexOf("xl/workbook.xml") + 60;
    copy.writeUInt8(copy.readUInt8(at) ^ 1, at);
    expect(checkPackage(copy, "xlsx").findings).toContainEqual(
      expect.objectContaining({ rule: "damaged-part", part: "xl/workbook.xml" }),
    );
  });

  test("where a part holds bytes that are no UTF-8", () => {
    const styles = Buffer.from(goodParts.get("xl/styles.xml") ?? "");
    styles.writeUInt8(0xb5, styles.indexOf("等线"));
    expect(
      checkPackage(zipped(new Map<string, string | Uint8Array>([...goodParts]).set("xl/styles.xml", styles)), "xlsx")
        .findings,
    ).toContainEqual(expect.objectContaining({ rule: "encoding", part: "xl/styles.xml" }));
  });
});

test("every rule has a planted fault", () => {
  const byHand: readonly Rule[] = ["no-zip", "doubled-part", "part-name", "damaged-part"];
  expect([...new Set([...faults.map(({ rule }) => rule), ...byHand])].sort()).toEqual([...RULES].sort());
});
