import type { CapturedPage, ChangeItem, Comparison, ComparisonScope, EmptiedValue } from "./comparison";
import { describeAdded, describeRemoved, describeRenumbered, describeRewrite } from "./describe-change";
import { describeForm, describeImages } from "./describe-form";
import { ScopeNotFoundError } from "./errors";
import { findHole, findLostValue, marksOf } from "./find-emptied";
import { withoutGoneWithClosing } from "./gone-with-closing";
import { isLaidOutAnew } from "./is-laid-out-anew";
import { isRevisionLine, judgeSeverity, renumberedItems } from "./judge-severity";
import { matchBlocks } from "./match-blocks";
import { withoutOtherZone } from "./other-time-zone";
import { pairBlocks } from "./pair-blocks";
import { readPrices } from "./read-prices";
import { describeAvailability, saysSoldOut } from "./reading/availability";
import type { Block } from "./reading/block";
import { withCountedDays } from "./reading/counted-days";
import { dropLinkRuns, splitContentsList } from "./reading/drop-link-runs";
import { describeScope } from "./reading/find-scope";
import { isVolatileLine } from "./reading/fold-volatile";
import { momentsOf, withoutMoments } from "./reading/moments";
import { type PageBlocks, readPage } from "./reading/read-page";
import { readSource } from "./reading/read-source";
import { withoutRolledDays } from "./rolling-days";
import { saysNewFact } from "./says-new-fact";
import { setAsideMoved } from "./set-aside-moved";
import { byWeight, summarise } from "./summarise";

/** Further items are left to the viewer; a page that differs in more places is another page. */
const maxItems = 200;
const maxDescribed = 1_000;

/**
 * What a reader would want to know of the difference between two good captures of one page. Blocks are compared as sets first, so that
 * order, markup, navigation, advertisements and clocks make no difference; only what is left is read word by word.
 *
 * Pure, and linear in the pages but for what differs. Captures that show no page (errors, walls, stubs) are not for this function.
 * @throws ScopeNotFoundError when the watched part is missing on either side
 * @throws InvalidSelectorError when `scope.selector` cannot be read
 */
