const enumerator = /^(?:\(?(\d{1,3}|[a-z]|[ivx]{1,5})\)|(\d{1,3})\.|[•·▪‣◦*–-])\s+(?=\S)/u;
/** "2.1 Operators must hold a licence": a sentence below a number of several parts, and no measure ("2.1 GB"). */
const clause = /^(\d{1,3}(?:\.\d{1,3}){1,3})\.?\s+(?=\p{Lu}(?:\p{Ll}|\s)\S*(?:\s+\S+){3})/u;
const month =
  /^(?:jan|feb|f[eé]v|m[aä]r|apr|avr|abr|may|mai|jun|juin|jul|juil|aug|ao[uû]|ago|sep|o[ck]t|nov|de[cz]|d[eé]c|ene)/iu;

/** "3. Fees" is "Fees" with a number: what a list numbers in one revision its author may have typed in the next. "3. März" is a date. */
export function splitEnumerator(text: string): { enumerator: string | null; rest: string } {
  const match = enumerator.exec(text) ?? clause.exec(text);
  if (!match) return { enumerator: null, rest: text };
  const rest = text.slice(match[0].length);
  if (match[2] && month.test(rest)) return { enumerator: null, rest: text };
  return { enumerator: match[1] ?? match[2] ?? null, rest };
}
