import type { FetchedPage } from "../fetching";
import type { Search } from "../listings";
import { parseRobots } from "../robots";
import { readsAsNotice } from "./classify-page";
import { type DetectedSource, type Finding, previewOf } from "./detected-source";
import type { Candidate } from "./find-alternatives";
import { type Look, lookAt } from "./look-at";
import { scanPage } from "./scan-page";

/** What is done at an address beside asking for it: a form is posted to it, or a button pressed on it in the browser. */
export interface Deed {
  form?: Record<string, string>;
  press?: string;
}

/** Asks for an address under the caller's policy; null when it may not, or could not, be read. */
export type Probe = (url: string, deed?: Deed) => Promise<FetchedPage | null>;

/**
 * Tells what kind of source an address is, by what it answered and not by how it is spelt. For a page it also asks for the feeds, the
 * job boards and the sitemap that the page and its robots.txt name (at most ten requests; two more for a search), and offers what they turned out to be. Never
 * throws for what it was given: what nobody knows is a site. `look` may work elsewhere: a heavy page takes most of a second.
 */
export async function detectSource(fetched: FetchedPage, probe: Probe, look: Look = lookAt): Promise<DetectedSource> {
  const { own: seen, candidates } = await look(fetched, "all");
  if (!seen) throw new Error("a page that is looked at whole is always something");
  const ask = once(probe);
  const own =
    (await findBySearch(seen, fetched, ask, look)) ??
    (await openingsInFrame(seen, fetched, ask, look)) ??
    (await findInFrames(seen, fetched, ask, look)) ??
    (await settleDoubt(seen, ask));
  if (!candidates) return { ...own, alternatives: [] };
  const url = fetched.finalUrl;
  // Two entries, two boards, three feeds, robots.txt and two sitemaps: ten requests.
  const boards = await verify(candidates.boards.slice(0, 2), ask, look, "jobs");
  const feeds = await verify(candidates.feeds.slice(0, 3), ask, look, "feed");
  const sitemaps = await verify(await sitemapCandidates(url, ask), ask, look, "site");
  const shown = boards.find(({ isEmbedded }) => isEmbedded)?.finding;
  const others = [...boards, ...feeds, ...sitemaps].map(({ finding }) => finding);
  // What a page of openings shows comes from the board, which says more than the page.
  if (shown && (own.kind === "jobs" || own.kind === "site" || own.kind === "news"))
    return { ...shown, alternatives: [own, ...others.filter((other) => other !== shown)].map(asAlternative) };
  return { ...own, alternatives: others.map(asAlternative) };
}

/** A list under the heading of tenders that shows no dates is a portal if the first pages to which it leads are tenders. */
async function settleDoubt(
  { doubt, search: _search, listed: _listed, rows: _rows, expects: _expects, ...own }: Finding,
  ask: Probe,
): Promise<Finding> {
  if (!doubt) return own;
  const { leads, ...portal } = doubt;
  const host = URL.parse(own.url)?.host;
  for (const url of leads) {
    const answer = URL.parse(url)?.host === host ? await ask(url) : null;
    if (!answer?.text || answer.status >= 300 || !readsAsNotice(answer.text, answer.finalUrl)) continue;
    const { count } = portal.preview;
    return { ...portal, reason: `The page lists ${count} entries, and the pages to which they lead read as tenders.` };
  }
  return own;
}

/** A page that lists nothing until its search is sent is what the search finds; it is watched by its own address, and searched at each run. */
async function findBySearch(
  { search, ...own }: Finding,
  { rung }: FetchedPage,
  ask: Probe,
  look: Look,
): Promise<Finding | null> {
  if (!search || own.kind !== "site") return null;
  const [sent] = search.sends;
  const ways: (() => Promise<FetchedPage | null>)[] = [];
  if (sent?.method === "post") ways.push(() => ask(sent.action, { form: sent.fields }));
  else if (sent) ways.push(() => ask(searchAddress(sent)));
  const { button } = search;
  if (button && (rung === "browser" || !sent)) ways.unshift(() => ask(own.url, { press: button }));
  for (const way of ways) {
    const answer = await way();
    const found = answer && answer.status < 300 ? (await look(answer, "all")).own : null;
    const listing = found && asListing(found);
    if (!listing) continue;
    const { kind, preview, confidence } = listing;
    const reason = `The page lists nothing until its search is sent; sent as it stands, it lists ${preview.count} entries.`;
    return { kind, preview, confidence, reason, title: own.title, url: own.url };
  }
  return null;
}

const mostFrames = 4;

/**
 * A page of openings that shows them in a frame, which does not say what they are. Where the frame is of the same site the page is watched, and its frame
 * read with it; where another site serves the frame, that page is what is watched, and nothing else of that site is a part of this one.
 */
