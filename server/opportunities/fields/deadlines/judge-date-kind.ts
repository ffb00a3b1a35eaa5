import type { DeadlineKind } from "@/lib/vocabulary/opportunities";
import { bidNouns, kindWords, limitWords } from "./deadline-words";

export interface KindJudgement {
  kind: DeadlineKind;
  /** 3 and more: the words right at the date name it; below 1.5 they only hint. */
  strength: number;
}

/** Where words stand towards the date that they may name, nearest first. */
export interface DateSurroundings {
  /** From the date before (or the beginning) up to this one, and from this one to the next. */
  lead: string;
  tail: string;
  /** First cell of its row, head of its column, the item's lead-in, the unit before, headings from the nearest outwards. */
  label?: string;
  column?: string;
  leadIn?: string;
  previous?: string;
  headings: readonly string[];
  /** The unit is little more than the date, so that what stands around it must name it. */
  isBare: boolean;
}

/** What a date is the date of: its own clause first, then what stands around it. Null when nothing names it. */
export function judgeDateKind(around: DateSurroundings): KindJudgement | null {
  const own = best([
    ...namedIn(around.lead, 1, "end"),
    ...namedIn(around.label, 1, "start"),
    ...namedIn(around.tail, 0.75, "start"),
  ]);
  if (own && own.strength >= 2.2) return own;
  const headingFactor = around.isBare ? 1 : limitWords.test(around.lead) ? 0.8 : 0;
  const nearby = best([
    ...(own ? [own] : []),
    ...namedIn(around.previous, 0.9, "end"),
    ...namedIn(around.leadIn, 0.85, "end"),
    ...[
      ...namedIn(around.column, 0.85, "start"),
      ...around.headings.slice(0, 1).flatMap((heading) => namedIn(heading, 0.75 * headingFactor, "start")),
      ...around.headings.slice(1, 2).flatMap((heading) => namedIn(heading, 0.5 * headingFactor, "start")),
    ].filter(({ strength }) => strength >= 1.5 || !namesSomethingElse(around.label)),
  ]);
  return nearby && nearby.strength >= 1.2 ? nearby : null;
}

/** A row with a label of its own ("Report on the pilot") is not named by a column that only says "Deadline". */
function namesSomethingElse(label: string | undefined): boolean {
  return label !== undefined && /\p{L}{3}/u.test(label) && !bidNouns.test(label);
}

/** Words further from the date count less; `side` is where the date stands. */
function namedIn(text: string | undefined, factor: number, side: "start" | "end"): KindJudgement[] {
  if (!text) return [];
  const found: { away: number; named: KindJudgement }[] = [];
  for (const { kind, words, weight } of kindWords) {
    for (const match of text.matchAll(words)) {
      const away = side === "end" ? text.length - (match.index + match[0].length) : match.index;
      found.push({ away, named: { kind, strength: factor * weight * (away < 90 ? 1 : away < 200 ? 0.85 : 0.6) } });
    }
  }
  // Of two that name it as surely, the nearer one does.
  return found.toSorted((a, b) => a.away - b.away).map(({ named }) => named);
}

function best(judgements: KindJudgement[]): KindJudgement | null {
  return judgements.reduce<KindJudgement | null>((top, one) => (top && top.strength >= one.strength ? top : one), null);
}
