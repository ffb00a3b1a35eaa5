const month =
  "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|januar|februar|märz|mai|juni|juli|oktober|dezember|janvier|février|mars|avril|juin|juillet|août|septembre|octobre|novembre|décembre)";
const numberWord =
  "(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|ninety|hundred|half)";
const anyNumber = `(?:\\d[\\d,.]*|${numberWord})`;

/** What a passage must show to answer a question of that kind. Patterns of the words around, never of the answer itself. */
export const cuePatterns = {
  date: new RegExp(
    `\\b${month}\\.?\\s+\\d|\\b\\d{1,2}\\.?\\s+${month}\\b|\\b(?:19|20)\\d\\d\\b|\\b\\d{1,2}[/.]\\d{1,2}[/.]\\d{2,4}\\b|\\b\\d{1,2}(?::\\d\\d)?\\s*(?:[ap]\\.?m\\b|noon\\b|uhr\\b)|\\bnoon\\b|\\bno later than\\b|\\bclosing date\\b|\\bdeadline\\b|\\bwithin\\b.{0,20}\\bdays?\\b`,
    "i",
  ),
  year: /\b(?:1\d{3}|20\d\d)s?\b(?![,.]\d)|\bcentur(?:y|ies)\b/i,
  time: /\b\d{1,2}(?::\d\d)?\s*(?:[ap]\.?m\b|noon\b|uhr\b)|\b\d{1,2}:\d\d\b|\bnoon\b|\bhours\b/i,
  duration: new RegExp(
    `\\b${anyNumber}[\\s)(-]*(?:${anyNumber}\\)?\\s*)?(?:business|working|calendar|consecutive|full|additional|labor|option|base)?[\\s-]*(?:second|minute|hour|day|week|month|year|sprint|quarter)s?\\b|\\b(?:immediately|promptly|same day|next (?:business )?day)\\b`,
    "i",
  ),
  rhythm:
    /\b(?:daily|weekly|bi-?weekly|fortnightly|monthly|quarterly|annual(?:ly)?|yearly|hourly|continuous(?:ly)?|once|twice|every|each|per (?:day|week|month|quarter|year|sprint)|at the end of|upon|ongoing|periodic(?:ally)?|regular(?:ly)?|as needed|täglich|wöchentlich|monatlich)\b/i,
  number: new RegExp(`\\b${anyNumber}\\b`, "i"),
  money:
    /[$€£¥]\s?\d|\b\d[\d,.]*\s?(?:dollars|euros?|pounds|usd|eur|gbp|million|billion|percent|%)|\b(?:no|additional|extra) (?:additional |extra )?(?:cost|charge|expense)|\bnot to exceed\b|\bceiling\b|\bfree of charge\b/i,
  percent: /\d\s?(?:%|percent|per cent)|\bpercentage\b/i,
  who: /\b(?:officer|representative|manager|lead|director|owner|master|contractor|vendor|offeror|bidder|quoter|supplier|tenderer|authority|agency|government|department|team|personnel|committee|panel|contact|administrator|specialist|facilitator|engineer|designer|co|cor|ko|pm|buyer|client|customer|company|board|president|minister|king|queen|general|by [A-Z])\b|\b\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+/u,
  permission:
    /\b(?:not|may|none|no|nor|neither|without|only|shall|must|prohibit\w*|permit\w*|allow\w*|accept\w*|encourag\w*|optional|required|authori[sz]\w*|waive\w*|excluded?|responsib\w*|can|cannot|unless|except)\b/i,
  format:
    /\b(?:pdf|excel|word|xlsx?|docx?|csv|json|xml|markdown|spreadsheet|format|font|e-?mail|electronic\w*|portal|paper|hard cop\w+|template|language|zip|html)\b/i,
  place:
    /@|https?:|\bwww\.|\b(?:street|avenue|road|suite|room|building|floor|city|county|state|office|portal|website|site|address|located|location|remote(?:ly)?|virtual\w*|on-?site|facility|headquarters)\b|\b(?:in|at|near|from|to) (?:the )?\p{Lu}/u,
  standard: /\b(?:\p{Lu}{2,}[\p{Lu}\d-]*|version|level|standards?|section|v)\s?\d|\b\p{Lu}{3,}\b|\b\d+\.\d+\b/u,
  count: new RegExp(
    `\\b(?:at least|at most|up to|no more than|maximum|minimum|not exceed|exceed|limit|only|a total of)\\b|\\b${anyNumber}\\b`,
    "i",
  ),
  manner:
    /\b(?:via|through|electronic\w*|upload\w*|e-?mail\w*|portal|website|online|web ?form|in writing|written|by (?:post|mail|hand|courier|video|phone|means)|using|submitted (?:to|in|as|on)|sent to|addressed to|in the form of|separate\w*|sealed|remotely|video|template)\b/i,
  reason:
    /\b(?:because|due to|since|so that|in order to|therefore|as a result|reason|purpose|caused|led to|owing to)\b/i,
} as const;
export type Cue = keyof typeof cuePatterns;

