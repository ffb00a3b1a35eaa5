import { parentPort } from "node:worker_threads";
import { readPage } from "./read-page";

/** Says when it can read; then reads one page a message. Who asks sends the next one only after the answer. */
parentPort?.on("message", ({ html, url }: { html: string; url: string }) => {
  parentPort?.postMessage(readPage(html, url));
});
parentPort?.postMessage("ready");
