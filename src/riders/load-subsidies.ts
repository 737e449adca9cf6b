/** Loads what is known of riders' subsidies: bases by province, schemes, injury cover. Throws SeedError naming every wrong line. */
import { z } from "zod";
import {
  readRequired,
  SeedError,
  type SeedFile,
  type SeedFiles,
  type SeedPath,
  type SeedProblem,
} from "../policy/seed-file";
import type { PlaceCode, Province } from "../language/places";
import { documentTitles } from "../policy/document-titles";
import { evidence, text } from "../policy/seed-words";
import type { Bases } from "./bases";
import { loadBases } from "./load-bases";
import type { InjuryFees } from "./injury-cover";
import type { Scheme } from "./schemes";
import { month, share, source, titled } from "./seed-months";

/** Everything the product knows of riders' subsidies. */
export interface Subsidies {
  readonly bases: Bases;
  readonly schemes: readonly Scheme[];
  readonly injuryFees: InjuryFees;
}

const placeCode = z
  .string()
  .regex(/^\d{6}$/, 'a place\'s code is six digits in quotes, as in "350500"')
  .transform(Number);

const schemesFile = z.strictObject({
  schemes: z
    .array(
      z.strictObject({
        id: z.string().regex(/^[a-z-]+$/),
        name: text,
        platforms: z.array(z.string().min(1)).min(1),
        from: month,
        amount: z
          .strictObject({
            insurances: z.array(z.enum(["pension", "medical"])).min(1),
            share,
            shares: z.array(z.strictObject({ categories: z.array(z.string()).min(1), share })),
          })
          .nullable(),
        categories: z.array(z.string()).nullable().default(null),
        test: z.strictObject({ months: z.int().min(1).max(6), least: z.int().min(1), current: z.boolean() }).nullable(),
        rollout: z.array(
          z.strictObject({ from: month, places: z.union([z.literal("all"), z.array(placeCode).min(1)]) }),
        ),
        evidence,
        source,
        printed: z.strictObject({ amount: z.number().positive(), evidence, source }).nullable().default(null),
        notes: z.array(text).default([]),
      }),
    )
    .min(1),
});

const feesFile = z.strictObject({
  from: month,
  source,
  evidence,
  kinds: z
    .array(z.strictObject({ id: z.string(), name: text, words: z.array(z.string()), fee: z.number().positive() }))
    .min(1),
  gaps: z.array(text).default([]),
  rollout: z
    .array(
      z.strictObject({
        from: month,
        by: month.nullable().default(null),
        provinces: z.array(z.string()).min(1),
        evidence,
        source,
        note: text.nullable().default(null),
      }),
    )
    .min(1),
  figures: z.array(text).default([]),
});

const FILES = { schemes: "subsidies/schemes.yaml", fees: "subsidies/injury-fees.yaml" };

type RawStart = z.infer<typeof feesFile>["rollout"][number];

/** Provinces by their codes; each begins once. */
function rolloutOf(
  rollout: readonly RawStart[],
  provinces: readonly Province[],
  found: (path: SeedPath, reason: string, fix: string) => void,
): readonly (Omit<RawStart, "provinces"> & { readonly provinces: readonly PlaceCode[] })[] {
  const seen = new Set<string>();
  return rollout.map(({ provinces: ids, ...start }, at) => {
    if (start.by !== null && start.by <= start.from)
      found(["rollout", at, "by"], "it ends before it begins", "Leave `by` out, or give a month after `from`");
    const codes = ids.flatMap((id, index) => {
      const path = ["rollout", at, "provinces", index];
      if (seen.has(id)) found(path, `${id} stands twice`, "Keep the month it begins in");
      seen.add(id);
      const province = provinces.find((one) => one.id === id);
      if (province === undefined) found(path, `there is no province ${id}`, "Give an id of seeds/places.yaml");
      return province === undefined ? [] : [province.code];
    });
    return { ...start, provinces: codes };
  });
}

export function loadSubsidies(files: SeedFiles, vocabulary: { readonly provinces: readonly Province[] }): Subsidies {
  const problems: SeedProblem[] = [];
  const titleOf = documentTitles(files, []);
  const bases = loadBases(files, vocabulary, titleOf, problems);
  const schemes = readRequired(files, FILES.schemes, schemesFile, problems);
  const fees = readRequired(files, FILES.fees, feesFile, problems);
  const report =
    (file: SeedFile<unknown> | null) =>
    (path: SeedPath, reason: string, fix: string): void => {
      if (file) problems.push({ file: file.file, line: file.line(path), reason, fix });
    };
  schemes?.data.schemes.forEach(({ test, amount, printed }, at) => {
    if (amount !== null && printed !== null)
      report(schemes)(
        ["schemes", at, "printed"],
        "the scheme has an amount of its own and a printed average",
        "Remove one of them",
      );
    if (test !== null && test.least > test.months)
      report(schemes)(
        ["schemes", at, "test", "least"],
        "more months are asked for than are looked at",
        "Make least at most months",
      );
  });
  const rollout =
    fees === null
      ? []
      : rolloutOf(fees.data.rollout, vocabulary.provinces, report(fees)).map((one) => titled(one, titleOf));
  if (bases === null || schemes === null || fees === null || problems.length > 0) throw new SeedError(problems);
  return {
    bases,
    schemes: schemes.data.schemes.map((one) => ({
      ...titled(one, titleOf),
      printed: one.printed === null ? null : titled(one.printed, titleOf),
    })),
    injuryFees: { ...titled(fees.data, titleOf), rollout },
  };
}
