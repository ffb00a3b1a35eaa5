/** Opportunities: tenders found, read, weighed and followed. Visibility is that of an opportunity's collection. */
export { readFeed } from "./calendar/read-feed";
