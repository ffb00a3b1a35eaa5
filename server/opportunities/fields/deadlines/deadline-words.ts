import type { DeadlineKind } from "@/lib/vocabulary/opportunities";

interface KindWords {
  kind: DeadlineKind;
  /** Words that name such a date, and how surely: 3 names it, 2 usually means it, 1 may. */
  words: RegExp;
  weight: number;
}

const bid =
  "quotes?|quotations?|bids?|offers?|proposals?|tenders?|responses?|submissions?|submittals?|applications?|packages?|replies|returns?|plis|offres?|candidatures?|ofertas?|proposiciones|propuestas?|propostas?|offerte[ns]?|inschrijving(?:en)?|angebote?[ns]?|teilnahmeanträge|ofert[ay]?|anbud(?:et)?|tilbud(?:et)?";
const handedIn =
  "due|received|submitted|delivered|returned|lodged|uploaded|e-?mailed|sent|(?:send|submit|return|e-?mail|upload) (?:it|them)|reach|arrive|close[sd]?|filed|deposited|provided to|will be accepted until|accepted until|accepted through|extended";
const flags = "giu";

/** More telling kinds stand first: "responses to questions are due" is no date of submission. */
export const kindWords: readonly KindWords[] = [
  {
    kind: "answers",
    weight: 3.6,
    words:
      /(?<!\p{L})(?:(?:answers?|responses?|repl(?:y|ies)|responds?|replies) to (?:the |all |any |written |submitted |received |vendor |bidder |supplier |offeror |proponent |contractor |proposer |applicant |firm )*(?:questions?|queries|clarifications?|enquir|inquir|q\s?&\s?a)|(?:questions?|q\s?&\s?a|clarifications?) (?:answers?|responses?)|(?:government|authority|buyer|agency|city|county|trust|council|board|owner|we|university|district|state) (?:to|will|shall|intends? to|expects? to) (?:answer|respond|provide (?:answers|responses)|post (?:answers|responses)|publish (?:answers|responses)|issue (?:answers|responses))|answers? (?:will be |to be |are |shall be )?(?:published|posted|issued|provided|released|circulated)|(?:publication|posting|issue|release) of (?:the )?(?:answers|responses|clarifications)|(?:will|shall) (?:be )?(?:provided?|post|publish|issue|release) (?:the )?(?:responses|answers)|(?:responses|answers) to (?:open |submitted |all )*issues|addend(?:um|a) (?:issued|posted|published)|(?:posts?|posting|publish(?:es|ing)?|issues?|issuing|releases?|releasing|answers?) (?:of )?(?:the |an? |any |final |first |second |its )*(?:questions? (?:and|&) answers?|q\s?(?:&|and)\s?a|answers?)(?: \p{L}+)? (?:addend(?:um|a)|amendments?|documents?|responses?|bulletins?|summary)|beantwortung|antworten (?:auf|der|des|werden)|réponses? aux questions|respuestas? a (?:las )?(?:preguntas|consultas)|risposte (?:ai|alle) (?:quesiti|chiarimenti|richieste di chiariment[oi])|nota van inlichtingen|odpowiedzi)/giu,
  },
  {
    // What begins, what was asked by then and what the buyer asks for is no last day for questions.
    kind: "other",
    weight: 3.8,
    words:
      /(?<!\p{L})(?:(?:questions?|q\s?&\s?a|clarification|inquiry|enquiry) period (?:opens?|begins?|starts?|open)|(?:submitted|received) questions (?:from|between|during)|questions (?:submitted|received|asked) (?:from|between|during)|(?:owner|buyer|government|authority|agency|city|county|town|client)(?:['’]s)?[- ]requested (?:\p{L}+ )?clarifications?|(?:first|second|third|fourth|fifth|last|\d+(?:st|nd|rd|th)) (?:quote|bid|offer|proposal|tender|response) received)(?!\p{L})/giu,
  },
  {
    // The day from which bids are taken.
    kind: "other",
    weight: 3.9,
    words:
      /(?<!\p{L})(?:beginning|opening|start(?:ing)?|first) (?:date|day) (?:for|of) (?:the )?(?:submission|receipt|acceptance|applications?|proposals?|bids?)(?!\p{L})/giu,
  },
  {
    // An open call takes bids until it expires.
    kind: "submission",
    weight: 3.7,
    words:
      /(?<!\p{L})expir(?:es|y|ation)(?: date)? of (?:the |this )?(?:rf[pqi]|itt|solicitation|call(?: for \p{L}+)?|invitation|tender)(?!\p{L})/giu,
  },
  {
    kind: "questions",
    weight: 3.7,
    words:
      /(?<!\p{L})(?:end|close|closing|cut-?off|last (?:day|date)) (?:of|for) (?:the )?(?:enquir(?:y|ies)|inquir(?:y|ies)|questions?|clarifications?|requests? for (?:information|clarification))(?: period)?(?!\p{L})/giu,
  },
  {
    // Papers of others that come on their own, and what is only sent back for the list of addresses.
    kind: "other",
    weight: 3.3,
    words:
      /(?<!\p{L})(?:(?:references?|receipt|acknowledge?ments?|completed|registration|reference) (?:forms?|checks?|questionnaires?)|acknowledge?ments? of receipt)(?: forms?)?(?!\p{L})/giu,
  },
  {
    kind: "questions",
    weight: 3.7,
    words: /(?<!\p{L})no (?:further )?(?:answers|responses|questions|clarifications)(?!\p{L})/giu,
  },
  {
    kind: "questions",
    weight: 3.3,
    words:
      /(?<!\p{L})(?:questions?(?! and answer (?:form|format|document|sheet|session))|q\s?&\s?as?|queries|enquir(?:y|ies)|inquir(?:y|ies)|clarifications?|requests? for (?:information|clarification|interpretation)|rfis? due|bieterfragen|rückfragen|fragen|auskunfts(?:ersuchen|verlangen)|zusätzliche auskünfte|renseignements (?:complémentaires|d['’]ordre)|demandes? de (?:renseignements|précisions)|preguntas|consultas|aclaraciones|chiariment[oi]|quesiti|vragen|inlichtingen|pytania|zapytania|wyjaśnień|spørgsmål|frågor)(?!\p{L})/giu,
  },
  {
    kind: "intent_to_bid",
    weight: 3.4,
    words:
      /(?<!\p{L})(?:(?:notices?|letters?|statements?|notifications?|confirmations?|declarations?) of (?:intent|intention|interest)(?! to award)|confirm(?:s|ing|ation of)? (?:their |its |your |his |her )?(?:participation|intent|intention|interest)|intent(?:ion)? to (?:bid|propose|respond|submit|participate|quote|tender)|(?:register|registration of|registering|expressions? of|express) (?:their |your |an |its )?interest|rsvps?|absichtserklärung|interessensbekundung|manifestation d['’]intérêt)(?!\p{L})/giu,
  },
  {
    kind: "site_visit",
    weight: 3.5,
    words:
      /(?<!\p{L})(?:site (?:visits?|meetings?|inspections?|tours?|walk)|walk-?throughs?|job walk|pre-?(?:bid|proposal|tender|quote|quotation|submission|submittal|solicitation|response) (?:meetings?|conferences?|briefings?|webinars?|site|call)|(?:bidders?|tenderers?|vendors?|suppliers?|offerors?|proposers?)['’]? (?:conference|day|briefing|meeting|webinar|event)|industry day|information (?:session|meeting|day)|(?:supplier|tender) briefing|(?:orts|objekt)?besichtigung(?:stermin|en)?|ortstermin|visites? (?:des lieux|sur (?:site|place)|du site|obligatoire)|sopralluogo|visita (?:de obra|al (?:sitio|lugar)|técnica|obligatoria)|schouw|wizj[ai] lokaln\w+)(?!\p{L})/giu,
  },
  {
    kind: "interview",
    weight: 3.4,
    words:
      /(?<!\p{L})(?:interviews?|oral (?:presentations?|interviews?)|orals|(?:supplier |vendor |bidder )?presentations?|(?:product )?demonstrations?|demos?|bieter(?:gespräche?|präsentation(?:en)?)|präsentationstermine?|verhandlungsgespräche?|auditions?|entrevistas?|colloqui)(?!\p{L})/giu,
  },
  {
    // The day until which goods are brought or works are done; bids that are delivered are none.
    kind: "delivery",
    weight: 3.6,
    words:
      /(?<!\p{L})(?:(?:anticipated|expected|estimated|required|requested|target|planned|proposed|final|latest|goods?|equipment|product) deliver(?:y|ies)(?: date(?:s|\(s\))?)?|deliver(?:y|ies) dates?(?:\(s\))?|date(?:s|\(s\))? of delivery|(?:goods|items?|equipment|products?|supplies|works?|services?|deliverables?|vehicles?|units?) (?:shall|must|will|to|should|are to|is to)(?: all)? be (?:delivered|completed|finished)|(?:substantial |final |practical |contract |project |work )?completion dates?(?:\(s\))?|date of (?:substantial |final |practical )?completion|(?:substantial|practical) completion|liefertermin|lieferdatum|fertigstellungs(?:termin|frist)|date de livraison|leverdatum|oplevering)(?!\p{L})/giu,
  },
  {
    kind: "other",
    weight: 3.5,
    words:
      /(?<!\p{L})(?:(?:bid|tender|proposal|quote|offer|public)s? opening|opening of (?:the )?(?:bids?|tenders?|offers?|proposals?|quotations?)|(?:bids?|tenders?|offers?|proposals?) (?:will be |shall be )?(?:publicly )?opened|angebotsöffnung|öffnung der angebote|eröffnungstermin|ouverture des (?:plis|offres)|apertura (?:de|delle|das)|opening van|otwarci[ae] ofert|binde(?:frist|termin)|(?:bid|proposal|tender|offer|quote|technical)?s? ?evaluations?(?= (?:starts?|begins?|ends?|period|phase|complete|meeting))|(?:proposal|bid|tender|offer|quote)s? evaluations?|valid(?:ity)? (?:until|through|to|period)|remain (?:valid|open)|zuschlags- und bindefrist|expir(?:es|y|ation)|contract end|(?<!(?:by|before|until|till) the )end (?:of|date)|ends? on|completion|vertragsende|final acceptance|invoices?|progress report|deliverables?|period of performance|laufzeit bis|revised|revision|version|last (?:updated|modified)|as of|stand:?)(?!\p{L})/giu,
  },
  {
    kind: "submission",
    weight: 3,
    words: new RegExp(
      `(?<!\\p{L})(?:depository located|hand[- ](?:carried|delivered)|reply by|respond by|return by|response date|responses? due|due date|date due|deadline date|(?:closing|close|cut-?off)(?: |-)(?:date|time|day)s?|closing(?=\\s*[:|])|closes?(?: on| at|:)|closing for|(?:date|time|deadline|deadlines) (?:and time )?for (?:the )?(?:submission|submitting|receipt|receiving|return|lodging|lodgement)(?: of (?:${bid}))?|(?:submission|tender|bid|proposal|quote|quotation|offer|application|response|return|quotes|rfp|rfq|itt|tender return|tender submission) (?:deadline|due|closing|closes?|submission|return|date|cut-?off)(?:\\s?(?:by|before|upto|up to))?|deadline to (?:submit|respond|apply|bid)|return date|last date (?:and time )?(?:for|of) (?:submission|receipt)|time limit for (?:the )?(?:receipt|submission)|(?:${bid})(?:(?!invoice|report|deliverable)[^.;|]){0,90}?(?<!\\p{L})(?:${handedIn})|(?:submit|upload|deliver|send|return|lodge|e-?mail)(?:ting)? (?:your |the |its |their |all |an? |completed? |sealed |electronic |written |full |final )*(?:${bid}))(?!\\p{L})`,
      flags,
    ),
  },
  {
    // Alone it is the whole label of a date; in a sentence much else closes or is open until then.
    kind: "submission",
    weight: 3,
    words: /(?<=^\W{0,3})(?:closes?|closing|(?:submit|apply) by|open until)(?=\W{0,3}$)/giu,
  },
  {
    kind: "submission",
    weight: 3,
    words:
      /(?<!\p{L})(?:angebots(?:frist|schluss|abgabe|abgabefrist)|abgabe(?:frist|termin|schluss)|einreichungs(?:frist|termin|schluss)|schlusstermin|eingangsfrist|einsendeschluss|teilnahmefrist|bewerbungsfrist|frist (?:für|zur) (?:die )?(?:abgabe|einreichung|den eingang)|ablauf der (?:angebots|einreichungs|teilnahme)frist|(?:angebote?|teilnahmeanträge) (?:sind|ist|müssen|muss)|(?:angebots)?eingang|date(?: et heure)?s? limites? (?:de |du |des |pour )?(?:la |l['’])?(?:réception|remise|dépôt|envoi|soumission|présentation|candidature)\w*|date limite|(?:offres?|plis|candidatures?|propositions?) (?:doivent|devront|doit|devra)(?: être)? (?:parvenir|remise?s?|reçue?s?|déposée?s?|transmise?s?|envoyée?s?|adressée?s?)|remise des (?:offres|plis|candidatures)|dépôt des (?:offres|plis)|fecha(?: y hora)? (?:límite|limite|tope|de cierre)|plazo (?:de|para la|para) (?:presentación|entrega|recepción)|presentación de (?:ofertas|proposiciones|propuestas)|cierre de (?:ofertas|presentación)|termine (?:ultimo |perentorio )?(?:per|di) (?:la |il )?(?:presentazione|ricevimento|ricezione|consegna)|scadenza(?: (?:delle|presentazione|offerte))?|offerte (?:devono|dovranno)|pervenire entro|uiterste (?:datum|tijdstip|inleverdatum)|sluitingsdatum|indienen van (?:de )?(?:offertes?|inschrijving(?:en)?)|inschrijfdatum|termin (?:składania|złożenia)(?: ofert)?|oferty należy (?:złożyć|składać)|prazo (?:limite|para)(?: a)?(?: apresentação| entrega)?|tilbudsfrist|anbudstid|sista (?:anbudsdag|dag)|frist for (?:indlevering|modtagelse))(?!\p{L})/giu,
  },
  {
    kind: "award",
    weight: 3,
    words:
      /(?<!\p{L})(?:(?:notice of )?intent(?:ion)? to award|announc(?:e|es|ing|ement of) (?:the )?(?:\p{L}+ )?(?:selection|winners?|results?)|(?:vendor|supplier|contractor|bidder|provider|consultant) selection|awards?|awarded|awarding(?: of)?|contract (?:signing|signature|execution)|issues? (?:the |a )?contract|notification of (?:the )?(?:results?|decision|outcome|award)|standstill|decision date|selection of (?:the )?(?:contractor|vendor|supplier)|notice of award|zuschlag(?:serteilung)?|auftragserteilung|vergabeentscheidung|attribution|notification du marché|adjudicación|aggiudicazione|gunning|wybór oferty)(?!\p{L})/giu,
  },
  {
    kind: "start",
    weight: 2.8,
    words:
      /(?<!\p{L})(?:(?:contract|service|services|work|project|performance|anticipated|estimated|expected|agreement)(?: period| term)? (?:start|starts|begins?|commences?|commencement)(?: date)?|start dates?|(?:start|beginning) of (?:the )?(?:contract|work|services?|performance|project|assignment|agreement|consultancy)|commencement|commences?|kick-?off|go-?live|effective (?:date|from)|vertragsbeginn|leistungsbeginn|ausführungsbeginn|projektstart|projektbeginn|début (?:du marché|des prestations|d['’]exécution)|commencement d['’]exécution|fecha de inicio|inicio del contrato|inizio (?:del|delle)|ingangsdatum|aanvang)(?!\p{L})/giu,
  },
  {
    kind: "issued",
    weight: 2.6,
    words:
      /(?:(?<!\p{L})(?:issued|issues? (?:of )?(?:the |this )?(?:rf[pqit]|itt|itb|ifb|eoi|solicitation|tender|bid)|issue date|issuing date|date (?:of )?(?:issue|issued|posted|published|of publication)|publish(?:ed|ing)|publication(?: date)?|post(?:ed|ing)(?: date)?|release(?:d)?(?: date)?|advertis(?:ed|ement)|available (?:from|on)|veröffentlich\w*|bekanntmachung vom|absendung|datum der|date d['’](?:envoi|émission)|publié\w*|publicad[oa]|fecha de publicación|pubblicat\w+|opublikowan\w+|gepubliceerd)(?!\p{L}))/giu,
  },
  {
    kind: "issued",
    weight: 2.2,
    words: /(?:^\s*(?:date|datum|data|fecha)\s*:|(?<!\p{L})(?:dated|rev\.?)(?!\p{L}))/giu,
  },
  {
    kind: "submission",
    weight: 1.6,
    words:
      /(?<!\p{L})(?:deadlines?|due(?: by| on)?|submissions?|submission requirements|how to (?:submit|respond|apply)|abgabe|frist|abgabetermin|remise|entrega|consegna)(?!\p{L})/giu,
  },
];

/** What is handed in, in the languages that are read. */
export const bidNouns = new RegExp(`(?<!\\p{L})(?:${bid}|rf[pqi]|itt)(?!\\p{L})`, "iu");

/** Words that make a date a limit; they do not say of what. */
export const limitWords =
  /(?<!\p{L})(?:by|until|till|before|no later than|not later than|on or before|due|deadline|bis(?: zum)?|spätestens|vor dem|avant|au plus tard|jusqu['’]au|antes del?|a más tardar|hasta|entro|uiterlijk|vóór|do dnia|najpóźniej)(?!\p{L})/iu;

/** A later paper, or a later sentence, moves a date that was set before. */
export const movedWords =
  /(?<!\p{L})(?:extended|(?:is|are|has been|have been|was|were|hereby) (?:moved|postponed|changed|revised|amended|rescheduled)|extension (?:of|to)|(?:is|are) now due|now (?:due|closes?)|new (?:closing|due|submission) date|revised (?:closing|due|submission)|verlängert|verschoben|prolongée?s?|reportée?s?|repoussée?s?|prorogad[oa]|ampliad[oa]|prorogat[oa]|verlengd|przedłużon\w+)(?!\p{L})/iu;

/** Words after which a date is the one that no longer holds: "from 3 May to 10 May". */
export const beforeOldDate =
  /(?<!\p{L})(?:from|instead of|rather than|originally|previously|formerly|replaces?|vom|von|statt|initialement|du|anziché|desde(?: el)?)\s*(?:the\s+)?$/iu;

/** A step of its own within one procedure: its dates are compared with its own kind only. */
export const stepWords =
  /(?<!\p{L})(?:(?:phase|stage|round|step|lot|los|volume|part|tranche|fase|étape|etappe|stufe)\s+(?:\d+|[ivx]+|one|two|three|four|[a-d])(?!\p{L})|requests? for information|rfi(?!\p{L})|sources sought|pre-?qualification|selection questionnaire|pqq|prior information|draft (?:comments?|feedback)|comments? on (?:the|this) draft)/giu;
