const agreement = [
  /,?\s*(?:and|but)?\s*(?:do|does|did|are|is|will)\s+(?:(?:all|both|the|these|those|other|any|different)\s+)*(?:[\w&-]+\s+){0,6}?(?:agree|match|differ|contradict\b|conflict|consistent|say the same|say so|identical|the same (?:everywhere|in (?:all|both|every)|throughout|across))[^?.]*/i,
  /,?\s*(?:and|but)?\s*(?:does|do|is|are)\s+(?:the\s+|it\s+|this\s+|that\s+|they\s+)?(?:[\w&-]+\s+){0,5}?(?:say|state|tell|give|name|show|read)\s+(?:us\s+)?(?:the\s+same|something (?:else|different)|otherwise|different\w*)[^?.]*/i,
  /,?\s*(?:and)?\s*is (?:it|that|this) (?:(?:told|said|stated|given|written|put|shown) )?(?:the same|consistent|stated consistently|consistently|identical|equally|alike)[^?.]*/i,
  /,?\s*(?:according to|in) (?:all|both|each of) (?:the )?(?:papers|documents|files|texts)[^?.]*/i,
  /\b(?:stimmen|widersprechen)\b[^?.]*(?:überein|sich)[^?.]*/i,
];

/** Questions that set documents side by side ("..., and do all papers agree?"): the same fact is then wanted from each of them. */
export function readComparison(question: string): { isComparison: boolean; rest: string } {
  for (const pattern of agreement) {
    const match = pattern.exec(question);
    if (!match) continue;
    const rest = `${question.slice(0, match.index)} ${question.slice(match.index + match[0].length)}`.trim();
    return { isComparison: true, rest: rest.replace(/\W/g, "").length > 8 ? rest : question };
  }
  const compares =
    /\b(?:compare|difference between|versus|vs\.?|conflict between|contradict\w*|inconsisten\w+|discrepanc\w+)\b/i.test(
      question,
    );
  return { isComparison: compares, rest: question };
}
