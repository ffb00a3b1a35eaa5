import { stepWords } from "../deadlines/deadline-words";
import type { Contradiction, FoundField } from "../tender-fields";
import { contentTokens, type DocumentView, placeOf, textOf, trimmed } from "./package-view";
import { statedWeights } from "./read-evaluation-factors";
import { numberWords } from "./read-page-limits";

/** One amount that a paper states of a named thing. */
interface StatedAmount {
  /** The same for statements of one thing in one unit. */
  key: string;
  what: string;
  amount: number;
  kind: Contradiction["kind"];
  place: Contradiction["a"]["place"];
  quote: string;
}

/**
 * Two statements of one named thing that cannot both hold: the weight of a factor, how long a part of the bid may be, how many copies are
 * wanted. Things of one name only, in one unit, of papers in force, none of which names a lot, phase or part of its own.
 */
export function contradictingAmounts(views: readonly DocumentView[], fields: readonly FoundField[]): Contradiction[] {
  const sure = views.filter(({ standing }) => standing.weight >= 1);
  const ofSure = new Set(sure.map(({ document }) => document.id));
  const stated = [...weights(sure), ...pageLimits(fields), ...sure.flatMap(copies)].filter(
    ({ place, quote }) => ofSure.has(place.document) && !new RegExp(stepWords, "iu").test(quote),
  );
  const found: Contradiction[] = [];
  for (const key of new Set(stated.map((one) => one.key))) {
    const all = stated.filter((one) => one.key === key);
    // A sentence that names two amounts names two things.
    const ofKey = all.filter((one) => !all.some((other) => other.amount !== one.amount && isSamePlace(one, other)));
    const amounts = new Set(ofKey.map(({ amount }) => amount));
    const [first] = ofKey;
    const other = ofKey.find(({ amount }) => amount !== first?.amount);
    // More than two values are those of several things that share a name.
    if (!first || !other || amounts.size !== 2) continue;
    found.push({
      what: `${first.what}: ${first.amount} or ${other.amount}`,
      kind: first.kind,
      severity: "hard",
      a: { place: first.place, quote: first.quote },
      b: { place: other.place, quote: other.quote },
    });
  }
  return found;
}

function isSamePlace({ place: a }: StatedAmount, { place: b }: StatedAmount): boolean {
  return a.document === b.document && a.start < b.end && b.start < a.end;
}

/** A factor's name in its own words; one word alone ("Experience") may be many things. */
const fewestWords = 2;

function weights(views: readonly DocumentView[]): StatedAmount[] {
  return statedWeights(views).flatMap((field) => {
    if (field.name !== "evaluation_factor") return [];
    const share = /^(?<amount>\d{1,3}(?:\.\d+)?)\s*(?:%|per ?cent|percent)$/iu.exec(field.value.weight ?? "")?.groups
      ?.amount;
    const tokens = keyOf(field.value.name);
    if (!share || tokens.length < fewestWords) return [];
    const { place, quote } = field;
    return [
      {
        key: `weight ${tokens.join(" ")}`,
        what: `weight of ${field.value.name} in percent`,
        amount: Number(share),
        kind: field.name,
        place,
        quote,
      },
    ];
  });
}

function pageLimits(fields: readonly FoundField[]): StatedAmount[] {
  return fields.flatMap((field) => {
    if (field.name !== "page_limit") return [];
    const { part, unit, amount } = field.value;
    const tokens = keyOf(part);
    if (tokens.length < fewestWords) return [];
    const { place, quote } = field;
    return [
      { key: `limit ${unit} ${tokens.join(" ")}`, what: `${part}, in ${unit}`, amount, kind: field.name, place, quote },
    ];
  });
}

const number = `(?:(?<word>${Object.keys(numberWords).join("|")})(?:\\s*\\(\\s*\\d+\\s*\\))?|(?<digits>\\d{1,2}))`;
/** "One original and five (5) copies": what is handed in on paper. */
const originals = new RegExp(
  `(?<!\\p{L})originals?(?:\\s*\\([^)]{1,12}\\))?\\s*(?:and|plus|,|\\+|&)\\s*(?:\\p{L}+\\s+){0,2}?${number}\\s+(?:(?!electronic|digital)\\p{L}+\\s+){0,2}?copies(?!\\p{L})`,
  "iu",
);
const bids =
  /(?<!\p{L})(?:proposals?|bids?|quotes?|quotations?|tenders?|offers?|responses?|submittals?|applications?)(?!\p{L})/iu;
const volume =
  /(?<!\p{L})(?:technical|cost|price|pricing|financial|management|past performance|business|samples?)(?!\p{L})/giu;

function copies(view: DocumentView): StatedAmount[] {
  return view.document.units.flatMap((unit) => {
    const text = textOf(view.document, unit);
    const groups = originals.exec(text)?.groups;
    if (!groups || !bids.test(text)) return [];
    const amount = groups.digits ? Number(groups.digits) : numberWords[(groups.word ?? "").toLowerCase()];
    if (amount === undefined) return [];
    const parts = [...new Set((text.match(volume) ?? []).map((word) => word.toLowerCase()))].sort().join(" ");
    const span = trimmed(view.document, unit);
    return [
      {
        key: `copies ${parts}`,
        what: "number of copies besides the original",
        amount,
        kind: "submission_method" as const,
        place: placeOf(view.document, span, unit),
        quote: textOf(view.document, span),
      },
    ];
  });
}

function keyOf(name: string): string[] {
  return [...new Set(contentTokens(name).map((token) => token.replace(/s$/, "")))].sort();
}
