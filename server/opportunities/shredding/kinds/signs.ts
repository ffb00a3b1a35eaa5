import type { RequirementKind } from "@/lib/vocabulary/opportunities";

interface KindRule {
  kind: RequirementKind;
  pattern: RegExp;
  weight: number;
}

/** Signs of a kind in the words of the requirement itself. Headings and the lead-in count by a share of this. */
export const signs: KindRule[] = [
  {
    kind: "accessibility",
    weight: 5,
    pattern:
      /\b(?:accessib(?:le|ility)|section 508|508|wcag|screen readers?|assistive|en 301 549|barrierefrei\w*|bitv|accessibilité|rgaa|vpat|keyboard alone|aoda)\b/gi,
  },
  {
    kind: "security",
    weight: 3,
    pattern:
      /(?<!\b(?:performance|bid|tender|proposal|payment|initial|total) )\b(?:secur(?:e|ity)(?! deposits?)|confidential\w*|non-?disclosure|privacy|personal data|pii|gdpr|dsgvo|rgpd|security clearances?|background clearances?|badges?|fingerprint|encrypt\w*|authenticat\w*|vulnerabilit\w*|malware|access cards?|sensitive|proprietary|disclos(?:e|ed|ure)|owasp|background (?:check|investigation)s?|penetration|data protection|datenschutz\w*|vertraulich\w*|sicherheit\w*|confidentialité|sécurité|hspd|piv|iso ?27001|unauthori[sz]ed|passwords?|hard-coded|authori[sz]ation concept|injection|hashed|firewalls?|(?:two|multi)-factor|mots? de passe|passw(?:ort|örter)\w*|confidentiel\w*|contraseñas?|fedramp|fisma|authori(?:ty|[sz]ation) to operate|ato|nist|sp 800-\d+|soc ?2|single sign-on|sso|saml|openid|multi-?factor|mfa|public trust|dbs|police checks?|criminal records?|(?:security|cyber|data) (?:incidents?|breach(?:es)?)|breach(?:es)?|access controls?|least privilege|audit (?:logs?|trails?)|personal information|card (?:data|numbers?)|pci(?: dss)?|secrets?|remote wipe)\b/gi,
  },
  {
    kind: "pricing",
    weight: 3,
    pattern:
      /\b(?:earnest money|emd|(?:performance|bid|tender) (?:security|bonds?|guarantees?)|bonding|surety|(?:security|initial|refundable) deposits?|(?:initial|total) security|demand draft|pric(?:e|es|ed|ing)|rates?|invoic\w*|payments?|paid|billed|billing|costs?|travel|discounts?|reimburs\w*|borne|fees?|charges?|charged|odcs?|per diem|not-to-exceed|nte|ceiling|fully burdened|currency|vat|tax(?:es)?|release of claims|preise?\w*|vergütung|rechnung\w*|zahlung\w*|kosten|prix|factur\w*|paiements?|tarifs?|labor hours?|irrevocable|funds|expenses?|remain (?:open|firm|valid)|valid (?:for|through|until)|fixed for)\b/gi,
  },
  {
    kind: "staffing",
    weight: 2.6,
    pattern:
      /\b(?:personnel|staff(?:ing)?|key (?:personnel|staff|experts?)|résumés?|resumes?|cvs?|employees?|project managers?|technical leads?|team members?|subcontractors?|substitut\w*|qualified|qualifications?|skills?|experience(?:d)? (?:in|with)|expertise|facilitator|replacement|knowledge of|fluent|ability to|personal|mitarbeiter\w*|fachkr\w+|personnels?|équipe|effectifs|years['’]? (?:of )?experience|full[- ]time|scrum master|wages?|key positions?)\b/gi,
  },
  {
    kind: "legal",
    weight: 2.4,
    pattern:
      /\b(?:indemnify|waiv(?:e|es|er)|hold harmless|attorn|jurisdiction|due diligence|prime contractor|damages|(?:obtain|written|request) (?:\w+ )?(?:permission|consent)|affidavits?|agrees that|false (?:certification|statement|representation)s?|penalt(?:y|ies)|sublet\w*|underlet|represents? (?:and|that)|(?:hereby )?certif(?:y|ies) that|certifying|make good|statutory|by-?laws?|local bodies|(?:federal|state|local|provincial|municipal) (?:[\w-]+ ){0,3}(?:acts?|laws?|regulations?|requirements|codes?|statutes?)|licen[cs](?:e|es|ing)|copyright|intellectual property|ownership|owned|liab(?:le|ility)|indemnif\w*|warrant(?:y|ies|s)|insurance|governing law|applicable laws?|terms and conditions|clauses?|laws?|regulations?|ordinances?|sign(?:ing)? (?:an? |the )?(?:agreement|contract)|rights|property of|public domain|open source licen[cs]e|far \d|disputes?|force majeure|assign(?:ment)? of|haftung|gewährleistung|versicherung\w*|nutzungsrechte|assurance|responsabilité|propriété|belongs? to|remain the property|publicity|freedom of information|public records|permits?|protests?|terminat(?:e|ed|ion)|indemnity|gratuit(?:y|ies)|assert)\b/gi,
  },
  {
    kind: "service-level",
    weight: 3.2,
    pattern:
      /\b(?:service levels?|slas?|uptime|availab(?:le|ility) (?:of|between|during|at least|for)|response times?|within \d+ (?:hours?|minutes?)|core hours|business hours|working hours|quality levels?|test coverage|performance standards?|acceptable quality|time to (?:fix|repair|restore)|verfügbarkeit|reaktionszeit\w*|disponibilité|tested code|within (?:\w+ ){0,2}?(?:minutes?|hours?|business days?|working days?)|respon(?:d|ds|se) (?:to (?:[\w-]+ ){1,4})?within|on[- ]call|downtime|outages?|restor(?:e|ation)|recovery (?:point|time)|punctual\w*|concurrent users|(?:milli)?seconds|turnaround|around the clock|24.7|severity|help ?desk|percent of|defects?)\b|\d+(?:\.\d+)? ?%/gi,
  },
  {
    kind: "reporting",
    weight: 3,
    pattern:
      /\b(?:(?:weekly|monthly|status|progress) (?:updates?|meetings?|basis)|(?:status|progress|monthly|weekly|quarterly|annual|impact|final|written|incident|trip) reports?|reports? (?:on|to|of|shall|must|will)|reporting|notify|notification|briefings?|minutes of|dashboards?|berichte?\w*|meldung\w*|rapports?|comptes?[- ]rendus?|avisera|informera|signaler\w*|informes?|shall report|report(?:s|ed)? (?:all|any|every|each|suspected|breaches|incidents|immediately)|(?:monthly|weekly|migration|outage|discrepancy) reports?|notif(?:y|ies|ied)|discrepanc(?:y|ies)|informs? the|burn rate)\b/gi,
  },
  {
    kind: "deliverable",
    weight: 2.2,
    pattern:
      /\b(?:deliverables?|deliver(?:s|ed|y)?|hand(?:ed)? over|handover|source code|repositor(?:y|ies)|documentation|transition plan|project plan|manuals?|design files?|prototype|user guide|all (?:project )?(?:materials|documents)|livrables?|liefer\w+|dokumentation|manuels?|fiches?|restitu\w+|modes? d['’]emploi|entregables?|training materials?|as-built|walk-?throughs?|kick-?off|roadmap|research (?:plan|summary|findings)|working software|quality plan|design specification)\b/gi,
  },
  {
    kind: "technical",
    weight: 2,
    pattern:
      /\b(?:system|software|platform|application|interfaces?|apis?|database|architecture|browsers?|open source|web-based|mobile|data (?:format|model|validation|migration)|hosted|hosting|cloud|compatible|interoperab\w*|scalab\w*|user interface|functionalit\w*|features?|modular|extensible|responsive|code base|automated tests?|continuous integration|authentication|search|upload|export|import|schnittstelle\w*|datenbank|anwendung|logiciel|système|paramétr\w*|base de données|fonctionnalit\w+|tablettes?|ergonomi\w*|serveurs?|navigateurs?|dimensions?|voltage|material|capacity|weight|workmanship|building codes?|safety codes?|(?<!proposed )building|structur(?:e|al)|walls?|floor(?:s|ing)?|roof(?:s|ing)?|doors?|windows?|ceilings?|concrete|steel|drain(?:s|age)?|sumps?|ventilat\w+|exhaust|plumbing|cranes?|tanks?|cisterns?|pumps?|gallons?|litres?|feet|foot|inch(?:es)?|generators?|electrical|mechanical|washrooms?|parking|librar(?:y|ies)|integrat(?:e|ion) with|best practices|user accounts?|offline|backups?|battery|firmware|configur(?:e|able|ation)|csv|json|geojson|open format|spanish|french|workflows?|renewals?|labels?|devices?|rated|inputs?|outputs?|radio|protocols?|endpoints?|web portal|design system)\b/gi,
  },
  {
    kind: "service",
    weight: 1.6,
    pattern:
      /\b(?:services?|support(?:s|ing)?|maintain|maintenance|operat(?:e|ions?)|coordinate|collaborat\w*|train(?:ing)?|meetings?|user research|sprints?|agile|assist(?:ance)?|implement|provide|perform(?:ed|ing)?|work (?:with|closely)|transition|monitor|manage|quality control|install\w*|leistungen|wartung|schulung\w*|prestations?|formations?|assistance|interventions?|dépannage|accompagnement|mantenimiento|formación|workshops?|pilot|mobili[sz]e|roll-?out|repair(?:ed)?|commission(?:ing|ed)|operate)\b/gi,
  },
  {
    kind: "eligibility",
    weight: 3,
    pattern:
      /\b(?:eligib\w*|bankrupt\w*|wound up|insolven\w*|convicted|res judicata|professional (?:mis)?conduct|blacklist\w*|black ?listed|minimum (?:experience|qualification)\w*|bona fide manufacturer|registered|must have been (?:delivered|developed|performed|completed)|teaming partner that|registration|sam\.gov|system for award management|small business(?:es)?|schedule holders?|only (?:vendors|bidders|offerors|contractors|firms|companies) (?:who|that|with|holding)|certifi(?:ed|cation) (?:as|under)|turnover|tax clearance|audited accounts|proof of registration|debarr\w*|exclusion grounds|conflicts? of interest|eignung\w*|handelsregister\w*|zuverlässig\w*|attestations?|registre|qualifi(?:ed|es) (?:as|to bid)|misrepresentation|hold(?:er)? of|(?:vendors?|firms?|companies|company|applicants?|bidders?|offerors?|proponents?) (?:must|shall|should|will) have (?:[\w-]+ ){0,4}?(?:experience|years)|canvass\w*|lobby\w*|collu\w+|inducements?|barred from|audited (?:accounts|financial)|financial statements|tax returns|bribe\w*)\b/gi,
  },
  {
    kind: "evaluation",
    weight: 3,
    pattern:
      /\b(?:considered for award|pass (?:each|through)|minimum (?:score|points|rating)|low confidence|pass\/fail|not (?:be )?invited to|threshold|advance to|highest rated|meet the criteria|confidence rating|successfully pass|technically acceptable|zuschlag\w*)\b/gi,
  },
  {
    kind: "submission-instruction",
    weight: 2.4,
    pattern:
      /\b(?:submit(?:s|ted|ting)?|submissions?|quot(?:e|es|ation|ations)|proposals?|bids?|tenders?|offers?|pages?|font|pdf|e-?mail(?:ed)?|questions?|interviews?|presentations?|closing date|cover (?:page|letter)|template|attachments?|appendix|file|format|oral|offerors?|quoters?|response|late|angebote?\w*|einzureichen|frist|unterlagen|offres?|dépôt|candidature|remise)\b/gi,
  },
];

/** How many different words of the pattern the text holds. */
export function countDistinct(text: string, pattern: RegExp): number {
  if (text === "") return 0;
  return new Set((text.match(pattern) ?? []).map((word) => word.toLowerCase().slice(0, 6))).size;
}
