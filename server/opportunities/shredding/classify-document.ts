import type { TenderRole } from "@/lib/vocabulary/opportunities";
import type { TenderDocument } from "../tender-document";

interface RoleSigns {
  role: TenderRole;
  name: RegExp;
  head: RegExp;
  body: RegExp;
  because: string;
}

/** What a document calls itself counts most, then its first lines, then how often its body speaks of the matter. */
const roles: RoleSigns[] = [
  {
    role: "amendment",
    name: /\b(?:amendment|addendum|corrigendum|änderung|avis rectificatif|rectificatif|modification)\b/i,
    head: /\b(?:amendment (?:no|number|\d)|addendum (?:no|number|\d)|corrigendum|änderungsmitteilung|avis rectificatif)\b/i,
    body: /\b(?:is (?:hereby )?(?:amended|deleted and replaced)|is extended (?:to|until))\b/gi,
    because: "it changes an earlier publication",
  },
  {
    role: "questions_and_answers",
    name: /\b(?:questions? and answers?|q ?& ?a|q-?and-?a|faqs?|clarifications?|bieterfragen|questions-réponses|fragen und antworten)\b/i,
    head: /\b(?:questions? and answers?|q ?& ?a|clarifications?|fragen und antworten|bieterfragen|questions et réponses)\b/i,
    body: /^\s*(?:q(?:uestion)?|a(?:nswer)?|frage|antwort|réponse)\s*\d*\s*[:.)]/gim,
    because: "it pairs questions with answers",
  },
  {
    role: "pricing",
    name: /\b(?:pric(?:e|ing)|cost|rates?|bill of quantities|boq|labor pricing|preis\w*|leistungsverzeichnis|bordereau des prix|bpu|dqe)\b/i,
    head: /\b(?:pric(?:e|ing) (?:schedule|sheet|template|form)|bill of quantities|preisblatt|bordereau des prix)\b/i,
    body: /\b(?:unit price|total price|hourly rate|ceiling price|extended price|einzelpreis|prix unitaire)\b/gi,
    because: "it asks for prices",
  },
  {
    role: "form",
    name: /\b(?:template|form|questionnaire|declaration|nda|non-?disclosure|certificate|affidavit|formular\w*|formblatt|eigenerklärung|formulaire|dc[12]|checklist)\b/i,
    head: /\b(?:template|response form|questionnaire|declaration|non-?disclosure (?:form|agreement|statement)|certificate of|certification|eigenerklärung|formulaire)\b/i,
    body: /_{4,}|\.{8,}|\[insert[^\]]*\]|\(print or type name\)|☐|\blimit \d+ characters/gi,
    because: "it has blanks to fill in or to sign",
  },
  {
    role: "evaluation",
    name: /\b(?:evaluation|award criteria|selection criteria|scoring|wertung\w*|zuschlagskriterien|critères|instructions ?for ?oral)\b/i,
    head: /\b(?:evaluation (?:criteria|factors|methodology|plan)|award criteria|selection criteria|zuschlagskriterien|critères d['’](?:attribution|évaluation))\b/i,
    body: /\b(?:will be (?:evaluated|scored|rated)|evaluation factors?|award criteri(?:a|on)|weighting|points)\b/gi,
    because: "it says how bids are judged",
  },
  {
    role: "statement_of_work",
    name: /\b(?:pws|sow|soo|statement of (?:work|objectives)|performance work statement|specifications?|spec|scope|objectives|terms of reference|tor|requirements|service levels?|qasp|leistungsbeschreibung|lastenheft|cahier des charges|cctp|statement of requirements)\b/i,
    head: /\b(?:performance work statement|statement of (?:work|objectives|requirements)|terms of reference|technical specifications?|scope of (?:work|services)|quality assurance surveillance plan|service levels?|leistungsbeschreibung|cahier des (?:charges|clauses techniques))\b/i,
    body: /\b(?:contractor (?:shall|must|will)|deliverables?|acceptance criteria|performance standards?|auftragnehmer|le titulaire)\b/gi,
    because: "it describes the work",
  },
  {
    role: "terms",
    name: /\b(?:terms|conditions|contract(?! (?:notice|award))|agreement|clauses|vertrag\w*|agb|ccap|licen[cs]e)\b/i,
    head: /\b(?:terms and conditions|general conditions|contract (?:terms|clauses)|draft contract|framework agreement|vertragsbedingungen|cahier des clauses administratives|conditions of contract)\b/i,
    body: /\b(?:indemnif\w*|governing law|force majeure|liabilit(?:y|ies)|termination|intellectual property|haftung|kündigung|résiliation)\b/gi,
    because: "it lays down terms of the contract",
  },
  {
    role: "instructions",
    name: /\b(?:rfq|rfp|rfi|eoi|itt|itb|ifb|expressions? of interest|solicitation|instructions?|request for|invitation to|tender|bewerbungsbedingungen|aufforderung|règlement de (?:la )?consultation)\b/i,
    head: /\b(?:request for (?:quot\w+|proposals?|tenders?|information|expressions? of interest)|notice inviting tenders?|invitation to (?:tender|bid|quote)|instructions to (?:bidders|tenderers|offerors)|bewerbungsbedingungen|aufforderung zur (?:abgabe|angebotsabgabe)|règlement de (?:la )?consultation|solicitation)\b/i,
    body: /\b(?:(?:offerors?|quoters?|vendors?|bidders?|tenderers?) (?:shall|must|should|may)|closing date|page limit|submission of (?:bids|tenders|quotes|proposals)|bieter|soumissionnaires?)\b/gi,
    because: "it tells how to bid",
  },
  {
    role: "notice",
    name: /\b(?:notice|bekanntmachung|avis|readme|synopsis|announcement|summary)\b/i,
    head: /\b(?:(?:contract|tender|procurement) notice|bekanntmachung|avis (?:de marché|d['’]appel)|sources sought)\b/i,
    body: /\b(?:published|cpv|naics|place of performance)\b/gi,
    because: "it announces the tender",
  },
];

const draftName = /(?:^|[^a-z])(?:draft|entwurf|projet|pre-?solicitation|for comment)(?:[^a-z]|$)/i;
const draftHead =
  /\b(?:draft (?:rf[pqi]|solicitation|pws|sow|statement|request|performance|for (?:comment|review))|this is a draft|pre-?solicitation (?:notice|document)|entwurf)\b/i;

/** Files of a repository, not of the tender. */
const repositoryFile = /^(?:licen[cs]e|copying|contributing|code[-_ ]of[-_ ]conduct)(?:\.(?:md|txt|rst))?$/i;
/** A repository names its owners in one; a buyer's notice is one of the tender. */
const noticeFile = /^notice(?:\.(?:md|txt|rst))?$/i;
/** A filled-in example of some paper. A sample contract or a sample task is none: these bind, or are to be answered. */
const sampleName =
  /\b(?:sample|example|specimen|exemplar|muster|exemple)s?\b(?!.{0,40}\b(?:contracts?|agreements?|terms|clauses?|tasks?|orders?|problems?|scenarios?|vertrag\w*|contrat)\b)/i;

/** What a whole tender calls itself: kept by somebody as an example of one, it still is one. */
const wholeTender =
  /\b(?:statement of (?:work|requirements|objectives)|performance work statement|request for (?:quotations?|quotes?|proposals?|tenders?|offers?)|invitation to (?:tender|bid)|terms of reference|instructions to (?:bidders|tenderers|offerors|proponents))\b/i;

/** How far a document speaks to whoever bids: a repository's own papers do not, a filled-in example only where it names a party. */
export function addressOf(document: TenderDocument): "bidders" | "example" | "nobody" {
  const file = document.path.split("/").at(-1) ?? document.path;
  const isOfOwners = noticeFile.test(file) && /\bcopyright\b|©|\(c\) ?\d{4}/i.test(document.text.slice(0, 2000));
  if (repositoryFile.test(file) || isOfOwners) return "nobody";
  const title = document.text.slice(0, 200);
  return (sampleName.test(spaced(file)) && !wholeTender.test(document.text.slice(0, 700))) ||
    /^\W*(?:sample|example|specimen)\b(?!.{0,60}\b(?:contract|agreement|task|order))/i.test(title)
    ? "example"
    : "bidders";
}

/** What a document of a tender is, and whether it is a draft; by its name, its first lines and its body. */
export function classifyDocument(document: TenderDocument): { role: TenderRole; isDraft: boolean; reason: string } {
  const file = spaced(document.path.split("/").at(-1) ?? document.path);
  const head = document.text.slice(0, 700);
  const body = document.text.slice(0, 60_000);
  const size = Math.max(1, body.length / 10_000);
  let best: { role: TenderRole; score: number; reason: string } = {
    role: "other",
    score: 1.4,
    reason: "Nothing says what it is.",
  };
  for (const { role, name, head: first, body: words, because } of roles) {
    const inName = name.test(file);
    const inHead = first.test(head);
    const rate = (body.match(words)?.length ?? 0) / size;
    const score = (inName ? (isCalledAmendment(role, file) ? 8 : 3) : 0) + (inHead ? 2 : 0) + Math.min(1.5, rate / 6);
    if (score > best.score) {
      const seen = inName
        ? `its name and words say that ${because}`
        : inHead
          ? `its first lines say that ${because}`
          : `its words say that ${because}`;
      best = { role, score, reason: `${seen.charAt(0).toUpperCase()}${seen.slice(1)}.` };
    }
  }
  const isDraft =
    draftName.test(spaced(document.path)) || draftHead.test(head) || /\b(?:X{3,}|TBD),? ?(?:X+,? )?20\d\d\b/.test(head);
  return { role: best.role, isDraft, reason: isDraft ? `${best.reason} It is a draft.` : best.reason };
}

/** "Amendment 2 to the RFQ" names what it amends, and is none of it. */
function isCalledAmendment(role: TenderRole, file: string): boolean {
  return role === "amendment" && /\b(?:amendment|addendum|corrigendum)\b/i.test(file);
}

/** "FinalPWS_v2" reads as words. */
function spaced(path: string): string {
  return path
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .replace(/([A-Z]{2,})([A-Z][a-z])/g, "$1 $2")
    .replace(/([A-Za-z]{5,})(\d)/g, "$1 $2")
    .replace(/[_./-]+/g, " ");
}
