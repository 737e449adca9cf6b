/** The hosts behind one interface, each over a headless workbook: what they promise is tested once, for both. */
import type { BoundRelease } from "../../src/functions/function-record";
import { connectWps } from "../../src/wps/host/connect";
import { wpsOver, type StandInOptions } from "../../src/workbench/wps/application";
import type { BookFile } from "../../src/xlsx/book-file";
import { connected, type Connected } from "../excel/connected";

export interface Room {
  readonly name: "Excel" | "WPS";
  /** Opens a workbook; whatever somebody else does there is done through the session. */
  readonly open: (file: BookFile, functions?: BoundRelease) => Promise<Connected>;
}

/** The same workbook behind WPS's host. */
export async function connectedInWps(
  file: BookFile,
  functions?: BoundRelease,
  options: StandInOptions = {},
): Promise<Connected> {
  const connection = await connected(file, functions);
  return { ...connection, host: connectWps(wpsOver(connection.book, options).application) };
}

export const ROOMS: readonly Room[] = [
  { name: "Excel", open: connected },
  { name: "WPS", open: (file, functions) => connectedInWps(file, functions) },
];
