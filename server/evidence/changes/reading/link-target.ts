import { hiddenMailLink } from "./hidden-email";

/** Who came from where, which visit, which copy of a cache, which language was asked for, a signature that runs out. */
const passing =
  /^(?:utm_.*|gclid|fbclid|msclkid|dclid|yclid|mc_[ce]id|_ga|_gl|_hs.*|hsa_.*|ref|ref_src|referrer|referer|source|from|sid|sess.*|php_?sess.*|jsession.*|aspsession.*|cfid|cftoken|csrf.*|xsrf.*|_?token|nonce|authenticity_token|cb|cache|cachebust.*|nocache|no_cache|rnd|rand|random|_|__.*|timestamp|build|rev|hl|lang|locale|language|x-amz-.*|x-goog-.*|signature|sig|expires|expiry|key-pair-id|policy)$/i;
/** Only on files: sizes and qualities of one picture. */
const passingOnFiles = /^(?:hash|h|w|width|height|q|quality|dpr|fit|auto|format|fm|mtime|modified)$/i;
/** Elsewhere than on files `v` may name a video and `t` a place in it; a number is a copy of a cache. */
const passingNumbers = /^(?:v|ver|version|t|ts|time)$/i;
const cacheNumber = /^(?:[\d.]{1,20}|[\da-f]{8,64})$/i;
const file = /\.[a-z\d]{2,5}$/i;
const sessionInPath = /;(?:jsessionid|phpsessid|sid)=[^/?#]*/gi;
/** Longer ones are data, not addresses. */
const maxLength = 2_000;

export interface LinkContext {
  base: string;
  /** Hosts that are the page's own, without "www.": its address, its canonical address, its base. */
  ownHosts: ReadonlySet<string>;
  /** Paths of the page itself on its own hosts, as `barePath` gives them. */
  ownPaths: ReadonlySet<string>;
}

export function barePath(url: URL): string {
  return url.pathname.replace(/\/$/, "");
}

export function bareHost(url: URL): string {
  return url.host.replace(/^www\./, "");
}

/**
 * Where a link leads, written so that equal strings mean the same target: own host as `self`, no parameters of the visit, own-page
 * fragments as `#name`. Scheme and trailing slash stay: both have been changed on purpose. Null where it leads nowhere.
 */
export function linkTarget(href: string, context: LinkContext): string | null {
  const raw = href.trim();
  if (raw === "" || raw === "#" || raw.length > maxLength || /^(?:javascript|data|blob|about):/i.test(raw)) return null;
  const hidden = hiddenMailLink(raw);
  if (hidden !== null) return hidden === "mailto:" ? null : hidden;
  const url = URL.parse(raw, context.base);
  if (!url) return raw;
  if (!/^https?:$/.test(url.protocol)) return decode(`${url.protocol}${url.pathname}`);
  const inner = redirected(url);
  if (inner !== null) return linkTarget(inner, context);
  const fragment = decode(url.hash);
  const isOwn = context.ownHosts.has(bareHost(url));
  if (fragment !== "" && (raw.startsWith("#") || (isOwn && context.ownPaths.has(barePath(url))))) return fragment;
  const host = isOwn ? "self" : url.host;
  return `${url.protocol}//${host}${decode(url.pathname.replace(sessionInPath, ""))}${keptQuery(url)}${fragment}`;
}

const redirector =
  /(?:^|\/)(?:l|url|redir|redirect|redirection|out|outbound|away|leave|exit|external|link)(?:\.\w{2,4})?\/?$/i;
const redirectorHost = /^(?:l|lm|out|away|exit|leave|redirect)\./i;
const redirectTo = ["u", "url", "q", "to", "target", "dest", "destination", "href", "link"];

/** Where a page leads that only counts who leaves: it signs every way out anew. */
function redirected(url: URL): string | null {
  if (!redirector.test(url.pathname) && !(url.pathname === "/" && redirectorHost.test(url.host))) return null;
  for (const name of redirectTo) {
    const value = url.searchParams.get(name);
    if (value && /^https?:\/\//i.test(value) && URL.parse(value)) return value;
  }
  return null;
}

/** The visitor's program, window or day, handed to a desk that helps. */
const visitor =
  /^Mozilla\/\d|^\d{2,5}x\d{2,5}(?:\W|$)|^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*,? (?:[A-Z][a-z]{2} \d{1,2}|\d{1,2} [A-Z][a-z]{2}) \d{4}/;

function keptQuery(url: URL): string {
  const isFile = file.test(url.pathname);
  const kept = [...url.searchParams].filter(
    ([name, value]) =>
      value.length < 500 &&
      !(value === "" && cacheNumber.test(name)) &&
      !passing.test(name) &&
      !visitor.test(value) &&
      !(isFile && passingOnFiles.test(name)) &&
      !(passingNumbers.test(name) && (isFile || cacheNumber.test(value))),
  );
  kept.sort(([a], [b]) => (a < b ? -1 : 1));
  return kept.length === 0 ? "" : `?${new URLSearchParams(kept)}`;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/**
 * By what an image is known: its file's name without what image services and builds add (size, density, content hash). Null for
 * pixels, placeholders and pictures written into the page.
 */
export function imageName(src: string, base: string): string | null {
  const raw = src.trim();
  if (raw === "" || raw.length > maxLength || raw.startsWith("data:")) return null;
  const url = URL.parse(raw, base);
  if (!url) return null;
  // Resizing services carry the picture's own address in a parameter.
  const inner = ["url", "src", "image"].map((name) => url.searchParams.get(name)).find((value) => value?.includes("/"));
  const path = inner ? (URL.parse(inner, base)?.pathname ?? inner) : url.pathname;
  const name = decode(path.slice(path.lastIndexOf("/") + 1)).toLowerCase();
  const stem = name
    .replace(/\.[a-z]{3,4}$/, "")
    .replace(/(?:[-_.](?=[a-z]{0,31}\d)[a-z\d]{6,32}){1,2}$/, "")
    .replace(/[-_@](?:\d{1,4}x\d{1,4}|\d(?:\.\d)?x|\d{2,4}w)$/, "");
  return stem === "" || /^[\da-f]{16,}$/.test(stem) || /^(?:pixel|spacer|blank|placeholder|loading)$/.test(stem)
    ? null
    : stem;
}
