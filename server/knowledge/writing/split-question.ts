import { withPlainSpaces } from "./plain-spaces";

/** One thing that a question asks for. */
export interface QuestionPart {
  text: string;
  /** What the rest of the question is about; a part often leaves its subject there ("..., and how must they be sent?"). */
  about: string;
  /** The part has a subject of its own; what it is about counts for less then. */
  isWhole: boolean;
}

const before =
  "(?:(?:by|to|from|for|at|in|on|with|within|until|through|under|of|about|into|via)\\s+|(?:at|by) least\\s+)?";
const asking = `${before}(?:what|which|who|whom|whose|when|where|why|how)\\b`;
const aid =
  "(?:may|can|could|must|should|shall|do|does|did|is|are|was|were|will|would|has|have|what'?s|who'?s|where'?s)";
const subject = "(?:we|you|they|it|he|she|there|the|a|an|any|our|your|their|its|all|this|that|these|those)\\b";
const joined = "(?:,?\\s+(?:and|but|or|as well as)(?:\\s+also)?|;)\\s+";
/** "..., and how", "... and by when", "..., and are options priced": the start of another question. A bare "and is" needs its comma or its subject. */
const next = new RegExp(
  `${joined}(?=${asking}|${aid}\\s+${subject})|(?:,\\s+(?:and|but|or)(?:\\s+also)?|;)\\s+(?=${aid}\\s+\\w+)`,
  "gi",
);
/** "When and where must offers be handed in?" */
const twoAsked = new RegExp(
  `^\\W*(${before}(?:when|where|how|why|who|what|which)(?: (?:much|many|long|often|soon))?),? (?:and|or) (${asking})(?! (?:is|are|was|were|does|do|did)\\b.*\\b(?:is|are|was|were|does|do|did)\\b)`,
  "i",
);
/** "What are the deadline and the place of submission?": two things with articles of their own. */
const twoNamed =
  /^(\W*(?:what|who|which|when|where)\s+(?:is|are|was|were)\s+)((?:the|our|their|its|your)\s+[\p{L}\p{N}' -]+?),?\s+and\s+((?:the|our|your)\s+[\p{L}\p{N}' -]+?)(\s+(?:of|for|in|under|on)\s+[^?]+)?[?.!\s]*$/iu;
const stopping = /[?!]+\s+(?=\p{Lu}|¿)/gu;

const leaning = /\b(?:it|its|they|them|their|these|those|this|that|one|ones|he|she|same|each)\b/i;

/** Never more than a person would put in one breath; further ones stay with the last. */
const MAX_PARTS = 4;

/**
 * The things that a question asks for, in its order: sentences, clauses with a question word or auxiliary of their own, question words that share a
 * clause, and named things with articles of their own. A question that asks for one thing comes back as it is.
 */
export function splitQuestion(question: string): QuestionPart[] {
  const sentences = cut(withPlainSpaces(question), stopping);
  const texts = sentences.flatMap(splitAsked).flatMap(splitNamed);
  const parts = mergeShort(texts).slice(0, MAX_PARTS);
  if (parts.length < 2) return [{ text: question, about: "", isWhole: true }];
  return parts.map((text, index) => {
    const others = parts.filter((_, other) => other !== index);
    return { text, about: others.join(" "), isWhole: index === 0 || (countNouns(text) > 1 && !leaning.test(text)) };
  });
}

function cut(text: string, pattern: RegExp): string[] {
  const parts: string[] = [];
  let from = 0;
  for (const match of text.matchAll(pattern)) {
    parts.push(text.slice(from, match.index));
    from = match.index + match[0].length;
  }
  return [...parts, text.slice(from)].map((part) => part.trim()).filter((part) => part !== "");
}

function splitAsked(sentence: string): string[] {
  const match = twoAsked.exec(sentence);
  if (!match?.[1] || !match[2]) return cut(sentence, next);
  const [rest = "", ...further] = cut(sentence.slice(match.index + match[0].length), next);
  // "When and where ...": what stands behind belongs to both.
  return rest.length > 3 ? [`${match[1]} ${rest}`, `${match[2]} ${rest}`, ...further] : cut(sentence, next);
}

function splitNamed(clause: string): string[] {
  const match = twoNamed.exec(clause);
  if (!match) return [clause];
  const [, ask = "", one = "", other = "", tail = ""] = match;
  return [`${ask}${one}${tail}`, `${ask}${other}${tail}`];
}

/** A clause that asks nothing ("if we win, ...") stays with its neighbour. */
function mergeShort(texts: string[]): string[] {
  const starts = new RegExp(`^\\W*(?:${asking}|${aid}\\b)`, "i");
  const parts: string[] = [];
  for (const text of texts) {
    const last = parts.length - 1;
    if (last >= 0 && !starts.test(text)) parts[last] = `${parts[last]}, ${text}`;
    else if (last === 0 && !starts.test(parts[0] as string) && !/[?!]/.test(parts[0] as string))
      parts[0] = `${parts[0]}, ${text}`;
    else parts.push(text);
  }
  return parts;
}

const emptyWords =
  /^(?:what|which|who|whom|whose|when|where|why|how|much|many|long|often|soon|may|can|could|must|should|shall|do|does|did|is|are|was|were|will|would|has|have|be|been|being|to|by|the|a|an|of|in|on|at|for|from|with|within|through|via|and|or|we|you|they|them|it|there|any|our|your|their|its|this|that|these|those|recent|not)$/i;

function countNouns(text: string): number {
  return (text.match(/[\p{L}\p{N}'-]+/gu) ?? []).filter((word) => !emptyWords.test(word)).length;
}
