/** Starts the workbench in its page. */
import "../../taskpane/no-eval";
import packed from "release";
import packedSubsidies from "subsidies";
import { createElement } from "react";
import { createRoot } from "react-dom/client";
import { unpackRelease } from "../../policy/pack-release";
import { unpackSubsidies } from "../../subsidy/pack-subsidies";
import { WorkbenchPage } from "./workbench-page";

const knowledge = { ...unpackRelease(packed), subsidies: unpackSubsidies(packedSubsidies) };
const root = document.getElementById("root");
if (root) createRoot(root).render(createElement(WorkbenchPage, { knowledge }));
