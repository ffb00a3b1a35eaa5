import { type EgressExchange, type EgressLimits, type Exchange, publicExchange } from "@/server/platform/egress";
import { type Hop, nextHop } from "@/server/platform/egress/hop";
import { decodeHtml } from "../extraction/decode-html";
import { explainError } from "./explain-error";
import { codeOfStatus, failure, isRecoverableStatus } from "./failure";
import type { FetchedPage, FetchFailure, FetchOutcome } from "./fetched-page";
import { leadsOnTo } from "./leads-on-to";
import { isHtml, isTextual, mimeOf } from "./mime-type";
import { readRetryAfter } from "./read-retry-after";
import { SourceCookies } from "./source-cookies";
import { userAgent } from "./user-agent";

export interface FetchRequest {
  url: string;
  method?: "GET" | "POST";
  /** Sent to this origin only; dropped when a redirect leads elsewhere. */
  headers?: Record<string, string>;
  body?: string;
  /** What the last answer said about itself; when nothing has changed the outcome is `not_modified`. */
  etag?: string | null | undefined;
  lastModified?: string | null | undefined;
  /** The source's cookies; what the answer sets is kept in them. Without them cookies live as long as the visit. */
  cookies?: SourceCookies;
  /** `html` fails with `not_html` on everything else. */
  accept?: "html" | "any";
  signal?: AbortSignal | undefined;
}

export interface FetchOptions {
  /** The door out; tests bring their own. */
  exchange?: EgressExchange;
  /** Where they differ from `pageLimits`. */
  limits?: Partial<EgressLimits>;
  /** Asked about the address and about each one that it redirects to. */
  isAllowedByRobots?: (url: string) => boolean | Promise<boolean>;
  now?: () => Date;
}

/** For one visit, over all redirects. */
export const pageLimits: EgressLimits = {
  maxBytes: 16 * 1024 * 1024,
  headersMs: 20_000,
  idleMs: 15_000,
  totalMs: 60_000,
  maxRedirects: 5,
};

const acceptHtml = "text/html,application/xhtml+xml;q=0.9,*/*;q=0.5";

/**
 * Reads one address over HTTP: each redirect is checked, cookies go where they belong, the body is decoded within its limits.
 * Never throws for anything that the other end does; whatever goes wrong is a `failed` outcome with its code and words.
 */
export async function fetchPage(request: FetchRequest, options: FetchOptions = {}): Promise<FetchOutcome> {
  try {
    return await follow(request, options);
  } catch (error) {
    return explainError(error, request.signal);
  }
}

async function follow(request: FetchRequest, options: FetchOptions): Promise<FetchOutcome> {
  const { exchange = publicExchange, isAllowedByRobots, now = () => new Date() } = options;
  const limits = { ...pageLimits, ...options.limits };
  const started = performance.now();
  let cookies = request.cookies;
  let hop = firstHop(request);
  const asked = hop.url;
  const redirects: string[] = [];
  const seen = new Set<string>();
  for (;;) {
    if (isAllowedByRobots && !(await isAllowedByRobots(hop.url))) return failure("robots");
    const cookie = cookies?.header(hop.url) ?? "";
    // The same address with other cookies is another request: walls that set a cookie first work like this.
    const visit = `${hop.method} ${hop.url} ${cookie}`;
    if (seen.has(visit) || redirects.length > limits.maxRedirects) return failure("redirect_loop");
    seen.add(visit);
    const passed = performance.now() - started;
    const answer = await exchange(
      {
        url: hop.url,
        method: hop.method as "GET" | "POST",
        headers: sentHeaders(hop, cookie),
        body: hop.body as string | null,
        signal: request.signal,
      },
      { ...limits, headersMs: limits.headersMs - passed, totalMs: limits.totalMs - passed },
    );
    if (answer.setCookies.length > 0) {
      cookies ??= new SourceCookies();
      cookies.take(answer.setCookies, hop.url);
    }
    const location = [301, 302, 303, 307, 308].includes(answer.status) ? answer.headers.location : undefined;
    if (location === undefined) {
      const fetchedAt = now();
      const outcome = judge(
        request,
        answer,
        () => pageOf(answer, { url: asked, finalUrl: hop.url, redirects, fetchedAt, ms: performance.now() - started }),
        fetchedAt,
      );
      const onward = outcome.kind === "fetched" && hop.method === "GET" ? leadsOn(outcome.page) : null;
      // What leads round in a circle, or further than redirects may, is shown as it is.
      if (onward === null || redirects.length >= limits.maxRedirects || [hop.url, ...redirects].includes(onward))
        return outcome;
      redirects.push(hop.url);
      hop = { ...nextHop(hop, 303, onward), url: onward };
      continue;
    }
    redirects.push(hop.url);
    hop = nextHop(hop, answer.status, location);
    hop.url = withoutFragment(hop.url);
  }
}

/** A page may be a redirect that its server could not send as one. */
function leadsOn({ text, mime, finalUrl }: FetchedPage): string | null {
  const target = text !== null && isHtml(mime) ? leadsOnTo(text, finalUrl) : null;
  return target === null ? null : withoutFragment(target);
}

function firstHop(request: FetchRequest): Hop {
  const headers = new Headers({
    accept: request.accept === "html" ? acceptHtml : "*/*",
    "accept-language": "en,*;q=0.5",
    "user-agent": userAgent,
    ...request.headers,
  });
  if (request.etag) headers.set("if-none-match", request.etag);
  if (request.lastModified) headers.set("if-modified-since", request.lastModified);
  return { url: withoutFragment(request.url), method: request.method ?? "GET", headers, body: request.body ?? null };
}

function sentHeaders(hop: Hop, cookie: string): Record<string, string> {
  const headers = Object.fromEntries(hop.headers);
  if (cookie === "") return headers;
  return { ...headers, cookie };
}

function withoutFragment(url: string): string {
  const hash = url.indexOf("#");
  return hash === -1 ? url : url.slice(0, hash);
}

function judge(request: FetchRequest, answer: Exchange, page: () => FetchedPage, now: Date): FetchOutcome {
  const { status, headers } = answer;
  if (status === 304) return { kind: "not_modified", headers };
  if (status >= 300 && status < 400) return failure("redirect_loop", { status });
  if (status < 200 || status >= 300) return httpFailure(answer, page(), now);
  if (request.accept === "html" && !isHtml(mimeOf(headers["content-type"], answer.body)))
    return failure("not_html", { status });
  return { kind: "fetched", page: page() };
}

function httpFailure({ status, headers }: Exchange, page: FetchedPage, now: Date): FetchFailure {
  return failure(codeOfStatus(status), {
    status,
    page,
    recoverable: isRecoverableStatus(status),
    retryAfterMs: readRetryAfter(headers["retry-after"], now),
  });
}

function pageOf(
  { status, headers, body }: Exchange,
  visit: Pick<FetchedPage, "url" | "finalUrl" | "redirects" | "fetchedAt" | "ms">,
): FetchedPage {
  const mime = mimeOf(headers["content-type"], body);
  const decoded = isTextual(mime) ? decodeHtml(body, headers["content-type"] ?? null) : null;
  return {
    ...visit,
    status,
    headers,
    mime,
    charset: decoded?.charset ?? null,
    body,
    text: decoded?.text ?? null,
    rung: "http",
    ms: Math.round(visit.ms),
    bytes: body.length,
  };
}
