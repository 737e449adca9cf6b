/** Zod compiles its checks with `new Function` where it may; the pages' content policy forbids that and would report every try. */
import { z } from "zod";

z.config({ jitless: true });
