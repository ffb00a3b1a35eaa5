import { type FetchedPage, isHtml } from "../fetching";
import { parseRobots } from "../robots";
import { unpackSitemap } from "../sitemaps";
import { decodeXml } from "../xml";
import { classifyPage } from "./classify-page";
import { type DetectedSource, type Finding, previewOf } from "./detected-source";
import { type Candidate, feedCandidates, jobBoardCandidates } from "./find-alternatives";
import { identifyJson } from "./identify-json";
import { identifyXml } from "./identify-xml";
import { scanPage } from "./scan-page";

/** Asks for an address under the caller's policy; null when it may not, or could not, be read. */
export type Probe = (url: string) => Promise<FetchedPage | null>;

/**
 * Tells what kind of source an address is, by what it answered and not by how it is spelt. For a page it also asks for the feeds, the
 * job boards and the sitemap that the page and its robots.txt name (at most eight requests), and offers what they turned out to be. Never
 * throws for what it was given: what nobody knows is a site.
 */
export async function detectSource(fetched: FetchedPage, probe: Probe): Promise<DetectedSource> {
  const identified = identify(fetched);
  if (identified) return { ...identified, alternatives: [] };
  const html = fetched.text ?? "";
  if (!looksLikePage(fetched)) return { ...fileFinding(fetched), alternatives: [] };
  const url = fetched.finalUrl;
  const page = scanPage(html, url);
  const own = classifyPage(html, url, page);
  const ask = once(probe);
  // Two boards, three feeds, robots.txt and two sitemaps: eight requests.
  const boards = await verify(jobBoardCandidates(page, url).slice(0, 2), ask, "jobs");
  const feeds = await verify(feedCandidates(page).slice(0, 3), ask, "feed");
  const sitemaps = await verify(await sitemapCandidates(url, ask), ask, "site");
  const shown = boards.find(({ isEmbedded }) => isEmbedded)?.finding;
  const others = [...boards, ...feeds, ...sitemaps].map(({ finding }) => finding);
  // What a page of openings shows comes from the board, which says more than the page.
  if (shown && (own.kind === "jobs" || own.kind === "site" || own.kind === "news"))
    return { ...shown, alternatives: [own, ...others.filter((other) => other !== shown)].map(asAlternative) };
  return { ...own, alternatives: others.map(asAlternative) };
}

function identify(fetched: FetchedPage): Finding | null {
  // Sitemaps are published packed; servers also send feeds as downloads.
  const body = unpackSitemap(fetched.body);
  if (!body) return null;
  const isText = fetched.text !== null || /^[\s\ufeff]*[<{[]/.test(Buffer.from(body.subarray(0, 200)).toString());
  if (!isText) return null;
  // From the bytes: feeds name their encoding inside, which a server's guess would have overruled.
  const text = decodeXml(body, fetched.headers["content-type"]).replace(/^[\s\ufeff]+/, "");
  if (/^[[{]/.test(text)) return identifyJson(text, fetched.finalUrl);
  if (/^<(!doctype html|html[\s>])/i.test(text)) return null;
  return identifyXml(text, fetched.finalUrl);
}

function looksLikePage({ mime, text }: FetchedPage): boolean {
  return text !== null && (isHtml(mime) || /^\s*<(!doctype html|html|head|body|div|main)/i.test(text));
}

function fileFinding({ finalUrl, mime }: FetchedPage): Finding {
  const name = URL.parse(finalUrl)?.pathname.split("/").at(-1) || finalUrl;
  return {
    kind: "site",
    title: name,
    url: finalUrl,
    confidence: 0.3,
    reason: `It is a single file (${mime}), watched for changes.`,
    preview: previewOf([{ title: name, url: finalUrl, date: null }]),
  };
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
async function verify(candidates: Candidate[], ask: Probe, kind: Finding["kind"]): Promise<Verified[]> {
  const verified: Verified[] = [];
  for (const { url, reason, isEmbedded = false } of candidates) {
    const answer = await ask(url);
    const finding = answer && answer.status < 300 ? identify(answer) : null;
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
  return (url) => {
    const answer = asked.get(url) ?? probe(url).catch(() => null);
    asked.set(url, answer);
    return answer;
  };
}
