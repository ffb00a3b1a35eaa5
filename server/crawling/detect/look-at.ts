import type { FetchedPage } from "../fetching";
import { isHtml } from "../fetching/mime-type";
import { unpackSitemap } from "../sitemaps";
import { decodeXml } from "../xml";
import { classifyPage } from "./classify-page";
import { type Finding, previewOf } from "./detected-source";
import { type Candidate, feedCandidates, jobBoardCandidates } from "./find-alternatives";
import { identifyJson } from "./identify-json";
import { identifyXml } from "./identify-xml";
import { scanPage } from "./scan-page";

export interface LookedAt {
  /** Null when only the format was asked for and it names none. */
  own: Finding | null;
  /** What a page names that may be a better way to watch it; null for what is no page. */
  candidates: { boards: Candidate[]; feeds: Candidate[] } | null;
}

/** `format`: only what names its own format (a feed, an interface, a sitemap). */
export type Look = (fetched: FetchedPage, depth: "format" | "all") => LookedAt | Promise<LookedAt>;

/** What one answer is by itself, without asking for anything else. Pure, so that it can leave the server's thread. */
export function lookAt(fetched: FetchedPage, depth: "format" | "all"): LookedAt {
  const identified = identify(fetched);
  if (identified || depth === "format") return { own: identified, candidates: null };
  if (!looksLikePage(fetched)) return { own: fileFinding(fetched), candidates: null };
  const url = fetched.finalUrl;
  const html = fetched.text ?? "";
  const page = scanPage(html, url);
  return {
    own: classifyPage(html, url, page),
    candidates: { boards: jobBoardCandidates(page, url), feeds: feedCandidates(page) },
  };
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
