/** Content types and relationships: every part has its type, every link leads to a part of the right kind, every id is there. */
import { says, type Findings } from "./finding";
import { relationshipsOf, type Link } from "./package-links";
import type { PackageUnderCheck, Part } from "./package-under-check";

const SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml";
const DRAWING = "application/vnd.openxmlformats-officedocument.drawing";

/** What a link of that type leads to: the content type, or its beginning. */
const TYPES: ReadonlyMap<string, readonly string[]> = new Map([
  [
    "officeDocument",
    [
      `${SPREADSHEET}.sheet.main+xml`,
      `${SPREADSHEET}.template.main+xml`,
      "application/vnd.ms-excel.sheet.macroEnabled.main+xml",
      "application/vnd.ms-excel.template.macroEnabled.main+xml",
      "application/vnd.ms-excel.addin.macroEnabled.main+xml",
    ],
  ],
  ["worksheet", [`${SPREADSHEET}.worksheet+xml`]],
  ["chartsheet", [`${SPREADSHEET}.chartsheet+xml`]],
  ["dialogsheet", [`${SPREADSHEET}.dialogsheet+xml`]],
  ["styles", [`${SPREADSHEET}.styles+xml`]],
  ["sharedStrings", [`${SPREADSHEET}.sharedStrings+xml`]],
  ["theme", ["application/vnd.openxmlformats-officedocument.theme+xml"]],
  ["table", [`${SPREADSHEET}.table+xml`]],
  ["comments", [`${SPREADSHEET}.comments+xml`]],
  ["calcChain", [`${SPREADSHEET}.calcChain+xml`]],
  ["sheetMetadata", [`${SPREADSHEET}.sheetMetadata+xml`]],
  ["externalLink", [`${SPREADSHEET}.externalLink+xml`]],
  ["pivotTable", [`${SPREADSHEET}.pivotTable+xml`]],
  ["pivotCacheDefinition", [`${SPREADSHEET}.pivotCacheDefinition+xml`]],
  ["drawing", [`${DRAWING}+xml`]],
  ["chart", [`${DRAWING}ml.chart+xml`]],
  ["vmlDrawing", ["application/vnd.openxmlformats-officedocument.vmlDrawing"]],
  ["core-properties", ["application/vnd.openxmlformats-package.core-properties+xml"]],
  ["extended-properties", ["application/vnd.openxmlformats-officedocument.extended-properties+xml"]],
  ["custom-properties", ["application/vnd.openxmlformats-officedocument.custom-properties+xml"]],
  ["image", ["image/"]],
  ["webextensiontaskpanes", ["application/vnd.ms-office.webextensiontaskpanes+xml"]],
  ["webextension", ["application/vnd.ms-office.webextension+xml"]],
]);

/** Which kinds of link an element's id may name. */
const EXPECTED: ReadonlyMap<string, readonly string[]> = new Map([
  ["sheet", ["worksheet", "chartsheet", "dialogsheet", "xlMacrosheet", "xlIntlMacrosheet"]],
  ["externalReference", ["externalLink"]],
  ["pivotCache", ["pivotCacheDefinition"]],
  ["drawing", ["drawing"]],
  ["legacyDrawing", ["vmlDrawing"]],
  ["legacyDrawingHF", ["vmlDrawing"]],
  ["tablePart", ["table"]],
  ["hyperlink", ["hyperlink"]],
  ["pageSetup", ["printerSettings"]],
  ["picture", ["image"]],
  ["c:chart", ["chart"]],
  ["a:blip", ["image"]],
]);

/** Parts of which a workbook has one. */
const ONE = ["styles", "sharedStrings", "theme", "calcChain", "sheetMetadata"];
/** Parts that belong to one sheet alone. */
const OWNED = new Set(["worksheet", "drawing", "vmlDrawing", "table", "comments", "chart"]);

export function checkParts(book: PackageUnderCheck, findings: Findings): void {
  checkContentTypes(book, findings);
  const owners = new Map<string, string>();
  for (const part of book.parts.values()) {
    checkLinks(part, book, findings);
    checkUses(part, findings);
    checkOwners(part, owners, findings);
  }
  const main = book.links("", "officeDocument");
  if (main.length !== 1)
    findings
      .of("_rels/.rels")
      .add(
        "no-workbook",
        "",
        says("包里没有写明哪个部件是工作簿", "the package does not say which part is the workbook"),
        says(
          "写一个 officeDocument 关系，指向 xl/workbook.xml",
          "write one relationship officeDocument to xl/workbook.xml",
        ),
      );
  for (const { target } of main)
    for (const type of ONE)
      if (book.links(target, type).length > 1)
        findings
          .of(relationshipsOf(target))
          .add(
            "part-twice",
            type,
            says(`工作簿有两个 ${type} 部件`, `the workbook has two parts ${type}`),
            says("只留一个", "keep one"),
          );
}

function checkContentTypes(book: PackageUnderCheck, findings: Findings): void {
  const report = findings.of("[Content_Types].xml");
  const types = book.tree("[Content_Types].xml");
  if (types === undefined) {
    report.add(
      "no-content-types",
      "",
      says("包里没有 [Content_Types].xml", "the package has no [Content_Types].xml"),
      says("写出这个部件", "write that part"),
    );
    return;
  }
  const seen = new Set<string>();
  for (const { name, attributes } of types.children) {
    const key = `${name} ${attributes.PartName ?? attributes.Extension ?? ""}`;
    if (seen.has(key.toLowerCase()))
      report.add("type-twice", key, says("同一项写了两次", "it stands twice"), says("只留一项", "keep one"));
    seen.add(key.toLowerCase());
    const { PartName } = attributes;
    if (name !== "Override" || PartName === undefined) continue;
    if (!PartName.startsWith("/") || !book.parts.has(PartName.slice(1).toLowerCase()))
      report.add(
        "type-of-no-part",
        PartName,
        says("为不存在的部件写了类型", "it gives the type of a part that is not there"),
        says("删去这一项，或补上部件（名字以 / 开头）", "take the entry out or add the part; the name begins with /"),
      );
  }
  for (const { name } of book.parts.values())
    if (name !== "" && name !== "[Content_Types].xml" && book.contentType(name) === undefined)
      findings
        .of(name)
        .add(
          "no-content-type",
          "",
          says("[Content_Types].xml 里没有这个部件的类型", "[Content_Types].xml has no type for the part"),
          says("为它加一项 Override，或为扩展名加一项 Default", "add an Override for it or a Default for its ending"),
        );
}

