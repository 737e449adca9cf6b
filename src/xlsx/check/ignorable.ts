/** Whether names that aren't the standard's are declared as ignorable. */
import type { SaxesTagNS } from "saxes";
import { says, type PartFindings } from "./finding";
import { isKnown, prefixOf } from "./namespaces";

/** Namespaces that aren't the standard's have to be declared as ignorable (ECMA-376 part 3), by a prefix that is bound. */
export class Ignorable {
  private readonly uris = new Set<string>();
  private readonly prefixes = new Map<string, string>();
  private readonly told = new Set<string>();
  private root = "";

  constructor(private readonly report: PartFindings) {}

  see(tag: SaxesTagNS): void {
    if (this.root === "") this.root = tag.uri;
    for (const [prefix, uri] of Object.entries(tag.ns)) this.prefixes.set(prefix, uri);
    for (const { uri, local, value } of Object.values(tag.attributes)) {
      if (prefixOf(uri) !== "mc:" || local !== "Ignorable") continue;
      for (const prefix of value.split(/\s+/).filter((word) => word !== "")) {
        const bound = this.prefixes.get(prefix);
        if (bound === undefined) this.unbound(prefix);
        else this.uris.add(bound);
      }
    }
    // Elements of other namespaces stand in extensions and choices, which say so themselves; attributes stand anywhere.
    if (prefixOf(this.root) === undefined) return;
    for (const { uri, name } of Object.values(tag.attributes))
      if (!isKnown(uri) && !this.uris.has(uri) && isKnown(tag.uri)) this.notIgnorable(uri, name);
  }

  private unbound(prefix: string): void {
    this.report.add(
      "ignorable-prefix",
      "mc:Ignorable",
      says(
        `mc:Ignorable 里的前缀 ${prefix} 没有声明`,
        `mc:Ignorable names the prefix ${prefix}, which is not declared`,
      ),
      says(
        `在根元素上写 xmlns:${prefix}，或从 mc:Ignorable 里去掉它`,
        `declare xmlns:${prefix} on the root or take it out of mc:Ignorable`,
      ),
    );
  }

  private notIgnorable(uri: string, name: string): void {
    if (this.told.has(uri)) return;
    this.told.add(uri);
    this.report.add(
      "not-ignorable",
      name,
      says(
        `属性 ${name} 不属于标准，也没有列进 mc:Ignorable`,
        `the attribute ${name} is none of the standard's and not listed in mc:Ignorable`,
      ),
      says(
        "把它的前缀列进根元素的 mc:Ignorable，或去掉它",
        "list its prefix in mc:Ignorable on the root, or leave it out",
      ),
    );
  }
}