async function openingsInFrame(own: Finding, fetched: FetchedPage, ask: Probe, look: Look): Promise<Finding | null> {
  if (own.kind !== "site" || own.expects !== "jobs" || (own.rows?.length ?? 0) > 2) return null;
  for (const url of framesOf(fetched).slice(0, mostFrames)) {
    const answer = await ask(url);
    const found = answer && answer.status < 300 ? (await look(answer, "all")).own : null;
    const rows = found?.kind === "jobs" ? found.preview.items : found?.kind === "site" ? (found.rows ?? []) : [];
    if (!found || rows.length < 2) continue;
    const preview = previewOf(rows);
    const isOwn = URL.parse(found.url)?.host === URL.parse(own.url)?.host;
    const reason = `The page shows in a frame a list of ${preview.count} openings.`;
    return {
      kind: "jobs",
      title: own.title ?? found.title,
      url: isOwn ? own.url : found.url,
      confidence: 0.65,
      reason,
      preview,
    };
  }
  return null;
}

/** A page that shows its list in a frame is watched where the list is: by the address of the frame. */
async function findInFrames(
  { kind, listed, doubt }: Finding,
  fetched: FetchedPage,
  ask: Probe,
  look: Look,
  depth = 0,
): Promise<Finding | null> {
  if (kind !== "site" || listed || doubt) return null;
  const frames = framesOf(fetched).slice(0, mostFrames);
  for (const url of frames) {
    const answer = await ask(url);
    const found = answer && answer.status < 300 ? (await look(answer, "all")).own : null;
    if (!answer || !found) continue;
    const settled = found.kind === "site" ? await settleDoubt(found, ask) : found;
    if (["portal", "jobs", "news", "feed"].includes(settled.kind))
      return { ...settled, reason: `The page shows this in a frame. ${settled.reason}` };
    const deeper = depth === 0 ? await findInFrames(found, answer, ask, look, depth + 1) : null;
    if (deeper) return deeper;
  }
  return null;
}

function framesOf({ text, finalUrl }: FetchedPage): string[] {
  if (!text || !/<i?frame\b/i.test(text)) return [];
  const own = URL.parse(finalUrl)?.host;
  const { frames } = scanPage(text, finalUrl);
  // Those of the same house first; then what is shown from elsewhere.
  const isOwn = (url: string) => URL.parse(url)?.host === own;
  return [...new Set([...frames.filter(isOwn), ...frames.filter((url) => !isOwn(url))])].filter(
    (url) => url !== finalUrl,
  );
}

function searchAddress({ action, fields }: Search): string {
  const url = new URL(action);
  url.search = new URLSearchParams(fields).toString();
  return url.href;
}

/** What a search finds is worth watching when it is a list: of tenders, openings or news, or of anything with dates. */
function asListing(found: Finding): Pick<Finding, "kind" | "preview" | "confidence"> | null {
  if (["portal", "jobs", "news"].includes(found.kind)) return found;
  const one = found.doubt ?? (found.listed && { preview: previewOf(found.listed) });
  return one ? { kind: "portal", preview: one.preview, confidence: 0.6 } : null;
}

async function sitemapCandidates(url: string, ask: Probe): Promise<Candidate[]> {
  const origin = URL.parse(url)?.origin;
  const answer = origin ? await ask(`${origin}/robots.txt`) : null;
  if (!answer || answer.status >= 300 || !answer.text) return [];
  return parseRobots(answer.text, "")
    .sitemaps.flatMap((written) => {
      const address = URL.parse(written, url);
      return address && /^https?:$/.test(address.protocol)
        ? [{ url: address.href, reason: "The site's robots.txt names this sitemap." }]
        : [];
    })
    .slice(0, 2);
}

interface Verified {
  finding: Finding;
  isEmbedded: boolean;
}

/** Those that are what they were taken for and bring something. */
async function verify(candidates: Candidate[], ask: Probe, look: Look, kind: Finding["kind"]): Promise<Verified[]> {
  const verified: Verified[] = [];
  for (const { url, reason, isEmbedded = false } of candidates) {
    const answer = await ask(url);
    const finding = answer && answer.status < 300 ? (await look(answer, "format")).own : null;
    if (finding?.kind !== kind) continue;
    verified.push({ finding: { ...finding, reason: `${reason} ${finding.reason}` }, isEmbedded });
  }
  return verified;
}

function asAlternative(finding: Finding): DetectedSource {
  return { ...finding, alternatives: [] };
}

/** Asks for each address once. A probe that fails is an address that is not offered. */
function once(probe: Probe): Probe {
  const asked = new Map<string, Promise<FetchedPage | null>>();
  return (url, deed) => {
    if (deed) return probe(url, deed).catch(() => null);
    const answer = asked.get(url) ?? probe(url).catch(() => null);
    asked.set(url, answer);
    return answer;
  };
}
