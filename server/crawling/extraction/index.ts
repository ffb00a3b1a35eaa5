export { decodeHtml } from "./decode-html";
export type { PageBlock, PageContent, PageLink } from "./page-content";
export { readPage } from "./read-page";
