import type { DeadlineStatement } from "../opportunity-types";
import { statedWords } from "../stated-words.logic";

type Statement = Pick<
  DeadlineStatement,
  "id" | "localDate" | "localTime" | "zone" | "zoneStated" | "at" | "quote" | "citation" | "notice"
>;

export interface StatedPlace<S extends Statement> {
  statement: S;
  /** Where the very same words stand as well. */
  alsoIn: string[];
}

export interface StatedDate<S extends Statement> {
  /** "2026-03-29 16:00 Eastern" */
  words: string;
  /** Decided for when a person says that this date holds. */
  first: S;
  places: StatedPlace<S>[];
}

/** Statements by the date they give, so that a date which five papers repeat is one to choose, with its different wordings. */
export function statedDates<S extends Statement>(statements: readonly S[]): StatedDate<S>[] {
  const dates = new Map<string, StatedDate<S>>();
  for (const statement of statements) {
    const words = statedWords(statement);
    // "12pm ET" and "noon, eastern" are one moment.
    const key = statement.at ?? words;
    const date = dates.get(key) ?? { words, first: statement, places: [] };
    dates.set(key, date);
    const same = date.places.find((place) => place.statement.quote === statement.quote);
    if (!same) date.places.push({ statement, alsoIn: [] });
    else if (!isNamed(same, placeWords(statement))) same.alsoIn.push(placeWords(statement));
  }
  return [...dates.values()];
}

function isNamed(place: StatedPlace<Statement>, words: string): boolean {
  return placeWords(place.statement) === words || place.alsoIn.includes(words);
}

/** Which document and page, or which publication. */
export function placeWords({ citation, notice }: Pick<Statement, "citation" | "notice">): string {
  if (!citation) return notice?.source ?? "Notice";
  return citation.page === null ? citation.title : `${citation.title}, page ${citation.page}`;
}
