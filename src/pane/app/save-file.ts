/** Hands a file to the person, as a browser does with a download. */

const TYPES = {
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  zip: "application/zip",
} as const;

/** @param name ends as files of its kind do */
export type SaveFile = (bytes: Uint8Array<ArrayBuffer>, name: string) => void;

export const saveFile: SaveFile = (bytes, name) => {
  const type = name.endsWith(".zip") ? TYPES.zip : TYPES.xlsx;
  const address = URL.createObjectURL(new Blob([bytes], { type }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  // The browser has taken the file by the time the page is idle again.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
};
