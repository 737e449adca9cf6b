/** Names of clusters that may mean one and the same: said to a person, never merged on our own. */
import { distance } from "fastest-levenshtein";
import { foldKey } from "../words/plain-text";
import type { Text } from "../words/text";

export interface MergeSuggestion {
  readonly names: readonly [string, string];
  readonly message: Text;
}

/** Above this many names only those alike but for their endings are looked for: comparing each with each would take too long. */
const MOST_COMPARED = 1_500;
const endings = /(?:先进制造业|特色|战略性新兴|中小企业特色)?(?:产业)?(?:集群|产业链|链|基地|园区)$/;
const beginnings = /^(?:山东省?|国家级?|省级)/;
/** Names that differ in a number differ on purpose: 一期 and 二期. */
const counting = /[\d一二三四五六七八九十a-z东西南北]/;

const bracketed = /[（(［[]([^）)］\]]*)[）)］\]]/g;

/** What a name is about: without 山东 before and 集群 behind; what stands in brackets, such as 一期, stays apart. */
function core(name: string): string {
  const inside = [...name.matchAll(bracketed)].map(([, text]) => foldKey(text ?? "")).join();
  const bare = bareCore(foldKey(name.replace(bracketed, "")));
  return inside === "" ? bare : `${bare}(${inside}`;
}

function bareCore(key: string): string {
  const bare = key.replace(beginnings, "").replace(endings, "").replace(/产业$/, "");
  return bare === "" ? key : bare;
}

/** True where the two differ in one sign that is no number. */
function oneSlip(a: string, b: string): boolean {
  if (Math.min(a.length, b.length) < 4 || Math.abs(a.length - b.length) > 1 || distance(a, b) !== 1) return false;
  let at = 0;
  while (a[at] === b[at]) at += 1;
  return !counting.test(`${a[at] ?? ""}${b[at] ?? ""}`);
}

function suggestion(one: string, other: string): MergeSuggestion {
  return {
    names: [one, other],
    message: {
      zh: `“${one}”和“${other}”像是同一个集群的两种写法。这里仍按两个算；确认是同一个的，请在表里改成一个名称再算。`,
      en: `"${one}" and "${other}" look like two spellings of one cluster. They are counted apart; if they are one, use one name in the sheet.`,
    },
  };
}

/** Pairs of different names that look like one. */
export function mergeSuggestions(names: readonly string[]): readonly MergeSuggestion[] {
  const byCore = new Map<string, string>();
  const found: MergeSuggestion[] = [];
  for (const name of names) {
    const key = core(name);
    const first = byCore.get(key);
    if (first === undefined) byCore.set(key, name);
    else if (first !== name) found.push(suggestion(first, name));
  }
  const cores = [...byCore];
  if (cores.length > MOST_COMPARED) return found;
  cores.forEach(([key, name], at) => {
    for (const [other, otherName] of cores.slice(at + 1))
      if (oneSlip(key, other)) found.push(suggestion(name, otherName));
  });
  return found;
}
