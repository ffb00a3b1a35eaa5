import { readKeptPapers } from "@/server/crawling/listings";
import type { StatedDeadline } from "../../fields/stated-deadline";
import { mentionedCodes } from "../../matching/mentioned-codes";
import { joined, proseOf } from "../json-values";
import { emptyNotice, type NoticeFacts, type NoticeReading } from "../notice-facts";
import { kindOf } from "../notice-kind";
import { statedReference } from "../stated-reference";
import { attachmentsAmong } from "./attachments";
import { referenceIn, titlesOf } from "./entry-titles";
import { factsOfProse, type ProseFacts } from "./facts-of-prose";
import {
  emailIn,
  factsOfValues,
  type ReadingContext,
  readDate,
  referenceAmong,
  type ValueFacts,
} from "./facts-of-values";
import { meaningOfLabel } from "./labels";
import { type ListingEntry, noticeKeyOf } from "./listing-entry";
import { localeOfPage } from "./locale-of-page";
import { statusOf, typeOf } from "./notice-status";
import { type LabelledValue, labelledLines, type PageFacts, readPageFacts } from "./page-facts";
import { readMoney } from "./stated-money";

export interface PortalEntry {
  entry: ListingEntry;
  /** The page to which the entry leads, when it was read. */
  page: { url: string; html: string; capturedAt: Date } | null;
  /** Further pages of the entry, on which its papers stand. */
  parts?: readonly { url: string; html: string }[];
  /** Where the listing stands. */
  listingUrl: string;
  capturedAt: Date;
  /** What the portal is called: of a body's own portal, the body that buys where a notice names none. */
  portalNames?: readonly string[];
  /** Other entries of the listing: how the portal writes its days. */
  neighbours?: readonly string[];
}

/** A tender as a portal shows it: what its own page says, completed by what the listing says. */
export function readPortalNotice({
  entry,
  page,
  parts = [],
  listingUrl,
  capturedAt,
  portalNames = [],
  neighbours = [],
}: PortalEntry): NoticeReading {
  const shown = page ? readPageFacts(page.html, page.url) : null;
  const listed = valuesOfEntry(entry);
  // "Council tax bills: printing" is a title, though its first words may be a label elsewhere.
  const own = (shown?.values ?? []).filter(({ label, value }) => `${label}: ${value}` !== entry.title);
  const texts = [...own.map(({ value }) => value), ...listed.map(({ value }) => value), ...neighbours];
  const locale = localeOfPage(page?.url ?? entry.url ?? listingUrl, shown?.language ?? null, texts, shown?.text);
  const onPage = factsOfValues(own, { ...locale, capturedAt: page?.capturedAt ?? capturedAt });
  const context = { ...locale, capturedAt };
  const inListing = factsOfValues(listed, context);
  const loose = looseFacts(entry, context, onPage.deadlines.length > 0 || inListing.deadlines.length > 0);
  const first = <Key extends keyof ValueFacts>(key: Key) => onPage[key] ?? inListing[key];
  const prose = shown ? proseOfPage(shown, onPage, { ...locale, capturedAt: page?.capturedAt ?? capturedAt }) : null;
  const titles = titlesOf(entry, shown, onPage);
  if (!titles.title) return { notices: [], refused: [{ key: entry.key, reason: "The entry has no title." }] };
  const said = statusOf(shown, onPage, inListing, entry, titles.status);
  // What is only announced has no closing date yet; a sentence with one is about something else.
  const inProse = said === "planned" ? null : prose?.deadline;
  const deadlines = mergeDeadlines(onPage.deadlines, inProse ? [inProse] : [], inListing.deadlines, loose.deadlines);
  const published = onPage.published ?? inListing.published ?? loose.published;
  const isDated = deadlines.some(({ kind, localDate }) => kind === "submission" && localDate);
  // Where the day of the notice itself is still to come and none on which bids are due, nothing is open yet.
  const status = said === "open" && !isDated && (onPage.expected ?? inListing.expected) ? "planned" : said;
  const url = page?.url ?? entry.url;
  const summary = onPage.summary ?? inListing.summary;
  return {
    notices: [
      emptyNotice({
        scheme: "portal",
        type: typeOf(status),
        key: noticeKeyOf(entry, listingUrl),
        status,
        publishedAt: published?.at ?? published?.localDate ?? null,
        language: shown?.language ?? null,
        title: titles.title,
        buyer: first("buyer") ?? plainest(prose?.buyer, loose.buyer) ?? bodyAmong(portalNames),
        ...mentionsIn(entry, shown, parts),
        reference:
          first("reference") ?? prose?.reference ?? loose.reference ?? statedReference(referenceIn(titles.title)),
        kind: first("kind") ?? kindOf(titles.title) ?? "tender",
        summary: summary ?? longText(entry),
        deadlines,
        value: first("value") ?? loose.value,
        place: first("place"),
        country: first("country") ?? locale.country,
        categories: onPage.categories.length > 0 ? onPage.categories : inListing.categories,
        setAside: first("setAside"),
        eligibility: first("eligibility"),
        contacts: contactsOf(onPage, inListing, shown),
        period: first("period"),
        submissionMethod: first("submissionMethod"),
        attachments: attachmentsAmong(
          [
            ...(shown?.links ?? []),
            ...papersOfEntry(entry, shown !== null),
            ...parts.flatMap(({ url, html }) => readPageFacts(html, url).links),
          ],
          page?.url ?? "",
        ),
        ...(shown?.listsDemands ? { demandsOnPage: true as const } : {}),
        url: shown?.ownAddress ?? url,
        rationale: first("rationale"),
      }),
    ],
    refused: [],
  };
}

