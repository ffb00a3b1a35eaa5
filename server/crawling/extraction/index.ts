/** Extraction: the main text, title and links of a page, without what surrounds them. Pure. */
export { decodeHtml } from "./decode-html";
export type { PageBlock, PageContent, PageLink } from "./page-content";
export { readPage } from "./read-page";
