import type { FoundField } from "../tender-fields";
import { isFormLabel } from "./form-words";
import { type DocumentView, placeOf, plain, type Span, textOf, trimmed, type Unit } from "./package-view";
import { type StatementRule, statementRules } from "./statement-rules";
import { hasBoxes, tickedOptions } from "./ticked-options";

/** Long sentences are shown whole up to here. */
const longest = 420;

/** Place, period, set-aside and their like: labelled values first, then sentences that say them. */
export function readStatedFields(views: readonly DocumentView[]): FoundField[] {
  return statementRules.flatMap((rule) => {
    const seen = new Set<string>();
    return views
      .flatMap((view) =>
        view.weight === 0 ? [] : [...labelled(rule, view), ...said(rule, view), ...chosen(rule, view)],
      )
      .sort((a, b) => b.score - a.score)
      .filter(({ text }) => {
        const key = text.toLowerCase();
        return !seen.has(key) && seen.add(key);
      })
      .slice(0, rule.most);
  });
}

function labelled(rule: StatementRule, view: DocumentView): FoundField[] {
  return view.labelled.flatMap((value) => {
    if (!rule.label.test(value.label)) return [];
    const span = trimmed(view.document, value);
    const text = plain(textOf(view.document, span)).replace(/^([^.]{1,60})\.$/, "$1");
    const isValue =
      text.length > 1 &&
      text.length <= longest &&
      !/^(?:https?:|see (?:above|below|section))/i.test(text) &&
      !isOfForm(text) &&
      !hasBoxes(text);
    // Under a mere heading the first sentence may say anything; it must look like an answer.
    const isAnswer = value.how !== "above" || (value.unit.kind !== "heading" && isAnswerBelow(rule, text));
    // "Duration: 1 hour" is a meeting's, not a contract's.
    if (rule.name === "period" && rule.needs && !rule.needs.test(text)) return [];
    if (!isValue || !isAnswer || (value.how === "above" && rule.not?.test(text))) return [];
    return [field(rule, view, span, value.unit, text, value.how === "above" ? 2.6 : 3.2)];
  });
}

/** What a form asks of whoever fills it in ("(Check one):", "[insert address]") is no answer. */
function isOfForm(text: string): boolean {
  return (
    /^[([<]?\s*(?:please\s+)?(?:check|select|tick|choose|mark|insert|enter|specify|fill in|complete|state)(?!\p{L})[^.]{0,60}$/iu.test(
      text,
    ) || isFormLabel(text)
  );
}

/** What is ticked of a form's options; the others are none, whatever their words say. */
function chosen(rule: StatementRule, view: DocumentView): FoundField[] {
  const { ticked } = rule;
  if (!ticked) return [];
  return view.document.units.flatMap((unit) => {
    const whole = textOf(view.document, unit);
    return tickedOptions(whole).flatMap(({ start, end }) => {
      const span = { start: unit.start + start, end: unit.start + end };
      const text = plain(textOf(view.document, span));
      return ticked.test(text) && text.length <= 120 ? [field(rule, view, span, unit, text, 3)] : [];
    });
  });
}

/** Lines of a table of contents follow each other like labels and values. */
function isAnswerBelow(rule: StatementRule, text: string): boolean {
  if (/^[\d.]+\s|[:]$/.test(text)) return false;
  if (rule.needs) return rule.needs.test(text);
  if (rule.name === "eligibility") return text.length > 30;
  return rule.sentence.test(text) || (rule.name === "place" && text.length > 8 && /[.,\d]/.test(text));
}

function said(rule: StatementRule, view: DocumentView): FoundField[] {
  return view.document.units.flatMap((unit) => {
    if (unit.kind === "heading" || unit.kind === "code") return [];
    const whole = textOf(view.document, unit);
    const match = /^.{0,60}:\s*$/su.test(whole) ? null : rule.sentence.exec(whole);
    if (
      !match ||
      (rule.ticked && hasBoxes(whole)) ||
      rule.not?.test(whole) ||
      (rule.needs && !rule.needs.test(whole)) ||
      whole.length > longest + 200
    )
      return [];
    const span = trimmed(view.document, unit);
    const value = match.groups?.value ?? match.groups?.by;
    const isUnderHeading = unit.headings.some((heading) =>
      rule.label.test(plain(textOf(view.document, heading)).replace(/^[\d.]+\s*/, "")),
    );
    return [field(rule, view, span, unit, plain(value ?? whole).slice(0, longest), isUnderHeading ? 2.5 : 2)];
  });
}

function field(
  rule: StatementRule,
  view: DocumentView,
  span: Span,
  unit: Unit,
  text: string,
  score: number,
): FoundField {
  return {
    name: rule.name,
    value: text,
    text,
    place: placeOf(view.document, span, unit),
    quote: textOf(view.document, span),
    score: score * Math.max(0.3, view.weight),
  };
}
