import type { ChangeItem, WordChange } from "./comparison";
import { percentChange, readPrices } from "./read-prices";
import { foldVolatile } from "./reading/fold-volatile";
import { shownText, wordsOf } from "./reading/words";

const maxSummary = 200;
const maxQuote = 70;
const contextWords = 3;
const maxPriceLine = 20;
const maxAddress = 60;

/** The weightiest item in one sentence of the page's own words, and how many more there are. `items` come in order of weight. */
export function summarise(items: readonly ChangeItem[]): string {
  const [first] = items;
  if (!first) return "No change";
  const below = standsBelow(first, items);
  const others = items.length - (below ? 2 : 1);
  const rest = others === 0 ? "" : ` and ${others} more change${others === 1 ? "" : "s"}`;
  return `${clip(sentence(below ?? first), maxSummary - rest.length)}${rest}`;
}

/** Of a heading that came or went with what stands below it (a date and its news), the latter says more, and names the heading. */
function standsBelow(first: ChangeItem, items: readonly ChangeItem[]): ChangeItem | undefined {
  const heading = first.before === null ? first.after : first.after === null ? first.before : null;
  if (!first.isHeading || heading === null) return undefined;
  return items.find(
    (item) =>
      item !== first &&
      !item.isHeading &&
      item.heading === heading &&
      (item.before === null) === (first.before === null) &&
      (item.after === null) === (first.after === null),
  );
}

/** Prices first, then figures, then what came and went, text, and form last. */
export function byWeight(items: readonly ChangeItem[], isLight: (item: ChangeItem) => boolean): ChangeItem[] {
  const order: ChangeItem["kind"][] = [
    "price",
    "number",
    "text",
    "list_item_added",
    "list_item_removed",
    "link",
    "image",
    "structure",
  ];
  const weight = (item: ChangeItem) => order.indexOf(item.kind) + (isLight(item) ? order.length : 0);
  return [...items].sort((a, b) => weight(a) - weight(b));
}

function sentence(item: ChangeItem): string {
  const under = item.heading ? ` under ${quote(item.heading)}` : "";
  switch (item.kind) {
    case "price":
      return priceSentence(item);
    case "list_item_added":
      return `Added${under}: ${quote(item.after ?? "")}`;
    case "list_item_removed":
      return `Removed${under}: ${quote(item.before ?? "")}`;
    case "link":
      if (item.before === null) return `Link added${under}: ${clip(item.after ?? "", maxQuote)}`;
      if (item.after === null) return `Link removed${under}: ${clip(item.before, maxQuote)}`;
      return linkSentence(item.before, item.after, under);
    case "image":
      if (item.before === null) return `Image added${under}: ${clip(item.after ?? "", maxQuote)}`;
      if (item.after === null) return `Image removed${under}: ${clip(item.before, maxQuote)}`;
      return `Image changed${under} from ${clip(item.before, maxQuote)} to ${clip(item.after, maxQuote)}`;
    case "structure":
      return item.before === null && item.after === null
        ? "Same words in other paragraphs or lists"
        : `Structure changed${under}: ${clip(item.before ?? "", maxQuote)} is now ${clip(item.after ?? "", maxQuote)}`;
    default:
      return rewriteSentence(item, under);
  }
}

/** A link that kept its words is told by where it leads. */
function linkSentence(before: string, after: string, under: string): string {
  const [old, fresh] = [before, after].map((text) => /^(.{1,200}) \((\S{1,2000})\)$/su.exec(text));
  return old && fresh && old[1] === fresh[1]
    ? `Link ${quote(old[1] ?? "")} changed from ${clip(old[2] ?? "", maxAddress)} to ${clip(fresh[2] ?? "", maxAddress)}`
    : `Link changed${under} from ${clip(before, maxQuote)} to ${clip(after, maxQuote)}`;
}

/** Under a heading stand sentences about many things: only a line that is little but a price is the price of what is written above it. */
function priceSentence({ before, after, heading, words = [] }: ChangeItem): string {
  const isLine = wordsOf(words.map((change) => change.text).join("")).length <= maxPriceLine;
  const named = heading && isLine ? clip(heading, maxQuote) : "";
  const under = heading && !isLine ? ` under ${quote(heading)}` : "";
  // "Price of Pay" is no way to say it.
  const subject = amountName.test(named) ? capital(named) : named ? `Price of ${named}` : "Price";
  if (before === null) return `${subject} added: ${after}`;
  if (after === null) return `${subject} removed: ${before}`;
  const [old, fresh] = [readPrices(before)[0], readPrices(after)[0]];
  const percent = old && fresh ? percentChange(old, fresh) : null;
  return `${subject} changed from ${before} to ${after}${percent ? ` (${percent})` : ""}${under}`;
}

