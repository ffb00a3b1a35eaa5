import { isIP } from "node:net";
import { isNeverAllowed, isPublicAddress } from "@/lib/address-policy";
import { AddressNotAllowedError, UnreachableError } from "./errors";

const publicPorts = new Set(["", "80", "443", "8080", "8443"]);
const privateSuffixes = [
  "localhost",
  "internal",
  "local",
  "localdomain",
  "lan",
  "home.arpa",
  "onion",
  "test",
  "invalid",
];

/**
 * The address as it may be requested: http(s), a usual port, no credentials, no private name, no literal private
 * address. A trailing dot is taken off. Names are checked again, by what they resolve to, at every connection. Endpoints
 * in `allowed` (`host:port`) may be private. Throws AddressNotAllowedError (its text is at fault) or UnreachableError (private).
 */
export function requirePublicUrl(input: string | URL, allowed?: ReadonlySet<string>): URL {
  const url = requireWebUrl(input);
  if (allowed?.has(endpointOf(url))) return requireTrustedUrl(url);
  if (!publicPorts.has(url.port)) throw new AddressNotAllowedError();
  const host = bareHost(url);
  if (isIP(host)) {
    if (!isPublicAddress(host)) throw new UnreachableError("private_address");
    return url;
  }
  const isPrivateName = privateSuffixes.some((suffix) => host === suffix || host.endsWith(`.${suffix}`));
  // A name without a dot is one of the local network.
  if (isPrivateName || !host.includes(".") || host.split(".").includes("")) throw new UnreachableError("private_name");
  return url;
}

/** An endpoint that the operator named: any host and port, but never a place where a cloud hands out credentials. */
export function requireTrustedUrl(input: string | URL): URL {
  const url = requireWebUrl(input);
  const host = bareHost(url);
  if (isIP(host) && isNeverAllowed(host)) throw new UnreachableError("private_address");
  return url;
}

/** `host:port` with the port always named: how trusted endpoints are compared. */
export function endpointOf(input: string | URL): string {
  const url = new URL(input);
  const defaults: Record<string, string> = { "http:": "80", "https:": "443", "ws:": "80", "wss:": "443" };
  return `${bareHost(url)}:${url.port || (defaults[url.protocol] ?? "")}`;
}

/** The host without the brackets of IPv6. */
export function bareHost(url: URL): string {
  return url.hostname.replace(/^\[|\]$/g, "");
}

function requireWebUrl(input: string | URL): URL {
  const url = URL.parse(input);
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password) throw new AddressNotAllowedError();
  url.hostname = url.hostname.replace(/\.$/, "");
  url.hash = "";
  return url;
}