export function compareCaptures(before: CapturedPage, after: CapturedPage, scope?: ComparisonScope): Comparison {
  const [old, fresh] = [readPage(before, scope), readPage(after, scope)];
  if (!fresh || !old) throw new ScopeNotFoundError(fresh ? "before" : "after", describeScope(scope ?? {}));
  if (isOtherLanguage(old, fresh)) {
    return none(`Served in another language (${fresh.language} instead of ${old.language}), not compared`);
  }
  const [oldBlocks, freshBlocks] = [contentOf(old, fresh), contentOf(fresh, old)];
  [oldBlocks.rest, freshBlocks.rest] = withoutOtherZone(oldBlocks.rest, freshBlocks.rest);
  if (before.fetchedAt && after.fetchedAt) {
    const at = { before: before.fetchedAt, after: after.fetchedAt };
    [oldBlocks.rest, freshBlocks.rest] = withCountedDays(oldBlocks.rest, freshBlocks.rest, at);
  }
  const contents = contentsListItem(oldBlocks, freshBlocks);
  const unrolled = matchBlocks(texts(oldBlocks.rest), texts(freshBlocks.rest));
  const matched = withoutRolledDays(unrolled, oldBlocks.rest, freshBlocks.rest);
  const remaining = setAsideMoved(
    matched,
    { content: oldBlocks.rest, everything: old.everything },
    { content: freshBlocks.rest, everything: fresh.everything },
  );
  const paired = pairBlocks(
    [...remaining.removed, ...matched.exchanged.removed],
    [...remaining.added, ...matched.exchanged.added],
    oldBlocks.rest,
    freshBlocks.rest,
  );
  const marks = new Set(fresh.content.flatMap(({ words, text }) => (words === 0 ? marksOf(text) || [] : [])));
  const oldPlaces = new Map(oldBlocks.rest.map((block, index) => [block, index]));
  const availability = describeAvailability(old.availability, fresh.availability);
  // A switch that comes or goes shows in what the page shows; what it switches to is compared price by price. A choice that is sold out with the thing says
  // nothing beside it.
  const isToTell = ({ isSwitched, isStated, text }: Block) =>
    !isSwitched && !(isStated && availability.length > 0 && saysSoldOut(text));
  const rewritten = paired.pairs.slice(0, maxDescribed).map(([was, is]) => ({
    isStated: is.isStated === true,
    items: [was, is].every((block) => block.isSwitched || isToTell(block))
      ? withEmptied(describeRewrite(was, is, freshBlocks.rest), findLostValue(was, is))
      : [],
  }));
  const shown = new Set(rewritten.flatMap(({ isStated, items }) => (isStated ? [] : items.map(amountsOf))));
  const isTold = (item: ChangeItem) => {
    const isKnown = item.kind === "price" && shown.has(amountsOf(item));
    shown.add(amountsOf(item));
    return isKnown;
  };
  const places = onceEach([
    ...contents,
    ...availability,
    ...describeRenumbered(matched.same),
    // What the page shows is told once, though the list of its choices says so, too.
    ...rewritten.flatMap(({ isStated, items }) => (isStated ? items.filter((item) => !isTold(item)) : items)),
    ...paired.added.filter(isToTell).slice(0, maxDescribed).map(describeAdded),
    ...paired.removed
      .filter(isToTell)
      .slice(0, maxDescribed)
      .flatMap((block) =>
        withEmptied([describeRemoved(block)], findHole(block, oldBlocks.rest, oldPlaces, freshBlocks.rest, marks)),
      ),
  ]);
  const differing = withoutGoneWithClosing(places);
  const { items: wording, isAnew } = withoutRelaid(differing, before.html, after.html);
  const isRelaid = isAnew || (wording.length === 0 && isBuiltAnew(before.html, after.html));
  const found: ChangeItem[] = [
    // Beside what a page that is built otherwise says anew nobody asks which of its lines has become a heading.
    ...(isAnew && wording.length > 0 ? [] : describeForm(matched.same)),
    ...describeImages(oldBlocks.rest, freshBlocks.rest).filter(
      (image) => !wording.some((item) => showsSame(item, image)),
    ),
    // Beside what it says anew nobody asks how a page is built.
    ...(wording.length === 0 && (remaining.isRebuilt || differing.length > 0) ? [rebuilt] : []),
  ];
  const form = isRelaid ? found.filter((item) => !isRelaidLink(item, after.url)) : found;
  const verdict = wording.length > 0 ? "wording" : form.length > 0 ? "form" : "none";
  if (verdict === "none") return none("No change");
  const renumbered = renumberedItems(wording);
  const items = byWeight([...wording, ...form], (item) => isRevisionLine(item) || renumbered.has(item));
  const pageWords = freshBlocks.rest.reduce((sum, block) => sum + block.words, 0);
  return {
    verdict,
    severity: judgeSeverity(verdict, verdict === "wording" ? wording : form, pageWords),
    summary: summarise(items),
    items: items.slice(0, maxItems),
    ...(isRelaid ? { isLaidOutAnew: true } : {}),
  };
}

/** A figure with fewer words beside it may be that of another thing in another place. */
const fewestTelling = 3;

