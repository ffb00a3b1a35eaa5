export type UrlValues = Record<string, string | number | boolean | readonly string[]>;

/** Values of the kind of their defaults; what cannot be read as such is the default. */
export function readUrlState<Values extends UrlValues>(defaults: Values, params: URLSearchParams): Values {
  const entries = Object.entries(defaults).map(([key, fallback]) => [key, readValue(params, key, fallback)]);
  // Object.entries forgets which value belongs to which key; each was read by the kind of its own default.
  return Object.fromEntries(entries) as Values;
}

function readValue(params: URLSearchParams, key: string, fallback: UrlValues[string]): UrlValues[string] {
  const text = params.get(key);
  if (text === null) return fallback;
  if (typeof fallback === "string") return text;
  if (typeof fallback === "boolean") return text === "1";
  if (typeof fallback === "number") return Number.isSafeInteger(Number(text)) && text !== "" ? Number(text) : fallback;
  return params.getAll(key);
}

/** The query string after the changes; parameters of others stay, defaults are left out. */
export function writeUrlState<Values extends UrlValues>(
  defaults: Values,
  changes: Partial<Values>,
  params: URLSearchParams,
): string {
  for (const [key, value] of Object.entries(changes)) {
    params.delete(key);
    if (value === undefined || value === defaults[key]) continue;
    if (Array.isArray(value)) for (const one of value) params.append(key, one);
    else params.set(key, typeof value === "boolean" ? (value ? "1" : "0") : String(value));
  }
  return params.toString();
}
