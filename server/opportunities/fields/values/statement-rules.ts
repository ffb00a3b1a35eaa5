/** How a field with one value is told from a document's words: by its label, or by a sentence that says it. */
export interface StatementRule {
  name: "place" | "set_aside" | "period" | "submission_method" | "contract_type" | "incumbent" | "eligibility";
  label: RegExp;
  /** `value`, when named, is the part shown to people; else the sentence is. */
  sentence: RegExp;
  not?: RegExp;
  /** What its sentences must hold besides. */
  needs?: RegExp;
  /** What a ticked option of a form must say to be one of these. */
  ticked?: RegExp;
  most: number;
}

const bid = "quotes?|quotations?|bids?|offers?|proposals?|tenders?|responses?|submissions?|submittals?|applications?";

export const contractTypes: readonly { type: string; words: RegExp }[] = [
  { type: "labor hours", words: /(?<!\p{L})labou?r[- ]hours?(?!\p{L})/iu },
  { type: "time and materials", words: /(?<!\p{L})time[- ](?:and|&)[- ]materials?(?!\p{L})|(?<!\p{L})T&M(?!\p{L})/iu },
  {
    type: "firm fixed price",
    words:
      /(?<!\p{L})(?:firm[- ])?fixed[- ]price(?!\p{L})|(?<!\p{L})FFP(?!\p{L})|(?<!\p{L})(?:festpreis|pauschalpreis|prix forfaitaire)/iu,
  },
  { type: "cost reimbursement", words: /(?<!\p{L})cost[- ](?:plus|reimbursement|reimbursable)/iu },
  { type: "indefinite delivery", words: /(?<!\p{L})(?:IDIQ|indefinite[- ]delivery)/iu },
  {
    type: "framework agreement",
    words:
      /(?<!\p{L})(?:framework (?:agreement|contract)|rahmenvertrag|rahmenvereinbarung|accord-cadre|acuerdo marco|accordo quadro|raamovereenkomst)(?!\p{L})/iu,
  },
];
const anyType = contractTypes.map(({ words }) => words.source).join("|");

