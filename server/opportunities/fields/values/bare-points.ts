import { type DocumentView, plain, textOf, type Unit } from "./package-view";

/** "Price offered 20", "Cost of services [ 30 ]": a name with nothing but its points behind it. */
const withPoints =
  /^(?:\(?(?:\d{1,2}|[A-Za-z])[.)]\s*)?(?<name>\p{L}[^.:;?!]{3,110}?)\.?\s+[[(]?\s*(?<points>\d{1,3})\s*[\])]?$/u;
const speaksOfPoints =
  /(?<!\p{L})(?:points?|weights?|criteri\w+|scor\w+|evaluat\w+|punkte?|gewicht\w*|pondération|puntos|puntuación)(?!\p{L})/iu;
const fewest = 2;
/** All bids are scored out of one of these, or close enough where a line was not read. */
const leastSum = 45;
const mostSum = 100;
/** As far above the first name a sentence may speak of points. */
const reach = 4;

/** Lines of one section that end in bare figures, where a heading or a sentence before them speaks of points and the figures can add up to a hundred. */
export function namesWithBarePoints({ document }: DocumentView): Map<Unit, { name: string; weight: string }> {
  const sections = new Map<string, { unit: Unit; at: number; name: string; points: number }[]>();
  for (const [at, unit] of document.units.entries()) {
    if (unit.kind === "table_row" || unit.kind === "code") continue;
    const found = withPoints.exec(plain(textOf(document, unit)))?.groups;
    if (!found?.name || !found.points) continue;
    // Names that were set as headings have a path each, all of the same headings.
    const path = unit.headings.map(({ start }) => start).join(" ");
    const section = sections.get(path) ?? [];
    section.push({ unit, at, name: found.name, points: Number(found.points) });
    sections.set(path, section);
  }
  const names = new Map<Unit, { name: string; weight: string }>();
  for (const lines of sections.values()) {
    const sum = lines.reduce((total, { points }) => total + points, 0);
    if (lines.length < fewest || sum < leastSum || sum > mostSum) continue;
    const first = lines[0]?.at ?? 0;
    const before = document.units.slice(Math.max(0, first - reach), first);
    const around = [...(lines[0]?.unit.headings.slice(-1) ?? []), ...before]
      .map((span) => textOf(document, span))
      .join("\n");
    if (!speaksOfPoints.test(around)) continue;
    for (const { unit, name, points } of lines) names.set(unit, { name, weight: `${points} points` });
  }
  return names;
}
