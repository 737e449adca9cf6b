/** How a person set the columns of a sheet, as it is kept in the workbook: plain JSON, one entry a column that was changed. */
import { z } from "zod";

const sheetRow = z.int().min(1).max(1_048_576);

const sheetSettings = {
  /** First and last heading row as Excel counts them; left out, the rows are found. */
  headingRows: z
    .tuple([sheetRow, sheetRow])
    .refine(([first, last]) => first <= last && last - first < 5, "the heading rows run from top to bottom")
    .optional(),
  columns: z.array(
    z.strictObject({
      /** Where the column stood: `D`. */
      column: z.string().regex(/^[A-Z]{1,3}$/),
      /** Its heading when it was set, see `headingText`; a column that moved is found again by it. */
      heading: z.string(),
      /** A field id; null leaves the column out; absent keeps what is recognised. */
      field: z.string().nullable().optional(),
      /** Years before t: 0 is t. */
      back: z.int().min(0).max(9).optional(),
      /** The unit the numbers are in: 元, 万元, %. "" means plain fractions for a share. */
      unit: z.string().optional(),
      /** False: written down as it was read, but nobody has confirmed it yet; it is asked about further. */
      confirmed: z.boolean().optional(),
      /** For whoever edits it by hand; nothing reads it. */
      note: z.string().optional(),
    }),
  ),
};

export const savedMappingSchema = z.strictObject({ version: z.literal(1), ...sheetSettings });

/** A file of mappings, one a sheet of a workbook. */
export const mappingFileSchema = z.strictObject({
  version: z.literal(2),
  sheets: z.array(z.strictObject({ sheet: z.string(), ...sheetSettings })).min(1),
});

/** A person's own choice of heading rows, fields, years and units. */
export type SavedMapping = z.infer<typeof savedMappingSchema>;
export type SavedColumn = SavedMapping["columns"][number];
/** Mappings of several sheets, as they are kept in a file. */
export type MappingFile = z.infer<typeof mappingFileSchema>;
