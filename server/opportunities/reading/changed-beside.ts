import { type ChangedField, compareFields } from "../amendments/compare-fields";
import { compareFigures } from "../amendments/compare-figures";
import { type ChangedLine, compareLines } from "../amendments/compare-lines";
import { readFields } from "../fields/read-fields";
import type { ExtractedRequirement } from "../shredding/extracted-requirement";
import type { TenderDocument } from "../tender-document";

/**
 * What two versions of a paper say otherwise beside their demands: factors and limits by their names, lines with figures that neither these nor a
 * demand nor a date of the procedure tell, and whatever else reads otherwise.
 */
export function changedBeside(
  old: TenderDocument | undefined,
  fresh: TenderDocument | undefined,
  demands: readonly ExtractedRequirement[],
): { fields: ChangedField[]; lines: ChangedLine[] } {
  if (!old || !fresh) return { fields: [], lines: [] };
  const [was, is] = [readFields([old]), readFields([fresh])];
  const dates = [was, is].flatMap(({ deadlines }) =>
    deadlines.flatMap(({ statements }) => statements.filter(({ localDate }) => localDate).map(({ quote }) => quote)),
  );
  const told = [...demands.map(({ quote }) => quote), ...dates];
  const figures = compareFigures(old, fresh, toldBy(told)).map(
    ({ about, before, after }): ChangedField => ({ name: about, before, after }),
  );
  // A factor that is called by its whole line is one and the same.
  const sameAs = (one: ChangedField) =>
    figures.some(({ before, after }) => before === one.before && after === one.after);
  const fields = [...compareFields(was, is).filter((one) => !sameAs(one)), ...figures];
  const named = fields.flatMap(({ before, after }) => [before, after]).filter((one) => one !== null);
  return { fields, lines: compareLines(old, fresh, toldBy([...told, ...named])) };
}

function toldBy(quotes: readonly string[]): (text: string) => boolean {
  const told = quotes.map((text) => text.replace(/\s+/g, " "));
  return (text) => told.some((one) => one.includes(text) || text.includes(one));
}
