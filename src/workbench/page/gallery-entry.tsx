/** The gallery of the pane's components, with those that the workbench's own page has beside them. */
import "../../pane/packed/no-eval";
import { startGallery } from "../../pane/gallery/gallery";
import { LeftWork } from "./left-work";
import { sayIn } from "./page-texts";

const nothing = (): void => undefined;
const AT = new Date(2026, 10, 21, 10, 32).getTime();
const WORK = { id: "1", name: "山东示例企业.xlsx", at: AT, bytes: new Uint8Array(0) };

const element = document.getElementById("root");
if (element !== null)
  void startGallery(element, [
    {
      id: "left-work",
      show: ({ language }) => <LeftWork work={WORK} say={sayIn(language)} onOpen={nothing} onClear={nothing} />,
    },
  ]);