/** What an amount of money is called by itself. */
const amountName =
  /^(?:\p{L}+ )?(?:prices?|pricing|pay|salary|wages?|compensation|fees?|costs?|rates?|rent|budget|total|deposit|value|preise?|gehalt|lohn|vergütung|gebühr(?:en)?|kosten|miete|prix|tarifs?|salaire|rémunération|loyer|frais|precios?|salario|sueldo|coste?|tarifa|prezzo|stipendio|prijs|loon)(?: \([^()]*\))?$/iu;

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

function rewriteSentence(item: ChangeItem, under: string): string {
  if (item.before === null) return `Added${under}: ${quote(item.after ?? "")}`;
  if (item.after === null) return `Removed${under}: ${quote(item.before)}`;
  const { value } = item;
  if (value && [value.before, value.after].every(({ length }) => length <= maxQuote))
    return valueSentence(value, value.of === item.heading ? "" : under);
  const { before, after } = firstEdit(item.words ?? []);
  if (before === "" || after === "") return `Rewritten${under}: ${quote(item.before)} became ${quote(item.after)}`;
  return `${quote(before)} became ${quote(after)}${under}`;
}

/** A value that has a name is told by it. */
function valueSentence({ of, before, after }: NonNullable<ChangeItem["value"]>, under: string): string {
  const name = clip(of, maxQuote);
  if (before === "") return `${name}: ${quote(after)} added${under}`;
  if (after === "") return `${name}: ${quote(before)} removed${under}`;
  return `${name}: ${quote(before)} became ${quote(after)}${under}`;
}

/** The first place at which words differ, with a few words around it. */
export function firstEdit(words: readonly WordChange[]): { before: string; after: string } {
  const isEdit = ({ op, isPassing }: WordChange) => op !== "same" && !isPassing;
  const first = words.findIndex((change) => isEdit(change) && wordsOf(change.text).length > 0);
  const at = first < 0 ? words.findIndex(isEdit) : first;
  if (at < 0) return { before: "", after: "" };
  let [removed, added, end] = ["", "", at];
  for (let change = words[end]; change; change = words[++end]) {
    // A word or two that stayed belong to the edit around them.
    const next = words[end + 1];
    const isBridge = change.op === "same" && wordsOf(change.text).length <= 2 && next !== undefined && isEdit(next);
    if (!isEdit(change) && !isBridge) break;
    if (change.op !== "added") removed += change.text;
    if (change.op !== "removed") added += change.text;
  }
  const lead = leadOf(words.slice(0, at));
  const tail = words[end]?.op === "same" ? (words[end]?.text ?? "") : "";
  const edit = (before: string, after: string) => ({
    before: shownText(before + removed + after),
    after: shownText(before + added + after),
  });
  const cut = edit(lastWords(withinSentence(lead)), firstWords(toSentenceEnd(tail)));
  return cut.before === "" || cut.after === "" ? edit(lastWords(lead), firstWords(tail)) : cut;
}

/** What stands right before an edit; what is left of a clock that goes on there says nothing. */
function leadOf(before: readonly WordChange[]): string {
  const last = before.at(-1);
  if (last?.op !== "same") return "";
  if (!before.some(({ isPassing }) => isPassing)) return last.text;
  return `${foldVolatile(before.flatMap(({ op, text }) => (op === "removed" ? [] : [text])).join(""))} `;
}

/** Of the words before an edit those of its own sentence or cell. */
function withinSentence(text: string): string {
  return text.replace(/^.*(?:[.!?…]["”’)]*\s+|\|\s*)/su, "");
}

function toSentenceEnd(text: string): string {
  return /^.*?(?:[.!?…]["”’)]*(?=\s+\p{Lu})|(?=\s*\|))/su.exec(text)?.[0] ?? text;
}

/** So little up to an end is not worth cutting. */
const shortRest = 5;

function lastWords(text: string): string {
  const parts = text.split(/(?<=\s)(?=\S)/);
  return parts.length <= shortRest ? text : parts.slice(-contextWords).join("");
}

function firstWords(text: string): string {
  const parts = text.split(/(?<=\s)(?=\S)/);
  return parts.length <= shortRest ? text : parts.slice(0, contextWords).join("");
}

function quote(text: string): string {
  return `"${clip(text, maxQuote)}"`;
}

function clip(text: string, length: number): string {
  const seen = shownText(text);
  if (seen.length <= length) return seen;
  const head = seen.slice(0, length - 1);
  const space = head.lastIndexOf(" ");
  return `${(space > length / 2 ? head.slice(0, space) : head).trimEnd()}…`;
}
