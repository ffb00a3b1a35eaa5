import type { Rule, Run } from "./geometry";

/**
 * Words with a line drawn through them no longer hold; printers leave them in the text layer all the same ("9/20 10/4", the first struck).
 * A strike is a thin level line in the middle of its letters, no longer than their row, and no side of a cell. What is struck in part loses
 * the words under the line; a run that is struck whole lends its room to the one before, so that the rest of its line stays together.
 */
export function withoutStruckWords(
  runs: readonly Run[],
  rules: readonly Rule[],
): { runs: Run[]; rules: Rule[]; struck: number } {
  const level = rules.filter((rule) => rule.bottom - rule.y <= 2 && rule.right - rule.x > 4 * (rule.bottom - rule.y));
  const strikes = new Set<Rule>();
  const coverOf = new Map<Run, Rule[]>();
  for (const rule of level) {
    const middle = (rule.y + rule.bottom) / 2;
    const under = runs.filter((run) => isThrough(run, middle) && run.x < rule.right && run.x + run.width > rule.x);
    const first = under[0];
    if (!first || isSideOfCell(rule, rules)) continue;
    const row = runs.filter((run) => Math.abs(run.y - first.y) <= 0.3 * first.size);
    const left = Math.min(...row.map((run) => run.x));
    const right = Math.max(...row.map((run) => run.x + run.width));
    const room = first.size * 0.35;
    if (rule.x < left - room || rule.right > right + room) continue;
    strikes.add(rule);
    for (const run of under) coverOf.set(run, [...(coverOf.get(run) ?? []), rule]);
  }
  if (strikes.size === 0) return { runs: [...runs], rules: [...rules], struck: 0 };
  let struck = 0;
  const kept: Run[] = [];
  for (const run of runs) {
    const left = withoutWords(run, coverOf.get(run) ?? []);
    struck += run.text.trim().split(/\s+/).length - (left?.text.trim().split(/\s+/).length ?? 0);
    if (left) kept.push(left);
    else lendRoom(kept, run);
  }
  return { runs: kept, rules: rules.filter((rule) => !strikes.has(rule)), struck };
}

/** The middle of small letters stands about a quarter of the size above the baseline; underlines below it, lines of tables above the letters. */
function isThrough(run: Run, y: number): boolean {
  const height = (run.y - y) / run.size;
  return height >= 0.12 && height <= 0.48;
}

function isSideOfCell(rule: Rule, rules: readonly Rule[]): boolean {
  return rules.some(
    (other) =>
      other.bottom - other.y > 4 &&
      other.right - other.x <= 3 &&
      other.y <= rule.bottom + 2 &&
      other.bottom >= rule.y - 2 &&
      [rule.x, rule.right].some((end) => Math.abs(other.x - end) <= 2),
  );
}

/** Null when nothing is left. Where a word stands within its run is reckoned from the usual widths of letters. */
function withoutWords(run: Run, strikes: readonly Rule[]): Run | null {
  if (strikes.length === 0) return run;
  const whole = [...run.text].reduce((sum, letter) => sum + widthOf(letter), 0);
  const scale = whole === 0 ? 0 : run.width / whole;
  const words: { text: string; x: number; right: number }[] = [];
  let x = run.x;
  for (const part of run.text.match(/\s+|\S+/g) ?? []) {
    const width = [...part].reduce((sum, letter) => sum + widthOf(letter), 0) * scale;
    if (/\S/.test(part)) words.push({ text: part, x, right: x + width });
    x += width;
  }
  const isStruck = ({ x: from, right: to }: { x: number; right: number }) =>
    strikes.reduce((sum, rule) => sum + Math.max(0, Math.min(to, rule.right) - Math.max(from, rule.x)), 0) >=
    0.6 * (to - from);
  const left = words.filter((word) => !isStruck(word));
  const [first, last] = [left[0], left.at(-1)];
  if (!first || !last) return null;
  return { ...run, text: left.map(({ text }) => text).join(" "), x: first.x, width: last.right - first.x };
}

function widthOf(letter: string): number {
  if (/[\sijltfI.,:;'’|!()[\]/-]/.test(letter)) return 0.3;
  if (/[mwMW@%—]/.test(letter)) return 0.85;
  return /[A-Z&]/.test(letter) ? 0.68 : 0.5;
}

function lendRoom(kept: Run[], struck: Run): void {
  const before = kept.findLast((run) => Math.abs(run.y - struck.y) <= 0.3 * struck.size && run.x < struck.x);
  if (before && struck.x - (before.x + before.width) < struck.size) before.width = struck.x + struck.width - before.x;
}
