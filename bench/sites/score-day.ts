import type { DayTruth, TrueChange } from "@/e2e/sites/vendors/watched-site";
import { pathOf, type ToldChange } from "./view";

export interface ChangesScore {
  changes: number;
  told: number;
  /** Told more than once on one page. */
  doubled: number;
  /** Pages on which a change of words was told though nothing had changed, and places of that kind on the others. */
  noisyPages: number;
  noise: number;
  /** Told as another form of the same words. */
  form: number;
  emptied: number;
  emptiedNamed: number;
  flapping: number;
  flappingNamed: number;
}

const speaksOfEmpty = /\bempt(?:y|ied)\b/i;
const speaksOfSwing = /\bto and fro\b/i;

/** What was told on a day against what did change on it. */
export function scoreDay(
  origin: string,
  truth: DayTruth,
  told: { changes: ToldChange[]; entries: string[]; remarks: string[] },
  mayTell: DayTruth["flapping"],
  miss: (text: string) => void,
): ChangesScore {
  const all = told.changes.filter(({ verdict }) => verdict === "wording");
  const wording = all.filter(({ isFolded }) => !isFolded);
  const pagesOf = (one: { pages: string[] }) => one.pages.map((path) => pathOf(origin + path));
  let [found, doubled] = [0, 0];
  for (const change of truth.changes) {
    const countsAmong = (some: readonly ToldChange[]) =>
      pagesOf(change).map(
        (path) => some.filter((one) => one.path === path).flatMap((one) => placesOf(one, change)).length,
      );
    const counts = countsAmong(wording);
    // What is put away because another page tells it in the same words is told.
    const isTold = countsAmong(all).some((count) => count > 0);
    const { was, is } = change;
    const isNewEntry = was === undefined && is !== undefined && told.entries.some((title) => title.includes(is));
    if (isTold || isNewEntry || isGone(wording, change) || wording.some((one) => isNewPage(one, change))) found++;
    else miss(`not told | ${change.pages[0]} | ${change.was} -> ${change.is}`);
    if (counts.some((count) => count > 1)) {
      doubled++;
      miss(`told twice | ${change.pages[0]} | ${change.was} -> ${change.is}`);
    }
  }
  const allowed = [...truth.changes, ...mayTell.map(({ pages, values }) => ({ pages, is: values[0], was: values[1] }))];
  let [noisyPages, noise] = [0, 0];
  for (const one of wording) {
    if (truth.changes.some((change) => isGone([one], change) || isNewPage(one, change))) continue;
    const here = allowed.filter((change) => pagesOf(change).includes(one.path));
    const items = one.items.length === 0 ? [{ kind: "page_removed", before: one.summary, after: null }] : one.items;
    const strange = items.filter(
      (item) =>
        !here.some(
          (change) =>
            mentions(`${item.before}\n${item.after}`, change) || isPartOf(item, change) || goesWith(item, change),
        ),
    );
    if (strange.length === 0) continue;
    if (here.length === 0) noisyPages++;
    else noise += strange.length;
    for (const { before, after } of strange) miss(`noise | ${one.path} | ${cut(before)} -> ${cut(after)}`);
  }
  const names = (values: string[], speaks: RegExp) =>
    told.remarks.some((text) => speaks.test(text) && values.some((value) => text.includes(value)));
  const emptied = truth.emptied.filter(({ value }) => names([value], speaksOfEmpty));
  const flapping = truth.flapping.filter(({ values }) => names(values, speaksOfSwing));
  for (const { value } of truth.emptied)
    if (!names([value], speaksOfEmpty)) miss(`emptied, not named | ${value} | ${told.remarks.join(" / ")}`);
  for (const { values } of truth.flapping) if (!names(values, speaksOfSwing)) miss(`flapping, not named | ${values}`);
  return {
    changes: truth.changes.length,
    told: found,
    doubled,
    noisyPages,
    noise,
    form: told.changes.filter(({ verdict, isFolded }) => verdict === "form" && !isFolded).length,
    emptied: truth.emptied.length,
    emptiedNamed: emptied.length,
    flapping: truth.flapping.length,
    flappingNamed: flapping.length,
  };
}

/** A thing that had a page of its own is told as gone by it. */
function isGone(told: readonly ToldChange[], { was, is }: TrueChange): boolean {
  return (
    was !== undefined &&
    is === undefined &&
    told.some(
      ({ summary, items }) => items.length === 0 && /no longer (?:there|listed)/.test(summary) && summary.includes(was),
    )
  );
}

/** A thing that has a page of its own is told as new by it. */
function isNewPage({ items }: ToldChange, { was, is }: TrueChange): boolean {
  return (
    was === undefined &&
    is !== undefined &&
    items.some(({ kind, after }) => kind === "page_added" && after?.includes(is))
  );
}

function placesOf({ items, summary }: ToldChange, change: TrueChange) {
  const places = items.length === 0 ? [{ before: summary, after: null }] : items;
  const whole = places.filter(({ before, after }) => mentions(`${before}\n${after}`, change));
  // One thing that went and another that came in its stead are told by a line each.
  const [come, gone] = [whole.filter(({ before }) => before === null), whole.filter(({ after }) => after === null)];
  if (
    change.was !== undefined &&
    change.is !== undefined &&
    come.length === 1 &&
    gone.length === 1 &&
    whole.length === 2
  )
    return come;
  return whole.length > 0 ? whole : places.filter((place) => isPartOf(place, change)).slice(0, 1);
}

/** A range of pay has two ends, and each is told. */
function isPartOf(
  { before, after }: { before: string | null; after: string | null },
  { was, is }: TrueChange,
): boolean {
  const isIn = (part: string | null, text = "") => part !== null && part.length > 1 && text.includes(part);
  return isIn(before, was) && isIn(after, is);
}

function mentions(text: string, { was, is }: TrueChange): boolean {
  return [was, is].some((value) => value !== undefined && says(text, value));
}

/** "$79" is not said by "$790". */
function says(text: string, value: string): boolean {
  for (let at = text.indexOf(value); at >= 0; at = text.indexOf(value, at + 1)) {
    const isLonger = /\d$/.test(value) && /^(?:[.,]?\d)/.test(text.slice(at + value.length));
    const isPart = /^\d/.test(value) && /\d[.,]?$/.test(text.slice(0, at));
    if (!isLonger && !isPart) return true;
  }
  return false;
}

/** A thing that comes or goes takes its own lines with it, and moves the count of its list. */
function goesWith({ before, after, kind }: Partial<ToldChange["items"][number]>, { was, is }: TrueChange): boolean {
  if (was === undefined && is !== undefined) return before === null || kind === "number";
  if (is === undefined && was !== undefined) return after === null || kind === "number";
  return false;
}

const cut = (text: string | null) => (text === null ? "nothing" : text.slice(0, 90));