/** The button under each plan, the line beside each photograph: what became the same other text in several places has changed once. */
function onceEach(items: readonly ChangeItem[]): ChangeItem[] {
  const seen = new Set<string>();
  return items.filter(({ kind, before, after, heading }) => {
    const isRewrite = before !== null && after !== null;
    const tells = kind === "number" && (before?.match(/\p{L}{2,}/gu)?.length ?? 0) >= fewestTelling;
    if (kind === "price" || (kind === "number" && !tells)) return true;
    // What came or went twice under one name stands in two parts of the page, of which a reader sees one at a time.
    const key = [before, after, isRewrite ? "" : heading].join("\n");
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** A page that was laid out anew puts the same facts under other labels and in other sentences. */
function withoutRelaid(items: ChangeItem[], before: string, after: string): { items: ChangeItem[]; isAnew: boolean } {
  if (items.length === 0) return { items, isAnew: false };
  const [old, fresh] = [readSource(before), readSource(after)];
  const isAnew = isLaidOutAnew(old, fresh);
  if (!isAnew) return { items, isAnew };
  const moments = { before: momentsOf(old.texts), after: momentsOf(fresh.texts) };
  const isNew = (item: ChangeItem) => {
    const was = item.before && withoutMoments(item.before, moments.after);
    const is = item.after && withoutMoments(item.after, moments.before);
    const isSame = was === item.before && is === item.after;
    return saysNewFact(isSame ? item : { ...item, kind: "text", before: was, after: is }, old.words, fresh.words);
  };
  return { items: items.filter(isNew), isAnew };
}

/** A page that was laid out anew writes its links with another slash at the end, and leads to itself from a path of crumbs. */
function isRelaidLink({ kind, before, after }: ChangeItem, url: string): boolean {
  if (kind !== "link") return false;
  const bare = (text: string | null) => text?.replace(/\/?\)$/, ")") ?? null;
  const isSelf = (text: string | null) => text === null || text.endsWith(`(${url.replace(/\/$/, "")})`);
  return bare(before) === bare(after) || (isSelf(bare(before)) && isSelf(bare(after)));
}

function isBuiltAnew(before: string, after: string): boolean {
  return isLaidOutAnew(readSource(before), readSource(after));
}

/** The picture of what is told in words has its name, and comes and goes with it. */
function showsSame(item: ChangeItem, image: ChangeItem): boolean {
  const isSame = (text: string | null, picture: string | null) => {
    const name = picture?.replace(/ \([^()]*\)$/, "") ?? "";
    return text !== null && name !== "" && name !== picture && text.includes(name);
  };
  return isSame(item.before, image.before) || isSame(item.after, image.after);
}

/** What was and is asked, however the currency is written. */
function amountsOf({ before, after }: ChangeItem): string {
  return [before, after].map((text) => readPrices(text ?? "")[0]?.amount ?? text).join(" ");
}

function withEmptied(items: ChangeItem[], emptied: EmptiedValue | null): ChangeItem[] {
  if (!emptied) return items;
  // What stands beside a price that is missing may have changed by itself.
  const prices = items.filter(({ kind }) => kind === "price");
  return items.map((item) => (prices.length === 0 || prices.includes(item) ? { ...item, emptied } : item));
}

const rebuilt: ChangeItem = { kind: "structure", before: null, after: null, heading: null };

function none(summary: string): Comparison {
  return { verdict: "none", severity: "low", summary, items: [] };
}

/** A visitor's language was guessed anew: the page states another one, and hardly a word is the same. */
function isOtherLanguage(old: PageBlocks, fresh: PageBlocks): boolean {
  if (!old.language || !fresh.language || old.language === fresh.language) return false;
  const known = new Set(old.content.flatMap((block) => block.key.split(" ")));
  const words = fresh.content.flatMap((block) => block.key.split(" "));
  return words.filter((word) => known.has(word)).length < words.length / 2;
}

function texts(blocks: readonly Block[]): Block[] {
  return blocks.filter((block) => block.words > 0);
}

interface Content {
  rest: Block[];
  /** The table of contents, which is compared only as being there or not: its entries are the page's headings. */
  contents: Block[];
}

function contentOf(page: PageBlocks, other: PageBlocks): Content {
  const telling = page.content.filter(
    // "By Ann, updated 2 hours ago" without its Ann is no clock: what is missing there was said.
    (block) => (block.words > 0 || block.images.length > 0) && (block.holes > 0 || !isVolatileLine(block.text)),
  );
  const { contents, rest } = splitContentsList(telling);
  return { contents, rest: dropLinkRuns(rest, other.content) };
}

function contentsListItem(old: Content, fresh: Content): ChangeItem[] {
  if (old.contents.length > 0 === fresh.contents.length > 0) return [];
  const text = (content: Content) =>
    content.contents.length === 0
      ? null
      : content.contents
          .map((block) => block.text)
          .join(" · ")
          .slice(0, 4_000);
  return [{ kind: "text", before: text(old), after: text(fresh), heading: null }];
}
