/** A modal of obligation or permission, the subject before it and what follows. */
export interface Clause {
  subject: string;
  modal: string;
  /** After the modal, to the end of the sentence. */
  after: string;
  /** The modal stands in a condition or a relative clause: it says something of another clause's noun. */
  isSubordinate: boolean;
}

const modalPattern = new RegExp(
  `\\b(?:${[
    "shall",
    "must",
    "will",
    "should",
    "may",
    "cannot",
    "can(?:not| not)?",
    "(?:do(?:es)? not )?needs? to",
    "needs? not",
    "ha(?:s|ve) to",
    "ought to",
    "agrees?(?= (?:to|that|not|and|all|any|the|its|prices)\\b|, if )",
    "waives?(?= (?:any|all|its|their|the|every)\\b)",
    "(?:is|are) (?:hereby )?deemed(?= to (?:have|accept|agree|acknowledge|waive)\\b)",
    "(?:encloses?|attach(?:es)?) herewith",
    "(?:accepts?|acknowledges?|confirms)(?: and (?:accepts?|acknowledges?|agrees?|confirms?))?(?= that\\b)",
    "(?:hereby )?(?:certif(?:y|ies)|represents|warrants?|undertakes?|guarantees?|assumes?|consents?)(?=,? )",
    "ha(?:s|ve) (?:a|an|the) (?:\\w+ )?(?:obligation|duty|responsibility)(?= (?:not )?to\\b)",
    "(?:is|are|be)(?: not| never)?(?: also| hereby| duly| kindly| strongly| solely| fully| highly| generally| therefore)* (?:required|obligated|obliged|responsible|expected|instructed|directed|encouraged|advised|requested|asked|invited|prohibited|cautioned|reminded|due|bound|liable|permitted|allowed|preferred|preferable|desired|desirable|recommended|necessary|mandatory|compulsory|limited to|restricted to|to be|to)(?=\\W|$)",
  ].join("|")})(?![a-z])`,
  "gi",
);

const breakPattern =
  /[;:,]|\s[–—-]+\s|—|\b(?:that|which|who|whom|what|how|if|when|whenever|where|wherever|while|unless|until|because|since|whether|provided that|so|but|although|though)\b|\b(?:and|or)\b(?=\s+(?:the|any|all|each|no|a|an|its|their|this|these|such|in)\s)/gi;
const prepositionFirst =
  /^(?:in|on|at|by|with|without|for|from|to|of|under|upon|after|before|during|within|per|prior|pursuant|including|excluding|additionally|furthermore|further|therefore|however|moreover|also|thus|finally|as|based|once|should|according|regardless|unless|not|nor|if|ideally|note|notwithstanding|except|where|following|using|whether|i\.?e\.?|e\.?g\.?|such|otherwise|consequently|accordingly|where|and|or|but|specifically|broadly|generally|particularly|especially|at a minimum|in addition)\b/i;
const relative = /^(?:which|who|whom|that)$/i;
const conditional =
  /^(?:what|how|if|when|whenever|where|wherever|unless|until|because|since|whether|while|although|though)$/i;
const nounFirst =
  /^(?:the|a|an|all|any|each|every|no|its|their|our|your|his|her|this|these|those|they|it|he|she|we|you|i|some|both|only)\b/i;

