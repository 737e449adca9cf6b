/** Licences that no field of a package tells and a person has read. A new text under the same name must be read again. */
import type { Text } from "../words/text";

export interface ReadByHand {
  readonly name: string;
  /** What the package's own field says; "" where it has none. */
  readonly stated: string;
  /** SHA-256 of the licence file, see fingerprintOf. */
  readonly fingerprint: string;
  /** What it is, for the list of licences. */
  readonly licence: string;
  /** What it lets us do, and what it asks of us beyond its text. */
  readonly reading: Text;
}

const READ: readonly ReadByHand[] = [
  {
    name: "@univerjs/telemetry",
    stated: "",
    fingerprint: "4bf96504d6e83ce5c6fc7167f1795d9ceaa68e70ab86bc5d08ab93184262bbbe",
    licence: "Apache-2.0",
    reading: {
      zh: "许可证文件就是 Apache-2.0 全文，只是 package.json 里没写。它只有一个服务接口的名字，不收集也不发送任何东西。",
      en: "Its licence file is the whole of Apache-2.0, its package.json just leaves the field out. It holds the name of an interface alone, and gathers and sends nothing.",
    },
  },
  {
    name: "@microsoft/office-js",
    stated: "LICENSE",
    fingerprint: "d844e4a3dd3fe88f0d91bac22cba7016ccebf867019ff1b13d52611fb0ed04e2",
    licence: "Microsoft Office.js API Library terms",
    reading: {
      zh: "Office.js 可以原样随加载项分发，只能和 Microsoft 365 的产品一起使用。微软不负责维护、更新或支持本加载项。",
      en: "Office.js may be passed on unchanged with an add-in, for use with Microsoft 365 products alone. Microsoft is not responsible for maintaining, updating or supporting this add-in.",
    },
  },
];

/** Null for packages whose licence their own field tells. */
export function readByHand(name: string): ReadByHand | null {
  return READ.find((one) => one.name === name) ?? null;
}
