/** The tier that a word means: its id, its name in either language, or the short word people use. */
import { foldKey } from "../words/plain-text";
import { allEditions, type Policy } from "./rule-set";

const SHORT_NAMES: Readonly<Record<string, readonly string[]>> = {
  innovative: ["创新型", "创新型企业"],
  "tech-sme": ["科技型", "科技型企业", "科小"],
  specialized: ["专精特新", "专精特新企业", "专精特新中小", "省级专精特新"],
  "little-giant": ["小巨人", "小巨人企业", "专精特新小巨人", "专精特新小巨人企业", "国家级专精特新小巨人企业"],
  "champion-province": ["省级单项冠军", "省单项冠军", "省级制造业单项冠军企业"],
  "champion-national": ["国家级单项冠军", "国家单项冠军", "单项冠军", "国家级制造业单项冠军企业"],
  leading: ["领航", "领航企业"],
  gazelle: ["瞪羚"],
  unicorn: ["独角兽"],
  "high-tech": ["高新", "高企", "高新技术"],
};

/** What people say for a tier beside its names in the catalogue. */
export function wordsForTier(tier: string): readonly string[] {
  return SHORT_NAMES[tier] ?? [];
}

const indexes = new WeakMap<Policy, ReadonlyMap<string, string>>();

function indexOf(policy: Policy): ReadonlyMap<string, string> {
  const known = indexes.get(policy);
  if (known) return known;
  const index = new Map<string, string>();
  for (const [id, entry] of policy.tiers) {
    const names = [entry.name, ...allEditions(entry).map((edition) => edition.name)].flatMap(({ zh, en }) => [zh, en]);
    names.push(id, ...wordsForTier(id));
    for (const one of names) if (!index.has(foldKey(one))) index.set(foldKey(one), id);
  }
  indexes.set(policy, index);
  return index;
}

/** The id of the tier named, in any spelling; null where there is none. */
export function tierNamed(text: string, policy: Policy): string | null {
  return indexOf(policy).get(foldKey(text)) ?? null;
}
