/** The file that goes out with every build: who wrote what it is made of, and under which terms. */
import { readFileSync } from "node:fs";
import type { ProductionPackage } from "./production-packages";
import { readByHand } from "./read-by-hand";

/** The plain text of a licence, for packages that name it and leave its text out. */
const TEXTS: Readonly<Record<string, string>> = Object.fromEntries(
  ["Apache-2.0", "ISC", "MIT"].map((id) => [id, readFileSync(new URL(`texts/${id}.txt`, import.meta.url), "utf8")]),
);

const INTRODUCTION = `本产品用到的第三方软件及其许可证
Third-party software in this product, and its licences
`;

const LINE = "-".repeat(80);

/** What a list of licences calls it. */
export function licenceOf({ name, stated }: ProductionPackage): string {
  return readByHand(name)?.licence ?? stated;
}

function termsOf(one: ProductionPackage): string {
  const reading = readByHand(one.name)?.reading;
  const text = one.licenceFile?.text ?? TEXTS[one.stated]?.trim();
  if (text === undefined) throw new Error(`${one.name} ${one.version}: no text of ${one.stated} to pass on with it`);
  return [
    ...(reading ? [reading.zh, reading.en, ""] : []),
    text,
    ...one.notices.map((notice) => `\n${notice.text}`),
  ].join("\n");
}

function titleOf(one: ProductionPackage): string {
  const about = [one.author, one.homepage].filter((part) => part !== null);
  return [`${one.name} ${one.version}`, licenceOf(one), ...about].join(" · ");
}

/** Packages with the same terms stand together above them. Throws where a package has no terms to pass on. */
export function thirdPartyNotice(packages: readonly ProductionPackage[]): string {
  const byTerms = new Map<string, Set<string>>();
  for (const one of packages) {
    if (!one.installed) continue;
    const terms = termsOf(one);
    byTerms.set(terms, (byTerms.get(terms) ?? new Set()).add(titleOf(one)));
  }
  const parts = [...byTerms].map(([terms, titles]) => `${LINE}\n${[...titles].sort().join("\n")}\n\n${terms}\n`);
  return [INTRODUCTION, ...parts.sort()].join("\n");
}
