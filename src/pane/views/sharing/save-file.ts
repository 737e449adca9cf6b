/** Hands a file to the person, as a browser does with a download. */

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

export type SaveFile = (bytes: Uint8Array<ArrayBuffer>, name: string) => void;

export const saveFile: SaveFile = (bytes, name) => {
  const address = URL.createObjectURL(new Blob([bytes], { type: XLSX }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  // The browser has taken the file by the time the page is idle again.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
};
