/** Notes on cells, the yellow slips that come up when one points at the corner of a cell. */
import { address } from "../../words/grid";
import { supportsSet, type Connection, type Steps } from "../connection";
import type { OwnWriting } from "../own-writing";
import type { CellNote } from "../sharing-host";
import { codeOf, isTooOld, type Doing } from "../trouble";

const NOTING: Doing = { zh: "写注释", en: "writing notes" };

/** What notes of the product begin with; others are somebody else's. */
const NOTE_MARK = "ZJTX: ";

/** Notes of one request. */
const NOTES_A_REQUEST = 500;

interface Placed {
  readonly note: CellNote;
  /** What the note of the cell says so far; null where there is none. */
  readonly before: string | null;
}

/** All or nothing. False where this Excel has no notes for add-ins (before ExcelApi 1.18). */
export async function addNotes(
  connection: Connection,
  writing: OwnWriting,
  notes: readonly CellNote[],
): Promise<boolean> {
  if (!supportsSet("ExcelApi", "1.18")) return false;
  return writing.during(() =>
    connection.run(NOTING, async (steps) => {
      const written: Placed[] = [];
      try {
        for (let at = 0; at < notes.length; at += NOTES_A_REQUEST) {
          const some = await contentsBefore(steps, notes.slice(at, at + NOTES_A_REQUEST));
          written.push(...some);
          await write(steps, some);
        }
        return true;
      } catch (error) {
        if (error instanceof NoNotes) return false;
        if (codeOf(error) !== "") await putBack(steps, written);
        if (isTooOld(error)) return false;
        throw error;
      }
    }),
  );
}

/** The last note wins where a cell is given two; notes of somebody else are left out. */
async function contentsBefore({ step }: Steps, notes: readonly CellNote[]): Promise<readonly Placed[]> {
  const last = new Map(notes.map((note) => [`${address(note.row, note.column)} ${note.sheet}`, note]));
  const asked = await step((context) =>
    [...last.values()].map((note) => {
      const there = notesOf(context, note).getItemOrNullObject(place(note));
      there.load("content");
      return { note, there };
    }),
  );
  return asked.flatMap(({ note, there }) => {
    const before = there.isNullObject ? null : there.content;
    return before === null || before.startsWith(NOTE_MARK) ? [{ note, before }] : [];
  });
}

/** Office.js itself may be older than the Excel it talks to, where it was not loaded from Microsoft. */
class NoNotes extends Error {}

function notesOf({ workbook }: Excel.RequestContext, note: CellNote): Excel.NoteCollection {
  const sheet = workbook.worksheets.getItem(note.sheet);
  // Classes of Office.js get their members with their first object.
  if (!("notes" in sheet)) throw new NoNotes();
  return sheet.notes;
}

function place({ row, column }: CellNote): string {
  return address(row, column);
}

async function write({ step }: Steps, notes: readonly Placed[]): Promise<void> {
  await step((context) => {
    for (const { note, before } of notes) {
      const own = notesOf(context, note);
      if (note.text === null) {
        if (before !== null) own.getItem(place(note)).delete();
      } else if (before === null) own.add(place(note), NOTE_MARK + note.text);
      else own.getItem(place(note)).content = NOTE_MARK + note.text;
    }
  });
}

async function putBack({ step }: Steps, notes: readonly Placed[]): Promise<void> {
  await step((context) => {
    for (const { note, before } of notes) {
      const own = notesOf(context, note);
      if (before === null) own.getItemOrNullObject(place(note)).delete();
      else if (note.text === null) own.add(place(note), before);
      else own.getItemOrNullObject(place(note)).content = before;
    }
  }).catch(() => undefined);
}
