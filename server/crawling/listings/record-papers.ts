import { type Element, isTag } from "domhandler";
import { absoluteUrl } from "./page-links";
import { isUnseen } from "./page-tree";
import { plainText } from "./plain-text";

/** A file that an entry offers where it stands. */
export interface ListedPaper {
  url: string;
  /** What the list calls it. */
  text: string;
}

const endings = "pdf|docx?|xlsx?|pptx?|odt|ods|rtf|zip|csv";
const endsLikeFile = new RegExp(`\\.(?:${endings})$`, "i");
const calledLikeFile = new RegExp(
  `\\.(?:${endings})\\b|\\((?:[^()]{0,40}[\\s,·])?(?:${endings})(?:[\\s,;·–-][^()]{0,40})?\\)\\s*$`,
  "i",
);
/** The same for the database: a pattern of PostgreSQL for whole addresses. */
export const paperInAddress = `\\.(${endings})([?#]|$)`;
const mostPapers = 40;
const mostElements = 4_000;

/** Whether an address is that of a file, by how it ends. */
export function isPaperAddress(url: string): boolean {
  return endsLikeFile.test(URL.parse(url)?.pathname ?? "");
}

/**
 * The files to which each of a list's entries links, in the order in which they stand there. What most entries link to (how to bid, the terms of all
 * contracts) belongs to none of them.
 */
export function papersOf(records: readonly Element[][], base: URL | null): ListedPaper[][] {
  const found = records.map((elements) => papersIn(elements, base));
  const counts = new Map<string, number>();
  for (const papers of found) for (const { url } of papers) counts.set(url, (counts.get(url) ?? 0) + 1);
  const shared = Math.max(2, records.length * 0.5);
  return found.map((papers) => papers.filter(({ url }) => (counts.get(url) ?? 0) < shared));
}

function papersIn(elements: Element[], base: URL | null): ListedPaper[] {
  const papers = new Map<string, ListedPaper>();
  const waiting = [...elements].reverse();
  for (let looked = 0; waiting.length > 0 && looked < mostElements && papers.size < mostPapers; looked++) {
    const element = waiting.pop();
    if (!element || isUnseen(element)) continue;
    const url = element.name === "a" ? absoluteUrl(element.attribs.href, base) : null;
    if (url && !papers.has(url)) {
      const text = plainText(element);
      if (isPaperAddress(url) || calledLikeFile.test(text)) papers.set(url, { url, text });
    }
    waiting.push(...element.children.filter(isTag).reverse());
  }
  return [...papers.values()];
}

/** Under this name an entry's papers are kept among its fields: a line each, the address before what the list calls it. */
const field = "papers@href";

export function keptPapers(papers: readonly ListedPaper[] | undefined): Record<string, string> {
  return papers?.length ? { [field]: papers.map(({ url, text }) => `${url} ${text}`).join("\n") } : {};
}

/** The papers that `keptPapers` has put among an entry's fields. */
export function readKeptPapers(fields: Readonly<Record<string, string>>): ListedPaper[] {
  return (fields[field] ?? "").split("\n").flatMap((line) => {
    const [, url, text = ""] = /^(\S+) ?(.*)$/u.exec(line) ?? [];
    return url ? [{ url, text }] : [];
  });
}
