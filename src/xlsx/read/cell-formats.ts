/** What the formats part says of numbers: the format code of every cell format. */
import { builtInFormat } from "../number-formats";
import { childOf, childrenOf, type XmlNode } from "../xml/tree";

/** Format codes by the number of the cell format (`s` of a cell); undefined for General. */
export function formatCodes(styles: XmlNode | undefined): readonly (string | undefined)[] {
  const own = new Map(
    childrenOf(childOf(styles, "numFmts"), "numFmt").map(({ attributes }) => [
      Number(attributes.numFmtId),
      attributes.formatCode ?? "",
    ]),
  );
  return childrenOf(childOf(styles, "cellXfs"), "xf").map(({ attributes }) => {
    const number = Number(attributes.numFmtId ?? 0);
    const code = own.get(number) ?? builtInFormat(number);
    return code === "General" ? undefined : code;
  });
}