const lateSubject =
  /\s((?:you|they|we|it|i)|(?:the|all|any|each|every|no|its|their|your) (?:(?!the |of |to |in |for )[\w’'-]+(?: |$)){1,4}|[A-Z][a-z]+(?:ers|ors|ants|ents))$/;

/** Every clause of a sentence with a word of obligation, permission or promise, in order. */
export function findClauses(sentence: string): Clause[] {
  const clauses: Clause[] = [];
  for (const match of sentence.matchAll(modalPattern)) {
    if (isNoun(sentence, match.index, match[0])) continue;
    const whole = sentence.slice(0, match.index);
    // What stands in an open bracket has its subject there.
    const bracket = whole.lastIndexOf("(");
    const before = bracket > whole.lastIndexOf(")") ? whole.slice(bracket + 1) : whole;
    // "may be required to", "will need to": the first word carries the strength.
    if (
      /\b(?:will|shall|may|must|should|can|cannot|might|would|could|to|not)\s+$/i.test(before) &&
      /^(?:be|have|need)\b/i.test(match[0])
    )
      continue;
    // "There may be a need to have": a noun.
    if (/^needs? to$/i.test(match[0]) && /\b(?:an?|the|any|no|that|this)\s+$/i.test(before)) continue;
    // "Examples include, but are not limited to": the verb is "include".
    if (/limited to$/i.test(match[0]) && /\bbut\s+$/i.test(before)) continue;
    const found = subjectBefore(withoutBrackets(before));
    // "shall develop and may test": a predicate without a subject of its own has the one before.
    // "the experience that the vendor has to perform the work": a noun's complement, no duty.
    if (found.isRelative && /^ha(?:s|ve) to$/i.test(match[0])) continue;
    const subject = found.subject === "" ? (clauses.at(-1)?.subject ?? "") : found.subject;
    clauses.push({
      subject,
      modal: match[0].toLowerCase().replace(/\s+/g, " "),
      after: sentence.slice(match.index + match[0].length).trimStart(),
      isSubordinate: found.isSubordinate,
    });
  }
  return clauses;
}

/** "May 2, 2020", "will" as a name, "of its own will", "can" with nothing behind. */
function isNoun(sentence: string, at: number, modal: string): boolean {
  const after = sentence.slice(at + modal.length);
  // "Should you have questions, ...", "..., should this be in its interest": a condition.
  if (/^should$/i.test(modal) && at === 0) return /,/.test(after);
  if (modal === "should" && /,\s*$/.test(sentence.slice(0, at)))
    return /^\s+(?:the|such|any|it|you|we|they|this|that|an?|there)\b/i.test(after);
  if (/^may$/i.test(modal))
    return /^\s+\d/.test(after) || /^[\s,.;)]*$/.test(after) || (modal === "May" && at > 0 && /^,? \d/.test(after));
  return false;
}

interface FoundSubject {
  subject: string;
  isSubordinate: boolean;
  isRelative?: boolean;
}

function subjectBefore(before: string): FoundSubject {
  const marks = [...before.matchAll(breakPattern)];
  let end = before.length;
  let tail = "";
  let isSubordinate = false;
  for (let index = marks.length - 1; index >= -1; index--) {
    const mark = index >= 0 ? marks[index] : undefined;
    const start = mark ? mark.index + mark[0].length : 0;
    const segment = before.slice(start, end).trim();
    const word = mark?.[0].trim() ?? "";
    const isNearest = before.slice(end).trim() === "" && tail === "";
    end = mark?.index ?? 0;
    if (relative.test(word)) {
      // "personnel who will" says something of personnel; "reports that the contractor will" has a subject of its own.
      if (segment === "") {
        isSubordinate = true;
        continue;
      }
      // "the order in which bidders will speak" says something of the order.
      if (
        isNearest &&
        /^that$/i.test(word) &&
        /,\s*$/.test(before.slice(0, mark?.index ?? 0)) &&
        /^[a-z-]+(?: [a-z-]+)?$/.test(segment)
      )
        return { subject: `that ${segment}`, isSubordinate };
      const isDeep =
        /\b(?:in|to|of|determine|decide|identify|establish|select|know)\s+$/i.test(before.slice(0, mark?.index ?? 0)) ||
        conditional.test(marks[index - 1]?.[0].trim() ?? "");
      if (
        nounFirst.test(segment) ||
        /^[A-Z]/.test(segment) ||
        /(?:agencies|states|users|contractors|suppliers|vendors|bidders|offerors|proponents|employees)$/.test(segment)
      )
        return { subject: clean(segment, tail), isSubordinate: isSubordinate || isDeep, isRelative: true };
      continue;
    }
    if (segment === "") continue;
    if (conditional.test(word)) {
      // "If personnel must remove anything they should": the main clause begins without a comma.
      const late = /\s(they|it|he|she|you)$/i.exec(segment)?.[1] ?? (isNearest ? mainSubject(segment) : undefined);
      if (late) return { subject: late, isSubordinate };
      // "If the work, in the owner's opinion, must": nothing but an insertion stands between.
      const isOpening =
        index === marks.length - 1 ||
        (/^(?:if|when|where)$/i.test(word) &&
          before.slice(0, mark?.index).trim() === "" &&
          segment.includes(" ") &&
          marks.slice(index + 1).every((one) => one[0] === ",") &&
          segment.split(/\s+/).length <= 8);
      if (tail === "" && end >= 0 && isOpening) return { subject: segment, isSubordinate: true };
      tail = "";
      continue;
    }
    const bare = segment.replace(/^(?:and|or|but|then)\s+/i, "");
    if (prepositionFirst.test(bare) || /^[a-z]+(?:ing|ed)\b/.test(bare)) {
      // "In this phase the contractor shall": the subject ends the opening phrase, without a comma.
      const late = isNearest ? lateSubject.exec(segment)?.[1] : undefined;
      if (late) return { subject: late, isSubordinate };
      continue;
    }
    return { subject: withConjuncts(before, marks, index, clean(segment, tail)), isSubordinate };
  }
  return { subject: tail, isSubordinate };
}

/** "Unless otherwise specified the contractor shall": who begins the main clause where no comma does. */
function mainSubject(segment: string): string | undefined {
  return (
    /(?:ed|en|necessary|possible|appropriate|applicable|practicable)\s+((?:the|all|any|each|every) (?:(?!the |of |to |in |for |by )[\w’'-]+(?: |$)){1,3})$/i.exec(
      segment,
    )?.[1] ??
    /(?<!\b(?:by|of|to|for|with|from|in|on|at|that|and|or|if|when|unless|whether|than|between)|\/)\s((?:the|each|any|all) (?:[a-z]+ )?(?:contractors?|suppliers?|bidders?|offerors?|tenderers?|vendors?|sellers?|providers?))$/i.exec(
      segment,
    )?.[1]
  );
}

/** "The CO, COR and the owner will": the parts of one subject stand together, as far left as they are short and without a verb of their own. */
function withConjuncts(before: string, marks: RegExpMatchArray[], from: number, segment: string): string {
  const parts = [segment];
  let hasAnd = /\b(?:and|or)\b/.test(segment);
  for (let index = from; index >= 0; index--) {
    const word = marks[index]?.[0].trim().toLowerCase() ?? "";
    if (!/^(?:,|and|or)$/.test(word)) break;
    if (word !== ",") hasAnd = true;
    const start = index > 0 ? (marks[index - 1]?.index ?? 0) + (marks[index - 1]?.[0].length ?? 0) : 0;
    const part = before.slice(start, marks[index]?.index).trim();
    if (part === "") continue;
    if (
      part.split(/\s+/).length > 7 ||
      prepositionFirst.test(part) ||
      /\b(?:shall|must|will|should|may|can|is|are|was|were|has|have|not)\b|^[a-z]+(?:ing|ed)\b/i.test(part)
    )
      break;
    if (/^(?:and|or)\b/i.test(segment) || /^(?:and|or)\b/i.test(part)) hasAnd = true;
    parts.unshift(part);
  }
  return hasAnd && parts.length > 1 ? parts.join(", ") : segment;
}

function clean(segment: string, tail: string): string {
  return segment.replace(/^(?:and|or|but|then)\s+/i, "") || tail;
}

/** What stands in brackets never is the subject; its length stays. */
function withoutBrackets(text: string): string {
  return text.replace(/\([^()]*\)/g, (inside) => (/^\((?:s|es)\)$/.test(inside) ? inside : " ".repeat(inside.length)));
}
