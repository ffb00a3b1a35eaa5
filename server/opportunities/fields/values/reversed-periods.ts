import { type DateOrder, findDates } from "../dates/find-dates";
import { longDate } from "../deadlines/describe-contradiction";
import type { StatedDeadline } from "../stated-deadline";
import type { Contradiction, DeadlineGroup } from "../tender-fields";
import { type DocumentView, placeOf, plain, textOf } from "./package-view";

const to = /^\s*(?:[-–—]|to|through|thru|until|till|bis(?: zum)?|au|jusqu['’]au|al?|hasta(?: el)?)\s*$/iu;

/** "1 December 2025 to 30 January 2025": a period of papers in force that ends before it begins, with the words of both ends. */
export function reversedPeriods(views: readonly DocumentView[], order: DateOrder | null): Contradiction[] {
  return views
    .filter(({ standing }) => standing.weight >= 1)
    .flatMap(({ document }) =>
      document.units.flatMap((unit) => {
        if (unit.kind === "code") return [];
        const text = textOf(document, unit);
        const dates = findDates(text, order);
        return dates.flatMap((from, index): Contradiction[] => {
          const end = dates[index + 1];
          if (!from.date || !end?.date || end.date >= from.date || !to.test(text.slice(from.end, end.start))) return [];
          const side = (a: number, b: number) => {
            const span = { start: unit.start + a, end: unit.start + b };
            return { place: placeOf(document, span, unit), quote: textOf(document, span) };
          };
          return [
            {
              what: `a period that ends before it begins: ${plain(text.slice(from.start, end.end))}`,
              kind: "period",
              severity: "hard",
              a: side(0, from.end),
              b: side(end.start, text.trimEnd().length),
            },
          ];
        });
      }),
    );
}

const completion =
  /(?<!\p{L})(?:completion|end|conclusion|abschluss|ende) (?:date )?(?:of |for |des |der )?(?:the )?(?:whole |entire )?(?:projects?|contracts?|works?|services|assignment|agreement|consultancy|vertrags|projekts|auftrags)(?!\p{L})/iu;

/** The day by which all is to be done lies before the day on which it begins. */
export function endBeforeStart(groups: readonly DeadlineGroup[]): Contradiction[] {
  const stated = (kind: DeadlineGroup["kind"]) =>
    groups.filter((group) => group.kind === kind).flatMap((group) => group.statements);
  const isWhole = (
    one: StatedDeadline,
  ): one is StatedDeadline & { localDate: string; place: Contradiction["a"]["place"] } =>
    one.localDate !== null && one.place !== undefined;
  const start = stated("start").find(isWhole);
  const end = stated("other")
    .filter(isWhole)
    .find(({ quote }) => completion.test(quote));
  if (!start || !end || end.localDate >= start.localDate) return [];
  return [
    {
      what: `completion by ${longDate(end.localDate)}, start on ${longDate(start.localDate)}`,
      kind: "period",
      severity: "hard",
      a: { place: start.place, quote: start.quote },
      b: { place: end.place, quote: end.quote },
    },
  ];
}
