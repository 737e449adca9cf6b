/**
 * Pseudonyms for names, credit codes and riders' ids. The same value has the same pseudonym all over a workbook, so that its sheets still
 * fit together; the key is thrown away, so that nobody can find the value by trying names. Another workbook has other pseudonyms.
 */
import { completeCreditCode, creditCodeFault, plainCreditCode } from "../../sheet/reading/credit-code";
import { hmac } from "../sha-256";

export type MaskKind = "enterprise" | "code" | "security" | "rider" | "person" | "phone";

const PREFIX: Readonly<Record<Exclude<MaskKind, "code">, string>> = {
  enterprise: "企业",
  security: "证券",
  rider: "骑手",
  person: "人员",
  phone: "电话",
};

const KINDS: readonly MaskKind[] = ["enterprise", "code", "security", "rider", "person", "phone"];

/** Letters and digits that are not misread; also the alphabet of credit codes. */
const SIGNS = "0123456789ABCDEFGHJKLMNPQRTUWXY";

/** Numbers of persons wherever they stand: identity cards (18 digits or 17 and X), mobile phones, mail, accounts, telephones. */
const IDENTITY =
  /(?<![0-9A-Za-z])[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[0-9Xx](?![0-9A-Za-z])/g;
const PHONE = /(?<!\d)1[3-9]\d{9}(?!\d)/g;
const MAIL = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g;
const ACCOUNT = /(?<![0-9A-Za-z])(?:\d{16,19}|0\d{2,3}-\d{7,8})(?![0-9A-Za-z])/g;
const CODE = /(?<![0-9A-Za-z])[0-9A-HJ-NPQRTUWXY]{18}(?![0-9A-Za-z])/gi;

/** Names shorter than this are replaced only where they stand by themselves: inside a word they would hit ordinary ones. */
const SHORTEST_INSIDE = 3;
/** Two signs between quotes, commas, blanks and the like. */
const STANDS_ALONE = /(?<![\p{L}\p{N}])[\p{L}\p{N}]{2}(?![\p{L}\p{N}])/gu;

export class Masker {
  private readonly given = new Map<string, string>();
  private readonly used = new Set<string>();
  private readonly shortNames = new Map<string, string>();
  /** First characters of names -> the names that begin so with their pseudonyms, and the lengths of those names, longest first. */
  private readonly names = new Map<string, { readonly known: Map<string, string>; lengths: readonly number[] }>();

  /** @param key random bytes, 16 at least, kept nowhere */
  constructor(private readonly key: Uint8Array) {
    if (key.length < 16) throw new RangeError("the key of a masked copy has 16 bytes at least");
  }

  /** The pseudonym of a value; blank stays blank. */
  mask(value: string, kind: MaskKind): string {
    const plain = kind === "code" ? plainCreditCode(value) : value.normalize("NFKC").replace(/\s+/g, " ").trim();
    if (plain === "") return value;
    const key = `${kind} ${plain}`;
    const known = this.given.get(key);
    if (known !== undefined) return known;
    let pseudonym = "";
    for (let attempt = 0; pseudonym === "" || this.used.has(pseudonym); attempt += 1)
      pseudonym = this.make(`${key} ${attempt}`, kind);
    this.used.add(pseudonym);
    this.given.set(key, pseudonym);
    if (kind !== "code") this.keepName(value.trim(), pseudonym);
    return pseudonym;
  }

  /** Everything that was masked so far, in one spelling. */
  *originals(): Generator<{ readonly kind: MaskKind; readonly value: string }> {
    for (const key of this.given.keys()) {
      const at = key.indexOf(" ");
      const kind = KINDS.find((one) => one === key.slice(0, at));
      if (kind !== undefined) yield { kind, value: key.slice(at + 1) };
    }
  }

  /** A text with all values masked so far, and all numbers of persons and codes in it, replaced. */
  text(text: string): string {
    const whole = text.normalize("NFKC").replace(/\s+/g, " ").trim();
    for (const kind of ["enterprise", "rider", "person"] as const) {
      const known = this.given.get(`${kind} ${whole}`);
      if (known !== undefined) return known;
    }
    return this.replaceNames(text)
      .replace(STANDS_ALONE, (name) => this.shortNames.get(name) ?? name)
      .replace(CODE, (code) => {
        const plain = plainCreditCode(code);
        return creditCodeFault(plain) === null && !this.used.has(plain) ? this.mask(code, "code") : code;
      })
      .replace(IDENTITY, (id) => this.mask(id, "person"))
      .replace(PHONE, (phone) => this.mask(phone, "phone"))
      .replace(MAIL, (mail) => this.mask(mail, "person"))
      .replace(ACCOUNT, (account) => (this.used.has(account) ? account : this.mask(account, "phone")));
  }

  private make(key: string, kind: MaskKind): string {
    const digest = hmac(this.key, key);
    const signs = (count: number): string =>
      Array.from(digest.subarray(0, count), (byte) => SIGNS[byte % SIGNS.length] ?? "0").join("");
    // 99 is no registering office: the code has the shape and the check digit of one, and belongs to nobody.
    return kind === "code" ? completeCreditCode(`99000000${signs(9)}`) : `${PREFIX[kind]}${signs(6)}`;
  }

  private keepName(name: string, pseudonym: string): void {
    if (name.length < SHORTEST_INSIDE) {
      if (/\p{L}/u.test(name)) this.shortNames.set(name, pseudonym);
      return;
    }
    const start = name.slice(0, SHORTEST_INSIDE);
    const beginning = this.names.get(start) ?? { known: new Map<string, string>(), lengths: [] };
    this.names.set(start, beginning);
    beginning.known.set(name, pseudonym);
    if (!beginning.lengths.includes(name.length))
      beginning.lengths = [...beginning.lengths, name.length].sort((a, b) => b - a);
  }

  private replaceNames(text: string): string {
    if (text.length < SHORTEST_INSIDE || this.names.size === 0) return text;
    let result = "";
    for (let at = 0; at < text.length;) {
      const found = this.nameAt(text, at);
      result += found?.pseudonym ?? text.charAt(at);
      at += found?.length ?? 1;
    }
    return result;
  }

  /** The longest known name that begins at a place of a text. */
  private nameAt(text: string, at: number): { readonly pseudonym: string; readonly length: number } | null {
    const beginning = this.names.get(text.slice(at, at + SHORTEST_INSIDE));
    for (const length of beginning?.lengths ?? []) {
      const pseudonym = beginning?.known.get(text.slice(at, at + length));
      if (pseudonym !== undefined) return { pseudonym, length };
    }
    return null;
  }
}
