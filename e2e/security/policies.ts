/** What every reply carries, whatever it is and whoever asked. */
const everywhere: Record<string, RegExp> = {
  "x-content-type-options": /^nosniff$/,
  "x-frame-options": /^DENY$/,
  "referrer-policy": /^strict-origin/,
  "strict-transport-security": /max-age=\d{8}/,
  "cross-origin-resource-policy": /^same-origin$/,
};

/** Replies that are no pages, so that a browser that is led to one draws, runs and frames nothing of it. */
const inert = /^default-src 'none'/;
const unkept = /(^|[ ,])no-store/;
const ownOnly = /^(?=.*\bprivate\b)(?=.*\bno-store\b)/;

export const policies = {
  page: {
    ...everywhere,
    "cache-control": unkept,
    "content-security-policy": /default-src 'self'; script-src 'self' 'nonce-[\w+/=]{20,}' 'strict-dynamic'/,
  },
  /** A door that answers to nobody in particular. */
  open: { ...everywhere, "cache-control": unkept, "content-security-policy": inert },
  /** A door whose reply depends on who asks. */
  own: { ...everywhere, "cache-control": ownOnly, "content-security-policy": inert },
  /** Files of the application that everybody gets alike. */
  file: everywhere,
  /** The one that says that the database is out: it has no script, so it needs no nonce. */
  out: {
    ...everywhere,
    "cache-control": unkept,
    "content-security-policy": /default-src 'none'.*frame-ancestors 'none'/,
  },
} satisfies Record<string, Record<string, RegExp>>;

/** The policies that a reply does not carry, each with what it says instead. */
export function lacking(
  kind: keyof typeof policies,
  headers: Headers | Record<string, string | string[] | undefined>,
): string[] {
  const said = (name: string) => String((headers instanceof Headers ? headers.get(name) : headers[name]) ?? "");
  return Object.entries(policies[kind])
    .filter(([name, rule]) => !rule.test(said(name)))
    .map(([name]) => `${name}: ${said(name) || "none"}`);
}
