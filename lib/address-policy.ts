import { isIP } from "node:net";
import ipaddr from "ipaddr.js";

// Public ranges by their number, but a cloud's own control services answer there.
const cloudServices = new Set(["168.63.129.16", "100.100.100.200", "192.0.0.192", "fd00:ec2::254", "fd20:ce::254"]);

/**
 * Whether an address belongs to the public internet (IANA special-purpose registries, RFC 6890). Whatever embeds an IPv4
 * address in IPv6 is refused (compatible, NAT64, 6to4, Teredo), except the mapped form, which is that IPv4 address.
 */
export function isPublicAddress(address: string): boolean {
  const parsed = parse(address);
  if (!parsed || cloudServices.has(parsed.toString())) return false;
  if (parsed.range() !== "unicast") return false;
  // Only 2000::/3 is given out; ipaddr.js calls unassigned space, and ::a.b.c.d, unicast too.
  return parsed instanceof ipaddr.IPv4 || ((parsed.parts[0] ?? 0) & 0xe000) === 0x2000;
}

/** Addresses that not even an endpoint named by the operator may have: where clouds hand out credentials. */
export function isNeverAllowed(address: string): boolean {
  const parsed = parse(address);
  return (
    !parsed || cloudServices.has(parsed.toString()) || ["linkLocal", "multicast", "broadcast"].includes(parsed.range())
  );
}

/** Canonical first: ipaddr.js reads "127.1" as an address, and "::8.8.8.8" as the mapped 8.8.8.8, which it is not. */
function parse(address: string): ipaddr.IPv4 | ipaddr.IPv6 | undefined {
  const version = isIP(address);
  if (version === 0 || address.includes("%")) return undefined;
  return ipaddr.process(version === 6 ? new URL(`http://[${address}]`).hostname.slice(1, -1) : address);
}
