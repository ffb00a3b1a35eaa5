/** Words that say that something is bought, not what; in the languages of the portals. */
const generic = new Set(
  (
    "a an the of for di da do dos das ein eine to and or in on at by with from as via per its our " +
    "provision supply supplies services service contract contracts tender tenders procurement purchase purchasing delivery framework agreement " +
    "request proposal proposals quotation quotations information invitation bid bids rfp rfq rfi itt rft eoi notice opportunity project works " +
    "der die das des dem den und oder für von zur zum im in am mit sowie lieferung leistung leistungen dienstleistung dienstleistungen " +
    "beschaffung ausschreibung vergabe rahmenvertrag rahmenvereinbarung auftrag " +
    "le la les du de des un une et ou pour en au aux dans sur avec fourniture fournitures prestation prestations marché marche travaux " +
    "accord cadre appel offres " +
    "el los las del y o para con suministro servicio servicios contrato licitación licitacion contratación contratacion " +
    "il lo gli dei degli delle della e per con fornitura servizio servizi gara appalto affidamento " +
    "het een van voor met levering diensten aanbesteding"
  ).split(/\s+/),
);

/** Words before a number that tell one part of a purchase from another. */
const partWords =
  /^(?:lots?|los|lotto|lote|perceel|parts?|teil|partie|parte|phases?|stage|stufe|package|paket|volume|area|zone|zona|region|district|bezirk|route|unit|section|abschnitt|round|runde|tranche|batch|year|jahr|ward|building|block|site)$/;

const romans: Record<string, string> = {
  i: "1",
  ii: "2",
  iii: "3",
  iv: "4",
  v: "5",
  vi: "6",
  vii: "7",
  viii: "8",
  ix: "9",
  x: "10",
};

export interface TitleWords {
  /** Folded, without the generic ones, each once. */
  words: string[];
  /** What tells one part, year or number from another: "lot 2", "2031", "14". */
  marks: string[];
}

export function foldText(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .replace(/ß/g, "ss")
    .replace(/['’]s\b/g, "")
    .toLowerCase();
}

export function titleWords(title: string | null): TitleWords {
  const tokens = foldText(title ?? "").match(/[\p{L}\p{N}]+/gu) ?? [];
  const words = new Set<string>();
  const marks = new Set<string>();
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at] ?? "";
    const before = tokens[at - 1] ?? "";
    const isPart = partWords.test(before) || /^(?:no|nr|number|numero|nummer)$/.test(before);
    if (isPart && (/^\d+[a-z]?$/.test(token) || /^[a-z]$/.test(token) || Object.hasOwn(romans, token))) {
      const kind = partWords.test(before) ? partKind(before) : "no";
      marks.add(`${kind} ${(romans[token] ?? token).replace(/^0+(?=\d)/, "")}`);
    } else if (/^\d+$/.test(token)) marks.add(token.replace(/^0+(?=\d)/, ""));
    else if (/^[ivx]{2,4}$/.test(token) && Object.hasOwn(romans, token)) marks.add(romans[token] ?? token);
    else if (token.length > 1 && !generic.has(token) && !isBeforeNumber(token, tokens[at + 1])) words.add(token);
  }
  return { words: [...words], marks: [...marks] };
}

/** "Los 2" and "lot 2" are the same mark; "phase 2" is another. */
function partKind(word: string): string {
  return /^(?:lots?|los|lotto|lote|perceel)$/.test(word) ? "lot" : word;
}

function isBeforeNumber(token: string, next: string | undefined): boolean {
  return (
    partWords.test(token) &&
    next !== undefined &&
    (/^\d+[a-z]?$/.test(next) || /^[a-z]$/.test(next) || Object.hasOwn(romans, next))
  );
}

/** The same word in another form or with a slip: "lamp" and "lamps", "maintenence" and "maintenance". */
export function isSameWord(one: string, other: string): boolean {
  if (one === other) return true;
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (short.length < 4) return false;
  if (long.startsWith(short) && long.length - short.length <= 2) return true;
  if (short.length >= 5 && commonStart(one, other) >= Math.max(5, long.length - 3) && long.length - short.length <= 2)
    return true;
  return short.length >= 7 && isOneSlip(short, long);
}

/** Words of one stem: "laundering" and "laundry", but not "electrical" and "electronic". */
export function isOfOneStem(one: string, other: string): boolean {
  const start = commonStart(one, other);
  const [less, more] = [one.length - start, other.length - start].sort((a, b) => a - b);
  return start >= 5 && (less ?? 0) <= 3 && (more ?? 0) <= 5;
}

function commonStart(one: string, other: string): number {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at++;
  return at;
}

function isOneSlip(short: string, long: string): boolean {
  if (long.length - short.length > 1) return false;
  const start = commonStart(short, long);
  const rest = short.slice(start);
  if (long.length > short.length) return rest === long.slice(start + 1);
  if (rest.slice(1) === long.slice(start + 1)) return true;
  return (
    rest.length > 1 && rest[0] === long[start + 1] && rest[1] === long[start] && rest.slice(2) === long.slice(start + 2)
  );
}