export const statementRules: readonly StatementRule[] = [
  {
    name: "set_aside",
    ticked:
      /(?<!\p{L})(?:small[- ](?:disadvantaged )?business|8\s?\(a\)|hubzone|(?:ed)?wosb|sdvosb|vosb|veteran[- ]owned|wom[ae]n[- ]owned|minority[- ]owned|disadvantaged business|unrestricted|full and open|set[- ]aside|smes?(?!\p{L}))/iu,
    label: /^(?:small business )?set[- ]?asides?(?: type| status| code)?$|^small business status$/iu,
    sentence:
      /(?<!\p{L})(?<value>(?:100% |total |partial |competitive )?(?:small[- ]business|8\(a\)|hubzone|wosb|edwosb|sdvosb|(?:service[- ]disabled )?veteran[- ]owned(?: small business)?|women[- ]owned(?: small business)?|indian|sme)[\p{L} ()-]{0,40}set[- ]aside|set[- ]aside (?:exclusively )?for [\p{L} ()-]{4,80}|full and open competition|unrestricted)(?!\p{L})/iu,
    not: /(?<!\p{L})(?:clause|52\.219|subcontract|and has a value above|concerns identified in|if the|whether)/iu,
    most: 3,
  },
  {
    name: "period",
    label:
      /^(?:period of performance|(?:contract|agreement|initial|performance) (?:period|term|duration|length)|term(?: of (?:the )?(?:contract|agreement))?|duration(?: of (?:the )?contract)?|(?:vertrags)?laufzeit(?: des vertrags)?|ausführungs(?:zeit|frist|zeitraum|dauer)|vertragsdauer|durée(?: du marché| du contrat| d['’]exécution)?|duración(?: del contrato)?|plazo de ejecución|durata(?: del contratto| dell['’]appalto)?|looptijd(?: van de overeenkomst)?|okres realizacji|czas trwania)$/iu,
    sentence:
      /(?<!\p{L})(?:(?:period of performance|contract (?:term|period|duration)|term of (?:the|this) (?:contract|agreement)|initial (?:term|period)|POP)(?: \(po?p\))?[^.]{0,60}(?:includes?|is|will|shall|consists?|begins?|of|for)(?!\p{L})|(?:contract|agreement|order|framework)(?: will| shall)?(?: be)? (?:runs?|lasts?|be for|is for|for an initial (?:period|term))|base (?:year|period)[^.]{0,60}option (?:year|period)|(?:vertrag|rahmenvereinbarung)[^.]{0,30}(?:läuft|laufzeit)|le marché est conclu pour|durée (?:du marché|totale)|la durata|el plazo de ejecución|de overeenkomst heeft een looptijd)/iu,
    not: /(?<!\p{L})(?:invoice|warranty|insurance|FAR \d|52\.2|evaluat|key personnel|months? after|transition plan|price|discount|kick-?off|travel|report|terminated|\$\d|conclusion of|plug in|arbitrat\w+|claims?|forfeited)/iu,
    needs:
      /(?:\d|(?<!\p{L})(?:one|two|three|four|five|six|ein|zwei|drei|vier|un|deux|trois|quatre|dos|tres|due|tre|quattro|twee|drie|vier))[\s)-]*(?:\p{L}+\s+)?(?:\(\d+\)[\s-]*)?(?:calendar |additional |one-|option |base )*(?:years?|months?|weeks?|days?|jahre?n?|monate?n?|wochen|tage?n?|ans?|années?|mois|jours|años?|meses|días|anni|mesi|giorni|jaar|jaren|maanden|lat|miesięcy)(?!\p{L})|\d{4}|base (?:year|period)/iu,
    most: 4,
  },
  {
    name: "place",
    label:
      /^(?:(?:primary )?place of (?:performance|delivery|work|execution)(?: and hours)?|(?:work|delivery|service|project) (?:location|site|address)s?|location(?: of (?:work|services?))?|erfüllungsort|ausführungsort|leistungsort|lieferort|ort der (?:leistung|ausführung)|hauptort der ausführung|lieu (?:d['’]exécution|de livraison|principal d['’]exécution)|lugar de (?:ejecución|prestación|entrega)|luogo (?:di esecuzione|principale di esecuzione)|plaats van (?:uitvoering|levering)|miejsce (?:realizacji|wykonania)|nuts(?:-?code)?)$/iu,
    sentence:
      /(?<!\p{L})(?:place of (?:performance|delivery)[^.]{0,30}(?:is|will be|shall be|:)|work (?:will|shall|may|must) be performed (?:at|in|remotely|primarily)|services (?:will|shall|must) be (?:performed|provided|delivered) (?:at|in|remotely)|die leistung(?:en)? (?:ist|sind|wird|werden) (?:in|am|im))(?!\p{L})/iu,
    not: /(?<!\p{L})(?:if (?:the|an?|any|you)|cannot|certif\w+|travel|FAR \d|52\.2|invoice|oral|interview|presentations?|meeting|shall deliver all)/iu,
    most: 3,
  },
  {
    name: "contract_type",
    ticked: new RegExp(anyType, "iu"),
    label:
      /^(?:type of (?:contract|order|agreement)|(?:contract|order|award|pricing)(?: pricing)? (?:type|model)|vertragsart|art des (?:auftrags|vertrags)|type de (?:marché|contrat)|tipo de contrato|tipo di contratto|soort (?:opdracht|overeenkomst))$/iu,
    sentence: new RegExp(
      `(?:(?:award(?:ing)?|contemplates?|anticipates?|issu(?:e|ing)|intends?|result in|this (?:is|will be)|it is anticipated|order will be|contract will be|schließt|conclut)[^.]{0,90}?)(?<value>${anyType})[^.]{0,40}(?:order|contract|agreement|marché|vertrag|award|basis)?`,
      "iu",
    ),
    not: /(?<!\p{L})(?:invoice|FAR \d|52\.2|offeror['’]s|experience)/iu,
    most: 4,
  },
  {
    name: "submission_method",
    label:
      /^(?:(?:method|mode|manner|means|format|place) of (?:submission|delivery|response)|submission (?:method|address|format|requirements?|instructions?)|how to (?:submit|respond|apply|bid)|where to (?:submit|send)|submit(?:ted)? (?:to|via)|form der (?:abgabe|angebotsabgabe|einreichung)|einreichung(?: der angebote)?|abgabe der angebote|modalités de (?:remise|dépôt|transmission)[\p{L} ]*|(?:forma|lugar) de presentación|modalità di (?:presentazione|invio)|wijze van indiening)$/iu,
    sentence: new RegExp(
      `(?<!\\p{L})(?:(?:${bid})(?!\\s+(?:submitted|received) (?:after|late))[^.;]{0,80}?(?:must|shall|will|should|are to|may|can|to)(?: only)? be (?:submitted|received|sent|uploaded|delivered|e-?mailed|accepted|lodged|made)(?: electronically| only| by hand| in hard copy)*[^.;]{0,60}?(?:via|through|by e-?mail|by email|to|using|into|at|on|in)(?!\\p{L})|(?:submit|send|upload|e-?mail|lodge|deliver)(?: your| the| all| their| completed)* (?:${bid})[^.;]{0,80}?(?:via|through|by|to|using|into|at)(?!\\p{L})|(?<=^|[.:]\\s)(?:please )?(?:send|submit|upload)(?: us)? (?:one|an?|a single|your|all) (?:e-?mail|message|files?|pdfs?|archive|zip)[^.;]{0,60}? (?:to|at|through|via) [^.;]{0,40}(?:@|portal|platform)|no other (?:submission )?method|(?:angebote?|teilnahmeanträge) (?:sind|ist|müssen|können)[^.]{0,120}(?:elektronisch|über|per|einzureichen)|(?:offres|plis|candidatures)[^.]{0,100}(?:voie électronique|transmis|déposé|plateforme|plate-forme)|(?:ofertas|proposiciones)[^.]{0,100}(?:electrónica|plataforma|presentar)|(?:offerte|domande)[^.]{0,100}(?:telematic|piattaforma|tramite))`,
      "iu",
    ),
    not: /(?<!\p{L})(?:questions?|invoices?|deliverables?|clarification|comments|resumes?)(?!\p{L})/iu,
    most: 4,
  },
  {
    name: "incumbent",
    label:
      /^(?:(?:name of (?:the )?)?(?:incumbent|current|existing) (?:contractor|provider|supplier|vendor)|incumbent|bisheriger (?:auftragnehmer|dienstleister)|titulaire (?:actuel|sortant))$/iu,
    sentence:
      /(?<!\p{L})(?:(?:the )?(?:incumbent|current|existing) (?:contractor|provider|supplier|vendor)(?: for [^.]{3,60}?)? is (?<value>\p{Lu}[\p{L}\p{N}&., '-]{2,80}?)|(?:currently|presently) (?:provided|performed|delivered|supplied|supported|operated) by (?<by>\p{Lu}[\p{L}\p{N}&., '-]{2,80}?))(?=[.;,(]|\s+(?:under|since|through|and|whose)\s|$)/u,
    most: 2,
  },
  {
    name: "eligibility",
    ticked:
      /(?<!\p{L})(?:ISO(?:\/IEC)?\s?\d{4,5}|SOC\s?[123]|CMMC|CMMI|FedRAMP|HIPAA|PCI[- ]DSS|certifi(?:ed|cate|cation)s?|accredit\p{L}+|licen[cs]ed?|clearance|bond(?:ed|ing)?|insurance)(?!\p{L})/iu,
    label:
      /^(?:eligib\w+(?: (?:criteria|requirements))?|who (?:can|may) (?:apply|bid|tender|respond)|(?:minimum )?qualifications?(?: requirements)?|conditions (?:of|for) participation|selection criteria|teilnahmebedingungen|eignungs(?:kriterien|anforderungen|nachweise)|eignung|conditions de participation|capacités? exigées?|solvencia|requisitos (?:de participación|previos)|requisiti di (?:partecipazione|ammissione)|geschiktheidseisen|selectiecriteria|warunki udziału)$/iu,
    sentence:
      /(?<!\p{L})(?:only [^.]{3,80}(?:may|are eligible to|can) (?:bid|submit|respond|tender|apply|participate|quote)|(?:eligible|qualified) (?:bidders?|offerors?|vendors?|tenderers?|suppliers?|applicants?)|to be (?:eligible|considered (?:eligible|for award))|(?:bidders?|offerors?|vendors?|tenderers?|contractors?|quoters?|suppliers?|applicants?|companies)[^.]{0,30}(?:must|shall) (?:be registered|be (?:an? )?(?:current )?(?:holder|certified|licensed|authori[sz]ed|members?)|hold|possess|have an? (?:active|valid|current)|be in good standing|carry)|zugelassen sind|nur (?:bieter|unternehmen)|seuls? (?:les|peuvent)|reserved (?:to|for)[^.]{3,60}(?:enterprises|businesses|workshops))/iu,
    not: /(?<!\p{L})(?:invoice|52\.\d)/iu,
    most: 8,
  },
];
