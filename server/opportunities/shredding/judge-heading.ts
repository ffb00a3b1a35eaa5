import type { Grammar, Judgement, Setting } from "./judgement";

/** Fewer words are a name, and of an order fewer than that may be one as well. */
const [fewestWords, fewestOfOrder] = [6, 10];

/** A clause that was set as a heading; null for what only names the part below it. */
export function judgeHeading(text: string, grammar: Grammar, setting: Setting): Judgement | null {
  const words = text.split(" ").length;
  const isClause = /[.:)]$/.test(text) || /\b(?:MUST|SHALL)\b/.test(text);
  if (words < fewestWords || !isClause || /following:?\s*$/.test(text)) return null;
  const clause = grammar.judgeSentence(text, setting);
  // "b) Display the details of a project.": an item of a lettered list that was set as a heading.
  const isItem = /^\(?[a-z][.)] /.test(text) && /\.\W*$/.test(text);
  return clause && (words >= fewestOfOrder || isItem || clause.sign !== "order") ? clause : null;
}
