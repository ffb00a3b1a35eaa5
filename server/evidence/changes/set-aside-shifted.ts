import type { ChangeItem, Comparison } from "./comparison";
import { wordsOf } from "./reading/words";
import { keepItems } from "./settle-comparison";
import { summarise } from "./summarise";

/** An entry of a list that is on one of two captures only. */
export interface ListedEntry {
  url: string;
  /** All that the list says of it. */
  text: string;
}

/**
 * The comparison of two captures of a list without what is only said there because an entry has moved to or from another page of it, or out of a box
 * of the newest. `gone` and `come` are such entries, of which the pages they lead to are known and still there.
 */
export function setAsideShifted(
  comparison: Comparison,
  gone: readonly ListedEntry[],
  come: readonly ListedEntry[],
  pageWords: number,
): Comparison {
  if (gone.length === 0 && come.length === 0) return comparison;
  const [left, arrived] = [gone, come].map((entries) => entries.map(({ text }) => ` ${keyOf(text)} `));
  const [addresses, others] = [gone, come].map((entries) => new Set(entries.map(({ url }) => url)));
  const says = (texts: readonly string[] | undefined, text: string | null) =>
    text === null || keyOf(text) === "" || (texts ?? []).some((one) => one.includes(` ${keyOf(text)} `));
  const leads = (known: ReadonlySet<string> | undefined, { leadsTo = [] }: ChangeItem) =>
    leadsTo.length > 0 && leadsTo.every((url) => known?.has(url));
  const isShifted = (item: ChangeItem) => {
    if (item.kind === "structure" || (item.before === null && item.after === null)) return false;
    // A picture's name is no text of the list.
    if (item.kind === "image" || item.kind === "link") return true;
    return (
      (says(left, item.before) && says(arrived, item.after)) ||
      (item.after === null && leads(addresses, item)) ||
      (item.before === null && leads(others, item))
    );
  };
  // What arrived in the place of what moved on is news of its own.
  const split = comparison.items.map((item): ChangeItem => {
    if (item.before === null || item.after === null || isShifted(item)) return item;
    if (gone.length > 0 && says(left, item.before)) return { ...item, kind: "text", before: null, words: [] };
    if (come.length > 0 && says(arrived, item.after)) return { ...item, kind: "text", after: null, words: [] };
    return item;
  });
  const kept = keepItems({ ...comparison, items: split }, (item) => !isShifted(item), pageWords);
  return kept.items.length > 0 ? { ...kept, summary: summarise(kept.items) } : kept;
}

/**
 * The comparison of a page that is built otherwise now, without the lines that it said of entries to which it still leads and whose own pages are known
 * (`kept`): a list that has become shorter in words takes back nothing.
 */
export function setAsideTeasers(comparison: Comparison, kept: readonly ListedEntry[], pageWords: number): Comparison {
  if (kept.length === 0) return comparison;
  const isTeaser = ({ before, after, emptied }: ChangeItem) =>
    after === null && before !== null && !emptied && kept.some(({ text }) => saysWords(text, before));
  return keepItems(comparison, (item) => !isTeaser(item), pageWords);
}

/** Whether a text holds these words on end. */
export function saysWords(text: string, words: string): boolean {
  return keyOf(words) !== "" && ` ${keyOf(text)} `.includes(` ${keyOf(words)} `);
}

/** The comparison with every place that came or went with an entry naming the entry's page. */
export function nameEntries(
  comparison: Comparison,
  gone: readonly ListedEntry[],
  come: readonly ListedEntry[],
): Comparison {
  const holds = (entries: readonly ListedEntry[], text: string) =>
    entries.find((entry) => keyOf(text) !== "" && ` ${keyOf(entry.text)} `.includes(` ${keyOf(text)} `));
  const items = comparison.items.map((item): ChangeItem => {
    const entry =
      item.before === null && item.after !== null
        ? holds(come, item.after)
        : item.after === null && item.before !== null
          ? holds(gone, item.before)
          : undefined;
    return entry ? { ...item, entry: entry.url } : item;
  });
  return { ...comparison, items };
}

function keyOf(text: string): string {
  return wordsOf(text).join(" ");
}