/** "Bids and quotes - City of Hale": the body whose page it is. */
function bodyAmong(names: readonly string[]): string | null {
  const parts = names.flatMap((name) => name.split(/\s+[-–—|·:»]\s+|:\s/));
  return parts.map((part) => part.trim()).find(isBodyName) ?? null;
}

/** Among what it says, numbers by which somebody else may call it. */
function mentionsIn(entry: ListingEntry, shown: PageFacts | null, parts: NonNullable<PortalEntry["parts"]>) {
  const said = [shown?.text ?? "", entry.text, ...parts.map(({ url, html }) => readPageFacts(html, url).text)];
  const mentions = mentionedCodes(said.join("\n"));
  return mentions.length > 0 ? { mentions } : {};
}

/** An entry without a page of its own may lead to its paper, and its list to further ones. */
function papersOfEntry({ url, title, fields }: ListingEntry, hasPage: boolean): { url: string; text: string }[] {
  const papers = readKeptPapers(fields);
  return url && !hasPage && !papers.some((paper) => paper.url === url) ? [{ url, text: title }, ...papers] : papers;
}

/** "Published by Hale Council" in a sentence is the "Hale Council" that the listing names. */
function plainest(said: string | null | undefined, listed: string | null): string | null {
  return said && !(listed && said.includes(listed)) ? said : (listed ?? null);
}

/** Sentences are read where labels leave out what they may say. */
function proseOfPage(shown: PageFacts, onPage: ValueFacts, context: ReadingContext): ProseFacts | null {
  const isDated = onPage.deadlines.some(({ kind }) => kind === "submission");
  if (isDated && onPage.buyer && onPage.reference) return null;
  const prose = factsOfProse(shown.text, context);
  return isDated ? { ...prose, deadline: null } : prose;
}

