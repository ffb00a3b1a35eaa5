/** Sources: what is watched, the runs that read it, the pages and records that they brought, and what changed. */
export { summariseChange } from "./changes/summarise-change";
export { createSource } from "./create-source";
export { resealCredentials } from "./credentials/reseal-credentials";
export { entryParts } from "./pages/entry-parts";
export { openScreenshot } from "./pages/open-screenshot";
export { readDatedRevision, readLastRevision } from "./pages/read-last-revision";
export { findSource } from "./queries";
export { findDropped } from "./records/find-dropped";
export { applyRetention } from "./retention/apply-retention";
export { listWatchingWorkspaces } from "./retention/list-watching-workspaces";
export { beginRun } from "./runs/begin-run";
export { failRun, finishRun } from "./runs/finish-run";
export { entryHash, urlHash } from "./runs/frontier";
export { crawlTools } from "./runs/production-tools";
export { readNextPages } from "./runs/read-next-pages";
export { requestScan } from "./runs/request-scan";
export { seedFromSitemaps } from "./runs/seed-from-sitemaps";
export { startDueRuns } from "./runs/start-due-runs";