function checkLinks(part: Part, book: PackageUnderCheck, findings: Findings): void {
  const report = findings.of(relationshipsOf(part.name));
  const ids = new Set<string>();
  for (const link of part.links) {
    if (ids.has(link.id))
      report.add(
        "link-id-twice",
        link.id,
        says("关系编号重复", "the id stands twice"),
        says("每个关系用自己的编号", "give every relationship an id of its own"),
      );
    ids.add(link.id);
    if (link.external) {
      checkAddress(link, (what, fix) => {
        report.add("link-address", link.id, what, fix);
      });
      continue;
    }
    if (/^[a-z][a-z+.-]*:/i.test(link.written) && link.type === "hyperlink") {
      report.add(
        "link-mode",
        link.id,
        says(
          `指向包外地址 ${link.written}，却没有写 TargetMode="External"`,
          `it leads outside (${link.written}) and does not say TargetMode="External"`,
        ),
        says(`加上 TargetMode="External"`, `add TargetMode="External"`),
      );
      continue;
    }
    if (!book.parts.has(link.target.toLowerCase())) {
      // A place in the workbook itself is no part.
      if (link.written.startsWith("#")) continue;
      report.add(
        "dangling-link",
        link.id,
        says(`指向不存在的部件 ${link.target}`, `it leads to ${link.target}, which is not there`),
        says("删去这个关系，或补上部件", "take the relationship out or add the part"),
      );
      continue;
    }
    const type = book.contentType(link.target);
    const wanted = TYPES.get(link.type);
    if (
      type !== undefined &&
      wanted &&
      !wanted.some((one) => (one.endsWith("/") ? type.startsWith(one) : type === one))
    )
      findings
        .of(link.target)
        .add(
          "wrong-content-type",
          "",
          says(
            `类型写成了 ${type}，作为 ${link.type} 应是 ${wanted.join(" 或 ")}`,
            `its type is ${type}; a ${link.type} is ${wanted.join(" or ")}`,
          ),
          says("改 [Content_Types].xml 里的类型", "correct the type in [Content_Types].xml"),
        );
  }
}

/** Longest address that Excel takes. */
const LONGEST_ADDRESS = 2079;

function checkAddress(
  { written, type }: Link,
  add: (what: ReturnType<typeof says>, fix: ReturnType<typeof says>) => void,
): void {
  if (type !== "hyperlink") return;
  if (written.length > LONGEST_ADDRESS)
    add(
      says(
        `链接有 ${written.length} 个字符，最多 ${LONGEST_ADDRESS} 个`,
        `the address has ${written.length} characters; ${LONGEST_ADDRESS} is the most`,
      ),
      says("缩短链接，或写成普通文字", "shorten it or write it as text"),
    );
  if (
    /[\s<>"{}|\\^`]/.test(written.replace(/^file:\/\/\/?\\\\/i, "").replaceAll(/^[A-Za-z]:\\|\\/g, "")) ||
    /%(?![0-9A-Fa-f]{2})/.test(written)
  )
    add(
      says(`“${written}”不是合格的地址`, `"${written}" is no well-formed address`),
      says("空格等字符写成 %20 的样子", "write blanks and the like as %20"),
    );
}

function checkUses(part: Part, findings: Findings): void {
  const report = findings.of(part.name);
  for (const { element, id } of part.uses) {
    const link = part.links.find((one) => one.id === id);
    // An empty id says that there is none.
    if (id === "") continue;
    if (link === undefined)
      report.add(
        "dangling-id",
        `${element} ${id}`,
        says(
          `关系编号 ${id} 在 ${relationshipsOf(part.name)} 里没有`,
          `${relationshipsOf(part.name)} has no relationship ${id}`,
        ),
        says("补上这个关系，或去掉引用", "add the relationship or take the reference out"),
      );
    else if (EXPECTED.get(element)?.includes(link.type) === false)
      report.add(
        "link-of-another-kind",
        `${element} ${id}`,
        says(
          `引用的关系是 ${link.type}，这里要的是 ${EXPECTED.get(element)?.join(" 或 ") ?? ""}`,
          `it refers to a relationship ${link.type}; ${EXPECTED.get(element)?.join(" or ") ?? ""} belongs here`,
        ),
        says("改成对应的关系编号", "name the right relationship"),
      );
  }
}

function checkOwners(part: Part, owners: Map<string, string>, findings: Findings): void {
  for (const { external, target, type } of part.links) {
    if (external || !OWNED.has(type)) continue;
    const key = target.toLowerCase();
    const other = owners.get(key);
    if (other !== undefined)
      findings
        .of(target)
        .add(
          "shared-part",
          "",
          says(
            `这个 ${type} 部件被引用了两次（${other} 和 ${part.name}）`,
            `the ${type} is linked twice, from ${other} and from ${part.name}`,
          ),
          says("每处各用一个部件", "give each a part of its own"),
        );
    owners.set(key, part.name);
  }
}
