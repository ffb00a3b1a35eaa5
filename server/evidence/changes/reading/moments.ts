import { readDates } from "../../gate/read-dates";

/** Further dates of a page say nothing that the first ones do not. */
const maxRead = 100_000;
const mayHold = /\d|noon|midday|midnight|mittag|midi|minuit/i;

/** Days and times of the clock in a page's texts, however each is written. A day that may be read in two ways counts as both. */
export function momentsOf(texts: Iterable<string>): Set<string> {
  let telling = "";
  for (const text of texts) {
    if (telling.length > maxRead) break;
    if (mayHold.test(text)) telling += `${text.slice(0, 1_000)}\n`;
  }
  return new Set(readDates(telling).figures.flatMap(({ kind, values }) => values.map((value) => `${kind} ${value}`)));
}

/** The text without the days and times that are among those known: written otherwise they are the same. */
export function withoutMoments(text: string, known: ReadonlySet<string>): string {
  if (known.size === 0 || !mayHold.test(text)) return text;
  let rest = text;
  for (const { kind, values, at, text: written } of readDates(text).figures) {
    if (!values.some((value) => known.has(`${kind} ${value}`))) continue;
    rest = rest.slice(0, at) + " ".repeat(written.length) + rest.slice(at + written.length);
  }
  return rest;
}
