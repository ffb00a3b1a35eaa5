import type { MainText } from "./find-main-text";
import { findTyped } from "./json-ld";
import { endsSentence, isGood } from "./judge-run";
import type { PageMetadata } from "./page-metadata";
import type { PageScan, ScannedElement, TextRun } from "./scanned-page";

const fewWords = 60;
const someWords = 200;
const manyCards = 12;

/**
 * Whether what was taken for the article of a page is only the introduction of a list, a table, a price sheet or a portal: little prose
 * beside much else that a reader sees, and nothing in the page that calls it an article.
 */
export function looksLikeList(
  scan: PageScan,
  main: MainText,
  visible: readonly TextRun[],
  jsonLd: readonly Record<string, unknown>[],
  metadata: PageMetadata,
): boolean {
  if (findTyped(jsonLd, /Article$|^BlogPosting$|^Recipe$/) || metadata.publishedAt !== null) return false;
  if (scan.elements.some((element) => /\barticleBody\b/.test(element.attributes.itemprop ?? ""))) return false;
  const shown = visible.filter((run) => main.around[run.owner.index] === 0);
  const listed = shown.filter((run) => isListed(run.owner, main.cards));
  const inCards = new Set(listed.filter((run) => run.owner.tag !== "td"));
  const prose = words(main.runs.filter((run) => isGood(run) && endsSentence(run.text) && !inCards.has(run)));
  const isArticle = metadata.openGraph["og:type"] === "article";
  // Many cards, and most of what stands there is not in the part that reads best.
  if (!isArticle && main.cards.size >= manyCards && words(main.runs) < plainWords(shown) * 0.5) return true;
  if (prose >= someWords) return false;
  if (!isArticle && prose < fewWords && words(main.runs) < plainWords(shown) * 0.75) return true;
  return words(listed) > Math.max(prose, 20) * 4;
}

function isListed(owner: ScannedElement, cards: ReadonlySet<ScannedElement>): boolean {
  for (let open: ScannedElement | null = owner; open; open = open.parent)
    if (open.tag === "td" || open.tag === "th" || cards.has(open)) return true;
  return false;
}

function words(runs: readonly TextRun[]): number {
  return runs.reduce((sum, run) => sum + run.words, 0);
}

function plainWords(runs: readonly TextRun[]): number {
  return runs.reduce((sum, run) => sum + run.words - run.linkWords, 0);
}
