import { helpPages } from "../../src/functions/help-pages";
import { helpPath, metadataOf } from "../../src/functions/metadata";
import { NAMESPACE, RECORDS } from "../../src/functions/records";

const BASE = "https://addin.example/zjtx/";
const en = metadataOf(RECORDS, "en", BASE);
const zh = metadataOf(RECORDS, "zh", BASE);

test("both languages describe the same functions with the same ids, names, types and help addresses", () => {
  const bare = (metadata: typeof en): unknown =>
    metadata.functions.map(({ id, name, helpUrl, parameters, result, options }) => ({
      id,
      name,
      helpUrl,
      result,
      options,
      parameters: parameters.map(({ type, dimensionality, optional }) => ({ type, dimensionality, optional })),
    }));
  expect(bare(zh)).toEqual(bare(en));
  expect(en.functions.map(({ id }) => id)).toEqual(RECORDS.map(({ id }) => id));
});

test("every help address leads to a page that is written", () => {
  const pages = helpPages(RECORDS, NAMESPACE);
  for (const record of RECORDS) {
    expect(en.functions.find(({ id }) => id === record.id)?.helpUrl).toBe(
      `https://addin.example/zjtx/${helpPath(record)}`,
    );
    expect(pages.has(helpPath(record).replace("help/", ""))).toBe(true);
  }
});

test("functions that take cells ask for their addresses and for error cells", () => {
  expect(en.allowErrorForDataTypeAny).toBe(true);
  const asking = en.functions.filter(({ options }) => options?.requiresParameterAddresses).map(({ id }) => id);
  expect(asking).toEqual(RECORDS.map(({ id }) => id).filter((id) => !["CRITERIA", "TARGET", "ACTUAL"].includes(id)));
});

test("a help page says in both languages what each argument is, and runs no script", () => {
  const page = helpPages(RECORDS, NAMESPACE).get("TIER_MEETS.html") ?? "";
  for (const words of [
    "ZJTX.TIER_MEETS(表头, 数据, [层级], [基准日], [所在地])",
    "ZJTX.TIER_MEETS(headings, rows, [tier], [as_of], [place])",
  ])
    expect(page).toContain(words);
  expect(page).toContain("&quot;小巨人&quot;");
  for (const [path, content] of helpPages(RECORDS, NAMESPACE)) {
    expect(content).not.toMatch(/<script|javascript:|style=/);
    if (path.endsWith(".html")) expect(content).toContain('href="help.css"');
  }
});
