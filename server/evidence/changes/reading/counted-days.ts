import type { Block } from "./block";

const dayMs = 86_400_000;
const days = "(?:days?|tage?n?|jours?|d[ií]as?|giorn[io]|dage?n)";
/** How pages count the days until something, in the words of a block's key. */
const counted = new RegExp(
  String.raw`(?<!\p{L})(?:(?:in|noch|dans|over|tra|fra|en|dentro de|il reste|quedan?|mancano) (\d{1,3}) ${days}(?: (?:left|remaining))?|(\d{1,3}) ${days} (?:left|remaining|to go|restants?|restantes|verbleibend)|(tomorrow|morgen|demain|mañana|domani)|(today|heute|aujourd hui|hoy|oggi|vandaag))(?!\p{L})`,
  "giu",
);
/** A page that counts by the hour says a day less at noon than in the morning. */
const wholeDayMs = 2 * 3_600_000;

/** The words of a block with the day itself in the place of how far away it is; null where none is counted. */
function withDay({ key }: Block, at: Date, shift: number): string | null {
  const today = Math.floor(at.getTime() / dayMs) + shift;
  let isCounted = false;
  const said = key.replace(counted, (_, ahead?: string, left?: string, tomorrow?: string) => {
    isCounted = true;
    return `day ${today + Number(ahead ?? left ?? (tomorrow ? 1 : 0))}`;
  });
  return isCounted ? said : null;
}

/**
 * Blocks that count the days until the same day ("in 8 days", and on the morrow "in 7 days") are made to say the same. Those that say the same though time
 * has gone by count nothing, and are left as they are.
 */
export function withCountedDays(
  old: readonly Block[],
  fresh: readonly Block[],
  at: { before: Date; after: Date },
): [Block[], Block[]] {
  const passed = at.after.getTime() - at.before.getTime();
  const isByDays = Math.abs(passed - Math.round(passed / dayMs) * dayMs) <= wholeDayMs;
  type Said = Pick<Block, "key" | "text">;
  const [was, is] = [new Map<Block, Said>(), new Map<Block, Said>()];
  for (const shift of isByDays ? [0] : [0, 1, -1]) {
    const waiting = new Map<string, Block[]>();
    for (const block of old) {
      const said = was.has(block) ? null : withDay(block, at.before, 0);
      if (said !== null) waiting.set(said, [...(waiting.get(said) ?? []), block]);
    }
    if (waiting.size === 0) break;
    for (const block of fresh) {
      const said = is.has(block) ? null : withDay(block, at.after, shift);
      const other = said === null ? undefined : waiting.get(said)?.shift();
      if (said === null || !other) continue;
      const both = { key: said, text: block.text };
      was.set(other, both);
      is.set(block, both);
    }
  }
  const saying = (blocks: readonly Block[], all: ReadonlyMap<Block, Said>) =>
    blocks.map((block) => ({ ...block, ...all.get(block) }));
  return was.size === 0 ? [[...old], [...fresh]] : [saying(old, was), saying(fresh, is)];
}

/** "in 8 days (end of day)": how far away something is, and nothing of what it is. */
const lone = new RegExp(String.raw`^${counted.source}(?:\s*\([^()]{0,40}\))?\.?$`, "iu");
/** "Cleaning of schools Closes in 8 days". */
const closing = new RegExp(
  String.raw`(?<!\p{L})(?:closes|closing|ends|ending|due|expires|opens|endet|clôture|cierra|scade)\s+${counted.source}$`,
  "iu",
);

/** Whether two lines count the days until something and say nothing else in other words. */
export function countDaysAlike(one: string, other: string): boolean {
  if (lone.test(one) && lone.test(other)) return true;
  const [a, b] = [one, other].map((text) => (closing.test(text) ? text.replace(closing, "") : null));
  return a !== null && a === b;
}
