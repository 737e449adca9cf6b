import { readFileSync } from "node:fs";
import { join } from "node:path";
import { supportedMembers } from "../../../src/workbench/executor/classes";
import { membersPage } from "../../../src/workbench/executor/members-page";
import { openHeadless, type Headless } from "../../../src/workbench/headless/open";
import { membersDeclared, membersUsed } from "./members-used";

const supported: ReadonlySet<string> = new Set(supportedMembers());

test("docs/workbench-members.md is what `npm run members` writes", () => {
  expect(readFileSync(join(process.cwd(), "docs/workbench-members.md"), "utf8")).toBe(membersPage());
});

test("every member listed is one that Office.js declares", () => {
  const declared = membersDeclared();
  expect(declared.size).toBeGreaterThan(2000);
  expect([...supported].filter((member) => !declared.has(member))).toEqual([]);
});

test("every member that the add-in uses is answered", () => {
  const { members, unclear } = membersUsed("src/excel");
  expect(unclear).toEqual([]);
  // Some of each kind, so that the search itself is known to find them.
  for (const known of ["Range.values", "Worksheet.onChanged", "Setting.value", "ChartSeries.setValues"]) {
    expect([...members.keys()]).toContain(known);
  }
  expect([...members].filter(([member]) => !supported.has(member))).toEqual([]);
});

describe("a member that is not there gives an error that names it:", () => {
  let headless: Headless;
  beforeAll(async () => {
    headless = await openHeadless();
  });
  afterAll(() => {
    headless.close();
  });

  const asked: readonly (readonly [string, (context: Excel.RequestContext) => void])[] = [
    ["Workbook.pivotTables", ({ workbook }) => void workbook.pivotTables.load("items")],
    ["Workbook.comments", ({ workbook }) => void workbook.comments.add("Sheet1!A1", "看一下")],
    ["Range.dataValidation", (context) => context.workbook.getSelectedRange().dataValidation.clear()],
    ["Range.removeDuplicates", (context) => void context.workbook.getSelectedRange().removeDuplicates([0], true)],
    ["Worksheet.shapes", ({ workbook }) => void workbook.worksheets.getActiveWorksheet().shapes.addTextBox("字")],
    [
      "Range.linkedDataTypeState",
      (context) => {
        context.workbook.getSelectedRange().load("linkedDataTypeState");
      },
    ],
    [
      "RangeFormat.readingOrder",
      (context) => {
        context.workbook.getSelectedRange().format.readingOrder = "RightToLeft";
      },
    ],
  ];

  test.each(asked)("%s", async (member, ask) => {
    const { Excel, session, book } = headless;
    const run = Excel.run({ session }, async (context) => {
      context.workbook.worksheets.getItem("Sheet1").getRange("A1").values = [["不该留下"]];
      ask(context);
      await context.sync();
    });
    const error: unknown = await run.catch((reason: unknown) => reason);
    expect(error).toMatchObject({ code: "NotImplemented" });
    expect(String(error)).toContain(member);
    expect(book.active.cell(0, 0)).toBeNull();
  });
});
