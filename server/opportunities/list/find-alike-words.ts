import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/drizzle/client";
import { opportunities } from "@/drizzle/schema";
import { distanceToBeginning } from "./distance-to-beginning";

/** Words at once; more are no search for one tender. */
const mostWords = 5_000;
/** So many different words may stand for one that was typed. */
const mostAlike = 12;

/**
 * For each typed word the words of the rows under `base` that may be meant by it. A word with a slip in it still has its beginning or its end, so
 * only words with either are handed over, once each, and compared here: comparing ten thousand texts letter by letter takes a third of a second.
 * Short words and figures stand for themselves: another number is another tender's.
 */
export async function findAlikeWords(tx: Tx, base: SQL, words: readonly string[]): Promise<string[][]> {
  const looked = words.flatMap((word, index) => (canHoldSlip(word) ? [{ index, ...piecesOf(word) }] : []));
  if (looked.length === 0) return words.map((word) => [word]);
  const text = opportunities.searchText;
  const isCandidate = looked.flatMap(({ beginnings, end }) => [
    ...beginnings.map((beginning) => sql`strpos(${text}, ${` ${beginning}`}) > 0`),
    sql`strpos(${text}, ${`${end} `}) > 0`,
  ]);
  const parts = looked.flatMap(({ index, beginnings, end }) => [
    ...beginnings.map(
      (beginning) =>
        sql`select ${index}::int as place, ${beginning} || split_part(piece, ' ', 1) as word from unnest((string_to_array(folded, ${` ${beginning}`}))[2:]) as piece`,
    ),
    sql`select ${index}::int, split_part(piece, ' ', -1) || ${end} from unnest(trim_array(string_to_array(folded, ${`${end} `}), 1)) as piece`,
  ]);
  const found = await tx.execute<{ place: number; word: string }>(
    sql`select distinct alike.place, alike.word
      from (select ${text} as folded from ${opportunities} where ${base} and (${sql.join(isCandidate, sql` or `)})) as texts,
        lateral (${sql.join(parts, sql` union all `)}) as alike
      limit ${mostWords}`,
  );
  return words.map((word, index) =>
    canHoldSlip(word)
      ? nearest(
          word,
          found.filter(({ place }) => place === index).map((one) => one.word),
        )
      : [word],
  );
}

const canHoldSlip = (word: string) => word.length >= 4 && /^\p{L}+$/u.test(word);

function piecesOf(word: string): { beginnings: string[]; end: string } {
  const length = word.length < 6 ? 2 : 3;
  const beginnings = [word.slice(0, length)];
  // Two letters that have changed places across the middle of a short word leave neither its beginning nor its end.
  if (word.length < 8)
    beginnings.push(`${word.slice(0, length - 1)}${word[length]}${word[length - 1]}${word.slice(length + 1)}`);
  // Two letters end too many words to tell any; the last word of a row is its number, so that a space follows all others.
  return { beginnings, end: word.slice(Math.min(Math.floor(word.length / 2), word.length - 3)) };
}

/** The words that differ least, and those with one slip beside the word itself. */
function nearest(word: string, candidates: readonly string[]): string[] {
  const most = word.length < 6 ? 1 : word.length < 10 ? 2 : 3;
  const rated = candidates
    .map((candidate) => ({ candidate, distance: distanceToBeginning(word, candidate) }))
    .filter(({ distance }) => distance <= most)
    .sort((a, b) => a.distance - b.distance || a.candidate.length - b.candidate.length);
  const least = Math.max(1, rated[0]?.distance ?? 0);
  return rated
    .filter(({ distance }) => distance <= least)
    .slice(0, mostAlike)
    .map(({ candidate }) => candidate);
}
