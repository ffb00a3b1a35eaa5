const organisationNouns =
  "administration|department|dept\\.?|ministry|ministère|ministerio|ministero|ministerium|bundesministerium|ministerstwo|agency|agence|agencia|agenzia|agentur|authority|autorité|autoridad|council|board|commission|bureau|directorate|direction|district|university|université|universität|universidad|università|universiteit|college|school|schools|academy|trust|hospital|klinikum|hôpital|foundation|stiftung|institute|institut|instituto|istituto|corporation|association|federation|fund|bank|office|division|branch|service|services|secretariat|consortium|city|county|borough|town|township|village|shire|parish|municipal|state|commonwealth|municipality|stadt|landeshauptstadt|landkreis|landratsamt|gemeinde|bundesamt|landesamt|amt|behörde|kreis|ville|commune|mairie|métropole|département|région|conseil|communauté|syndicat|préfecture|ayuntamiento|diputación|junta|comune|provincia|regione|azienda|gemeente|provincie|rijkswaterstaat|urząd|gmina|kommune|kommun|police|fire|library|libraries|museum|port|airport|railway|transport|utility|utilities|waterways|group|gmbh|ltd|limited|plc|inc\\.?|nhs|gsa|parliament|court|embassy|centres?|centers?|laboratory|society|union|hub|network|alliance|coalition|house|housing|caisse|établissement|chambre|école|écoles|rectorat|gesellschaft|verband|kammer";
const organisationWord = new RegExp(`(?<!\\p{L})(?:${organisationNouns})(?!\\p{L})`, "iu");

export function looksLikeOrganisation(text: string): boolean {
  return organisationWord.test(text);
}

/** "Harrow County", "Port Laurel Community College", alone in a line. */
const wholeLine =
  /^\s*(?:\p{Lu}[\p{L}’'-]+\s+){1,3}(?:County|Parish|Township|Shire|Municipality|(?:School|Water|Fire|Regional|Municipal) District|Transit|University|College|(?<!Tennis |Sports |Ball |Food )Court)\s*$/u;

/** Words that only organisations' names are made of: "Services" may be bought, an "Administration" hardly. */
const sureOrganisation =
  /(?<!\p{L})(?:administration|department of|ministry|ministère|ministerium|agency|authority|council|commission|bureau|directorate|university|hospital trust|office of|division of|board of|bank of|(?:central|state|national|development|investment) bank|school district|port of|city of|county of|state of|town of|village of|borough|stadt \p{Lu}|landeshauptstadt|gemeinde \p{Lu}|landkreis|ville de|commune de|mairie|ayuntamiento|comune di|gemeente|bundesamt|landesamt|(?:federal|national) \p{L}+ (?:service|agency)|health trust|procurement office|acquisition service|caisse d(?:es|e|u)|établissement public|chambre d(?:es|e)|centre hospitalier|conseil (?:départemental|régional|municipal))(?!\p{L})/iu;

export function isSurelyOrganisation(text: string): boolean {
  return sureOrganisation.test(text) || wholeLine.test(text);
}

/** A few words in capitals that end as only an organisation's name does ("Harrow Valley Water District", "Lakeside Health Plan Inc."). */
const namedAsOrganisation =
  /^(?:(?:\p{Lu}[\p{L}’'.-]*|&|of|and|the)\s+){1,6}(?:Department|Agency|Authority|Council|Board|Commission|District|University|College|Trust|Foundation|Institute|Corporation|Association|Ministry|Bureau|Society|Consortium|Federation|Ltd|Limited|Inc|Corp|LLC|LLP|PLC|GmbH|AG|BV|SA|SAS|SpA)\.?$/u;

export function isOnlyOrganisation(text: string): boolean {
  return namedAsOrganisation.test(text.trim());
}

/** "Department of the Harbour (DH)   Lamp Services": one line of a page's head holds who buys and what; how long the first is. */
export function besideOrganisation(text: string): number {
  const lead = /^([^()]{6,90}\([A-Z]{2,8}\))\s+(?=\p{Lu}\p{L}+ \p{Lu})/u.exec(text);
  return lead &&
    isSurelyOrganisation(lead[1] ?? "") &&
    !looksLikeOrganisation(withoutServices(text.slice(lead[0].length)))
    ? lead[0].length
    : 0;
}

/** Services are bought as often as they are an organisation. */
const withoutServices = (text: string): string => text.replace(/(?<!\p{L})(?:services?|center)(?!\p{L})/giu, " ");
