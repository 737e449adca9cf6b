/** No output is an input, and no two outputs are one file, whatever they are called. */
import { statSync } from "node:fs";
import { resolve } from "node:path";
import { systemErrorCode } from "../system-error";
import { WrongInput } from "./wrong-input";

export interface NamedPath {
  /** The option that names it; "" for the list itself. */
  readonly name: string;
  readonly path: string;
}

/** The same for every name of a file: its device and number where it is there, else its whole path. */
function identity(path: string): string {
  const found = statSync(path, { bigint: true, throwIfNoEntry: false });
  // Some file systems of Windows number nothing.
  return found === undefined || found.ino === 0n ? resolve(path) : `${found.dev}:${found.ino}`;
}

function identityOf(path: string): string {
  try {
    return identity(path);
  } catch (error) {
    // A folder that can't be looked into is complained of where the file is opened.
    if (systemErrorCode(error) === "") throw error;
    return resolve(path);
  }
}

/** @throws WrongInput naming the two that are one */
export function requireApart(inputs: readonly NamedPath[], outputs: readonly NamedPath[]): void {
  const read = new Map(inputs.map((one) => [identityOf(one.path), one]));
  const written = new Map<string, NamedPath>();
  for (const output of outputs) {
    const key = identityOf(output.path);
    const input = read.get(key);
    if (input !== undefined) {
      const which =
        input.name === ""
          ? { zh: "输入文件", en: "the input itself" }
          : { zh: `${input.name} 读的文件`, en: `what ${input.name} reads` };
      throw new WrongInput({
        zh: `输出文件不能是输入文件：${output.name} 的“${output.path}”就是${which.zh}，不会被改动。请换一个名字。`,
        en: `An output can't be the input: ${output.name} "${output.path}" is ${which.en}, which is never changed. Please choose another name.`,
      });
    }
    const other = written.get(key);
    if (other !== undefined)
      throw new WrongInput({
        zh: `${other.name} 和 ${output.name} 写的是同一个文件“${output.path}”。请给它们不同的名字。`,
        en: `${other.name} and ${output.name} name the same file "${output.path}". Please give them different names.`,
      });
    written.set(key, output);
  }
}
