/**
 * From a CPU profile of a page (Chrome DevTools protocol, Profiler.Profile): the longest time without a break that the page's thread spent
 * in the scripts of the pane's frame. Samples whose stack goes through other scripts, those of the stand-in for Excel, are Excel's time:
 * in Excel itself that is another process.
 */
import { z } from "zod";

const profileSchema = z.object({
  nodes: z.array(
    z.object({
      id: z.number(),
      callFrame: z.object({ functionName: z.string(), url: z.string() }),
      children: z.array(z.number()).optional(),
    }),
  ),
  samples: z.array(z.number()),
  /** Microseconds since the sample before. */
  timeDeltas: z.array(z.number()),
});

export interface Stretch {
  readonly milliseconds: number;
  /** The function in which most of the stretch was spent. */
  readonly mostly: string;
}

/** @param own addresses of the pane's scripts */
export function longestStretch(profile: unknown, own: ReadonlySet<string>): Stretch {
  const { nodes, samples, timeDeltas } = profileSchema.parse(profile);
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const kind = new Map<number, "own" | "foreign" | "none">();
  const parents = new Map<number, number>();
  for (const { id, children } of nodes) for (const child of children ?? []) parents.set(child, id);
  const kindOf = (id: number): "own" | "foreign" | "none" => {
    const known = kind.get(id);
    if (known !== undefined) return known;
    const url = byId.get(id)?.callFrame.url ?? "";
    const parent = parents.get(id);
    const above = parent === undefined ? "none" : kindOf(parent);
    const found =
      above === "foreign" || (url !== "" && !own.has(url)) ? "foreign" : above === "own" || url !== "" ? "own" : "none";
    kind.set(id, found);
    return found;
  };
  let best: Stretch = { milliseconds: 0, mostly: "" };
  let now = 0;
  let inside = new Map<string, number>();
  samples.forEach((id, index) => {
    const delta = (timeDeltas[index + 1] ?? 0) / 1000;
    const name = byId.get(id)?.callFrame.functionName ?? "";
    if (name === "(garbage collector)" && now > 0) {
      now += delta;
      return;
    }
    if (kindOf(id) !== "own") {
      now = 0;
      inside = new Map();
      return;
    }
    now += delta;
    inside.set(name, (inside.get(name) ?? 0) + delta);
    if (now > best.milliseconds) {
      const [mostly = ""] = [...inside].sort(([, a], [, b]) => b - a)[0] ?? [];
      best = { milliseconds: now, mostly };
    }
  });
  return best;
}
