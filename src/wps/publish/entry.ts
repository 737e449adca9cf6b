/** publish.html in a browser. */
import { WPS_NAME, WPS_TYPE } from "../add-in";
import { LOCAL_SERVICE } from "../local-service-address";
import { LocalService, type Post } from "./local-service";
import { showPublishPage } from "./publish-page";

/** Milliseconds until an unanswered request counts as nobody there. */
const PATIENCE = 3000;

const post: Post = async (path, body) => {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), PATIENCE);
  try {
    const answer = await fetch(LOCAL_SERVICE + path, { method: "POST", body, signal: stop.signal });
    return { status: answer.status, text: await answer.text() };
  } finally {
    clearTimeout(timer);
  }
};

/** WPS starts its service when the browser opens this address; the browser asks the user first. */
const wake = (): Promise<void> => {
  window.location.href = "ksoWPSCloudSvr://start=RelayHttpServer";
  return new Promise((resolve) => setTimeout(resolve, PATIENCE));
};

const element = document.getElementById("publish");
if (element !== null) {
  const { address = "", version = "" } = element.dataset;
  const addIn = { name: WPS_NAME, addonType: WPS_TYPE, url: address, version };
  void showPublishPage(element, new LocalService(post, wake), addIn);
}
