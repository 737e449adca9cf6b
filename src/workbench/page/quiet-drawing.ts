/** The spreadsheet is drawn between an add-in's requests, as Excel's own screen is, not with each of a request's many changes. */
import type { Univer } from "@univerjs/core";
import { IRenderManagerService } from "@univerjs/engine-render";
import type { Book } from "../book/book";

/** Milliseconds: in a long request the page is still drawn so often. */
const PATIENCE = 500;

export function drawBetweenRequests(univer: Univer, book: Book): void {
  const scene = univer.__getInjector().get(IRenderManagerService).getRenderById(book.link.unitId)?.scene;
  if (!scene) return;
  const draw = scene.render.bind(scene);
  let drawn = 0;
  scene.render = (context) => {
    const now = performance.now();
    if (book.link.journal.recording && now - drawn < PATIENCE) return;
    drawn = now;
    draw(context);
  };
}
