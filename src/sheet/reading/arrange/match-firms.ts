/** Which row of one list is about the same enterprise as a row of another: by code, else by name, else by the name without its legal form. */
import { keysOf, type IdentityColumns, type Keys } from "./firm-identity";
import type { ListOutline } from "./list-outline";

export interface FirmList {
  readonly outline: ListOutline;
  readonly identity: IdentityColumns;
}

export interface FirmMatches {
  /** By row of the base as counted in its outline: the 0-based row of the other grid, -1 for none. */
  readonly rowOf: Int32Array;
  readonly matched: number;
  /** Rows of the other list that no row of the base stands for. */
  readonly without: readonly number[];
  /** Rows whose name stands for several enterprises, or of which there are several for one enterprise. */
  readonly unclear: readonly number[];
}

const SEVERAL = -2;
const legalForm = /(?:股份有限公司|有限责任公司|有限公司|股份公司|责任公司|集团公司|公司|股份|集团)/g;

/** 甲一机械（集团）有限责任公司 and 甲一机械集团有限公司 are one. */
export function looseName(name: string): string {
  const bare = name.replace(legalForm, "");
  return bare.length >= 2 ? bare : name;
}

class Index {
  private readonly rows = new Map<string, number>();

  add(key: string, at: number): void {
    if (key !== "") this.rows.set(key, this.rows.has(key) ? SEVERAL : at);
  }

  /** Undefined for a key nobody has, SEVERAL for one that several have. */
  of(key: string): number | undefined {
    return key === "" ? undefined : this.rows.get(key);
  }
}

function indexed(keys: readonly Keys[], pick: (key: Keys) => string): Index {
  const index = new Index();
  for (const [at, key] of keys.entries()) index.add(pick(key), at);
  return index;
}

function allKeys({ outline, identity }: FirmList): readonly Keys[] {
  const of = keysOf(outline.grid, identity);
  return outline.rows.map(of);
}

/** Matches every row of `other` to at most one row of `base`; a row without any key matches where both lists have one row only. */
export function matchFirms(base: FirmList, other: FirmList): FirmMatches {
  const [baseKeys, otherKeys] = [allKeys(base), allKeys(other)];
  const byCode = indexed(baseKeys, ({ code }) => code);
  const bySecurity = indexed(baseKeys, ({ security }) => security);
  const byName = indexed(baseKeys, ({ name }) => name);
  const byLoose = indexed(baseKeys, ({ name }) => looseName(name));
  const looseOthers = indexed(otherKeys, ({ name }) => looseName(name));
  const find = (own: Keys): number | undefined => {
    const { code, security, name } = own;
    const coded = byCode.of(code) ?? bySecurity.of(security);
    if (coded !== undefined) return coded;
    const loose = looseOthers.of(looseName(name)) === SEVERAL ? undefined : byLoose.of(looseName(name));
    const named = byName.of(name) ?? loose;
    if (named === undefined || named === SEVERAL) return named;
    // One name with two codes is two enterprises.
    const known = baseKeys[named]?.code ?? "";
    return code !== "" && known !== "" && known !== code ? undefined : named;
  };
  const rowOf = new Int32Array(baseKeys.length).fill(-1);
  const rowsOf = new Map<number, number[]>();
  const without: number[] = [];
  const unclear: number[] = [];
  for (const [at, key] of otherKeys.entries()) {
    const row = other.outline.rows[at] ?? -1;
    const nobody = key.code === "" && key.security === "" && key.name === "";
    const found = nobody && baseKeys.length === 1 && otherKeys.length === 1 ? 0 : find(key);
    if (found === undefined) without.push(row);
    else if (found === SEVERAL) unclear.push(row);
    else rowsOf.set(found, [...(rowsOf.get(found) ?? []), row]);
  }
  let matched = 0;
  for (const [at, rows] of rowsOf) {
    if (rows.length > 1) unclear.push(...rows);
    else {
      rowOf[at] = rows[0] ?? -1;
      matched += 1;
    }
  }
  return { rowOf, matched, without, unclear };
}
