import type { PackageContext, Party } from "../parties";

const buyerWords =
  /^(?:governments?|buyers?|purchasers?|customers?|clients?|agency|agencies|authority|council|department|ministry|municipality|commission|city|county|state|university|trust|board|employer|owner|principal|district|institute|museum|hospital|foundation|library|school|association|secretariat|we|us|disclosing party|covered entity|cos?|cors?|acors?|cor\/acor|contracting (?:authority|officers?|office|specialists?|entity|agency)|procuring (?:entity|agency)|purchasing (?:officer|department)|project officer|product owners?|program(?:me)? office|evaluators?|panel|(?:working|steering|project) (?:group|committee|board)|(?:[\w-]+ )*(?:sub)?committee|(?:source )?selection (?:panel|committee|authority)|evaluation (?:team|panel|committee|board)|committee|jury)$/;
const buyerHead =
  /\b(?:owners?|officers?|specialists?|administrators?|commissioners?|coordinators?|authorit(?:y|ies)|representatives?|leads?|managers?|staff|team|panel|committee|office|personnel|directors?|partners|employees|officials?|members?)$/;
/** Officers of the buyer, whatever stands before them. */
const contractingPeople =
  /(?:^|\s)(?:cos?|cors?|acos?|pcos?|ocos?|(?:contracting|procurement|purchasing|procuring|buying) (?:officers?|agents?|managers?|specialists?|analysts?|staff|team|office|division)(?: representatives?)?)$/;
const bidderWords =
  /\b(?:offerors?|quoters?|bidders?|tenderers?|proposers?|proponents?|respondents?|applicants?|candidates?|undersigned|interested parties|economic operators?|you)$/;
const vendorWords = /\b(?:vendors?|suppliers?|participants|firms?|companies|company|consorti(?:a|ums?)|enterprises?)$/;
const contractorWords =
  /\b(?:contractors?|subcontractors?|sub-contractors?|consultants?|(?:service )?providers?|awardees?|licensors?|sellers?|receiving party|business associates?|concessionaires?|operators?|(?:design[- –]?)?builders?|installers?|integrators?|(?:successful|selected|winning|chosen) \w+|(?:joint venture|teaming) partners?)$/;
const peopleWords =
  /\b(?:personnel|employees?|staff|(?:team )?members?|teams?|individuals?|persons?|people|i|project managers?|managers?|leads?|facilitators?|engineers?|developers?|analysts?|consultants?|technicians?|workers?|supervisors?|specialists?|designers?|substitutes?|replacements?|liaisons?|guards?|drivers?|architects?|agents|subcontractor employees|substitutes\/additions|officers?)$/;
const bidWords =
  /\b(?:quotes?|quotations?|bids?|tenders?|proposals?|offers?|submissions?|submittals?|responses?|applications?|résumés?|resumes?|cvs?|cover (?:letters?|pages?|sheets?)|narratives?|questions?|inquiries|enquiries|letters? of intent|price (?:schedules?|sheets?|lists?|quotations?)|pricing|bid bonds?|references?)$/;
const thirdWords =
  /\b(?:states|territories|tribes|agencies|grantees|citizens|users?|taxpayers?|residents?|patients?|students?|public|congress|legislature|governor|comptroller general|attorney general|tribe|courts?|banks?|third part(?:y|ies)|beneficiar(?:y|ies)|applicants for|secretary|president|individuals with disabilities|people with disabilities|law|statute|whoever|anyone|^administrator|protesters?|protestors?|section \d\w*|act|regulations?)$/;
const documentWords =
  /\b(?:rfqs?|rfps?|rfis?|itts?|pws|sow|soo|qasp|sections?|chapters?|paragraphs?|clauses?|appendi(?:x|ces)|annex(?:es)?|attachments?|documents? represents|solicitations?|contract|agreement|task order|order|period of performance(?: \(pop\))?|pop|amendments?|corrigend(?:um|a)|addend(?:um|a)|evaluations?|awards?|procurement|acquisition|decision|determinations?|contract type|phases?|interviews?|presentations?|(?:re)?selection|meetings?|kick-?offs?|conference|ratings?|factors?|criteria|criterion|acceptance|inspections?|surveillance|approval|payments?|topics?|agenda|durations?|extensions?|option provision|benefits|goals|advantages|outcomes|nothing|terms? of (?:this|the) contract)$/;
/** "Each paragraph in the proposal" */
const partOfBid =
  /\b(?:in|of) (?:the|your|each|its|their|an?) (?:proposal|bid|tender|quotation|response|offer|submission)s?\b/i;
const pronouns = /^(?:it|they|he|she|this|these|those|such|each|both|all|any|either|neither|none)$/;

const prepositions =
  /\s(?:of|for|to|in|on|at|by|with|from|into|under|per|related|relating|regarding|concerning|pertaining|including|within|without|during|against|about|between|among|through|via|after|before|upon|across|as|that|which|who|whose|where|proposed|submitted|required|necessary|identified|described|listed|provided|produced|developed|created|contained|used|gathered|working|found|proposing|planning|participating|receiving|responding|wishing|desiring|wanting|willing|having|interested|desirous|seeking|intending|bidding|holding|submitting|offering|providing|supplying|tendering|requiring|claiming|not|currently|deemed|needed|established|resulting|made|performed|delivered|assigned|designated|protesting|contemplating|competing|attending|appealing|requesting|applying)\s/;
const quantifiers =
  /^(?:(?:all|any|each|every|some|both|none|either|neither|most|many|one|two|three|a list|the rest|the majority|either|a member|members|at least one) of )(?:the |its |their |these |those )?/;

