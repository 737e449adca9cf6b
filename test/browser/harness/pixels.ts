/** What a part of a page looks like, from a picture of it: forced colours and canvases are seen in no style. */
import type { Page } from "playwright-core";

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Seen {
  /** The colour of most pixels, as `rgb(…)`. */
  readonly ground: string;
  /** The highest contrast that any pixel has with it, as WCAG counts: 1 to 21. */
  readonly contrast: number;
}

/** Looks at a box of the page. */
export async function seen(page: Page, clip: Box): Promise<Seen> {
  const picture = (await page.screenshot({ clip })).toString("base64");
  // An empty page of its own: the one looked at lets no picture in that isn't its own.
  const desk = await page.context().newPage();
  const found = await desk.evaluate(async (base64) => {
    const image = new Image();
    image.src = `data:image/png;base64,${base64}`;
    await image.decode();
    const canvas = new OffscreenCanvas(image.width, image.height);
    const context = canvas.getContext("2d");
    if (!context) throw new Error("no canvas");
    context.drawImage(image, 0, 0);
    const { data } = context.getImageData(0, 0, image.width, image.height);
    const part = (value: number): number =>
      value <= 10.31475 ? value / 3294.6 : ((value / 255 + 0.055) / 1.055) ** 2.4;
    const counts = new Map<string, { count: number; light: number }>();
    for (let at = 0; at < data.length; at += 4) {
      const [red = 0, green = 0, blue = 0] = data.slice(at, at + 3);
      const colour = `rgb(${red}, ${green}, ${blue})`;
      const light = 0.2126 * part(red) + 0.7152 * part(green) + 0.0722 * part(blue);
      counts.set(colour, { count: (counts.get(colour)?.count ?? 0) + 1, light });
    }
    const all = [...counts].sort(([, a], [, b]) => b.count - a.count);
    const [ground, { light }] = all[0] ?? ["", { light: 0 }];
    const contrasts = all.map(
      ([, other]) => (Math.max(other.light, light) + 0.05) / (Math.min(other.light, light) + 0.05),
    );
    return { ground, contrast: Math.max(...contrasts) };
  }, picture);
  await desk.close();
  return found;
}
