import { baseUrl, env } from "@/lib/env";
import { ForbiddenError } from "@/server/platform/errors";

const reading = new Set(["GET", "HEAD", "OPTIONS"]);

/** Hosts under which this server answers: the configured address and this machine's own names. */
function knownHosts(): Set<string> {
  const port = env.PORT;
  return new Set([new URL(baseUrl).host, `localhost:${port}`, `127.0.0.1:${port}`, `[::1]:${port}`]);
}

/** Refuses a request for a host that is not ours, such as a name that somebody pointed at this machine. Throws ForbiddenError. */
export function assertKnownHost(headers: Headers): void {
  const host = headers.get("host");
  if (host && !knownHosts().has(host)) {
    throw new ForbiddenError(
      `This server does not answer for "${host.slice(0, 100)}". Its operator sets the address people use in OUTRIDER_BASE_URL.`,
    );
  }
}

/**
 * Refuses what another site made a browser send. For doors that believe a cookie; call it before anything is read.
 * The rule is that of Go's CrossOriginProtection: what the browser says of itself decides (Sec-Fetch-Site, else Origin), and
 * a request that says neither comes from no browser, so that nobody's cookies were borrowed. Reading is refused across sites
 * too, so that no reply can be measured from outside. Throws ForbiddenError.
 */
export function assertOwnSite(request: Request): void {
  assertKnownHost(request.headers);
  const site = request.headers.get("sec-fetch-site");
  if (site === "same-origin" || site === "none") return;
  const refused = new ForbiddenError("This request came from another site. Open Outrider itself and try again.");
  if (reading.has(request.method)) {
    if (site === "cross-site") throw refused;
    return;
  }
  if (site) throw refused;
  const origin = request.headers.get("origin");
  if (origin === null) return;
  if (!isOwnOrigin(origin)) throw refused;
}

function isOwnOrigin(origin: string): boolean {
  if (origin === new URL(baseUrl).origin) return true;
  const url = URL.parse(origin);
  return url?.protocol === "http:" && url.origin === origin && knownHosts().has(url.host);
}