/** The words of the subject that say who or what acts: all before the first preposition or participle. */
export function subjectHead(phrase: string): string {
  let text = ` ${phrase
    .toLowerCase()
    .replace(/[“”"*]/g, "")
    .replace(/\s+/g, " ")
    .trim()} `;
  text = text.replace(/\((?:s|es)\)/g, "s").replace(/\s\([^)]*\)/g, " ");
  text = ` ${text.trim().replace(quantifiers, "")} `;
  const cut = prepositions.exec(text.slice(2));
  const kept = cut ? text.slice(0, cut.index + 2) : text;
  // "duly designated representative": a participle in front of its noun cuts nothing.
  const head =
    cut && /^\s*(?:the|an?|each|any|all|every)?(?:\s*\w+ly)?\s*$/.test(kept)
      ? text.slice(cut.index + 2 + cut[0].length - 1)
      : kept;
  return head
    .trim()
    .replace(
      /^(?:(?:the|a|an|all|any|each|every|no|its|their|these|those|this|that|your|only|either|both|such|some|most)\s+(?=\S)){1,2}/,
      "",
    )
    .replace(/[\s,:;]+$/, "")
    .replace(
      /\s+(?:also|only|then|therefore|always|generally|further|hereby|both|each|all|themselves|itself|shall|must|will)$/,
      "",
    );
}

/** Who a subject names. Names learned from the package come first, then words of the field; the last word decides. */
export function partyOf(phrase: string, context: PackageContext): Party {
  const conjuncts = splitConjuncts(phrase);
  if (conjuncts.length > 1) {
    const parties = conjuncts.map((one) => partyOfOne(one, context));
    const own = parties.find((party) => party === "bidder" || party === "contractor" || party === "vendor");
    if (own) return parties.includes("buyer") ? "both" : own;
    if (parties.includes("buyer")) return "buyer";
    if (parties.includes("people")) return "people";
    return parties.find((party) => party !== "none") ?? "none";
  }
  return partyOfOne(phrase, context);
}

function splitConjuncts(phrase: string): string[] {
  const head = phrase.replace(/\([^)]*\)/g, " ");
  const parts = head
    .split(/\s*,\s*(?:and|or|and\/or)?\s*|\s+(?:and|or|and\/or|as well as)\s+/)
    .filter((part) => part.trim());
  return parts.length > 1 && parts.every((part) => part.trim().split(/\s+/).length <= 7) ? parts : [phrase];
}

function partyOfOne(phrase: string, context: PackageContext): Party {
  if (/^our\b/i.test(phrase.trim())) return "buyer";
  // "Your agency's employees": whoever reads this is not the agency that buys.
  if (
    /^your (?:[\w-]+ )?(?:agency|company|firm|organi[sz]ation|institution|university)(?:['’]s)?\b/i.test(phrase.trim())
  )
    return peopleWords.test(phrase.trim().toLowerCase()) ? "people" : "bidder";
  if (/^your (?:\w+ )?(?:presentations?|demonstrations?|pitch|responses?|documents?|approach)$/i.test(phrase.trim()))
    return "bid";
  if (
    /\b(?:response|reply|answer)s? to (?:an? |the |any |all |each |such )?(?:\w+ )?(?:inquir|enquir|question|request)/i.test(
      phrase,
    )
  )
    return "document";
  const head = subjectHead(phrase);
  if (head === "") return "none";
  if (pronouns.test(head)) return "none";
  const possessor = /^(.*?)(?:['’]s|s['’])\s+(.+)$/.exec(head);
  const last = possessor?.[2] ?? head;
  if (!possessor) {
    if (context.contractorNames.has(head)) return "contractor";
    if (context.bidderNames.has(head)) return "bidder";
    if (context.bidPapers.has(head.replace(/^proposed /, ""))) return "bid";
    if (isBuyer(head, context)) return "buyer";
    if (contractorWords.test(head)) return "contractor";
    if (bidderWords.test(head)) return "bidder";
    if (vendorWords.test(head)) return "vendor";
  }
  if (contractorWords.test(last) && possessor === null) return "contractor";
  if (possessor) {
    const owner = partyOfOne(possessor[1] ?? "", context);
    if (peopleWords.test(last)) return owner === "buyer" ? "buyer" : "people";
    if (owner === "buyer" && (isBuyer(last, context) || buyerHead.test(last))) return "buyer";
    if (bidWords.test(last)) return owner === "buyer" ? "thing" : "bid";
    return "thing";
  }
  if (peopleWords.test(last)) {
    const whose = /\b(?:for|of|from|at) (?:the )?([\w-]+(?: [\w-]+){0,2})$/i.exec(phrase)?.[1];
    return hasBuyerModifier(head, context) || (whose && isBuyer(whose.toLowerCase(), context)) ? "buyer" : "people";
  }
  if (bidWords.test(last)) return "bid";
  if (thirdWords.test(last)) return "third";
  if (documentWords.test(last)) return partOfBid.test(phrase) ? "bid" : "document";
  return "thing";
}

function isBuyer(head: string, context: PackageContext): boolean {
  if (buyerWords.test(head) || contractingPeople.test(head) || context.buyerNames.has(head)) return true;
  return hasBuyerModifier(head, context) && buyerHead.test(head);
}

function hasBuyerModifier(head: string, context: PackageContext): boolean {
  const words = head.split(/[\s/]+/);
  if (
    /\b(?:government|agency|contracting|procurement|procuring|purchasing|authority|client|buyer|federal|evaluation|state|council|department)\b/.test(
      head,
    ) &&
    !/contractor|offeror|vendor|bidder|supplier|subcontractor/.test(head)
  )
    return true;
  return words.some((word) => context.buyerNames.has(word.replace(/['’]s$/, "")));
}
