/** Starts the workbench in its page. */
import "../../taskpane/no-eval";
import { createElement } from "react";
import { createRoot } from "react-dom/client";
import { WorkbenchPage } from "./workbench-page";

const root = document.getElementById("root");
if (root) createRoot(root).render(createElement(WorkbenchPage));
