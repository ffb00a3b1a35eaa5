/** Who the subject of a clause is. `vendor`: a word that some buyers use for whoever bids and some for whoever has won. `both`: our side together with the buyer. `people`: staff of whoever has won. */
export type Party =
  | "buyer"
  | "bidder"
  | "vendor"
  | "contractor"
  | "people"
  | "both"
  | "third"
  | "document"
  | "bid"
  | "thing"
  | "none";

/** What a package itself says about its parties. */
export interface PackageContext {
  /** Names by which the buyer calls itself (lower case): acronyms and names that seek, intend, reserve or evaluate. */
  buyerNames: ReadonlySet<string>;
  /** Other words that the package defines for whoever bids or has won. */
  bidderNames: ReadonlySet<string>;
  contractorNames: ReadonlySet<string>;
  /** Papers that bidders write by order of the package ("Offerors shall provide a Lighting Plan (LP)"), lower case: what they must hold, the bid must. */
  bidPapers: ReadonlySet<string>;
}

export function isOurs(party: Party): boolean {
  return (
    party === "bidder" ||
    party === "vendor" ||
    party === "contractor" ||
    party === "people" ||
    party === "both" ||
    party === "bid"
  );
}
