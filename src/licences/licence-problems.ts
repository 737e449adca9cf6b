/** Whether everybody may use, change and pass on what the product is made of: free licences only, none that binds the product itself. */
import parse from "spdx-expression-parse";
import type { Text } from "../words/text";
import { readByHand, type ReadByHand } from "./read-by-hand";
import { fingerprintOf, type ProductionPackage } from "./production-packages";

export interface LicenceProblem {
  /** Package, version and folder. */
  readonly where: string;
  readonly text: Text;
}

/** SPDX names of licences that ask for no more than to be named and passed on. */
const FREE: ReadonlySet<string> = new Set([
  "0BSD",
  "Apache-2.0",
  "BlueOak-1.0.0",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "CC0-1.0",
  "ISC",
  "MIT",
  "MIT-0",
  "Unlicense",
  "Zlib",
]);

function isFree(info: parse.Info): boolean {
  if ("license" in info) return FREE.has(info.license);
  const left = isFree(info.left);
  const right = isFree(info.right);
  return info.conjunction === "or" ? left || right : left && right;
}

/** Null for words that name no licence, such as UNLICENSED or SEE LICENSE IN. */
function parsed(stated: string): parse.Info | null {
  try {
    return parse(stated);
  } catch {
    return null;
  }
}

function saidOf(stated: string): Text | null {
  if (stated === "") {
    return {
      zh: "没有写许可证，别人不能放心使用、修改和转发。请换一个包；若它的许可证文件写明了，由人读过后记入 read-by-hand.ts。",
      en: "It states no licence, so nobody may rely on using, changing or passing it on. Use another package; where its licence file says more, have somebody read it and record it in read-by-hand.ts.",
    };
  }
  const info = parsed(stated);
  if (info === null) {
    return {
      zh: `许可证写的是“${stated}”，这不是 SPDX 里的许可证名。请换一个包，或由人读过它的许可证文件后记入 read-by-hand.ts。`,
      en: `It states "${stated}", which names no licence of the SPDX list. Use another package, or have somebody read its licence file and record it in read-by-hand.ts.`,
    };
  }
  if (isFree(info)) return null;
  return {
    zh: `许可证是 ${stated}，不在可用之列（${[...FREE].join("、")}）。请换一个包，或只在开发时使用它。`,
    en: `Its licence is ${stated}, which is not among those we take (${[...FREE].join(", ")}). Use another package, or use it in development alone.`,
  };
}

function handProblem(one: ProductionPackage, { stated, fingerprint }: ReadByHand): Text | null {
  if (one.stated === stated && one.licenceFile !== null && fingerprintOf(one.licenceFile) === fingerprint) return null;
  return {
    zh: "它的许可证文件和上次由人读过的不一样了。请再读一遍，能用就更新 read-by-hand.ts。",
    en: "Its licence is not the one that was read by a person. Read it again, and update read-by-hand.ts if it will do.",
  };
}

const NOT_INSTALLED: Text = {
  zh: "没有安装，看不到它的许可证。请先运行 npm ci。",
  en: "It is not installed, so its licence can't be seen. Run npm ci first.",
};

function problemOf(one: ProductionPackage): Text | null {
  if (!one.installed && !one.optional) return NOT_INSTALLED;
  const byHand = readByHand(one.name);
  if (byHand !== null) return one.installed ? handProblem(one, byHand) : null;
  return saidOf(one.stated) ?? (one.alsoStated === null ? null : saidOf(one.alsoStated));
}

/** What is wrong with the licences of `packages`; empty where all is well. */
export function licenceProblems(packages: readonly ProductionPackage[]): readonly LicenceProblem[] {
  return packages.flatMap((one) => {
    const text = problemOf(one);
    return text === null ? [] : [{ where: `${one.name} ${one.version} (${one.folder})`, text }];
  });
}
