import { decodeEntities } from "./decode-entities";

const marker = "/cdn-cgi/l/email-protection";

/**
 * The address behind Cloudflare's e-mail protection, which encrypts it anew at every visit: hexadecimal, every byte XORed with the
 * first; the result may hold HTML entities. Null where nothing is hidden.
 */
export function decodeHiddenEmail(hex: string): string | null {
  if (hex.length < 4 || hex.length > 1_000 || hex.length % 2 === 1 || !/^[\da-f]+$/i.test(hex)) return null;
  const [key = 0, ...bytes] = Buffer.from(hex, "hex");
  return decodeEntities(Buffer.from(bytes.map((byte) => byte ^ key)).toString("utf8"));
}

/** The address in a protected link, as `mailto:`; null for every other link. */
export function hiddenMailLink(href: string): string | null {
  const at = href.indexOf(marker);
  if (at < 0) return null;
  const hash = href.indexOf("#", at);
  // Without the hex part the address is in the link's text; the link says nothing.
  return `mailto:${hash < 0 ? "" : (decodeHiddenEmail(href.slice(hash + 1)) ?? "")}`;
}