const calendarDay = new RegExp(
  `\\b${month}\\.?\\s+\\d{1,2}(?:st|nd|rd|th)?\\b|\\b\\d{1,2}(?:st|nd|rd|th)?\\.?\\s+(?:of\\s+)?${month}\\b|\\b\\d{1,2}[/.]\\d{1,2}[/.]\\d{2,4}\\b|\\b(?:19|20)\\d\\d-\\d\\d-\\d\\d\\b`,
  "i",
);

/** What hardly anything but an answer of that kind shows; absent where the kind has no such mark. */
const surePatterns: Partial<Record<Cue, RegExp>> = {
  date: calendarDay,
  year: /\b(?:1\d{3}|20\d\d)s?\b(?![,.]\d)/,
  duration: new RegExp(
    `\\b${anyNumber}[\\s)(-]*(?:${anyNumber}\\)?\\s*)?(?:business|working|calendar|consecutive|full|additional|option|base)?[\\s-]*(?:second|minute|hour|day|week|month|year|sprint|quarter)s?\\b`,
    "i",
  ),
  rhythm:
    /\b(?:daily|weekly|bi-?weekly|fortnightly|monthly|quarterly|annual(?:ly)?|yearly|hourly|(?:each|every|per|once a|twice a) (?:business |working |calendar )?(?:day|week|month|quarter|year|sprint|two weeks))\b/i,
  money: /[$€£¥]\s?\d|\b\d[\d,.]*\s?(?:dollars|euros?|pounds|usd|eur|gbp)\b/i,
  time: /\b\d{1,2}(?:[:.]\d\d)?\s*(?:[ap]\.?m\b|noon\b|uhr\b)|\b\d{1,2}[:h]\d\d\b|\bnoon\b|\bmidnight\b|\bclose of business\b|\bCOB\b|\b\d{4} ?(?:hours|hrs)\b|\bo['’]clock\b/i,
  percent: /\d\s?(?:%|percent|per cent)/i,
  count: new RegExp(`\\b${anyNumber}\\b`, "i"),
  permission:
    /\b(?:(?:shall|may|must|will|can|do|does|is|are) (?:also )?(?:not|only)|cannot|no \w+ (?:shall|may|will|is|are)|not (?:permitted|allowed|accepted|required)|prohibited|(?:is|are|be) (?:permitted|allowed|required|encouraged|acceptable)|not responsible)\b/i,
};

/** 0 where nothing of the kinds asked for is shown, 1 where it is, 2 where it is beyond doubt. */
export function cueStrength(cues: readonly Cue[], text: string): number {
  let best = 0;
  for (const cue of cues) {
    if (!cuePatterns[cue].test(text)) continue;
    const sure = surePatterns[cue];
    best = Math.max(best, sure === undefined || !sure.test(text) ? 1 : 2);
  }
  return best;
}

/** Whether some kind asked for has a mark of its own, so that its absence tells. */
export function hasSureMark(cues: readonly Cue[]): boolean {
  return cues.some((cue) => surePatterns[cue] !== undefined);
}

const asks: [RegExp, Cue[]][] = [
  [
    /(?<!\bwithin )\bwhat time\b(?=\s*(?:$|[?,]|(?:of (?:the )?day|is|are|do|does|did|must|should|can|may|will|on|at|by)\b))|\b(?:what|which) hour\b|\bwhich (?:daily |core |working )?hours\b|\bo'?clock\b/,
    ["time"],
  ],
  [
    /\bwhen\b|\bwhat (?:date|day|year|month)\b|\bwhich (?:date|day|year|month|century)\b|\bdeadline\b|\bdue date\b|\blast (?:moment|day|date|minute)\b|\bwann\b|\bquand\b|\bin what year\b|\bcut[- ]?off\b/,
    ["date"],
  ],
  // Of what is past the year is told, and often no more.
  [/\bwhen (?:did|was|were|had)\b|\b(?:what|which) (?:years?|decade|century)\b/, ["year"]],
  [
    /\bhow (?:long|quickly|quick|fast|soon|old|early|late|far (?:ahead|in advance|back|before))\b|\bduration\b|\bhow much (?:time|notice|advance|warning)\b|\bhow many (?:\w+ ){0,2}(?:days|weeks|months|years|hours|minutes)\b|\bwhat (?:is the )?(?:term|period)\b|\blongest\b|\bwie lange\b/,
    ["duration"],
  ],
  [
    /\bhow (?:often|frequently|regularly)\b|\bwhat (?:frequency|interval|rhythm)\b|\bat what interval|\bwie oft\b|\bhow many times\b/,
    ["rhythm"],
  ],
  [
    /\bwhat (?:percentage|percent|share|proportion|portion|fraction)\b|\bper ?cent\b|\bpercentage\b/,
    ["percent", "number"],
  ],
  [
    /\bhow much\b(?!\s+(?:time|notice|warning|advance))|\b(?:price|cost|budget|fee|ceiling|spend|money|salary|worth|payment|pay|spending)\b/,
    ["money"],
  ],
  [
    /\bhow (?:many|big|large|small|tall|high|wide|deep|thick|heavy|high)\b|\bwhat (?:is the )?(?:number|amount|maximum|minimum|population|size|length|limit)\b|\bup to how\b|\b(?:maximum|minimum|at most|at least) (?:length|number|size)\b|\bwie viele\b|\bcombien\b/,
    ["count"],
  ],
  [
    /^(?:\W*)(?:who|whom|whose)\b|\b(?:who|whom|whose)\b|\bwhich (?:person|people|company|firm|party|side|role|roles|agency|team)\b|\bwer\b|\bqui\b/,
    ["who"],
  ],
  [
    /^\W*(?:may|can|could|must|should|shall|do|does|did|is|are|was|were|will|would|has|have|am|need)\b|\b(?:are we allowed|may we|can we|do we have to|must we|is it (?:allowed|possible|necessary|required))\b|^\W*(?:darf|dürfen|muss|müssen|kann|können|peut-on|doit-on)\b/,
    ["permission"],
  ],
  [
    /\b(?:file|data|document)?\s?(?:format|file type|form)\b|\bin (?:what|which) (?:file|form|format|language)\b/,
    ["format"],
  ],
  [
    /\bwhere\b|\b(?:what|which) (?:address|e-?mail|website|site|place|location|city|country|state|town|building|room|portal)\b|\bwo\b|\boù\b/,
    ["place"],
  ],
  [
    /\b(?:what|which) (?:\w+ )?(?:standards?|version|release|level|norm|certification|certificate|clause|regulation|law|code)\b/,
    ["standard"],
  ],
  [
    /\bhow (?:must|should|shall|do|does|can|may|are|is|will|would|to)\b|^\W*(?:and )?how\W*$|\b(?:through|via|by|in) (?:what|which) (?:\w+ )?(?:way|channel|means|medium|method|portal|tool|system)\b/,
    ["manner"],
  ],
  [/\bwhy\b|\bwhat (?:caused|is the reason)\b|\bfor what (?:reason|purpose)\b|\bwarum\b|\bpourquoi\b/, ["reason"]],
];

/** The kinds of answer that a question asks for, most telling first; empty when its wording does not say. */
export function readCues(question: string): Cue[] {
  const lower = question.toLowerCase();
  return [...new Set(asks.filter(([pattern]) => pattern.test(lower)).flatMap(([, cues]) => cues))];
}
