import { isAgeText, isAmountText, isCodeText, isDateText, type KnownRecord } from "@/server/crawling/listings";

const minValues = 3;
const most = 0.7;

/**
 * Of the fields that have emptied, those that people work by: where an entry leads, dates, references and amounts, told by what they
 * used to hold and not by their names, which every site gives in its own language.
 */
export function neededFields(emptied: readonly string[], known: readonly KnownRecord[]): string[] {
  return emptied.filter((name) => {
    if (name === "url" || name === "title" || name === "address") return true;
    // The machine's form of a time goes with the time that people read.
    if (name.endsWith("@datetime")) return false;
    const values = known.flatMap(({ fields }) => (fields[name] ? [fields[name]] : []));
    // How long ago something was posted is no date that anybody works by.
    if (values.length < minValues || values.filter(isAgeText).length >= values.length * most) return false;
    return [isDateText, isAmountText, isCodeText].some((is) => values.filter(is).length >= values.length * most);
  });
}
