const negated: Record<string, string> = { "can't": "cannot", "won't": "will not", "shan't": "shall not" };

/**
 * Words that are drawn together, written out ("can't" → "cannot", "you'll" → "you will"), so that one set of rules reads plain and formal
 * papers alike. "'d" and "'s" stand for too many words and stay, but for "it's" and "that's".
 */
export function expandContractions(text: string): string {
  if (!/['’]/.test(text)) return text;
  return text
    .replace(/\b(?:can|won|shan)['’]t\b/gi, (word) =>
      likeFirst(word, negated[word.toLowerCase().replace("’", "'")] ?? word),
    )
    .replace(/\b(is|are|was|were|do|does|did|has|have|had|should|must|would|could|need)n['’]t\b/gi, "$1 not")
    .replace(/\b(you|we|they|it|that|there|who)['’]ll\b/gi, "$1 will")
    .replace(/\b(you|we|they)['’]re\b/gi, "$1 are")
    .replace(/\b(you|we|they)['’]ve\b/gi, "$1 have")
    .replace(/\b(it|that)['’]s\b/gi, "$1 is");
}

const likeFirst = (like: string, word: string): string =>
  /^\p{Lu}/u.test(like) ? word.charAt(0).toUpperCase() + word.slice(1) : word;
