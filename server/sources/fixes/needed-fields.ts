import { isAgeText, isAmountText, isCodeText, isDateText, type KnownRecord } from "@/server/crawling/listings";
import { momentsOf, withoutMoments } from "@/server/evidence/changes";

const minValues = 3;
const most = 0.7;

/**
 * Of the fields that have emptied, those that people work by: where an entry leads, dates, references and amounts, told by what they
 * used to hold and not by their names, which every site gives in its own language. One whose values stand under another name now is renamed and not
 * empty. `known`: entries with what they showed last, and with what they showed before where that is blank now.
 */
export function neededFields(emptied: readonly string[], known: readonly KnownRecord[]): string[] {
  return emptied.filter((name) => {
    if (name === "url" || name === "title" || name === "address") return true;
    // The machine's form of a time goes with the time that people read.
    if (name.endsWith("@datetime")) return false;
    const values = known.flatMap(({ fields }) => (fields[name] ? [fields[name]] : []));
    // How long ago something was posted is no date that anybody works by.
    if (values.length < minValues || values.filter(isAgeText).length >= values.length * most) return false;
    const isNeeded = [isDateText, isAmountText, isCodeText].some(
      (is) => values.filter(is).length >= values.length * most,
    );
    return isNeeded && known.filter((one) => isRenamed(one, name)).length < values.length * most;
  });
}

function isRenamed({ fields }: KnownRecord, name: string): boolean {
  const value = fields[name];
  return value !== undefined && Object.entries(fields).some(([other, said]) => other !== name && saysSame(value, said));
}

/** The same words, or the same day and hour in other writing. */
function saysSame(one: string, other: string): boolean {
  if (one === other) return true;
  const rest = withoutMoments(one, momentsOf([other]));
  return rest !== one && !/\p{N}/u.test(rest);
}
