import type { Money } from "../../notices/notice-facts";
import type { FoundField } from "../tender-fields";
import { type DocumentView, placeOf, plain, textOf, trimmed, type Unit } from "./package-view";

const signs: Record<string, string> = {
  $: "USD",
  us$: "USD",
  usd: "USD",
  "€": "EUR",
  eur: "EUR",
  euro: "EUR",
  euros: "EUR",
  "£": "GBP",
  gbp: "GBP",
  chf: "CHF",
  cad: "CAD",
  c$: "CAD",
  aud: "AUD",
  a$: "AUD",
  nzd: "NZD",
  nz$: "NZD",
  pln: "PLN",
  zł: "PLN",
  sek: "SEK",
  dkk: "DKK",
  nok: "NOK",
  czk: "CZK",
  inr: "INR",
  "₹": "INR",
  zar: "ZAR",
  pounds: "GBP",
  dollars: "USD",
};
const currency = "us\\$|c\\$|a\\$|nz\\$|\\$|€|£|₹|usd|eur|gbp|chf|cad|aud|nzd|pln|sek|dkk|nok|czk|inr|zar";
const number = "\\d{1,3}(?:[,.'’ \\u00a0\\u202f]\\d{3})+(?:[.,]\\d{1,2})?|\\d+(?:[.,]\\d{1,2})?";
const scale =
  "(?:\\s*(?<scale>million|mio\\.?|mn|m|billion|bn|thousand|k|millionen|millions?|millones|milioni|tsd\\.?)(?![\\p{L}]))?";
const money = new RegExp(
  `(?:(?<before>${currency})\\s?(?<amount>${number})${scale}|(?<![\\d.,])(?<amount2>${number})${scale.replace("scale>", "scale2>")}\\s?(?<after>€|eur(?:os?)?(?![\\p{L}])|£|usd|gbp|chf|pln|zł|sek|dkk|nok|pounds|dollars))`,
  "giu",
);
const label =
  /^(?:(?:estimated |total |maximum |approximate |anticipated |contract |overall |indicative |order )*(?:value|budget|ceiling|contract value|cost|amount|funding|price ceiling)(?: of (?:the )?(?:contract|procurement|agreement))?(?: \(?(?:excl?|incl?)[^)]*\)?)?|ceiling price|not[- ]to[- ]exceed(?: amount)?|(?:geschätzter |maximaler )?(?:auftrags|gesamt)?wert|auftragssumme|budget|(?:montant|valeur)(?: (?:estimée?|maximum|maximal|total)\w*)*(?: ht)?|(?:valor estimado|presupuesto(?: base(?: de licitación)?)?|importe)|(?:importo|valore)(?: \p{L}+)*|geraamde waarde|szacunkowa wartość)$/iu;
const cue =
  /(?<!\p{L})(?:estimated (?:contract |total |maximum )?(?:cost|value|price|budget|amount|funding)|(?:contract|total|maximum|overall|approximate|anticipated) (?:contract )?(?:value|budget|amount)|budget(?: of| is| for)?|ceiling|not[- ]to[- ]exceed|will pay up to|valued at|worth (?:up to|about|approximately)|value of (?:the )?(?:contract|agreement|framework)|auftragswert|auftragsvolumen|kostenrahmen|montant (?:estimé|maximum|total)|valeur estimée|presupuesto|valor estimado|importo|valore stimato|geraamde)(?!\p{L})/iu;
const otherMoney =
  /(?<!\p{L})(?:subcontract\w*|clause|FAR \d|52\.2\d\d|(?:if|when|where) (?:the|this|an?) (?:contract|order|offer|solicitation|value)|(?:contracts?|orders?|acquisitions?|modifications?) (?:valued (?:at|over)|that exceeds?|exceeding|expected to exceed|over|above)|at least|insurance|liabilit\w+|bond|guarantee|penalt\w+|damages|threshold|turnover|revenue|salary|wage|invoice|per (?:hour|day|month)|billion annually|micro-?purchase|grant that provides|haftpflicht|versicherung|umsatz|assurance|seguro|assicurazione|registration fee|purchase card)(?!\p{L})/iu;

