import type { TenderDocument } from "../tender-document";
import type { PackageContext } from "./parties";

/** What only a buyer says of itself. */
const buyersActs =
  /\b(?:(?:is|are) (?:seeking|looking for|soliciting|inviting|requesting|issuing|interested in (?:acquiring|procuring|receiving))|seeks?|intends? to (?:award|publish|commit|procure|acquire|purchase|hire|engage|appoint|select)|invites?|reserves? the right|(?:hereby )?issues? this|hereby (?:issues|invites|requests)|anticipates? (?:awarding|selecting|making)|wishes to (?:procure|appoint|acquire|purchase)|(?:will|shall) (?:also |not )?(?:evaluate|award|designate|oversee|inspect|publish|determine|furnish|own and manage|administer|arrange for|provide for|approve|review))\b/g;
/** Who approves, certifies and instructs acts for the buyer, whatever else "consultant" or "engineer" may mean. */
const supervisors =
  /\b(?:approved|certified|directed|instructed|approval|satisfaction|instructions?|certificate|discretion)(?: in writing)? (?:by|of|from) (?:the )?((?:[A-Z][\w-]+|[A-Z]{2,8})(?: ?\/ ?[A-Z][\w-]+){0,2})(?![\w’'])/g;
const acronym = /\b(?:[A-Z][A-Z&-]{1,9}|\d{1,3}[A-Z]{1,3})\b/g;
const ourWords =
  /contractor|offeror|quoter|vendor|bidder|supplier|tenderer|provider|consultant|applicant|proponent|proposer|respondent|builder|undersigned|candidate/i;
const notNames = new Set(
  "PROJECT CONTRACT SYSTEM PROGRAM WORK SERVICES ORDER SOLICITATION TENDER RFQ RFP RFI ITT PWS SOW SOO QASP BPA IDIQ NDA FAR AND THE NOT ALL ANY MAY USA"
    .toLowerCase()
    .split(" "),
);

/** "the “Supplier”", '"Tenderer" means', "(hereinafter the Consultant)". */
const defined =
  /(?:\((?:herein(?:after)? )?(?:the |referred to as )*["“„«]([A-Z][\p{L}-]+(?: [A-Z][\p{L}-]+)?)["”»]\)|["“„«]([A-Z][\p{L}-]+)["”»](\s+means[^.]{0,160})|herein(?:after)?(?: referred to as)? (?:the )?([A-Z][\p{L}-]+))/gu;

/** "Offerors shall provide a Performance Plan (PP)": a paper with a name of its own. */
const writtenByBidders =
  /\b(?:[Oo]fferors?|[Qq]uoters?|[Bb]idders?|[Tt]enderers?|[Pp]roponents?|[Rr]espondents?|[Vv]endors?) (?:shall|must|should|will|are to|is to) (?:also )?(?:provide|submit|include|develop|propose|prepare|offer|deliver) (?:an?|the|their|its) ((?:[A-Z][\w-]+ ){1,5}?[A-Z][\w-]+) \(([A-Z]{2,6})\)/g;

/** Who has to prove experience, turnover or staff is who bids, whatever it is called: "The agency must have handled three projects". */
const provers =
  /\b(?:[Tt]he|[Ee]ach|[Ee]very|[Aa]ny|[Bb]idding|[Ii]nterested) (agency|institution|organi[sz]ation|institute|university|entity|body|association|partner) (?:must|should|shall|needs to) (?:have|possess|demonstrate|prove|show)\b[^.]{0,90}\b(?:experience|years|turnover|employees|projects|expertise|registered)\b/g;

/** Who can or cannot be considered for the award is who bids, whatever its trade is called: "No hotel will be considered for an award unless". */
const considered =
  /\b(?:[Nn]o|[Aa]ny|[Ee]ach|[Tt]he|[Aa]n?) ([a-z]{4,}(?:\/[a-z]{4,})?) (?:will|shall|can|may)(?: ?not)? be (?:considered|eligible) for (?:an? |the |any )?award\b/g;

/**
 * Names that a package uses for its parties, learned from what only a buyer does (seeks, reserves the right, will evaluate) and from
 * its definitions. Rules never hold a name of their own, so that they work for any buyer.
 */
export function learnPackage(documents: readonly TenderDocument[]): PackageContext {
  const counts = new Map<string, number>();
  const bidderNames = new Set<string>();
  const contractorNames = new Set<string>();
  const supervising = new Map<string, number>();
  const bidPapers = new Set<string>();
  for (const { text } of documents) {
    for (const match of text.matchAll(supervisors)) {
      const name = (match[1] ?? "").toLowerCase().replace(/ ?\/ ?/g, " / ");
      supervising.set(name, (supervising.get(name) ?? 0) + 1);
    }
    for (const match of text.matchAll(buyersActs)) {
      for (const name of namesBefore(text, match.index)) counts.set(name, (counts.get(name) ?? 0) + 1);
    }
    for (const [, name = ""] of text.matchAll(provers)) bidderNames.add(name.toLowerCase());
    for (const [, name = ""] of text.matchAll(considered))
      if (!isPaperOrPrice.test(name)) for (const form of formsOf(name)) bidderNames.add(form);
    for (const match of text.matchAll(writtenByBidders)) {
      const [, title = "", short = ""] = match;
      bidPapers.add(title.toLowerCase().replace(/^proposed /, "")).add(short.toLowerCase());
    }
    for (const match of text.matchAll(defined)) {
      const name = (match[1] ?? match[2] ?? match[4] ?? "").toLowerCase();
      const around = `${text.slice(Math.max(0, match.index - 120), match.index)} ${match[3] ?? ""}`.toLowerCase();
      if (name === "" || /^(?:government|buyer|authority|client|customer|agency)/.test(name)) continue;
      if (/submit(?:s|ting)? (?:a |an |its |their )?(?:bid|tender|proposal|quot|offer)|tendering|bidding/.test(around))
        bidderNames.add(name);
      else if (
        /\b(?:awarded|successful|perform(?:s|ing)? the (?:services|work)|(?:services|works|goods) (?:to|for) the)/.test(
          around,
        )
      )
        contractorNames.add(name);
    }
  }
  for (const [name, times] of supervising) {
    if (times < 2 || /contractor|offeror|vendor|bidder|supplier|tenderer|provider/.test(name)) continue;
    for (const form of [name, name.replaceAll(" / ", "/"), ...name.split(" / ")])
      if (!contractorNames.has(form) && !notNames.has(form)) counts.set(form, 1);
  }
  return { buyerNames: new Set(counts.keys()), bidderNames, contractorNames, bidPapers };
}

const isPaperOrPrice =
  /^(?:quot|bid|tender|proposal|offer|submission|response|application|price|rate|item|lot|facility|solution|product|system)/;

/** "hotel/motel": both, as one and as many. */
const formsOf = (name: string): string[] =>
  [name, ...name.split("/")].flatMap((one) => [one, one.split("/").map(plural).join("/")]);

const plural = (word: string): string => (word.endsWith("y") ? word.replace(/y$/, "ies") : `${word}s`);

/** Acronyms of the subject before a verb, also in brackets: "The Ministry of X (MX), Office Y (OY) hereby issues". */
function namesBefore(text: string, at: number): string[] {
  const from = Math.max(0, at - 260);
  const before = text.slice(from, at);
  const sentence = before.slice(lastSentenceBreak(before) + 1);
  const subject = (sentence.split(/\n\s*\n|[;:]\s/).at(-1) ?? "").trim();
  if (ourWords.test(subject)) return [];
  const names: string[] = [];
  const isLong = subject.length > 60;
  const near = isLong && !/\([A-Z]/.test(subject) ? subject.slice(-40) : subject;
  for (const match of near.matchAll(acronym)) {
    const name = match[0].toLowerCase();
    if (!notNames.has(name)) names.push(name);
  }
  // "The Port Authority of X (the Port) seeks": the name in brackets is how the buyer goes on calling itself.
  const alias = /\((?:the |hereinafter )?["“„]?([A-Z][\p{L}-]+(?: [A-Z][\p{L}-]+){0,2})["”]?\)$/u.exec(subject)?.[1];
  if (alias && !notNames.has(alias.toLowerCase())) names.push(alias.toLowerCase());
  const title = /(?:^|\b[Tt]he )((?:[A-Z][\p{L}-]+(?: (?:of|for|and|the))?(?: |$)){1,6})$/u
    .exec(subject.replace(/\s*\([^)]*\)$/, ""))?.[1]
    ?.trim();
  if (
    title &&
    title.length > 3 &&
    !notNames.has(title.toLowerCase().replace(/^the /, "")) &&
    !/^(?:This|It|We|They|He|She|Upon|If|In|For)$/.test(title)
  )
    names.push(title.toLowerCase().replace(/^the /, ""));
  return names;
}

function lastSentenceBreak(text: string): number {
  const marks = [...text.matchAll(/[.!?]\s+(?=[A-Z])/g)].filter(
    (match) => !/\b[A-Z]$/.test(text.slice(0, match.index)),
  );
  return marks.at(-1)?.index ?? -1;
}
