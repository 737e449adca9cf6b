/** Why an output could not be saved, said to the person who named it. */
import type { Text } from "../words/text";
import { systemErrorCode } from "./system-error";

/** The output could not be saved; `text` says why and what to do. */
export class UnwritableFile extends Error {
  override name = "UnwritableFile";
  constructor(readonly text: Text) {
    super(`${text.zh} ${text.en}`);
  }
}

/** The error to throw for a file that could not be written; an error that is none of the system's is a bug and comes back as it is. */
export function unwritable(path: string, error: unknown): unknown {
  const code = systemErrorCode(error);
  return code === "" || error instanceof UnwritableFile ? error : new UnwritableFile(reasonText(path, code));
}

function reasonText(path: string, code: string): Text {
  if (code === "ENOENT" || code === "ENOTDIR") {
    return {
      zh: `保存不了“${path}”：文件夹不存在。请先建好文件夹，或换一个位置。`,
      en: `"${path}" can't be saved: the folder does not exist. Please create it or choose another place.`,
    };
  }
  if (code === "EISDIR") {
    return {
      zh: `保存不了“${path}”：这是一个文件夹。请写出要保存的文件名，例如 结果.xlsx。`,
      en: `"${path}" can't be saved: it is a folder. Please give a file name such as results.xlsx.`,
    };
  }
  // No room on the disk, or none left to this person or this process.
  if (code === "ENOSPC" || code === "EDQUOT" || code === "EFBIG") {
    return {
      zh: `保存不了“${path}”：磁盘满了。请清出空间再试。`,
      en: `"${path}" can't be saved: the disk is full. Please free some space and try again.`,
    };
  }
  return {
    zh: `保存不了“${path}”：没有写入权限，或者它正在 Excel 里打开。请先关掉它，或换一个位置。`,
    en: `"${path}" can't be saved: no permission, or it is open in Excel. Please close it or choose another place.`,
  };
}
