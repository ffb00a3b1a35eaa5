import { countWords } from "./count-words";
import { comparable, headingOf } from "./find-title-heading";
import { endsSentence, isGood, isLinkRun } from "./judge-run";
import type { Junk } from "./mark-junk";
import type { PageScan, ScannedElement, TextRun } from "./scanned-page";
import { isCall, isLoneDate, isLoneUrl, isPointer } from "./stock-phrases";
import { TextLists } from "./text-lists";

/** The runs of a container without junk, title, captions and what frames an article at its start and end. */
export function trimArticle(
  scan: PageScan,
  container: ScannedElement,
  junk: Junk,
  repeats: ReadonlySet<TextRun>,
  title: ScannedElement | null,
  titles: readonly string[],
): TextRun[] {
  const names = new Set(titles.map(comparable));
  const titleRun = title ? scan.runs[title.firstRun] : undefined;
  if (titleRun) names.add(comparable(titleRun.text));
  const mostTitleWords = Math.max(0, ...[...names].map((name) => countWords(name))) + 6;
  const lists = new TextLists(scan, junk.paragraphs);
  const inside: TextRun[] = [];
  for (let at = container.firstRun; at < container.endRun; at++) {
    const run = scan.runs[at] as TextRun;
    if (junk.isJunk[run.owner.index] || repeats.has(run)) continue;
    if (title && run.owner.index >= title.index && run.owner.index < title.end) continue;
    if (run.words <= mostTitleWords && isTitle(run, names)) continue;
    if (isLinkRun(run) && !isInline(run) && !lists.hold(run) && !opensProse(run, scan.runs.slice(at + 1, at + 4)))
      continue;
    if (!isCell(run) && (isLoneDate(run.text) || (run.links === 0 && isLoneUrl(run.text)))) continue;
    if (isCaption(run)) continue;
    inside.push(run);
  }
  const start = dropStandfirst(inside, title);
  return trimEnds(dropPointers(start));
}

/** The title once more, maybe with the name of the site or section behind it. */
function isTitle(run: TextRun, names: ReadonlySet<string>): boolean {
  const text = comparable(run.text);
  if (names.has(text)) return true;
  for (const name of names)
    if (name.length > 30 && text.startsWith(name) && text.length < name.length + 30) return true;
  return false;
}

/** A link that is a sentence of its own among prose, or a cell of a table, belongs to the article. */
function isInline(run: TextRun): boolean {
  if (isCell(run)) return true;
  return run.owner.tag === "p" && run.words >= 5 && endsSentence(run.text) && run.words < 30;
}

/** A heading that leads somewhere and is followed by prose of its own level. */
function opensProse(run: TextRun, next: readonly TextRun[]): boolean {
  const heading = headingOf(run.owner);
  return heading !== null && next.some((after) => after.owner.parent === heading.parent && isGood(after));
}

function isCell({ owner }: TextRun): boolean {
  return owner.tag === "td" || owner.tag === "th";
}

const standfirstName =
  /(?:^|[\s_-])(?:standfirst|dek|deck|subline|subtitle|subhead|subheading|subheadline|sub-title|summary|excerpt|lede-text)(?:[\s_-]|$)/i;

/** What stands between the title and the first paragraph: lines of the heading, and a summary that names itself so. */
function dropStandfirst(runs: readonly TextRun[], title: ScannedElement | null): TextRun[] {
  const isBefore = (run: TextRun) => {
    let header: ScannedElement | null = null;
    for (let open: ScannedElement | null = run.owner, steps = 0; open && steps < 6; open = open.parent, steps++) {
      if (open.tag === "header") header = open;
      if (steps < 2 && standfirstName.test(open.attributes.class ?? "")) return true;
    }
    return header !== null && title !== null && title.index > header.index && title.index < header.end;
  };
  let first = 0;
  while (first < runs.length && isBefore(runs[first] as TextRun)) first++;
  const words = runs.slice(first).reduce((sum, run) => sum + run.words, 0);
  return words > 60 ? runs.slice(first) : [...runs];
}

const captionText =
  /^[([]?(?:image|photo|picture|foto|bild|credit|source|quelle)s?\b[^.]{0,20}:|\((?:image|photo|foto|bild|credit)[^)]{0,60}\)$/i;

const creditText =
  /©|\b(?:getty images|shutterstock|istock|reuters\/|afp\/|dpa\/|picture alliance|pixabay|unsplash|photo by|photograph by|foto von)(?:\b|$)/i;

function isCaption(run: TextRun): boolean {
  if (run.words > 40 || headingOf(run.owner)) return false;
  if (captionText.test(run.text)) return true;
  if (run.afterImage && creditText.test(run.text)) return true;
  if (!run.afterImage || run.words >= 14 || run.owner.tag === "li") return false;
  return !endsSentence(run.text) && !/^\d{1,3}[.)]/.test(run.text);
}

const mostPointerWords = 9;

/** Drops lines that point to other texts, together with the links below them. */
function dropPointers(runs: readonly TextRun[]): TextRun[] {
  const kept: TextRun[] = [];
  for (let at = 0; at < runs.length; at++) {
    const run = runs[at] as TextRun;
    if (run.words > mostPointerWords && !(run.words < 30 && run.linkWords > run.words * 0.4 && isPointer(run.text))) {
      kept.push(run);
      continue;
    }
    if (
      !isPointer(run.text) ||
      (endsSentence(run.text) && !/[:…?]$/.test(run.text) && !run.text.endsWith("...") && run.linkWords === 0)
    ) {
      kept.push(run);
      continue;
    }
    while (at + 1 < runs.length && isPointed(runs[at + 1] as TextRun)) at++;
  }
  return kept;
}

function isPointed(run: TextRun): boolean {
  return run.links > 0 && run.words < 40 && run.linkWords >= run.words * 0.3;
}

function trimEnds(runs: readonly TextRun[]): TextRun[] {
  let first = 0;
  while (first < runs.length && !startsBody(runs[first] as TextRun)) first++;
  let last = runs.length - 1;
  while (last > first && !endsBody(runs[last] as TextRun)) last--;
  let promo = last;
  for (let at = last; at > Math.max(first, last - 4); at--) {
    const run = runs[at] as TextRun;
    if (run.words < 60 && isCall(run.text)) promo = at - 1;
  }
  last = promo;
  while (last > first && !endsBody(runs[last] as TextRun)) last--;
  // Headings just before the first paragraph open the body.
  while (first > 0 && opensBody(runs[first - 1] as TextRun)) first--;
  return runs.slice(first, last + 1);
}

function opensBody(run: TextRun): boolean {
  const heading = headingOf(run.owner);
  return heading !== null && heading.tag !== "h1";
}

function startsBody(run: TextRun): boolean {
  if (isGood(run) && !headingOf(run.owner)) return true;
  return run.words >= 3 && run.owner.tag === "p" && endsSentence(run.text) && run.linkWords < run.words * 0.4;
}

function endsBody(run: TextRun): boolean {
  if (headingOf(run.owner)) return false;
  if (isGood(run)) return true;
  if (run.words >= 3 && isQuoted(run)) return true;
  if (run.linkWords > run.words * 0.4) return false;
  if (run.owner.tag === "li" || run.owner.tag === "td") return true;
  return run.words >= 2 && run.owner.tag === "p" && endsSentence(run.text);
}

function isQuoted(run: TextRun): boolean {
  return run.owner.tag === "blockquote" || run.owner.parent?.tag === "blockquote";
}
