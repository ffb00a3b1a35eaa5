/** Parameters that say who came from where, which visit this is, or that a form was drawn for it: never what the page shows. */
const visitParameters =
  /^(utm_.*|gclid|fbclid|msclkid|mc_[ce]id|phpsessid|jsessionid|aspsessionid.*|sessionid|session_id|cfid|cftoken|_ga|_gl|__hs\w+|_hs(?:enc|mi)|hsa_\w+|hsctatracking|mkt_tok|yclid|dclid|[gw]braid|ttclid|twclid|igshid|[pm]tm_\w+|pk_\w+|vero_\w+|oly_\w+|_?csrf(?:_?token)?|csrfmiddlewaretoken|authenticity_token|__requestverificationtoken)$/i;
/** So that nothing on the way answers from its memory, the millisecond of the visit is put behind an address. */
const moments = /^(?:_|t|ts|time|timestamp|cb|rnd|nocache|cachebuster)$/i;
/** A session has a long name in letters and figures; what has a short number is a solicitation or a shop. */
const isVisit = (name: string, value: string) =>
  visitParameters.test(name) ||
  (moments.test(name) && /^1[4-9]\d{11}$/.test(value)) ||
  (/^sid$/i.test(name) && !/^\d{1,10}$/.test(value));
/** `;jsessionid=…`, and what servers of Microsoft's put before the path of those who take no cookies: `/(S(…))/`, `/(X(1)S(…))/`. */
const pathSession = /;jsessionid=[^/?#]*|\/\((?:[A-Z]\([\w-]+\))+\)(?=\/)/i;

/**
 * Whether what stands behind the # names a page of its own, as the addresses of applications do that are one document (`#/notices/12`,
 * `#!/list`); else it is a place on the page.
 */
export function isRoute(hash: string): boolean {
  return /^#!?\/./.test(hash);
}

/** The address without a mere place on its page. */
export function withoutPlace(address: string): string {
  const at = address.indexOf("#");
  return at < 0 || isRoute(address.slice(at)) ? address : address.slice(0, at);
}

/** The address without the number of the visit that some servers write into its path: with it no page would be met twice. */
export function withoutPathSession(address: string): string {
  return address.replace(pathSession, "");
}

/** The address without the parameters that say which visit it is; otherwise as it was written. */
export function withoutVisitParameters(address: string): string {
  const url = URL.parse(address);
  const names = [...(url?.searchParams ?? [])].flatMap(([name, value]) => (isVisit(name, value) ? [name] : []));
  if (!url || names.length === 0) return address;
  for (const name of names) url.searchParams.delete(name);
  return url.href.replace(/\?$/, "");
}

/**
 * The address by which a page is known: host in lower case, no place on the page, no parameters of the visit, the others in order. Null when it is
 * no web address. What is fetched is the address as found; this only tells whether it has been met before.
 */
export function canonicalUrl(input: string, base?: string): string | null {
  const url = URL.parse(input.trim(), base);
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password) return null;
  if (!isRoute(url.hash)) url.hash = "";
  url.pathname = withoutPathSession(url.pathname);
  for (const [name, value] of [...url.searchParams]) {
    if (isVisit(name, value)) url.searchParams.delete(name);
  }
  url.searchParams.sort();
  return url.href.replace(/\?$/, "");
}

/** Whether two addresses belong to one site: the same host, with or without "www.", on the same port. */
export function isSameSite(a: string, b: string): boolean {
  const bare = (address: string) => URL.parse(address)?.host.replace(/^www\./, "");
  const host = bare(a);
  return host !== undefined && host === bare(b);
}
