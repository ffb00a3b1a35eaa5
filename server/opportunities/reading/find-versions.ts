/** A paper of a tender, as far as it is told whether one is another version of the other. */
export interface VersionedPaper {
  id: string;
  path: string;
  text: string;
}

/** At least this many sentences must be told apart by their words. */
const LEAST_SENTENCES = 8;
const SAME_NAME = 0.4;
const OTHER_NAME = 0.85;

/**
 * Which new papers are versions of papers that had been read before, under another name ("RFP.pdf", "RFP updated.pdf"): most of their
 * sentences are the same, and the names say nothing that tells one paper from its sisters (lot, annex, number). One to one, the most alike first.
 */
export function findVersions(
  fresh: readonly VersionedPaper[],
  known: readonly VersionedPaper[],
): { id: string; of: string; share: number }[] {
  const all = [...fresh, ...known];
  const sentencesOf = new Map(all.map((one) => [one.id, sentences(one.text)]));
  const runsOf = new Map<string, Set<string>>();
  const pairs = fresh
    .flatMap((one) => known.map((old) => ({ id: one.id, of: old.id, ...likeness(one, old) })))
    .filter(({ share, least }) => share >= least)
    .toSorted((a, b) => b.share - a.share);
  const taken = new Set<string>();
  return pairs.flatMap(({ id, of, share }) => {
    if (taken.has(id) || taken.has(of)) return [];
    taken.add(id).add(of);
    return [{ id, of, share }];
  });

  function likeness(one: VersionedPaper, old: VersionedPaper): { share: number; least: number } {
    const [a, b] = [sentencesOf.get(one.id) as Set<string>, sentencesOf.get(old.id) as Set<string>];
    const least = leastFor(one.path, old.path);
    if (least === null || Math.min(a.size, b.size) < LEAST_SENTENCES) return { share: 0, least: 1 };
    const share = shared(a, b) / Math.max(a.size, b.size);
    if (share >= least || least !== SAME_NAME) return { share, least };
    // One paper breaks its lines where the other ends its sentences.
    const [c, d] = [runs(one), runs(old)];
    return { share: Math.max(share, shared(c, d) / Math.max(c.size, d.size)), least };
  }

  function runs(paper: VersionedPaper): Set<string> {
    const own = runsOf.get(paper.id) ?? wordRuns(paper.text);
    runsOf.set(paper.id, own);
    return own;
  }
}

/** So much of a paper stands in another one that it is a part of it. */
const PART = 0.85;

/** Which of the papers stand whole within another one, as chapters of a request that is handed out in one file as well. */
export function findParts(whole: VersionedPaper, papers: readonly VersionedPaper[]): string[] {
  const own = wordRuns(whole.text);
  return papers.flatMap((paper) => {
    const runs = wordRuns(paper.text);
    const isPart =
      paper.id !== whole.id && runs.size > 0 && runs.size < own.size && shared(runs, own) >= PART * runs.size;
    return isPart ? [paper.id] : [];
  });
}

function shared(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let count = 0;
  for (const one of a) if (b.has(one)) count++;
  return count;
}

/** Every five words that follow one another, wherever lines and sentences end. */
function wordRuns(text: string): Set<string> {
  const words =
    text
      .normalize("NFKD")
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  return new Set(words.slice(4).map((_, at) => words.slice(at, at + 5).join(" ")));
}

function sentences(text: string): Set<string> {
  return new Set(
    text
      .normalize("NFKD")
      .toLowerCase()
      .split(/[.;:!?]\s|\n/)
      .map((part) => part.replace(/[^\p{L}\p{N}]+/gu, " ").trim())
      .filter((part) => part.split(" ").length >= 4),
  );
}

const versionWords =
  /^(?:updated?|revised?|revision|rev|amended|amendment|addendum|final|draft|new|old|copy|version|v|clean|redline|conformed|corrected|latest|posted|\d{1,2}|v\d+|rev\d+|\d{4,})$/;
/** What tells one of several papers of a kind from its sisters. */
const apart =
  /\b(lots?|parts?|appendix|annex|attachments?|schedules?|exhibits?|volumes?|phase|section|forms?|lose?|anlage|annexe|anexo)[ .#]*(?:no )?([a-z]{0,2}\d{1,3}[a-z]?|[a-z])?\b/g;

/** How much must be the same for two names to be those of one paper; null: the names tell them apart. */
function leastFor(one: string, other: string): number | null {
  const [a, b] = [nameWords(one), nameWords(other)];
  const signs = [one, other].map((name) =>
    [...nameWords(name).join(" ").matchAll(apart)].map(([sign]) => sign.trim()).join(),
  );
  if (signs[0] !== signs[1]) return null;
  const [plainA, plainB] = [a, b].map((words) => words.filter((word) => !versionWords.test(word)));
  const squash = (words: readonly string[] = []) => words.join("");
  if (squash(plainA) === squash(plainB)) return SAME_NAME;
  const [small = [], large = []] = [plainA ?? [], plainB ?? []].toSorted((x, y) => x.length - y.length);
  if (small.length > 0 && small.every((word) => large.includes(word))) return SAME_NAME;
  const isCalledVersion = a.some((word) => versionWords.test(word) && !/\d/.test(word));
  return isCalledVersion ? OTHER_NAME : null;
}

function nameWords(path: string): string[] {
  const file = path.split("/").at(-1) ?? path;
  return (
    file
      .replace(/\.[A-Za-z0-9]{1,5}$/, "")
      .replace(/([a-z])([A-Z])/g, "$1 $2")
      .replace(/([A-Z]{2,})([A-Z][a-z])/g, "$1 $2")
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}
