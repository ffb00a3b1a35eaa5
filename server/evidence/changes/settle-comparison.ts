import type { CapturedPage, ChangeItem, Comparison, ComparisonScope } from "./comparison";
import { isFlapping } from "./is-flapping";
import { isRevisionLine, judgeSeverity } from "./judge-severity";
import { maskFigures } from "./mask-figures";
import { readPage } from "./reading/read-page";
import { wordsOf } from "./reading/words";
import { saysNewFact } from "./says-new-fact";
import { summarise } from "./summarise";

/** What a capture said, for telling later what only comes and goes. */
export interface PageMemory {
  said: ReadonlySet<string>;
  /** Texts by their form without figures; null where several share one. */
  byForm: ReadonlyMap<string, string | null>;
  words: number;
}

/** Null where the scope is not on the page: such a capture remembers nothing. */
export function rememberPage(page: CapturedPage, scope?: ComparisonScope): PageMemory | null {
  const blocks = readPage(page, scope)?.content;
  if (!blocks) return null;
  const byForm = new Map<string, string | null>();
  const said = new Set(blocks.map((block) => keyOf(block.text)));
  for (const key of said) byForm.set(maskFigures(key), byForm.has(maskFigures(key)) ? null : key);
  return { said, byForm, words: blocks.reduce((sum, block) => sum + block.words, 0) };
}

/**
 * The comparison without what only comes and goes. `earlier` holds the captures up to the compared pair, oldest first, one for each
 * capture whether it differed or not; the older one of the pair is its last. Left out is a text that returns within six captures, and
 * a line of which only the figure differs, at each capture anew; a price is never a counter. `returned` of these say again what they said. Left out is also what says nothing any
 * more in a place that is still there. With nothing left the verdict is none.
 */
export function settleComparison(
  comparison: Comparison,
  earlier: readonly PageMemory[],
): { comparison: Comparison; passing: ChangeItem[]; returned: ChangeItem[]; emptied: ChangeItem[] } {
  const pageWords = earlier.at(-1)?.words ?? 0;
  // What lost its value may look like others that never had one.
  const emptied = comparison.items.filter((item) => item.emptied);
  const returns = comparison.isLaidOutAnew ? saidBefore(earlier) : () => false;
  const comesAndGoes =
    earlier.length < 2
      ? []
      : comparison.items.filter(
          (item) => !item.emptied && (isPassing(item, earlier) || (returns(item) && !isForm(item))),
        );
  const isOver = comparison.items.some((item) => !comesAndGoes.includes(item) && saysItIsOver(item));
  const passing = isOver ? comesAndGoes.filter((item) => !isRewrite(item)) : comesAndGoes;
  const isLeft = (item: ChangeItem) => !passing.includes(item) && !emptied.includes(item);
  // A counter passes, too. By chance it may say again what it said.
  const past = earlier.slice(0, -1);
  const returned = passing.filter((item) => {
    if (isCounter(item, earlier)) return false;
    const after = textOf(item, "added", item.after);
    return after !== null && past.some(({ said }) => said.has(after));
  });
  return { comparison: keepItems(comparison, isLeft, pageWords), passing, returned, emptied };
}

/** So many figures in one line take no turns. */
const figuresOfCounter = 3;

/** A line that has had a third figure already counts something: visitors, pieces in stock, what was sold today. */
function isCounter(item: ChangeItem, earlier: readonly PageMemory[]): boolean {
  const [before, after] = [textOf(item, "removed", item.before), textOf(item, "added", item.after)];
  if (item.kind === "price" || before === null || after === null) return false;
  const form = maskFigures(before);
  if (form !== maskFigures(after)) return false;
  const said = earlier.flatMap(({ byForm }) => byForm.get(form) ?? []);
  return new Set([...said, before, after]).size >= figuresOfCounter;
}

/** On a page that is built otherwise: what came says nothing that earlier captures did not say, in whatever order. A value that was empty for a day is back. */
function saidBefore(earlier: readonly PageMemory[]): (item: ChangeItem) => boolean {
  const words = new Set(earlier.flatMap(({ said }) => [...said].flatMap((text) => text.toLowerCase().split(" "))));
  return (item) => item.before === null && item.after !== null && !saysNewFact(item, words, words);
}

const over =
  /^(?:resolved|solved|fixed|restored|recovered|back to normal|behoben|gelöst|wiederhergestellt|résolue?|rétablie?|corrigée?|resuelt[oa]|restablecid[oa]|solucionad[oa]|risolto|opgelost)(?![\p{L}])/iu;

/** A disturbance that ends is announced as over; the state that returns with that word is news and no swing. */
function saysItIsOver({ before, after }: ChangeItem): boolean {
  return before === null && after !== null && over.test(after);
}

/** Words in the place of others, with other figures or none. */
function isRewrite({ kind, before, after }: ChangeItem): boolean {
  return kind === "text" && before !== null && after !== null;
}

/** The comparison with some of its items only; with none of them it tells nothing. */
export function keepItems(
  comparison: Comparison,
  isKept: (item: ChangeItem) => boolean,
  pageWords: number,
): Comparison {
  const items = comparison.items.filter(isKept);
  if (items.length === comparison.items.length) return comparison;
  if (items.length === 0)
    return { verdict: "none", severity: "low", summary: "Nothing but what comes and goes", items };
  const verdict = comparison.verdict === "wording" && !items.every(isForm) ? "wording" : "form";
  const severity = items.every(isRevisionLine) ? "low" : judgeSeverity(verdict, items, pageWords);
  const { isLaidOutAnew } = comparison;
  return { verdict, severity, summary: summarise(items), items, ...(isLaidOutAnew ? { isLaidOutAnew } : {}) };
}

function isForm({ kind }: ChangeItem): boolean {
  return kind === "link" || kind === "image" || kind === "structure";
}

function isPassing(item: ChangeItem, earlier: readonly PageMemory[]): boolean {
  if (isForm(item)) return false;
  const [before, after] = [textOf(item, "removed", item.before), textOf(item, "added", item.after)];
  const past = earlier.slice(0, -1);
  const presence = past.map(({ said }) => {
    if (after !== null && (said.has(after) || saysUnderLabel(said, before, after))) return "after";
    // What is taken out now was out before where it was absent.
    return after === null && before !== null && !said.has(before) ? "after" : "before";
  });
  if (isFlapping([...presence, "before"], "after")) return true;
  if (item.kind === "price" || before === null || after === null || maskFigures(before) !== maskFigures(after))
    return false;
  const figures = past.map(({ byForm }) => byForm.get(maskFigures(before)) ?? before);
  return isFlapping([...figures, before], after);
}

const labelLengths = [1, 2, 3];
const fewestSaid = 4;

/** A redesign may write a line that swings together with the label above it. */
function saysUnderLabel(said: ReadonlySet<string>, before: string | null, after: string): boolean {
  if (before === null) return false;
  const words = after.split(" ");
  const rests = labelLengths.map((from) => words.slice(from));
  return rests.some((rest) => {
    const text = rest.join(" ");
    return rest.length >= fewestSaid && said.has(text) && maskFigures(text) === maskFigures(before);
  });
}

/** The block's text on one side. Items about a price keep only the price; the block is in their words. */
function textOf(item: ChangeItem, op: "added" | "removed", text: string | null): string | null {
  if (!item.words) return text === null ? null : keyOf(text);
  return keyOf(
    item.words.flatMap((change) => (change.op === "same" || change.op === op ? [change.text] : [])).join(""),
  );
}

function keyOf(text: string): string {
  return wordsOf(text).join(" ");
}