function valuesOfEntry(entry: ListingEntry): LabelledValue[] {
  const named = Object.entries(entry.fields)
    .filter(([label]) => !label.includes("@"))
    .map(([label, value]) => ({
      label: label.replace(/ \d+$/, ""),
      value,
      datetime: entry.fields[`${label}@datetime`] ?? null,
    }));
  const lines = entry.text.split("\n").filter((text) => text !== entry.title);
  return [
    ...named,
    ...datesBelowLabels(entry),
    ...[...labelledLines(entry.text), ...lines.flatMap(statedWithoutColon)].map((one) => ({ ...one, datetime: null })),
  ];
}

const maxLabel = 40;

/** A day whose label stands in the line above it: of boxes and grids that name their values in nothing but other words. */
function datesBelowLabels({ fields, text }: ListingEntry): LabelledValue[] {
  const lines = text.split("\n").map((line) => line.trim());
  const isNamed = (value: string) =>
    Object.entries(fields).some(([label, one]) => one === value && meaningOfLabel(label.replace(/ \d+$/, "")));
  return lines.flatMap((value, at) => {
    const label = lines[at - 1] ?? "";
    if (!/\d/.test(value) || label.length > maxLabel || /\d/.test(label) || isNamed(value)) return [];
    const field = meaningOfLabel(label)?.field;
    return field === "deadline" || field === "expected" ? [{ label, value, datetime: null }] : [];
  });
}

