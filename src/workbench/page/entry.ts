/** Starts the workbench in its page. */
import "../../pane/packed/no-eval";
import packed from "release";
import packedSubsidies from "subsidies";
import packedTargets from "targets";
import { createElement } from "react";
import { createRoot } from "react-dom/client";
import { unpackTargets } from "../../clusters/pack-targets";
import { unpackRelease } from "../../policy/pack-release";
import { unpackSubsidies } from "../../riders/pack-subsidies";
import { WorkbenchPage } from "./workbench-page";

const release = unpackRelease(packed);
const knowledge = {
  ...release,
  subsidies: unpackSubsidies(packedSubsidies, release.vocabulary),
  targets: unpackTargets(packedTargets),
};
const root = document.getElementById("root");
if (root) createRoot(root).render(createElement(WorkbenchPage, { knowledge }));
