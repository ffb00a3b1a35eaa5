import { type Document, isText } from "domhandler";
import { choiceLine, readChoices } from "@/lib/read-choices";
import { readAmount } from "../read-prices";
import type { Block } from "./block";
import { momentsOf } from "./moments";
import { elementsOf } from "./parse-page";
import { shownText, wordsOf } from "./words";

/** Things of which a page states facts to machines that it may not show to people. */
const things = /^(?:JobPosting|Product|Event|Course|Service)$/;
/** Facts that a reader would want to know when they change, and what they are called. */
const facts: Readonly<Record<string, string>> = {
  jobLocation: "Location",
  employmentType: "Employment type",
  occupationalCategory: "Occupation",
  baseSalary: "Salary",
  validThrough: "Valid through",
  jobLocationType: "Place of work",
  offers: "Price",
  startDate: "Start",
  endDate: "End",
  location: "Place",
};
const maxScript = 300_000;
const maxValue = 200;
const maxAmounts = 5_000;
const amountOf = (word: string) => (/^\d[\d.,]*$/.test(word) ? readAmount(word) : Number.NaN);

type Json = Record<string, unknown>;

/**
 * What the page says in JSON-LD of the one thing that it is about, as lines of its content, where it says so nowhere else. A page that states several
 * things is a list, which shows them.
 */
export function statedFacts(document: Document, shown: readonly Block[]): Block[] {
  const found: Json[] = [];
  for (const element of elementsOf(document)) {
    if (element.name !== "script" || !/^application\/ld\+json/i.test(element.attribs.type ?? "")) continue;
    const [text] = element.children;
    if (text && isText(text) && text.data.length <= maxScript) found.push(...thingsIn(text.data));
  }
  const [thing] = found;
  if (!thing || found.length > 1) return [];
  const said = ` ${shown.map(({ key }) => key).join(" ")} `;
  const amountsShown = new Set(
    said
      .match(/\d[\d.,]*/g)
      ?.slice(0, maxAmounts)
      .map(amountOf),
  );
  amountsShown.delete(Number.NaN);
  let moments: Set<string> | null = null;
  return Object.entries(facts).flatMap(([name, label]) => {
    const value = shownText(factOf(thing[name]) ?? "").slice(0, maxValue);
    const words = wordsOf(value);
    const day = /^\d{4}-\d{2}-\d{2}/.exec(value)?.[0];
    if (day) {
      moments ??= momentsOf(shown.map(({ text }) => text));
      return moments.has(`date ${day}`) ? [] : [asBlock(`${label}: ${value}`)];
    }
    // "23.1 USD" is said by a page that shows "$23.10".
    const figures = words.filter((word) => /\p{N}/u.test(word));
    const isShown = (word: string) => said.includes(` ${word} `) || amountsShown.has(amountOf(word));
    const isSaid = figures.length > 0 ? figures.every(isShown) : said.includes(` ${words.join(" ")} `);
    if (words.length === 0 || isSaid) return [];
    return [asBlock(`${label}: ${value}`)];
  });
}

/** Sizes and packs with their prices, which a page shows only to those who choose one. */
export function statedChoices(html: string, shown: readonly Block[]): Block[] {
  const said = new Set(shown.map(({ key }) => key));
  return readChoices(html)
    .map((choice) => asBlock(choiceLine(choice)))
    .filter(({ key }) => !said.has(key));
}

function thingsIn(text: string): Json[] {
  try {
    const root: unknown = JSON.parse(text);
    const listed = Array.isArray(root)
      ? root
      : isObject(root) && Array.isArray(root["@graph"])
        ? root["@graph"]
        : [root];
    return listed
      .filter(isObject)
      .filter((one) => things.test(String([one["@type"]].flat()[0]).replace(/^.*[/#]/, "")));
  } catch {
    return [];
  }
}

function factOf(value: unknown): string | null {
  if (typeof value === "string" || typeof value === "number") return String(value);
  if (Array.isArray(value))
    return (
      value
        .slice(0, 10)
        .flatMap((one) => factOf(one) ?? [])
        .join(", ") || null
    );
  if (!isObject(value)) return null;
  if (value.price !== undefined) return `${value.price} ${value.priceCurrency ?? ""}`;
  if (value.minValue !== undefined) return `${value.minValue} to ${value.maxValue} ${value.unitText ?? ""}`;
  const inner = value.name ?? value.addressLocality ?? value.addressRegion ?? value.address ?? value.value;
  const said = factOf(inner);
  return said && value.currency ? `${said} ${value.currency}` : said;
}

function isObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function asBlock(text: string): Block {
  const words = wordsOf(text);
  return {
    kind: "paragraph",
    level: 0,
    text,
    cells: [],
    heading: null,
    links: [],
    images: [],
    holes: 0,
    isLinkOnly: false,
    isContent: true,
    isStated: true,
    key: words.join(" "),
    enumerator: null,
    words: words.length,
    source: null,
  };
}