/** "File 2031/77", "Closing date 4 May 2031": few words that are a label, and then what has figures in it. */
function statedWithoutColon(text: string): { label: string; value: string }[] {
  const [, label = "", value = ""] =
    /^(\p{L}[\p{L} .'’]{1,38}?)\s+((?:\p{Lu}{1,6}[-/_ ]?){0,3}\d.{0,60})$/u.exec(text.trim()) ?? [];
  const meaning = value === "" || label.split(" ").length > 5 ? null : meaningOfLabel(label);
  return meaning && (meaning.field === "deadline" || meaning.field === "reference") ? [{ label, value }] : [];
}

interface LooseFacts {
  deadlines: StatedDeadline[];
  published: StatedDeadline | null;
  buyer: string | null;
  reference: string | null;
  value: NoticeFacts["value"];
}

const closes =
  /\b(?:clos\w*|due|deadline|ends?|until|by|left|remaining|expires?|noch|bis|endet|frist|schliesst|schließt|jusqu|limite|cl[oô]tur\w*|reste|hasta|cierra|plazo|entro|scade\w*|mancano|nog|sluit)\b/iu;
const appeared =
  /\b(?:posted|published|added|issued|listed|ago|vor|veröffentlicht|eingestellt|publié\w*|il y a|publicad[oa]|hace|pubblicat[oa]|fa|geleden|since|seit|depuis|desde)\b/iu;

/** What stands in an entry without a label: dates that say themselves what they are, a code, an amount, a body's name. */
function looseFacts(entry: ListingEntry, context: ReadingContext, hasDeadline: boolean): LooseFacts {
  const unlabelled = Object.entries(entry.fields).filter(
    ([label]) => !label.includes("@") && !meaningOfLabel(label.replace(/ \d+$/, "")),
  );
  const facts: LooseFacts = { deadlines: [], published: null, buyer: null, reference: null, value: null };
  const undecided: StatedDeadline[] = [];
  const below = new Set(datesBelowLabels(entry).map(({ value }) => value));
  for (const [label, value] of unlabelled) {
    if (below.has(value)) continue;
    const datetime = entry.fields[`${label}@datetime`] ?? null;
    const isClosing = closes.test(value);
    const isAppearing = !isClosing && appeared.test(value);
    const date = readDate(isAppearing ? "issued" : "submission", value, datetime, context);
    if (!date?.localDate) facts.value ??= label === "amount" ? readMoney(value) : null;
    else if (isClosing) facts.deadlines.push(date);
    else if (isAppearing) facts.published ??= date;
    else undecided.push(date);
  }
  takeUndecided(facts, undecided, context, hasDeadline);
  const lines = [...unlabelled.map(([, value]) => value), ...entry.text.split("\n")].filter(
    (text) => text !== entry.title,
  );
  facts.reference = referenceAmong([...new Set(lines.map((text) => text.trim()))]);
  facts.buyer = lines.find((text) => isBodyName(text))?.trim() ?? null;
  return facts;
}

/** Of two bare dates the later one is the deadline; a single one is if it lies ahead. */
function takeUndecided(
  facts: LooseFacts,
  dates: StatedDeadline[],
  context: ReadingContext,
  hasDeadline: boolean,
): void {
  const [early, late] = [...dates].sort((one, other) => (one.localDate ?? "").localeCompare(other.localDate ?? ""));
  const today = context.capturedAt.toISOString().slice(0, 10);
  if (early && late) {
    facts.published ??= { ...early, kind: "issued" };
    if (!hasDeadline && facts.deadlines.length === 0)
      facts.deadlines.push({ ...late, note: joined([late.note, noLabel], " ") });
  } else if (early) {
    const isAhead = (early.localDate ?? "") > today;
    if (!isAhead) facts.published ??= { ...early, kind: "issued" };
    else if (!hasDeadline && facts.deadlines.length === 0)
      facts.deadlines.push({ ...early, note: joined([early.note, noLabel], " ") });
  }
}

const noLabel =
  "The listing states this date without saying what it is; it lies ahead, so it was taken as the deadline.";

const bodyWords =
  /\b(?:councils?|city of|town of|county|borough|ministry|department|universit(?:y|ies)|colleges?|hospitals?|clinics?|schools|trust|authority|agency|commission|board|government|school district|police|fire (?:and rescue )?service|harbou?r|port of|water company|railways?|stadt|gemeinde|landkreis|landratsamt|ministerium|bundesamt|universität|klinikum|stadtwerke|kanton|amt für|ville de|commune de|mairie|département|région|métropole|conseil|ministère|université|centre hospitalier|communauté|syndicat|ayuntamiento|diputación|ministerio|universidad|consejería|comune di|provincia|regione|ministero|università|azienda|gemeente|provincie)\b/iu;

function isBodyName(text: string): boolean {
  const line = text.trim();
  return (
    line.length >= 5 &&
    line.length <= 90 &&
    bodyWords.test(line) &&
    !/[.:?!]\s|\d{3}/.test(line) &&
    line.split(/\s+/).length <= 10
  );
}

/** A page's own date replaces the listing's of the same kind; what only one of them has stays. */
function mergeDeadlines(...lists: StatedDeadline[][]): StatedDeadline[] {
  const merged: StatedDeadline[] = [];
  for (const list of lists) {
    const kinds = new Set(merged.map(({ kind }) => kind));
    for (const one of list) {
      if (!kinds.has(one.kind)) merged.push(one);
      else completeTime(merged, one);
    }
  }
  return merged;
}

/** The same day with a time in one place and without in the other is one deadline. */
function completeTime(known: StatedDeadline[], other: StatedDeadline): void {
  const at = known.findIndex(
    (one) =>
      one.kind === other.kind &&
      one.localDate === other.localDate &&
      ((!one.at && other.at) || (!one.localTime && other.localTime)),
  );
  if (at >= 0) known[at] = other;
}

function contactsOf(onPage: ValueFacts, inListing: ValueFacts, shown: PageFacts | null): NoticeFacts["contacts"] {
  const stated = onPage.contacts.length > 0 ? onPage.contacts : inListing.contacts;
  if (stated.length > 0) return stated;
  const mail = shown?.links
    .map(({ url }) => (url.startsWith("mailto:") ? emailIn(decodeURI(url)) : null))
    .find((email) => email !== null);
  return mail ? [{ name: null, email: mail, phone: null, role: null }] : [];
}

function longText(entry: ListingEntry): string | null {
  const lines = entry.text.split("\n").filter((line) => line.length >= 60 && line !== entry.title);
  return lines.length > 0 ? proseOf(lines.join("\n")) : null;
}
