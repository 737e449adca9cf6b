import { connected } from "./connected";
import { book, sheet } from "./made-up-book";
import { JobWorker } from "../taskpane/job-worker";
import { ScoringClient } from "../../src/taskpane/scoring/scoring-client";
import { sampleSheet } from "../../src/taskpane/sample/sample-sheet";
test("plans", async () => {
  const N = Number(process.env.PLANS ?? 100);
  const c = await connected(book([sheet("名单", [["企业名称"], ["甲厂"]])]));
  const [head, ...rows] = sampleSheet("zh").rows;
  const many = [head!, ...Array.from({ length: N }, (_, i) => rows[i % rows.length]!)];
  const client = new ScoringClient(() => new JobWorker());
  async function* blocks() {
    yield { top: 0, left: 0, rows: many, numberFormats: [] };
  }
  let t = Date.now();
  const lap = (what: string) => {
    console.error(what, Date.now() - t);
    t = Date.now();
  };
  const signal = new AbortController().signal;
  const scored = await client.score({
    frame: { sheet: "名单", merges: [], hiddenRows: [], hiddenColumns: [] },
    blocks: blocks(),
    request: { asOf: "2026-11-21", mapping: undefined, purpose: "new", language: "zh", rows: null, fileName: "x" },
    signal,
    progress: () => undefined,
  });
  lap("scored");
  const parts = await client.compose({
    run: scored.run,
    wanted: { what: "plans", rows: null, aim: null },
    language: "zh",
    signal,
    progress: () => undefined,
  });
  lap("composed " + parts.map((p) => p.rows.length));
  let last = 0;
  await c.host.writeResults(parts, {
    progress: (done, total) => {
      if (done - last > total / 10) {
        last = done;
        console.error("  ", done, total, Date.now() - t);
      }
    },
  });
  lap("written");
  c.close();
}, 600000);
