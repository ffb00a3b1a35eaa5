/** What readers of JSON need to look at values that may be anything. */
export type JsonObject = Record<string, unknown>;

export function asObject(value: unknown): JsonObject | null {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as JsonObject) : null;
}

/** The objects of a list; a lone object counts as a list of one. */
export function objectsIn(value: unknown): JsonObject[] {
  const list = Array.isArray(value) ? value : [value];
  return list.map(asObject).filter((item) => item !== null);
}

/** One line of text without white space at its ends; null for what is empty or no text. Numbers are written out. */
export function textOf(value: unknown): string | null {
  if (typeof value === "number" && Number.isFinite(value)) return String(value);
  if (typeof value !== "string") return null;
  const text = value.replace(/\s+/g, " ").trim();
  return text === "" ? null : text;
}

/** Text that keeps its paragraphs. */
export function proseOf(value: unknown): string | null {
  if (typeof value !== "string") return null;
  const text = value
    .replace(/\r\n?/g, "\n")
    .replace(/[^\S\n]+/g, " ")
    .replace(/ ?\n ?/g, "\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
  return text === "" ? null : text;
}

export function textsIn(value: unknown): string[] {
  return (Array.isArray(value) ? value : [value]).map(textOf).filter((text) => text !== null);
}

/** http(s) only: what a notice links to is shown as a link. */
export function addressOf(value: unknown): string | null {
  const text = textOf(value);
  if (!text) return null;
  const url = URL.parse(text) ?? (/^www\.[\w-]+\.\w/i.test(text) ? URL.parse(`https://${text}`) : null);
  return url && /^https?:$/.test(url.protocol) ? url.href : null;
}

export function joined(parts: readonly (string | null | undefined)[], between = "; "): string | null {
  const unique = [...new Set(parts.filter((part): part is string => Boolean(part)))];
  return unique.length > 0 ? unique.join(between) : null;
}
