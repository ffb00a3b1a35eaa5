const functionWords = new Set(
  "a an the this that these those it its he she they we you i his her their our your my be been being is are was were am do does did done doing has have had having will would shall should must may might can could to of in on at by for from with as into onto upon than then there here and or but if so such also both each any all some more most other which who whom whose what when where how why until while during about under over between through after before not no nor never none neither without unless except only just very der die das den dem des ein eine einer eines und oder ist sind wird werden zu von mit für auf im am le la les l un une des du de et ou est sont à au aux en pour par sur".split(
    " ",
  ),
);

/** Lower case without accents, as names and words are compared. */
export function foldText(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .replaceAll("ß", "ss");
}

/** A rough stem, enough to tell "exceed" in "exceeds" and "brought" nowhere: endings of number and tense go. */
export function roughStem(word: string): string {
  if (word.length <= 3 || /\d/.test(word)) return word;
  const singular = word.replace(/(?:ies|ied)$/, "y").replace(/(?<=[^s])s$/, "");
  const stem = singular.replace(/(?:ations?|ments?|ing|edly|ed|es|ly|en|er)$/, "");
  return (stem.length >= 3 ? stem : singular).replace(/e$/, "");
}

export function contentWords(text: string): string[] {
  const words = foldText(text).match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.filter((word) => word.length > 1 && !functionWords.has(word)).map(roughStem);
}

export function isFunctionWord(word: string): boolean {
  return functionWords.has(word);
}
