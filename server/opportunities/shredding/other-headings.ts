/** Headings of German and French tenders. */
const background =
  /\b(?:hintergrund|ausgangslage|einleitung|ausgangssituation|begriffsbestimmung\w*|contexte|présentation générale|préambule|définitions)\b/i;
const bidding =
  /\b(?:angebot\w*|teilnahme\w*|bewerbung\w*|wertung\w*|zuschlag\w*|eignung\w*|frist\w*|einreichung\w*|offres?|candidatures?|remise|dépôt|jugement|consultation|soumission\w*)\b/i;

export const boilerplateSections = /^(?:impressum|datenschutzerklärung|mentions légales)$/i;

export function isBackgroundHeading(heading: string): boolean {
  return background.test(heading);
}

export function isBiddingHeading(heading: string): boolean {
  return bidding.test(heading);
}
