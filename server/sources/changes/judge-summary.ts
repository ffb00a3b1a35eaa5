import { z } from "zod";
import type { ChangeItemRow } from "@/drizzle/schema";
import { maxQuoteWords } from "@/lib/vocabulary/evidence";
import { checkSentence, type GateQuote } from "@/server/evidence";
import { judgement } from "@/server/models";

const mostPlaces = 12;
const longestText = 600;
const longestSummary = 200;

const place = z.object({
  kind: z.string(),
  heading: z.string().nullable(),
  before: z.string().nullable(),
  after: z.string().nullable(),
});
export type ChangedPlace = z.output<typeof place>;
const asked = z.object({ title: z.string().nullable(), places: z.array(place) });
const answer = z.strictObject({ summary: z.string() });

/** The weightiest places of a change, as they are shown to a model. */
export function placesOf(items: readonly ChangeItemRow[]): ChangedPlace[] {
  return items.slice(0, mostPlaces).map(({ kind, heading, before, after, words }) => {
    // Items about a price keep only the price; the line is in their words.
    const side = (op: "added" | "removed", text: string | null) =>
      words && words.length > 0 && text !== null
        ? words.flatMap((one) => (one.op === "same" || one.op === op ? [one.text] : [])).join("")
        : text;
    const cut = (text: string | null) => text?.slice(0, longestText) ?? null;
    return { kind, heading, before: cut(side("removed", before)), after: cut(side("added", after)) };
  });
}

/** One sentence that says what changed. `told`: the sentence of our own rules. */
export const judgeSummary = judgement({
  name: "sources.summarise_change",
  input: asked,
  output: answer,
  extractive: (_ctx, { told }: z.output<typeof asked> & { told: string }) => ({ summary: told }),
  prompt: ({ title, places }) => ({
    task: `A watched web page has changed; the places that differ are given as they were before and as they are after. Say in one plain sentence of at most ${longestSummary} characters what changed, the weightiest first, the old value before the new one ("from X to Y"). Use only figures, dates, names and words that stand in the places. Do not guess reasons or consequences.`,
    data: places.map(({ heading, before, after, kind }, index) => ({
      label: `place ${index + 1} (${kind}) of ${title ?? "the page"}`,
      text: `${heading ? `Under: ${heading}\n` : ""}Before: ${before ?? "(nothing)"}\nAfter: ${after ?? "(nothing)"}`,
    })),
  }),
  check: ({ summary }, { title, places }) => summaryFault(summary, { title, places }),
  maxOutputTokens: 300,
  timeoutMs: 30_000,
});

/** Why a sentence about a change may not be shown; null when it may. */
export function summaryFault(
  summary: string,
  { title, places }: { title: string | null; places: readonly ChangedPlace[] },
): string | null {
  const text = summary.trim();
  if (text === "" || text.length > longestSummary)
    return `the sentence is empty or longer than ${longestSummary} characters`;
  if (
    /\n/.test(text) ||
    /[.!?]["'”’)]*\s+\p{Lu}/u.test(text.replace(/\b(?:e\.g|i\.e|approx|incl|excl|no|nr|vs)\./giu, ""))
  ) {
    return "it is more than one sentence";
  }
  const quotes = [title, ...places.flatMap(({ heading, before, after }) => [heading, before, after])].flatMap(inQuotes);
  const { ok } = checkSentence(text, quotes);
  if (!ok) return "it states a figure, date, name or negation that does not stand in the places that changed";
  return places.some((one) => isTurnedRound(text, one)) ? "it gives the new value before the old one" : null;
}

/** Pieces that the gate takes: each stands where it says, because it is its own text. */
function inQuotes(text: string | null): GateQuote[] {
  const words = text?.match(/\S+/g) ?? [];
  const quotes: GateQuote[] = [];
  for (let from = 0; from < words.length; from += maxQuoteWords) {
    const quote = words.slice(from, from + maxQuoteWords).join(" ");
    quotes.push({ quote, renditionText: quote, start: 0, end: quote.length });
  }
  return quotes;
}

const figure = /\p{N}[\p{N}.,:/-]*(?<=\p{N})/gu;

/** "From 59 to 49" of a price that went from 49 to 59: the gate knows both figures, but not which was first. */
function isTurnedRound(summary: string, { before, after }: ChangedPlace): boolean {
  if (before === null || after === null) return false;
  const figures = (text: string): string[] => text.match(figure) ?? [];
  const old = figures(before).filter((one) => !figures(after).includes(one));
  const fresh = figures(after).filter((one) => !figures(before).includes(one));
  const places = figures(summary);
  const firstOld = places.findIndex((one) => old.includes(one));
  const firstFresh = places.findIndex((one) => fresh.includes(one));
  return firstOld >= 0 && firstFresh >= 0 && firstFresh < firstOld;
}
