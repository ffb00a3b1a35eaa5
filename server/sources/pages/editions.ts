/** The part of an address that names an edition of a documentation: a number with points, or the newest of them by its name. */
const edition = /^(?:v?\d{1,4}(?:\.(?:\d{1,6}|x)){1,3}|v\d{1,4}|latest|stable|current|main|master|dev|next)$/i;
/** What a documentation keeps of old editions is long; so many of them, the newest first, are read with the one that is watched. */
const mostOthers = 3;

/** Where tools that publish editions of a documentation side by side list them, for a page in one of them; null for any other address. */
export function editionListOf(address: string): { list: string; folder: string; edition: string } | null {
  const url = URL.parse(address);
  const parts = url?.pathname.split("/").slice(1) ?? [];
  const at = parts.findIndex((part) => edition.test(part));
  if (!url || at < 0) return null;
  const folder = new URL(
    `/${parts
      .slice(0, at)
      .map((part) => `${part}/`)
      .join("")}`,
    url,
  ).href;
  return { list: new URL("versions.json", folder).href, folder, edition: parts[at] ?? "" };
}

/** Addresses of the other editions that such a list names (`[{"version": "1.4", "aliases": []}]`), newest first as they stand there. */
export function otherEditions(text: string, { folder, edition: own }: { folder: string; edition: string }): string[] {
  let listed: unknown;
  try {
    listed = JSON.parse(text);
  } catch {
    return [];
  }
  const entries = (Array.isArray(listed) ? listed : []).filter(isEntry);
  // A list of anything else is not about this address.
  if (!entries.some((entry) => namesOf(entry).includes(own))) return [];
  return entries
    .filter((entry) => !namesOf(entry).includes(own))
    .slice(0, mostOthers)
    .map(({ version }) => new URL(`${encodeURIComponent(version)}/`, folder).href);
}

interface Entry {
  version: string;
  aliases?: unknown;
}

const isEntry = (value: unknown): value is Entry =>
  typeof value === "object" && value !== null && typeof Reflect.get(value, "version") === "string";

const namesOf = ({ version, aliases }: Entry): unknown[] => [version, ...(Array.isArray(aliases) ? aliases : [])];
