import type { DeadlineKind } from "@/lib/vocabulary/opportunities";
import { foldText } from "../../matching/title-words";

/** What a label on a page of a tender says that its value is. */
export type LabelMeaning =
  | { field: "deadline"; kind: DeadlineKind }
  | {
      field:
        | "title"
        | "buyer"
        | "reference"
        | "status"
        | "value"
        | "category"
        | "place"
        | "kind"
        | "contact"
        | "email"
        | "phone"
        | "period"
        | "set_aside"
        | "eligibility"
        | "submission_method"
        | "summary"
        | "rationale"
        | "updated"
        | "expected"
        | "other_closing";
    };

/**
 * Labels by their folded words, in English, German, French, Spanish, Italian, Portuguese, Dutch and Polish. The first that fits counts, so
 * the special ones stand before the general ("deadline for questions" before "deadline").
 */
const meanings: [meaning: LabelMeaning, pattern: RegExp, not?: RegExp][] = [
  [
    { field: "expected" },
    /\b(?:estimated|anticipated|expected|planned|projected|proposed|intended|tentative)\b.*\b(?:advertis\w*|issued?|release|publi\w+|solicitation|tender notice|launch|posting|open(?:s|ing)?|(?:tender|bid|notice) date)|\b(?:advertis\w*|issued?|released?|published|launched) (?:is |are )?(?:expected|planned|anticipated)\b|voraussichtlich\w*.*(?:bekanntmachung|veroffentlich|ausschreibung|vergabestart|verfahrensbeginn)|(?:geplante\w*|beabsichtigte\w*) (?:bekanntmachung|veroffentlich\w*|ausschreibung)|(?:lancement|publication|parution|mise en ligne) (?:previsionnel|prevu|envisage)\w*|date previsionnelle (?:de |du )?(?:lancement|publication|parution)|(?:fecha )?(?:prevista|estimada) (?:de )?(?:publicacion|licitacion|anuncio)|(?:publicacion|licitacion) prevista|(?:pubblicazione|data) (?:prevista|stimata)/,
  ],
  [
    { field: "other_closing" },
    /\b(?:office|building|holiday|helpdesk|help desk|service desk|counter|branch|portal|system|library|road|street)s?\b.{0,12}\b(?:clos(?:ing|ed|ures?|es)|holidays?|hours)\b|\b(?:schliesszeit|offnungszeit|betriebsferien|schliesstag)|\b(?:fermeture (?:des|du|de l)|horaires?)\b/,
  ],
  [
    { field: "deadline", kind: "questions" },
    /\b(?:questions?|clarifications?|enquir(?:y|ies)|inquir(?:y|ies)|q&a)\b.*\b(?:deadline|due|clos|until|by|date|end|cut|period)|\b(?:deadline|due|closing|last date|cut-?off|end)\b.*\b(?:questions?|clarifications?|enquir|inquir|queries)|ruckfragen|bieterfragen|(?:schriftliche|bis) fragen|fragen (?:bis|schriftlich|einzureichen)|^fragen$|fragenfrist|frist fur fragen|renseignements complementaires|date limite.*questions|fecha.*(?:consultas|preguntas|aclaraciones)|(?:termine|scadenza).*(?:quesiti|chiariment[oi])|(?:quesiti|chiariment[oi]).*(?:entro|termine|scadenza)|pytani/,
  ],
  [
    { field: "deadline", kind: "site_visit" },
    /\b(?:site|mandatory|pre-?bid) (?:visit|inspection|walk)|besichtigung|visite (?:de|du|des|obligatoire|sur) |visita (?:de obra|al sitio|obligatoria)|sopralluogo/,
  ],
  [
    { field: "deadline", kind: "intent_to_bid" },
    /\b(?:intent to (?:bid|respond)|expressions? of interest) (?:deadline|due|date|by)/,
  ],
  [
    { field: "updated" },
    /\b(?:last )?(?:updated|modified|changed|amended|revised)\b|aktualisiert|geandert|letzte anderung|mis a jour|mise a jour|modifie|actualizad|modificad|aggiornat|bijgewerkt|gewijzigd/,
  ],
  [
    { field: "deadline", kind: "issued" },
    /\b(?:published|publication|posted|posting|issued?|issue date|release(?:d)?|date added|advertis\w*|date listed|listed|open(?:ing|ed)? date|start date of tender|available from)\b|veroffentlich|bekanntmachung(?:sdatum|\s*vom)|bekannt ?gemacht|eingestellt am|^erschienen|publie|publication|mise? en ligne|parution|publicad|publicacion|fecha de (?:anuncio|inicio)|pubblicat|pubblicazione|gepubliceerd|publicatie|opublikowan|data publikacji|^(?:pub(?:l|d)?|on)$/,
    /\b(?:by|par|von|durch|por|da|door)$/,
  ],
  [
    { field: "deadline", kind: "award" },
    /\b(?:award|decision|contract signature) date\b|zuschlags(?:termin|datum|frist)|date d'?attribution|fecha de adjudicacion|data (?:di )?aggiudicazione/,
  ],
  [
    { field: "deadline", kind: "start" },
    /\b(?:contract|project|service|period of performance) (?:start|begin|commence)\w*|\bstart (?:date|of (?:contract|work|service))|vertragsbeginn|leistungsbeginn|beginn der (?:ausfuhrung|leistung)|debut du (?:marche|contrat)|inicio del contrato|inizio (?:del )?contratto/,
  ],
  [
    { field: "deadline", kind: "other" },
    /\b(?:bid |tender )?opening\b|offnungstermin|eroffnungstermin|angebotsoffnung|ouverture des plis|apertura (?:de|delle|di)|\bcontract end|vertragsende|\bend of contract|valid until|bindefrist|validity/,
  ],
  [
    { field: "deadline", kind: "submission" },
    /\b(?:deadline|closing|closes?|clos(?:e|ing) date|due|due date|submission (?:date|by|deadline)|submit by|respon(?:se|d)s? (?:date|by|due|deadline)|bids? by|offers? due|cut-?off|ends?|end date|last date|expires?|expiry|apply by|return by|(?:tenders?|bids?|offers?|quotes?|quotations?|proposals?|responses?|applications?|submissions?|returned|received) (?:in )?by|time remaining|remaining|time left)\b|frist|schlusstermin|abgabe(?:termin|datum|schluss)?\b|angebotsabgabe|einreichung|einzureichen|ablauf|bewerbungsschluss|endet|schluss|date limite|limite de (?:reception|remise|depot)|date de cloture|cloture|remise des (?:offres|plis)|echeance|depot des|fecha (?:limite|de cierre|tope)|fin de plazo|plazo|cierre|fecha (?:de )?fin|presentacion de (?:ofertas?|proposiciones)|vencimiento|scadenza|termine|data limite|entro il|prazo|encerramento|sluiting|uiterste|inschrijftermijn|deadline|indienen|termin skladania|termin/,
    /(?:ausfuhrungs|binde|zuschlags|liefer|vertrags|leistungs|gewahrleistungs)frist|\bstelle$|\b(?:ejecucion|esecuzione|execution|validity|delivery)\b|vertragsende/,
  ],
  [
    { field: "status" },
    /^(?:stage$|status|state|statut|etat|estado|stato|zustand|stand|situation|situacion|phase|fase)\b|\b(?:notice|tender|opportunity|current|procurement|verfahrens?|bid)[ -]?(?:status|state|stand)\b/,
  ],
  [
    { field: "reference" },
    /\b(?:reference|ref|tender|notice|solicitation|contract|bid|rf[pqit]|itt|project|procurement|procedure|opportunity|event|case|file)\W{0,3}(?:id|identifier|no|nr|num|number|code|reference|ref|#)\b|\b(?:reference|ref|id|number|code)\b\.?$|^(?:no|nr|n°|nº)\.?$|#$|aktenzeichen|vergabe-?(?:nr|nummer|id)|geschafts(?:zeichen|zahl|nummer)|^gz$|aktenzahl|\bidentifiant\b|kennung|kennziffer|referenz|ausschreibungs-?(?:nr|nummer|id)|verfahrensnummer|^az\b|reference|numero (?:de |d')?(?:consultation|marche|avis|dossier)|^numero|^n°|expediente|referencia|^codigo|^cig\b|codice|riferimento|numero (?:gara|procedura)|kenmerk|referentie|numer/,
    /^types? d|\b(?:phone|tel|telephone|fax|postal|post|zip|cpv|naics|psc|unspsc|nuts|lots?|region|country|vat|bank|account|contact|page)\b|telefon/,
  ],
  [
    { field: "buyer" },
    /\b(?:buyer|buying|authority|organi[sz]ation|organi[sz]er|agency|client|department|contracting (?:body|entity|party)|issued by|issuer|purchaser|purchasing|entity|institution|customer|procuring|office|owner|publisher|published by|company|ministry|council|landlord|commissioner|municipality|school|college|employer|from)\b|auftraggeber|vergabestelle|beschaffungsstelle|bedarfsstelle|behorde|\bbeschaffer(?:in)?\b|ausschreibende stelle|auffordernde stelle|zuschlagserteilende stelle|besteller|acheteur|organisme|pouvoir adjudicateur|collectivite|entite|maitre d'?ouvrage|service acheteur|emetteur|organo|organismo|entidad|comprador|contratante|adjudicador|convocante|stazione appaltante|^ente\b|amministrazione|committente|aanbestedende|opdrachtgever|organisatie|zamawiajacy/,
    // "The council is procuring the following: …" is a sentence about a buyer, and what comes after it is none.
    /\b(?:is|are|was|will|has|requires?|wishes|seeks?|invites?|intends?|wants?|needs?|following)\b/,
  ],
  [
    { field: "value" },
    /\b(?:value|budget|estimated?|amount|cost|worth|price|funding|ceiling|award amount)\b|auftragswert|^wert|schatzwert|geschatzt|volumen|auftragssumme|montant|valeur|estimation|importe|valor|presupuesto|monto|importo|valore|base d'?asta|waarde|raming|wartosc/,
  ],
  [
    { field: "set_aside" },
    /\bset[- ]?aside|reserved (?:for|contract|procurement)|small business|bevorzugte bieter|marche reserve|reservad[oa]/,
  ],
  [
    { field: "eligibility" },
    /\b(?:eligib|who (?:can|may) (?:apply|bid)|qualification|requirements for (?:bidders|suppliers))|eignung|teilnahmebedingungen|conditions de participation|requisitos|requisiti/,
  ],
  [
    { field: "submission_method" },
    /\b(?:how to (?:apply|submit|respond|bid)|submission (?:method|address|format|instructions|route|place)|submit (?:to|via|through)|electronic submission)\b|form der (?:angebots)?abgabe|elektronische abgabe|abgabe (?:uber|per)|modalites? de (?:reponse|remise|depot)|forma de presentacion|modalita di (?:presentazione|invio)/,
  ],
  [
    { field: "kind" },
    /\b(?:(?:notice|tender|procurement|solicitation|opportunity|procedure|contract|bid) (?:type|method|procedure|category)|type(?: of (?:notice|procurement|contract|procedure|tender))?|procedure)\b$|verfahrensart|vergabeart|vergabeverfahren|auftragsart|^art\b|type de (?:marche|procedure|contrat|avis)|^procedure|tipo(?: de| di)?(?: contrat| procedimiento| procedura| gara| anuncio)?|procedimiento|soort/,
  ],
  [
    { field: "category" },
    /\b(?:categor(?:y|ies)|cpv|sectors?|commodit(?:y|ies)|classification|naics|psc|unspsc|industry|product|goods|nigp|keywords?|subject area)\b|kategorie|leistungsart|gewerk|branche|warengruppe|domaine|categorie|secteur|famille|activite|categoria|sector|rubro|settore|kategoria/,
  ],
  [
    { field: "period" },
    /\b(?:duration|contract (?:period|length|term|duration)|period of performance|term|length)\b|laufzeit|vertragsdauer|ausfuhrungs(?:zeit|frist|dauer)|leistungszeitraum|duree|plazo de ejecucion|termin[ei] di esecuzione|delai d.?execution|lieferfrist|vertragsfrist|leistungsfrist|duracion|durata|looptijd/,
  ],
  [
    { field: "place" },
    /\b(?:location|place|region|area|delivery|country|city|address|county|where|district)\b|\bort\b|erfullungsort|ausfuhrungsort|leistungsort|standort|gebiet|kanton|bundesland|lieu|departement|localisation|ville|pays|lugar|ubicacion|provincia|localidad|luogo|regione|comune|plaats|regio|miejsce/,
  ],
  [{ field: "email" }, /e-?mail|courriel|correo/],
  [{ field: "phone" }, /\b(?:phone|tel|telephone|mobile)\b|telefon|telefono/],
  [
    { field: "contact" },
    /\b(?:contacts?|point of contact|officer|enquiries|inquiries|procurement lead|buyer name)\b|ansprechpartner|ansprechperson|kontakt|contacto|responsable|contatti?|referente|contactpersoon/,
  ],
  [
    { field: "rationale" },
    /\b(?:corrections?|amendments?|addend(?:a|um)|reason for (?:change|amendment|cancellation)|change log)\b|berichtigung|korrektur|rectificati|motif|rettific/,
  ],
  [
    { field: "summary" },
    /\b(?:description|summary|overview|synopsis|details|scope|about|abstract|what)\b|beschreibung|kurzbeschreibung|leistungsumfang|gegenstand|zusammenfassung|resume|^objet|descripcion|resumen|objeto|descrizione|oggetto|omschrijving|beschrijving|opis/,
  ],
  [
    { field: "title" },
    /^(?:title|name|tender|notice|opportunity|project|subject|titel|bezeichnung|betreff|titre|intitule|libelle|titulo|denominacion|titolo|onderwerp|nazwa|vergabe|ausschreibung|avis|marche|consultation|licitacion|gara|bando)(?: (?:title|name))?$/,
  ],
];

const longestLabel = 60;
/** "a) ", "3. ", "II.1.4) ": forms number what they say. */
const enumerator = /^(?:[a-z]|\d{1,2}(?:\.\d{1,2}){0,4}|[ivx]{1,5}(?:\.\d{1,2}){0,4})[.)]\s+(?=\S)/;

export function meaningOfLabel(label: string): LabelMeaning | null {
  const folded = foldText(label)
    .replace(/[\s:*]+$/g, "")
    .replace(/\s+/g, " ")
    .trim()
    .replace(enumerator, "");
  if (folded === "" || folded.length > longestLabel) return null;
  return meanings.find(([, pattern, not]) => pattern.test(folded) && !not?.test(folded))?.[0] ?? null;
}
