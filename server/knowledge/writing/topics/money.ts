import { bidder, offer, type Topic, words } from "./topic";

/** What it costs, how it is priced, billed and paid. */
export const moneyTopics: Topic[] = [
  {
    name: "price form",
    asks: /\b(?:pric(?:e|es|ing)|costs?|rates?)\b.*\b(?:form(?:at)?|template|schedule|sheet|quoted|proposals?|volume|presented|structured?|submitted|broken down|breakdown|look like)\b|\b(?:format|form|template|schedule|structure) (?:of|for) (?:the |our )?(?:pric(?:e|es|ing)|cost)\b|\bhow (?:are|should|must|do|shall|will)\b.*\b(?:pric(?:e|es|ing)|rates?)\b.*\b(?:quote\w*|given|stated|built|submit\w*|present\w*)\b|\bhow (?:should|must|do) we price\b/i,
    unless: /\b(?:evaluat\w*|weigh\w*|important|criteri\w*|changed?|increase\w*|escalat\w*)\b/i,
    plainly:
      /\b(?:shall|must|should|include|submit|utili[sz]ing|using|complete)\b[^.]{0,100}\b(?:pric(?:e|ing)|cost|rates?)\b[^.]{0,40}\b(?:schedules?|templates?|sheets?|forms?|tables?|workbook|quot\w+|proposals?|volume)\b/i,
    says: [
      words(
        `\\b(?:pric(?:e|es|ing)|cost|rates?)\\b[^.]{0,60}\\b(?:schedules?|templates?|sheets?|forms?|narrative|tables?|workbook|breakdown|${offer}|volumes?)\\b|\\bfully burdened\\b|\\brates? (?:shall|must|should)\\b|\\bprices? (?:quoted|shall|must)\\b|\\bbills? of quantities\\b|\\blabou?r (?:categor\\w+|rates?)\\b`,
      ),
      /\b(?:shall|must|should|includ\w*|submit\w*|use|using|utiliz\w*|complet\w*|provid\w*|separate\w*|required|format|excel|spreadsheet|attach\w*|consistent)\b/i,
    ],
    saysNot: /\bwill (?:be )?(?:evaluate[ds]?|review\w*)\b|\bclaim for monies\b|\bcall order price\b/i,
    under: /\b(?:pric(?:e|ing)|cost)\b/i,
  },
  {
    name: "budget",
    asks: /\bbudgets?\b|\bceiling\b|\b(?:estimated|expected|maximum|total|contract|order) (?:value|cost|price|amount)\b|\bhow much (?:money|is (?:it|the (?:contract|order|job)) worth|will they (?:pay|spend)|can they)\b|\bnot[- ]to[- ]exceed\b|\bworth\b/i,
    unless: /\b(?:insurance|bonds?|damages)\b/i,
    says: [
      /[$€£¥₹]\s?\d|\b\d[\d,. ]*\s?(?:million|dollars|euros?|pounds|rupees|lakhs?|crores?|shillings|francs?|[A-Z]{3}\b)|\b(?:USD|EUR|GBP|CAD|AUD|NZD|CHF|INR|KES|KSH|ZAR|Rs\.?)\s?\d/i,
      /\b(?:budget\w*|ceiling|estimat\w*|not[- ]to[- ]exceed|not exceed|up to|value|range|maximum|total|worth|funding|obligat\w*)\b/i,
    ],
    saysNot: /\bper hour\b|\bhourly\b|\bmicro-?purchase\b/i,
    under: /\b(?:budget|price|value|funding|ceiling|cost)\b/i,
    isAlwaysSaid: true,
  },
  {
    name: "invoices",
    asks: /\binvoic\w+|\bbill(?:s|ed|ing)?\b|\bwhere do we send (?:the|our) bills?\b/i,
    plainly:
      /\binvoic\w+\b[^.]{0,60}\b(?:submit\w*|sent|uploaded|monthly|include)\b|\bsubmit\w*\b[^.]{0,60}\binvoic\w+/i,
    says: [
      /\binvoic\w+|\bbill(?:s|ed|ing)\b/i,
      words(`\\b(?:submit\\w*|sent|monthly|${bidder}|days|portal|electronic\\w*|must|shall|include\\w*|system)\\b`),
    ],
    under: /\b(?:invoic\w+|billing|payment)\b/i,
  },
  {
    name: "payment",
    asks: /\bpayment (?:terms?|conditions|schedule|period|method)\b|\b(?:when|how|how soon|how often|how quickly)\b.*\b(?:paid|pay us|get our money|get paid|payments?)\b|\bprogress payments?\b|\badvance payments?\b|\bwhen do (?:we|they)\b.*\b(?:money|pay)\b|\bhow long\b.*\b(?:our money|until we are paid)\b/i,
    plainly:
      /\b(?:payments?|paid|pay)\b[^.]{0,80}\b(?:within|days|net|upon|monthly|arrears|after|acceptance)\b|\binvoic\w+\b[^.]{0,40}\bmonthly\b|\bmonthly\b[^.]{0,40}\binvoic\w+/i,
    says: [
      /\bpayments?\b|\bpaid\b|\bpays?\b|\binvoic\w+|\bnet \d+/i,
      /\b(?:days|monthly|prompt payment|net \d+|arrears|milestones?|acceptance|invoic\w+|upon|advance|in accordance|electronic funds|within)\b/i,
      /\bpay\w*|\bpaid\b|\binvoic\w+/i,
    ],
    saysNot: /\brelease of claims\b|\bdisbursement of records\b/i,
    under: /\b(?:payments?|invoic\w+|billing|compensation)\b/i,
  },
  {
    name: "travel",
    asks: /\btravel\w*|\bper diem\b|\bexpenses?\b|\b(?:trips?|flights?|hotels?|fares?)\b/i,
    says: [/\btravel\w*|\bper diem\b|\bexpenses\b/i],
    saysNot: /\bsupporting documentation\b|\bitemized\b|\borals?\b|\bpersonal services\b/i,
    under: /\btravel\b/i,
    named: /\btravel\w*|\bper diem\b|\bexpenses?\b/i,
  },
  {
    name: "contact",
    asks: /\bcontact(?:s| person| point)?\b|\bpoints? of contact\b|\bcontracting officer\b|\bwhom? (?:can|may|do|should|must) we (?:talk|speak|call|write|turn)\b|\bcommunicat\w+\b.*\bbefore\b/i,
    unless: /\b(?:questions?|resumes?|staff|personnel)\b/i,
    says: [
      /\bcontracting officer\b|\bcontact\b|\bcontract(?:ing)? specialist\b|\bpoints? of contact\b|\bprocurement (?:officer|lead|manager)\b/i,
      /:|@|\b\d{3}[-. ]\d{4}\b|\b(?:direct|all communications)\b/i,
    ],
    saysNot: /\bresumes?\b|\binvoice\b|\bkey personnel\b/i,
  },
  {
    name: "bid costs",
    asks: /\b(?:costs?|expenses?) (?:of|for) (?:bidding|preparing|the (?:bid|offer|proposal))\b|\b(?:bid|proposal|tender)(?:ding)? costs?\b|\bgive us back\b|\b(?:paid|pay us|compensat\w*|reimburs\w*) for (?:preparing|bidding|our (?:bid|offer|proposal|effort))\b/i,
    says: [
      /\b(?:costs?|expenses?|expenditure)\b/i,
      words(
        `\\b(?:prepar\\w*|submi\\w+|participat\\w*|incurred|respon\\w+)\\b[^.]{0,80}\\b(?:${offer}|solicitation|process|procedure)\\b|\\bbidding costs?\\b|\\b(?:${offer})\\b[^.]{0,60}\\b(?:prepar\\w*|incurred)\\b|\\b(?:bear|borne|reimburs\\w*|own (?:cost|expense|risk)|not (?:be )?(?:liable|responsible))\\b[^.]{0,80}\\b(?:${offer}|costs?|expenses?)\\b`,
      ),
    ],
    saysNot: /\bpricing narrative\b|\bbasis of pricing\b/i,
  },
];
