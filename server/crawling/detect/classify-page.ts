import { readDate } from "../feeds";
import { findListing, findSearch, isAmountText, isCodeText, isDateText, type ListingRecord } from "../listings";
import { type Finding, type PreviewItem, previewOf } from "./detected-source";
import { type ScannedPage, scanPage } from "./scan-page";
import { beginsWithWords, countWords, hasWords, type PageWords } from "./vocabulary";

/** Beyond this a listing has shown what it is. */
const mostListed = 1_500_000;
/** A box of the newest holds no more than these; the link to all of them has a short name. */
const mostInBox = 6;
const longestListName = 40;

/**
 * What a web page is good for watching as, told by what it shows: a listing of dated notices is a portal, prices with their periods are a
 * pricing page, dated headlines are news, a list of openings is a jobs page, everything else is a site.
 */
export function classifyPage(html: string, url: string, page: ScannedPage): Finding {
  const records = findListing(html.slice(0, mostListed), url)?.records ?? [];
  const heading = [page.title, ...page.headings.slice(0, 3)].join(" \n ");
  const title = page.title || page.headings[0] || null;
  const items = records.map(recordItem);
  const asKind = (kind: Finding["kind"], confidence: number, reason: string, shown = items): Finding => ({
    kind,
    title,
    url,
    confidence: Math.round(confidence * 100) / 100,
    reason,
    preview: previewOf(shown),
  });

  const dated =
    records.length === 0
      ? 0
      : items.filter(({ date }, index) => date ?? showsDate(records[index])).length / records.length;
  const notices = weighNotices(records, heading, page, dated);
  if (records.length >= 3 && notices >= 4)
    return asKind(
      "portal",
      Math.min(0.95, 0.5 + notices * 0.06),
      `The page lists ${records.length} notices with dates and the words of public tenders.`,
    );
  // What calls itself one article is watched as a page, whatever it is about and whatever it is surrounded by.
  const prices = page.isArticle ? 0 : countPrices(page.text);
  // What openings pay each month is no price.
  if (!page.isArticle && prices > 0 && records.length >= 3 && leadToOpenings(records) > records.length / 2)
    return asKind("jobs", 0.7, `The page lists ${records.length} openings with what they pay.`);
  if (prices >= 2 && isAboutPricing(heading, page))
    return asKind(
      "pricing",
      Math.min(0.95, 0.6 + prices * 0.04),
      `The page shows ${prices} prices and what they are for.`,
      records.map(priceItem),
    );
  const hasPostings = page.jsonLdTypes.has("JobPosting");
  if (hasPostings || (!page.isArticle && records.length >= 2 && hasWords(heading, "careers")))
    return asKind("jobs", hasPostings ? 0.85 : 0.7, `The page lists ${Math.max(1, records.length)} open jobs.`);
  if (!page.isArticle && prices === 0 && areOpenings(records))
    return asKind("jobs", 0.65, `The page lists ${records.length} entries with the words of openings.`);
  const isNews =
    !page.isArticle &&
    (page.jsonLdTypes.has("Blog") || (hasWords(heading, "news") && !isBoxOfNews(page, url, records)));
  if (records.length >= 3 && dated >= 0.5 && isNews)
    return asKind("news", 0.75, `The page lists ${records.length} dated headlines.`);
  const links = ownLinks(page, url);
  const asSite = asKind("site", 0.5, `It is a web page that links to ${links.length} pages of its site.`, links);
  const leads = records.flatMap(({ url: address }) => address ?? []);
  const listed = records.length >= 2 && dated >= 0.5 ? { listed: items } : {};
  const search = dated > 0 || page.isArticle ? null : findSearch(html.slice(0, mostListed), url);
  const mayList = records.length >= 3 && leads.length >= records.length * 0.8 && !isNews && prices === 0;
  const isDue = dated >= 0.5 && shareSaying(records, "deadlines") >= 0.5;
  // Dated entries with numbers of their own may be anything; the pages to which they lead say what.
  const isNumbered = dated >= 0.5 && records.filter(statesReference).length >= records.length / 2;
  const isAhead = records.filter(namesDayAhead).length >= records.length * 0.6;
  return mayList && (hasWords(heading, "notices") || isDue || isNumbered || isAhead)
    ? { ...asSite, doubt: { ...asKind("portal", 0.6, ""), leads: leads.slice(0, 2) } }
    : {
        ...asSite,
        ...listed,
        ...(search ? { search } : {}),
        ...(records.length >= 2 ? { rows: items } : {}),
        ...(!page.isArticle && hasWords(heading, "careers") ? { expects: "jobs" as const } : {}),
      };
}

