import { Parser } from "htmlparser2";

/**
 * Text with its character references replaced: the numbered ones, XML's five, those that HTML names (feeds use them without
 * declaring them), and `declared` ones. A bare "&" stays, and so does what nobody declared. References are replaced once: an entity made
 * of entities does not grow.
 */
export function decodeEntities(text: string, declared?: ReadonlyMap<string, string>): string {
  if (!text.includes("&")) return text;
  // Only whole references, so that "?a=1&copy=2" in an address keeps its parameter.
  return text.replace(/&(#[0-9]{1,8}|#[xX][0-9a-fA-F]{1,7}|[A-Za-z][A-Za-z0-9._-]{1,40});/g, (whole, name: string) => {
    const own = declared?.get(name);
    return own ?? decodeOne(whole);
  });
}

const known = new Map<string, string>();

function decodeOne(reference: string): string {
  const before = known.get(reference);
  if (before !== undefined) return before;
  let decoded = "";
  const parser = new Parser({
    ontext: (part) => {
      decoded += part;
    },
  });
  parser.end(reference);
  if (known.size < 5000) known.set(reference, decoded);
  return decoded;
}