/** The value that the buyer expects or allows; sums of insurance, penalties and past spending are left out. */
export function readValue(views: readonly DocumentView[]): FoundField[] {
  const found: FoundField[] = [];
  for (const view of views) {
    // A price sheet's sums are what bidders fill in.
    if (view.weight === 0 || /\b(?:pric(?:e|ing)|cost)\b/i.test(view.document.path.replace(/[_-]+/g, " "))) continue;
    const labels = new Set(view.labelled.filter((value) => label.test(value.label)).map(({ unit }) => unit));
    for (const unit of view.document.units) {
      if (unit.kind === "code") continue;
      const text = textOf(view.document, unit);
      const isLabelled = labels.has(unit);
      if ((!isLabelled && !cue.test(text)) || otherMoney.test(text)) continue;
      const field = valueIn(view, unit, text, isLabelled);
      if (field) found.push(field);
    }
  }
  const seen = new Set<string>();
  return found
    .sort((a, b) => b.score - a.score)
    .filter(({ text }) => !seen.has(text) && seen.add(text))
    .slice(0, 4);
}

function valueIn(view: DocumentView, unit: Unit, text: string, isLabelled: boolean): FoundField | null {
  const amounts = [...text.matchAll(money)].map(amountOf).filter((one) => one !== null);
  const at = isLabelled ? 0 : (cue.exec(text)?.index ?? 0);
  const [first, second] = amounts.filter((one) => one.start >= at || amounts.length === 1);
  if (!first || text.length > 600 || Number(first.amount) === 0) return null;
  const isRange = second && /^\s*(?:-|–|to|and|bis|à|a|y)\s*$/iu.test(text.slice(first.end, second.start));
  const value: Money = {
    amount: first.amount,
    currency: first.currency ?? second?.currency ?? null,
    ...(isRange ? { maxAmount: second.amount } : {}),
  };
  const span = trimmed(view.document, unit);
  const shown = plain(text.slice(first.start, isRange ? second.end : first.end));
  return {
    name: "value",
    value,
    text: shown,
    place: placeOf(view.document, span, unit),
    quote: textOf(view.document, span),
    score: (isLabelled ? 3 : 2) * view.weight,
  };
}

function amountOf(
  match: RegExpMatchArray,
): { amount: string; currency: string | null; start: number; end: number } | null {
  const groups = match.groups ?? {};
  const raw = groups.amount ?? groups.amount2;
  if (!raw) return null;
  const factor = scaleOf((groups.scale ?? groups.scale2 ?? "").toLowerCase());
  const amount = scaled(decimal(raw), factor);
  const start = match.index ?? 0;
  return {
    amount,
    currency: signs[(groups.before ?? groups.after ?? "").toLowerCase()] ?? null,
    start,
    end: start + match[0].length,
  };
}

/** "1.234.567,50", "1,234,567.50" and "1 234 567" as "1234567.50": the last mark with one or two digits after it is the decimal one. */
function decimal(raw: string): string {
  const match = /^(.*?)(?:[.,](\d{1,2}))?$/.exec(raw);
  const whole = (match?.[1] ?? raw).replace(/\D/g, "");
  return match?.[2] ? `${whole}.${match[2]}` : whole;
}

function scaleOf(word: string): number {
  if (/^(?:b|billion)/.test(word)) return 9;
  if (/^(?:m|mill|mio|mil)/.test(word)) return 6;
  return /^(?:k|thousand|tsd)/.test(word) ? 3 : 0;
}

/** Moves the decimal point in the digits, so that no binary fraction creeps in. */
function scaled(amount: string, digits: number): string {
  const [whole = "0", fraction = ""] = amount.split(".");
  if (digits === 0) return amount;
  const all = (whole + fraction.padEnd(digits, "0")).replace(/^0+(?=\d)/, "");
  return fraction.length > digits
    ? `${all.slice(0, all.length - fraction.length + digits)}.${fraction.slice(digits)}`
    : all;
}