/** A company's board may say nowhere that it lists openings; what it lists says how one is employed. */
function areOpenings(records: readonly ListingRecord[]): boolean {
  const saying = records.filter(({ title, text }) => hasWords(`${title} \n ${text}`, "employment"));
  return records.length >= 3 && Math.max(saying.length, leadToOpenings(records)) > records.length / 2;
}

const leadToOpenings = (records: readonly ListingRecord[]): number =>
  records.filter(({ url }) => url !== null && openingsFolder.test(URL.parse(url)?.pathname ?? "")).length;

/** Where boards keep the page of an opening. */
const openingsFolder =
  /\/(?:jobs?|vacanc(?:y|ies)|positions?|openings?|stellen?(?:angebote?)?|offres?-d-?emploi|emplois?|empleos?|vacantes?|vagas?|vacatures?)\/[^/]/i;

/** The newest of a site's news in a box of its home page, which leads to the list of all: what is watched is the site. */
function isBoxOfNews({ title, headings, links }: ScannedPage, url: string, records: readonly ListingRecord[]): boolean {
  if (hasWords([title, headings[0]].join(" \n "), "news") || records.length > mostInBox) return false;
  const [own, entries] = [URL.parse(url), new Set(records.map((record) => record.url))];
  return links.some(({ url: address, text }) => {
    const link = URL.parse(address);
    const isElsewhere = link?.host === own?.host && link?.pathname !== own?.pathname && !entries.has(address);
    return isElsewhere && text.length <= longestListName && hasWords(text, "news");
  });
}

/** Whether a page to which a list leads reads as one tender: words of tenders, and a date by which something must be in. */
export function readsAsNotice(html: string, url: string): boolean {
  const { title, text } = scanPage(html.slice(0, mostListed), url);
  const page = `${title} ${text}`;
  return hasWords(page, "notices") && hasWords(page, "deadlines") && someDate.test(page);
}

/** Part of the entries that say words of a kind, in what they state or in its labels. */
function shareSaying(records: readonly ListingRecord[], kind: PageWords): number {
  const saying = records.filter(({ fields, text }) => hasWords(`${Object.keys(fields).join(" \n ")} \n ${text}`, kind));
  return records.length === 0 ? 0 : saying.length / records.length;
}

function statesReference({ fields }: ListingRecord): boolean {
  return Object.values(fields).some(
    (value) =>
      value.length <= 30 && /\d{2}/.test(value) && isCodeText(value) && !isDateText(value) && !isAmountText(value),
  );
}

/** Points for what a listing of tenders shows; a page that only mentions them gets few. */
function weighNotices(records: ListingRecord[], heading: string, page: ScannedPage, dated: number): number {
  if (records.length === 0) return 0;
  const share = (kind: "notices" | "deadlines" | "buyers") => shareSaying(records, kind);
  let points = 0;
  if (hasWords(heading, "notices")) points += 2;
  else if (countWords(page.text, "notices") >= 3) points += 1;
  if (share("notices") >= 0.3) points += 1;
  if (share("deadlines") >= 0.3) points += 2;
  if (share("buyers") >= 0.3) points += 1;
  if (dated >= 0.5) points += 1;
  if (hasWords(heading, "notices") && records.filter(statesReference).length >= records.length / 2) points += 1;
  // The news about tenders are news.
  if (hasWords(heading, "news") && share("deadlines") < 0.3) points -= 2;
  return points;
}

