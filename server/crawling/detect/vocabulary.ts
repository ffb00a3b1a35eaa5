/**
 * Words by which pages of a kind call themselves, in English, German, French, Spanish, Italian, Dutch, Portuguese, Polish, Czech and the Nordic languages.
 * Lower case, without accents. Each is the beginning of a word; with "=" behind it the whole word; with "*" before it also inside of
 * compounds. Only for telling pages apart: nothing that the engine reads or keeps depends on them.
 */
export type PageWords = "notices" | "deadlines" | "buyers" | "pricing" | "periods" | "news" | "careers" | "employment";

const beginnings: Record<PageWords, string> = {
  notices: `tender|procurement|solicitation|request for proposal|request for quotation|invitation to bid|contract notice|contract opportunit|bid opportunit|call for bids|rfps=|rfqs=|supplier|business opportunit|current opportunit|rfp=|rfq=|itt=|bids=|current bids|open bids|bid board|public opportunit|bidding opportunit|contracts finder
    |*ausschreibung|*vergabe|auftragsbekanntmachung|bekanntmachung|beschaffung
    |appel d'offres|appels d'offres|marche public|marches publics|avis de marche|consultation publique|achats publics|commande publique|procedure adaptee|avis d'appel|*entreprise/consultation
    |licitacion|concurso publico|contratacion|anuncio de licitac
    |gara d'appalto|gare d'appalto|bando di gara|bandi di gara|appalt|bandi=
    |avvisi di gara|procedure di gara|gare in corso|mise en concurrence|marches en cours|convocatorias de contrat|concursos publicos
    |aanbested|overheidsopdracht|aankondiging|inkoopopdracht
    |licitac|contratacao|edital|editais|pregao
    |przetarg|zamowieni|postepowania o udzielenie|upphandling|anbud|udbud|offentlige indkøb|anskaffelse|kunngjøring|konkurransegrunnlag
    |*hankinta|tarjouspyyn|tarjouskilpailu|verejne zakazk|verejna zakazk|zadavaci rizeni`,
  deadlines: `deadline|closing date|closes|submission date|due date|bids due|responses due|response due|expires|submit by|submitted by|must be received|no later than|closing in|closing on|closing \\d|close date|days left|ends in|time left|closing:|ends:|ends on|due:|due by|due on|due at|due (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|due \\d|return by|return tenders|return bids|tenders by|bids by|quotes by|proposals by|responses by|offers by|to be returned|tender return
    |schlusstermin|*frist|endet in|einzureichen bis|spatestens
    |au plus tard|remise des plis|reception des plis|se termine
    |date limite|cloture|limite de reception|remise des offres
    |fecha limite|plazo de presentac|fin de plazo|cierre
    |scadenza|termine ultimo|termine di presentaz
    |chiusura|entro il|abgabetermin|abgabe bis|angebote bis|endet am|avant le|jusqu'au|vence el|hasta el
    |sluitingsdatum|inschrijftermijn|uiterste|inschrijfdatum|sluit op|sluit over|inschrijven tot|indienen voor|uiterlijk
    |data limite|prazo|encerramento|abertura|entrega ate|propostas ate
    |termin skladania|termin zlozenia|uplywa|sista anbudsdag|sista dag|anbudstid|tilbudsdato|maaraaika|jatettava|lhuta`,
  buyers: `buyer|contracting authorit|agency|issuing organi|purchasing|auftraggeber|vergabestelle|acheteur|organisme|entite publique|pouvoir adjudicateur|organo de contratac|entidad|stazione appaltante|ente appaltante
    |aanbestedende|opdrachtgever|entidade|orgao|zamawiajacy|zadavatel|upphandlande|ordregiver|oppdragsgiver|hankintayksik`,
  pricing: `pricing|prices|plans|price list|subscription|preise|preisliste|tarife|pakete|tarifs|tarification|abonnement|formules|precios|tarifas|planes|prezzi|piani=|tariffe|listino|prijzen|tarieven
    |abonnementen|precos|planos|cennik|ceny|priser|prislista`,
  periods: `per month|per user|per seat|per year|/month|/mo=|/user|/year|/yr=|/seat|billed annually|billed monthly|free trial|pro monat|pro nutzer|im monat|/monat|/jahr|jahrlich|monatlich|par mois|/mois=|par utilisateur|par an|al mes|por mes|/mes=|por usuario|al ano
    |al mese|/mese|per utente|all'anno|per maand|/maand|per gebruiker|per jaar|por utilizador|ao mes|miesiecznie|/mies|per manad|/man=`,
  news: `news|press=|press release|blog|announcement|latest stories|articles|insights|nachrichten|presse|aktuell|neuigkeit|meldungen|actualite|communique|noticia|prensa|novedades|notizie|comunicati|novita|nieuws|persbericht
    |imprensa|aktualnosci|nyheter`,
  careers: `careers|jobs|open positions|open roles|vacanc|join us|join our team|work with us|karriere|stellenangebot|offene stellen|stellenmarkt|carriere|emploi|offres d'emploi|recrutement|nous rejoindre|empleo
    |trabaja con nosotros|vacante|lavora con noi|posizioni aperte|carriera|vacature|werken bij|vagas|carreiras|trabalhe|kariera|jobb|lediga tjanster|ledige stilling|avoimet tyopaikat|volna mista`,
  employment: `full-time|full time|fulltime=|part-time|part time|internship=|permanent contract|fixed-term|apply now|apply for this|salary
    |vollzeit|teilzeit|unbefristet|befristet=|werkstudent|m/w/d|w/m/d|m/f/d|f/m/d
    |temps plein|temps partiel|alternance=|h/f=|f/h=
    |jornada completa|media jornada|tiempo completo|tempo pieno|tempo indeterminato|voltijd|deeltijd|tempo integral|pelny etat|heltid|deltid`,
};

// What is left of these languages' letters without accents; all of Unicode's would take a second to prepare.
const letter = "[a-z0-9ßæøłđ]";

const patterns = Object.fromEntries(
  Object.entries(beginnings).map(([kind, list]) => [kind, new RegExp(list.split("|").map(asPattern).join("|"), "g")]),
) as Record<PageWords, RegExp>;

function asPattern(written: string): string {
  const [, inside, word = "", whole] = /^(\*?)(.*?)(=?)$/.exec(written.trim()) ?? [];
  // "/month" stands right behind an amount.
  const before = inside || word.startsWith("/") ? "" : `(?<!${letter})`;
  return `${before}${word.replace("/", "\\/")}${whole ? `(?!${letter})` : ""}`;
}

/** How often words of the kind occur in the text, counted up to 50. */
export function countWords(text: string, kind: PageWords): number {
  let count = 0;
  for (const _ of fold(text).matchAll(patterns[kind])) if (++count >= 50) break;
  return count;
}

export function hasWords(text: string, kind: PageWords): boolean {
  return countWords(text, kind) > 0;
}

export function beginsWithWords(text: string, kind: PageWords): boolean {
  return fold(text).trimStart().search(patterns[kind]) === 0;
}

/** Lower case without accents, with one kind of apostrophe. */
function fold(text: string): string {
  return text
    .slice(0, 200_000)
    .toLowerCase()
    .normalize("NFD")
    .replace(/\p{M}+/gu, "")
    .replace(/[’‘`]/g, "'")
    .replace(/\s+/g, " ");
}
