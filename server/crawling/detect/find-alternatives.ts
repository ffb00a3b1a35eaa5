import { jobBoardAddress } from "../job-boards";
import type { ScannedPage } from "./scan-page";

/** An address that may be a better way to watch a page, and why it is worth asking. */
export interface Candidate {
  url: string;
  /** Before what it turned out to be: "The page names this feed." */
  reason: string;
  /** Loaded into the page itself, so that what the page shows comes from there. */
  isEmbedded?: boolean;
}

const feedType = /^(application|text)\/(rss|atom|rdf|feed|x-rss|x-atom)?\+?(xml|json)$/;

/** The feeds that a page names in its head, or links to by what people call a feed. */
export function feedCandidates(page: ScannedPage): Candidate[] {
  const named = page.alternates
    .filter(({ type }) => feedType.test(type))
    .map(({ url, title }) => ({
      url,
      reason: title ? `The page names the feed "${title.slice(0, 80)}".` : "The page names this feed.",
    }));
  const linked = page.links
    .filter(({ url, text }) => /\b(rss|atom|feed)\b/i.test(text) && /(rss|atom|feed|\.xml|\.rdf|\.json)/i.test(url))
    .map(({ url }) => ({ url, reason: "The page links to this feed." }));
  return unique([...named, ...linked]);
}

/** The job boards that a page shows inside itself or links to, by their platforms' addresses. */
export function jobBoardCandidates(page: ScannedPage, url: string): Candidate[] {
  const embedded = page.embeds.flatMap((address) => {
    const board = jobBoardAddress(address);
    return board ? [{ url: board.apiUrl, reason: "The page shows this job board.", isEmbedded: true }] : [];
  });
  const boards = page.links.flatMap((link) => jobBoardAddress(link.url)?.apiUrl ?? []);
  const linked = boards.map((apiUrl) => ({
    url: apiUrl,
    reason: "The page links to this job board.",
    // A page that leads to several jobs of one board is that board's page.
    isEmbedded: boards.filter((other) => other === apiUrl).length >= 3,
  }));
  const own = jobBoardAddress(url);
  const itself = own ? [{ url: own.apiUrl, reason: "The page is this job board.", isEmbedded: true }] : [];
  return unique([...itself, ...embedded, ...linked]).filter((candidate) => candidate.url !== url);
}

function unique(candidates: Candidate[]): Candidate[] {
  return [...new Map(candidates.toReversed().map((candidate) => [candidate.url, candidate])).values()].toReversed();
}