function recordItem(record: ListingRecord): PreviewItem {
  const values = Object.entries(record.fields);
  const stated = [...values.filter(([name]) => name.endsWith("@datetime")), ...values];
  const date = stated.map(([, value]) => (value.length < 60 ? readDate(value) : null)).find((found) => found !== null);
  return { title: record.title, url: record.url, date: date ?? null };
}

function priceItem(record: ListingRecord): PreviewItem {
  const [price] = record.text.match(somePrice) ?? [];
  return { ...recordItem(record), ...(price ? { price: price.replace(/[.,]$/, "") } : {}) };
}

const someDate =
  /(?<!\d)(?:\d{4}-\d{2}-\d{2}|\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{1,2}\.?\s(?:de\s)?\p{L}{3,12}\.?,?\s(?:de\s)?\d{4}|\p{L}{3,9}\.?\s\d{1,2},\s\d{4})(?!\d)/u;

const everyDate = new RegExp(someDate.source, "gu");

const relativeDate =
  /(?<!\p{L})(?:(?:in|vor|noch|dans|il y a|il reste|hace|en|tra|fra)\s\d{1,3}\s\p{L}{3,9}|\d{1,3}\s(?:minutes?|hours?|days?|weeks?|months?)\s(?:ago|left|remaining|to go)|\d{1,3}\s(?:dagen|uur)\sgeleden)(?!\p{L})/iu;

/** Dates that can be two days are still dates, though none to keep; so is "closes in 3 days". */
function showsDate(record: ListingRecord | undefined): boolean {
  if (record === undefined) return false;
  // Dates are also set in boxes, a part in each.
  const text = record.text.slice(0, 2_000);
  return someDate.test(text) || relativeDate.test(text) || someDate.test(text.replace(/\n/g, " "));
}

/** Whether an entry names a day that is still to come, as what can still be answered does; in any language. */
function namesDayAhead({ text }: ListingRecord): boolean {
  const now = new Date().toISOString();
  const days =
    text
      .slice(0, 2_000)
      .match(everyDate)
      ?.map((written) => readDate(written)) ?? [];
  return days.some((day) => day !== null && day > now);
}

/** Amounts with a currency: "$29", "29 €", "EUR 1.200", "1 200 kr". */
const somePrice =
  /(?:[$€£¥₹]|\b(?:USD|EUR|GBP|CHF|CAD|AUD|SEK|NOK|DKK|PLN|BRL)|R\$)\s?\d[\d.,]{0,12}|(?<![\d.,])\d[\d.,]{0,12}\s?(?:[€£]|(?:EUR|USD|GBP|CHF|kr|zł)(?!\p{L}))/gu;

function countPrices(text: string): number {
  let count = 0;
  for (const _ of text.matchAll(somePrice)) if (++count >= 50) break;
  return count;
}

/** A shop or a report names prices, too: a pricing page begins with the word, or states what periods they are for. */
function isAboutPricing(heading: string, page: ScannedPage): boolean {
  const periods = countWords(page.text, "periods");
  if (periods >= 3 || (periods >= 1 && hasWords(heading, "pricing"))) return true;
  return [page.title, ...page.headings.slice(0, 2)].some((text) => beginsWithWords(text, "pricing"));
}

function ownLinks(page: ScannedPage, url: string): PreviewItem[] {
  const host = URL.parse(url)?.host.replace(/^www\./, "");
  const found = new Map<string, PreviewItem>();
  for (const { url: address, text } of page.links) {
    if (address === url || URL.parse(address)?.host.replace(/^www\./, "") !== host || found.has(address)) continue;
    found.set(address, { title: text || address, url: address, date: null });
  }
  return [...found.values()];
}
