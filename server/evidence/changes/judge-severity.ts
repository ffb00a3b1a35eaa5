import type { Severity } from "@/lib/vocabulary/sources";
import type { ChangeItem } from "./comparison";
import { isAmount } from "./is-figure";
import { wordsOf } from "./reading/words";

const revisionLine =
  /(?<!\p{L})(?:last (?:updated|modified|revised|reviewed|changed)|(?:updated|modified|revised) (?:on|at)|updated:|zuletzt (?:aktualisiert|geändert|bearbeitet)|letzte (?:aktualisierung|änderung)|aktualisiert am|stand:|dernière (?:mise à jour|modification|révision)|mis à jour le|última (?:actualización|modificación|revisión|atualização)|actualizado el|ultimo aggiornamento|laatst bijgewerkt|laatste update)/iu;
const maxRevisionWords = 16;
/** Words that turn a duty into a choice, or a sentence into its opposite. */
const turning = new Set(
  "not no never none without must shall may should cannot only nicht kein keine nie niemals ohne muss müssen darf dürfen kann können soll sollen nur ne pas jamais aucun aucune sans doit doivent peut peuvent seulement nunca ningún ninguna sin debe deben puede pueden solo sólo".split(
    " ",
  ),
);
/** Part of the page's words that, when changed, make it another text. */
const rewrittenShare = 0.2;
const rewrittenWords = 50;
const maxSmallEdit = 12;
/** Numbers that are something else more often. */
const pronoun = /^(?:one|once|sole|single|eins|sept|dix|mille)$/i;

/**
 * Low: form only, or nothing but "last updated" lines and section numbers that moved on. High: a price, a figure or a date changed, a word that turns the meaning (must,
 * may, not), or a fifth of the page. Medium: every other wording.
 */
export function judgeSeverity(verdict: "form" | "wording", items: readonly ChangeItem[], pageWords: number): Severity {
  if (verdict === "form") return "low";
  const renumbered = renumberedItems(items);
  const telling = items.filter((item) => !isRevisionLine(item) && !renumbered.has(item));
  if (telling.length === 0) return "low";
  if (telling.some((item) => item.kind === "price" || item.kind === "number" || isTurned(item))) return "high";
  const changed = telling.reduce((sum, item) => sum + changedWords(item).length, 0);
  return changed >= rewrittenWords && changed > pageWords * rewrittenShare ? "high" : "medium";
}

/**
 * Section numbers that moved on because a section was put in: at least two texts that differ in their first number only.
 */
export function renumberedItems(items: readonly ChangeItem[]): ReadonlySet<ChangeItem> {
  const found = items.filter(
    ({ before, after }) =>
      before !== null &&
      after !== null &&
      before !== after &&
      unnumbered(before) !== null &&
      unnumbered(before) === unnumbered(after),
  );
  return new Set(found.length < 2 ? [] : found);
}

/** A title follows its number; a unit ("1.5 GB") does not make one. */
function unnumbered(text: string): string | null {
  const match = /^\d{1,3}(?:\.\d{1,3}){0,4}\.?\s+(?=\p{Lu}(?:\p{Ll}{2}|\p{L}{3}))/u.exec(text);
  return match ? text.slice(match[0].length) : null;
}

/** A short line that only says when the page was revised. */
export function isRevisionLine(item: Pick<ChangeItem, "before" | "after">): boolean {
  return [item.before, item.after].every(
    (text) => text === null || (wordsOf(text).length <= maxRevisionWords && revisionLine.test(text)),
  );
}

/** A figure was rewritten, or a small edit touches a number in words or a word on which the meaning turns. A whole new sentence may hold any word. */
function isTurned(item: ChangeItem): boolean {
  if (!item.words) return false;
  const words = changedWords(item);
  return (
    words.some((word) => /^\p{N}/u.test(word)) ||
    (words.length <= maxSmallEdit &&
      words.some((word) => turning.has(word.toLowerCase()) || (isAmount(word) && !pronoun.test(word))))
  );
}

function changedWords(item: ChangeItem): string[] {
  if (item.kind === "link" || item.kind === "image" || item.kind === "structure") return [];
  if (!item.words) return wordsOf(item.after ?? item.before ?? "");
  return item.words
    .filter(({ op, isPassing }) => op !== "same" && !isPassing)
    .flatMap((change) => wordsOf(change.text));
}
