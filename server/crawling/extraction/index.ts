export { decodeHtml } from "./decode-html";
export { UnreadablePageError } from "./errors";
export type { PageBlock, PageContent, PageLink } from "./page-content";
export { readPage } from "./read-page";
export { readPageInWorker } from "./read-page-in-worker";
