import { termIn } from "./price-terms";

/** A price that a page holds in the data of its scripts, for those who move a switch. */
export interface HeldPrice {
  /** Of the plan or the thing, as the page names it. */
  name: string;
  /** "yearly"; null where nothing says it. */
  term: string | null;
  price: string;
}

const script = /<script\b([^>]{0,2000})>([\s\S]*?)<\/script>/gi;
const isData = /\btype\s*=\s*["']?application\/json/i;
const pushed = /^[^"]{0,200}?\.push\(\s*(\[\s*\d{1,4}\s*,\s*"[\s\S]*"\s*\])\s*\)\s*;?\s*$/;
const assigned = /^\s*(?:window|self|globalThis)(?:\.[\w$]{1,60}|\["[\w$]{1,60}"\])\s*=\s*([[{][\s\S]*[\]}])\s*;?\s*$/;
/** Each row of a streamed page's data has a number before it. */
const rowNumber = /^[\da-f]{1,8}:(?:[A-Z]{1,2}(?=[[{"]))?/;
const price =
  /^(?:[$€£¥₹]|(?:CHF|USD|EUR|GBP|SEK|NOK|DKK)\s)\s?\d[\d.,'’ ]{0,14}$|^\d[\d.,'’ ]{0,14}\s?(?:[€£]|kr|zł|CHF|USD|EUR|GBP|SEK|NOK|DKK|PLN)$/;
const nameKeys = ["name", "title", "label"];
const maxCharacters = 2_000_000;
const maxName = 80;
const maxNodes = 50_000;
const most = 60;

/**
 * Prices of what the page names (`names`, in lower case) in the data that its scripts read: strings that are an amount with its currency, below an object
 * that bears the name. The keys on the way tell the term. Each name, term and price once.
 */
export function readHeldPrices(html: string, names: ReadonlySet<string>): HeldPrice[] {
  if (names.size === 0 || !/<script\b/i.test(html)) return [];
  const found = new Map<string, HeldPrice>();
  const stack: { value: unknown; name: string | null; term: string | null }[] = dataOf(html).map((value) => ({
    value,
    name: null,
    term: null,
  }));
  for (let looked = 0; stack.length > 0 && looked < maxNodes && found.size < most; looked++) {
    const { value, name, term } = stack.pop() as (typeof stack)[0];
    if (typeof value === "string") {
      // A dollar that begins a string is doubled where one alone would be a reference.
      const text = value.replace(/^\$\$/, "$").trim();
      if (name !== null && price.test(text)) found.set(`${name}\n${term}\n${text}`, { name, term, price: text });
    } else if (Array.isArray(value)) {
      for (const inner of value.toReversed()) stack.push({ value: inner, name, term });
    } else if (typeof value === "object" && value !== null) {
      const own = nameKeys.map((key) => Reflect.get(value, key)).find((one) => typeof one === "string");
      const isNamed = typeof own === "string" && own.length <= maxName && names.has(own.trim().toLowerCase());
      for (const [key, inner] of Object.entries(value).toReversed())
        stack.push({ value: inner, name: isNamed ? own.trim() : name, term: termIn(key) ?? term });
    }
  }
  return [...found.values()];
}

/** What is said of it in one line. */
export function heldPriceLine({ name, term, price }: HeldPrice): string {
  return `${name}, ${term ?? "behind a switch"}: ${price}`;
}

/** The data of a page's scripts, as far as it is JSON. */
function dataOf(html: string): unknown[] {
  const texts: string[] = [];
  let streamed = "";
  for (const [, attributes = "", text = ""] of html.slice(0, maxCharacters).matchAll(script)) {
    const piece = pushed.exec(text)?.[1];
    if (piece) {
      const parsed = parse(piece);
      if (Array.isArray(parsed) && typeof parsed[1] === "string") streamed += parsed[1];
    } else if (isData.test(attributes)) texts.push(text);
    else {
      const held = assigned.exec(text)?.[1];
      if (held) texts.push(held);
    }
  }
  const rows = streamed.split("\n").map((row) => row.replace(rowNumber, ""));
  return [...texts, ...rows].flatMap((text) => parse(text) ?? []);
}

function parse(text: string): unknown {
  if (!/^\s*[[{]/.test(text)) return null;
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
