import { resolve } from "node:path";
import type { PageContent } from "./page-content";
import { PageWorkers } from "./page-workers";

let workers: PageWorkers | undefined;

/**
 * `readPage` in a thread of its own (dist/page-worker.mjs), so that a large page never holds up the server. Throws `UnreadablePageError`
 * (`reason` "timeout" after 5 s, or "crashed"), whose message is fit for the user.
 */
export function readPageInWorker(html: string, url: string): Promise<PageContent> {
  workers ??= new PageWorkers({
    workerPath: resolve(/* turbopackIgnore: true */ process.cwd(), "dist/page-worker.mjs"),
  });
  return workers.read(html, url);
}
