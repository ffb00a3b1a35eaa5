import type { ObligedParty } from "@/lib/vocabulary/opportunities";
import type { Setting } from "../judgement";
import type { Party } from "../parties";

/** How reasons name a party. */
export const partyWords: Record<Party, string> = {
  buyer: "the buyer",
  bidder: "the bidder",
  vendor: "the vendor",
  contractor: "the contractor",
  people: "the contractor's people",
  both: "the contractor together with the buyer",
  third: "others",
  document: "the document",
  bid: "the bid",
  thing: "something",
  none: "it",
};

const bidWords =
  /\b(?:quot\w+|proposals?|bids?|bidders?|tenders?|tenderers?|offers?|offerors?|submissions?|submit|respon[sd]\w*|pages?|award|questions?|closing date|portal|template|resumes?|interviews?|proposed(?= (?:personnel|staff|team|price|approach|solution|schedule|subcontractors?|rates?|project manager|key|method\w*|resources?))|pric(?:e|es|ing)|rates|narrative)\b/i;

/** Who bids, by whatever name: says nothing of whether the bid is meant. */
const bidderNames =
  /\b(?:offerors?|quoters?|bidders?|tenderers?|proposers?|proponents?|respondents?|applicants?|candidates?|proposed)\b(?:['’]s)?/gi;
const ofBid =
  /\b(?:quot\w+|proposals?|proposing|proposes?|bids?|tenders?|offers?|submissions?|submit\w*|respon(?:d|se)s?|pages?|award(?:ed)?|solicitation|rf[pqi]s?|questions?|closing|deadline|portal|template|resumes?|interviews?|pric(?:e|es|ing)|rates|narrative|applications?|certif\w+|represents?|registered|eligible|undersigned|herewith)\b/i;

/** Many are told at once only before one of them has won. */
const bidding = /\b(?:offerors|quoters|bidders|tenderers|proposers|proponents|respondents|applicants|candidates)\b/i;
/** Words for whoever answers a call, which nobody keeps for whoever has won. */
const answersCall = /\b(?:respondents?|applicants?|proposers?)\b/i;
/** What happens before an award, whoever is named. */
const beforeAward =
  /^by (?:submitting|bidding|tendering|making an offer|handing in)\b|\b(?:during|throughout|in) (?:the|this) (?:procurement|solicitation|tender|bidding|proposal|rf[pq]) (?:process|period|phase)\b|\bcase studies\b|\byour (?:firm|company|organi[sz]ation|proposal|bid|quote|offer|response|experience)\b|\bletters? of intent\b|\bevaluation process\b|\b(?:questionnaire|quiet period)\b|\b(?:with|in|part of) (?:its|their|the|your) (?:quotations?|proposals?|bids?|offers?|tenders?)\b/i;

/** What a vendor proposes it has not been hired for yet. */
const proposes =
  /\bpropos(?:e|es|ed) (?:the |a |an |its |their )?(?:\w+ ){0,2}?(?:schedule|personnel|roles?|approach|teams?|staff|solutions?|resources)\b|\b(?:vendors|suppliers|firms|companies|sellers)\b[^.]*\b(?:proposals?|bids|quotes|offers|tenders)\b|\bnot contact\b/i;
/** What is described, explained or justified is so in a bid. */
const describesApproach =
  /\b(?:bidders?|tenderers?|offerors?|proposers?|respondents?) (?:(?:must|shall|should|is required to|are required to|is to|are to) (?:\w+ly |also )?(?:describe|explain|present|outline|justify|set out|elaborate)|presents|describes|explains)\b/i;
const hasExperience = /\b(?:must|shall|should|will) have (?:[\w-]+ ){0,5}?(?:experience|years|expertise)\b/i;
/** What is bought or built; nobody has it before an award. */
const isOfProduct =
  /^(?:the |all |any |each |both )?(?:[\w-]+ ){0,3}?(?:system|software|application|platform|solution|building|facility|structure|spaces?|bays?|rooms?|doors?|walls?|floor(?:ing)?|roof(?:ing)?|deliverables) (?:shall|must|should|will|is to|are to|is required|are required)\b/i;
/** Whoever is chosen has won. */
const hasWon =
  /\b(?:successful|selected|winning|awarded) (?:offerors?|bidders?|tenderers?|proposers?|proponents?|respondents?|applicants?|vendors?|suppliers?|sellers?|contractors?|consultants?|firms?)\b|\b(?:contract award|award of (?:the )?contract|(?:after|upon) award)\b/i;
/** The act of bidding, whatever whoever does it is called. */
const handsInBid =
  /\b(?:submit(?:s|ted|ting)?|upload(?:s|ed)?|enter(?:s|ed)?|hand(?:s|ed)? in|send(?:s)?|sent)\b(?! to the (?:contractor|supplier))[^.;]{0,50}\b(?:quotes?|quotations?|bids?|proposals?|tenders?|offers?|expressions? of interest|applications?)\b/i;

/** A heading decides; without one, in a document that tells how to bid, only what speaks of the bid binds the bidder. */
export function obligedFor(party: Party, setting: Setting, text = ""): ObligedParty {
  if (party !== "bid" && hasWon.test(text) && !handsInBid.test(text)) return "contractor";
  // A questionnaire for bids asks for the properties of the product as well.
  if (party === "thing" && isOfProduct.test(text) && !bidWords.test(text.replace(/\bproposed\b/gi, "")))
    return "contractor";
  if (party === "bid" || handsInBid.test(text) || setting.isBidSection || beforeAward.test(text)) return "bidder";
  // Some buyers go on calling whoever has won "the offeror" where they describe the work.
  if (party === "bidder" && (bidding.test(text) || answersCall.test(text))) return "bidder";
  // Many are told at once where it is told how to bid.
  if (
    party === "contractor" &&
    setting.isAboutBidding &&
    /^(?:all |any |interested )?(?:consultants|contractors)\b/i.test(text)
  )
    return "bidder";
  if ((party === "vendor" || party === "bidder") && setting.isInvitation && hasExperience.test(text)) return "bidder";
  if (party === "vendor" && proposes.test(text)) return "bidder";
  if (party === "bidder" && describesApproach.test(text)) return "bidder";
  if (party === "bidder")
    return setting.isAboutBidding || ofBid.test(text.replace(bidderNames, " ")) ? "bidder" : "contractor";
  if (party === "contractor" || party === "people" || party === "both") return "contractor";
  const isOfBid = bidWords.test(text) || setting.lately === "bidder";
  return setting.isAboutBidding && isOfBid ? "bidder" : "contractor";
}
