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

/** 4, 6, or 0 for what is no address in its usual writing: "127.1" and "0x7f.0.0.1" are not. */
export function ipVersion(text: string): 4 | 6 | 0 {
  if (ipaddr.IPv4.isValidFourPartDecimal(text)) return 4;
  return text.includes(":") && !text.includes("%") && ipaddr.IPv6.isValid(text) ? 6 : 0;
}

/** Canonical first: ipaddr.js reads "::8.8.8.8" as the mapped 8.8.8.8, which it is not. */
function parse(address: string): ipaddr.IPv4 | ipaddr.IPv6 | undefined {
  const version = ipVersion(address);
  if (version === 0) return undefined;
  const canonical = version === 4 ? address : URL.parse(`http://[${address}]`)?.hostname.slice(1, -1);
  return canonical === undefined ? undefined : ipaddr.process(canonical);
}
