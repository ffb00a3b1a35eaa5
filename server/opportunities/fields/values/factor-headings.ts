import { contentTokens, type DocumentView, plain, textOf, type Unit } from "./package-view";

const criteria =
  /^(?:[\d.]+\s*)?(?:(?:proposal|bid|tender|response|offer)s? )?(?:(?:evaluation|award|selection|assessment|scoring) (?:criteria|factors)|zuschlagskriterien|bewertungskriterien|critères (?:d['’]attribution|de jugement|d['’]évaluation)|criterios de (?:adjudicación|evaluación))(?: and weights?)?:?$/iu;
const mostFactors = 15;

/** "Evaluation criteria", and below it one small heading after the other ("Domain expertise:"), each with what it means. */
export function factorHeadings({ document }: DocumentView): Set<Unit> {
  const found = new Set<Unit>();
  for (const [index, unit] of document.units.entries()) {
    if (unit.kind !== "heading" || !criteria.test(plain(textOf(document, unit)))) continue;
    const below: Unit[] = [];
    for (const next of document.units.slice(index + 1)) {
      if (next.kind !== "heading") {
        // What stands before the first of them speaks of all.
        if (below.length > mostFactors) break;
        continue;
      }
      const text = plain(textOf(document, next));
      if (!/:$/.test(text) || contentTokens(text).length > 8) break;
      below.push(next);
    }
    if (below.length >= 2 && below.length <= mostFactors) for (const one of below) found.add(one);
  }
  return found;
}
