/** What a file of the feedparser corpus says about itself in the comment at its head. */
export interface FeedCase {
  /** `Content-Type` and the like, names in lower case. */
  headers: Record<string, string>;
  facts: Fact[];
}

export interface Fact {
  /** "feed", or the number of the entry. */
  of: "feed" | number;
  field: "title" | "link" | "published" | "updated";
  /** Text; for dates the UTC time as an ISO string. */
  expected: string;
}

const fields: Record<string, Fact["field"]> = {
  title: "title",
  title_detail: "title",
  link: "link",
  published_parsed: "published",
  updated_parsed: "updated",
  created_parsed: "published",
};

/** The expectations on titles, links and dates; the many on other things (markup kept, languages, podcasts) are not read. */
export function readFeedCase(body: Buffer): FeedCase {
  const head = headOf(body);
  const headers: Record<string, string> = {};
  for (const [, name = "", value = ""] of head.matchAll(/^\s*Header:[ \t]*([\w-]+):[ \t]*(.*)$/gm))
    headers[name.toLowerCase()] = value.trim();
  const expectation = /^\s*Expect:\s*(.*)$/m.exec(head)?.[1] ?? "";
  const facts: Fact[] = [];
  const comparison =
    /(feed|entries\[(\d+)\])(?:\.|\[u?['"])(title_detail|title|link|published_parsed|updated_parsed|created_parsed)(?:['"]\])?(?:\[['"]value['"]\])? == (u?'(?:[^'\\]|\\.)*'|u?"(?:[^"\\]|\\.)*"|\([\d, ]+\))(?! ?[+.])/g;
  for (const [, , entry, field = "", literal = ""] of expectation.matchAll(comparison)) {
    const expected = literal.startsWith("(") ? tupleToIso(literal) : readLiteral(literal);
    const kind = fields[field];
    if (expected !== null && kind)
      facts.push({ of: entry === undefined ? "feed" : Number(entry), field: kind, expected });
  }
  return { headers, facts };
}

/** The comment is ASCII in whatever encoding the file is. */
function headOf(body: Buffer): string {
  const head = body.subarray(0, 4096);
  const plain = head.filter((byte) => byte !== 0);
  const text = Buffer.from(plain).toString("latin1");
  return text.slice(0, text.indexOf("-->") < 0 ? undefined : text.indexOf("-->"));
}

/** A string literal of Python; null for what has escapes that need its tables. */
function readLiteral(literal: string): string | null {
  const inner = literal.replace(/^u/, "").slice(1, -1);
  if (/\\N/.test(inner)) return null;
  return inner.replace(/\\(?:x([0-9a-f]{2})|u([0-9a-f]{4})|U([0-9a-f]{8})|(.))/gi, (_all, x, u, long, plain) => {
    const code = x ?? u ?? long;
    if (code) return String.fromCodePoint(Number.parseInt(code, 16));
    return plain === "n" ? "\n" : plain === "t" ? "\t" : plain === "r" ? "\r" : plain;
  });
}

function tupleToIso(literal: string): string {
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = (literal.match(/\d+/g) ?? []).map(Number);
  return new Date(Date.UTC(year, month - 1, day, hour, minute, second)).toISOString();
}
