/** The version of the program, as results carry it. Only entry files import it. */
import packed from "version";
import { z } from "zod";

export const VERSION = z.string().parse(JSON.parse(packed));
