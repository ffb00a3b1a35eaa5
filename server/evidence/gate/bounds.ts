/** "at least", "no more than", "exceed": words that say on which side of a number a limit lies. Read before negations, because "no more than" denies nothing. */
export type Bound = "min" | "max" | "over";

const bounds: [Bound, RegExp][] = [
  [
    "max",
    /\b(?:no|not|never|nor)\s+(?:\w+\s+){0,1}?(?:more|longer|later|greater|higher|larger|bigger|older|further) than\b/gi,
  ],
  ["min", /\b(?:no|not|never|nor)\s+(?:\w+\s+){0,1}?(?:less|fewer|shorter|earlier|lower|smaller|sooner) than\b/gi],
  [
    "max",
    /\b(?:not|n['’]t|cannot|never|no)\s+(?:be allowed to\s+|be permitted to\s+|to\s+|\w+ly\s+)?(?:exceed|surpass|go (?:over|beyond|above))\w*/gi,
  ],
  [
    "min",
    /\b(?:at least|at a minimum|a minimum of|minimum|minimal|or more|or higher|or above|or greater|or later|or newer|mindestens|au moins|not before)\b/gi,
  ],
  [
    "max",
    /\b(?:at most|at the most|a maximum of|maximum|max|up to|or less|or fewer|or lower|limited to|limit|limits|ceiling|cap|capped|within|höchstens|maximal|au plus|by)\b/gi,
  ],
  [
    "over",
    /\b(?:more than|over|exceed|exceeds|exceeding|greater than|longer than|higher than|above|beyond|mehr als|plus de)\b/gi,
  ],
  ["over", /\b(?:less than|fewer than|under|below|shorter than|weniger als|moins de)\b/gi],
];

/** Bounds that stand near a figure, and the text without them (offsets kept). "within", "by" and "under" count only before a figure. */
export function readBounds(text: string): { found: Set<Bound>; rest: string } {
  const found = new Set<Bound>();
  let rest = text;
  for (const [bound, pattern] of bounds) {
    rest = rest.replace(pattern, (match: string, ...args: unknown[]) => {
      const offset = args.find((arg) => typeof arg === "number") as number;
      const around = rest.slice(Math.max(0, offset - 25), offset + match.length + 40);
      const after = rest.slice(offset + match.length, offset + match.length + 24);
      const isLoose = /^(?:within|by|over|under|above|below|beyond|cap|limit)/i.test(match);
      const hasFigure =
        /\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|sixty|ninety|hundred)\b/i.test(
          isLoose ? after : around,
        );
      if (hasFigure) found.add(bound);
      return hasFigure ? " ".repeat(match.length) : match;
    });
  }
  return { found, rest };
}
