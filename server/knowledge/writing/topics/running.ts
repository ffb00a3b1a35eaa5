import { bidder, offer, span, type Topic, words } from "./topic";

/** What happens between award and end: delivery, acceptance, changes, and how it ends. */
export const runningTopics: Topic[] = [
  {
    name: "delivery",
    asks: /\b(?:how (?:fast|quick(?:ly)?|soon|long)|when|where|by when|to which address)\b.*\b(?:deliver(?:ed|y|ies)?|ship(?:ped|ment)?|suppl(?:y|ied)|bring the)\b|\bdelivery (?:times?|address|place|terms?|period)\b|\blead time\b/i,
    unless: /\b(?:deliverables?|offers?|quot\w+|bids?|proposals?|tenders?|late)\b/i,
    says: [
      /\bdeliver(?:y|ies|ed)?\b|\bship(?:ped|ment|ping)\b|\bF\.?O\.?B\b/i,
      words(
        `\\b${span}\\b|\\b(?:within|hours?|address|location|destination|inside|working days|weeks?|calendar|premises|site)\\b`,
      ),
      /\b(?:shall|must|will|required|within|deliver(?:y|ies) (?:is|are|time|point|schedule))\b/i,
    ],
    saysNot: /\b(?:non-?delivery receipt|past performance)\b/i,
    under: /\b(?:delivery|shipment|shipping|logistics)\b/i,
  },
  {
    name: "acceptance",
    asks: /\b(?:how|who|when|how long)\b.*\b(?:inspect\w*|accept(?:ed|s|ance)?|sign(?:ed)? off|check(?:s|ed)? (?:our|the|what)|approv\w+)\b|\bacceptance\b|\binspection\b/i,
    unless: /\b(?:validity|acceptance period|invoices?|offers?|quot\w+|bids?|proposals?|travel)\b/i,
    says: [
      /\b(?:inspect(?:ion|ed|s)?|acceptance|accepted|approv(?:al|ed))\b/i,
      words(`\\b(?:deliver\\w*|work|services?|goods|products?|code|items?|material|${span})\\b`),
      /\b(?:shall|will|may|must|days?|responsible|upon|criteria)\b/i,
    ],
    saysNot: /\bkey personnel\b|\bsubstitut\w*|\bsub-?contract\w*|\btravel\b/i,
    under: /\b(?:inspection|acceptance|quality)\b/i,
  },
  {
    name: "changes of staff",
    asks: /\b(?:swap(?:ped)?|replac\w*|substitut\w*|exchang\w*|chang\w*)\b.*\b(?:people|person|staff|personnel|somebody|someone|team|key)\b|\b(?:people|person|staff|personnel|key)\b.*\b(?:swapp?(?:ed)?|replac\w*|substitut\w*|leaves?|quits?|falls? ill)\b/i,
    says: [
      /\b(?:substitut\w*|replac\w*|diver(?:t|sion)|re-?assign\w*|unavailable|(?:staff|personnel) changes?|changes? (?:in|of|to) (?:key |proposed |the )*(?:staff|personnel|team))\b/i,
      /\b(?:personnel|staff|individuals?|persons?|members?|employees?|experts?)\b/i,
    ],
    under: /\b(?:key personnel|personnel|staff(?:ing)?|substitut\w*)\b/i,
  },
  {
    name: "termination",
    asks: /\bterminat\w*|\bcancel(?:led|s)?\b|\b(?:end|ended|stop|stopped|over) (?:it )?early\b|\b(?:walk away|get out|throw us out|kick us out|fire us|get rid of us|quit)\b/i,
    unless: /\b(?:offer|quote|bid|tender) early\b/i,
    says: [
      /\bterminat\w*|\bcancel(?:led|lation)?\b/i,
      words(
        `\\b(?:contract|order|agreement|convenience|cause|default|notice|government|buyer|authority|${bidder}|party|days)\\b`,
      ),
    ],
    saysNot: /\btermination of employment\b|\bterminate contractor employees\b/i,
    under: /\b(?:terminat\w*|cancel\w*)\b/i,
    named: /\bterminat\w*|\bcancel\w*/i,
  },
  {
    name: "price changes",
    asks: /\b(?:raise|increase|change|adjust|go up|rise|higher|more later|index)\b.*\b(?:price|prices|rates?|costs?)\b|\b(?:price|prices|rates)\b.*\b(?:chang\w*|adjust\w*|increas\w*|rise|raised|fixed|firm|go up|escalat\w*|stay|held)\b/i,
    unless: /\bfixed[- ]price\b|\b(?:stay|remain) (?:binding|valid)\b|\bevaluat\w*/i,
    says: [
      /\bpric(?:e|es|ing)\b|\brates?\b/i,
      /\b(?:escalat\w*|adjust(?:ed|ment|ments)?|remain (?:firm|fixed|unchanged)|firm (?:and|for|during|throughout)|held firm|increas\w+|decreas\w+|consumer price index|CPI|fixed (?:for|during|throughout))\b/i,
    ],
    saysNot: /\bimportance\b|\bquality\b/i,
    under: /\b(?:pric(?:e|ing|es)|rates|adjust\w*)\b/i,
  },
  {
    name: "handover",
    asks: /\btransition\b|\bhand-?over\b|\bphase-?out\b|\bexit plan\b|\bat the end\b.*\b(?:hand|give|pass)\b|\bpass(?:ing)? (?:it|the work) to (?:a|the) (?:new|next)\b/i,
    says: [/\btransition(?:ing)?\b|\bhand-?over\b|\bphase-?(?:out|in)\b|\bexit (?:plan|strategy)\b|\bsuccessor\b/i],
    under: /\b(?:transition|hand-?over|phase-?out|exit)\b/i,
    named: /\btransition\w*|\bhand-?over\b|\bphase-?(?:out|in)\b|\bexit (?:plan|strategy)\b|\bsuccessor\b/i,
  },
  {
    name: "personal data",
    asks: /\bpersonal (?:data|information)\b|\bdata protection\b|\bgdpr\b|\bprivacy\b|\bpii\b/i,
    says: [/\bpersonal(?:ly identifiable)? (?:data|information)\b|\bdata protection\b|\bGDPR\b|\bprivacy\b|\bPII\b/i],
    named: /\bpersonal(?:ly identifiable)? (?:data|information)\b|\bdata protection\b|\bGDPR\b|\bprivacy\b|\bPII\b/i,
  },
  {
    name: "disputes",
    asks: /\b(?:which|what) (?:law|court|courts|jurisdiction)\b.*\b(?:appl\w+|govern\w*|contract|agreement|dispute|decides?)\b|\bdisputes?\b|\barbitrat\w*|\bgoverning law\b|\bgo to court\b/i,
    says: [/\bgoverned by\b|\bjurisdiction\b|\bdisputes?\b|\barbitrat\w*|\blaws? of (?:the )?\p{Lu}|\bcourts? of\b/iu],
    named: /\bgoverned by\b|\bjurisdiction\b|\bdisputes?\b|\barbitrat\w*|\bgoverning law\b|\bcourts? of\b/i,
  },
  {
    name: "award date",
    asks: /\b(?:when|by when|how soon|how long)\b.*\b(?:know|hear|decid\w*|decision|announc\w*|awarded|be told|notified|results?|chosen|picked|selected)\b|\b(?:award|decision) date\b/i,
    unless: /\b(?:interviews?|extend|option)\b/i,
    says: [
      words(`\\b(?:award(?:ed)?|notif\\w*|decision|selection|intent to award|results?|${offer})\\b`),
      /\b(?:anticipat\w*|expect\w*|estimated|intends?|will be (?:made|announced|notified|awarded|informed)|date of award|notice of|award date|within)\b/i,
      words(`\\b${span}\\b|\\b(?:20\\d\\d|notif\\w*|announc\\w*|inform\\w*)\\b`),
    ],
    saysNot: /\bkey personnel\b|\boption\b/i,
    under: /\b(?:schedule|timeline|calendar|award|timetable|notification)\b/i,
  },
  {
    name: "opening",
    asks: /\b(?:when|where|who|may we)\b.*\b(?:bids?|tenders?|offers?|envelopes?|proposals?)\b.*\bopen(?:ed|ing)?\b|\b(?:bid|tender) opening\b/i,
    says: [/\bopen(?:ed|ing)\b/i, words(`\\b(?:${offer}|envelopes?)\\b`)],
    named: /\bopened\b|\bopening\b/i,
  },
  {
    name: "withdrawal",
    asks: words(
      `\\b(?:withdraw\\w*|take back|pull out|change|correct|modify|revise)\\b.*\\b(?:our |the |an? )?(?:${offer})\\b`,
    ),
    unless: /\b(?:price|prices|rates|validity|days|months|long)\b/i,
    says: [/\b(?:withdraw\w*|modif\w+|revis\w+|resubmit\w*|amend(?:ed)?)\b/i, words(`\\b(?:${offer})\\b`)],
  },
  {
    name: "currency",
    asks: /\bcurrenc(?:y|ies)\b/i,
    says: [
      /\bcurrenc(?:y|ies)\b|\b(?:in|of) (?:US |U\.S\. )?(?:dollars|euros?|pounds sterling|rupees)\b|\bUSD\b|\bEUR\b|\bGBP\b/i,
    ],
    named: /\bcurrenc(?:y|ies)\b|\b(?:dollars|euros?|sterling|rupees)\b|\bUSD\b|\bEUR\b|\bGBP\b/i,
  },
  {
    name: "taxes",
    asks: /\b(?:tax|taxes|vat|gst|customs|duties)\b/i,
    unless: /\btax(?:payer)? (?:id\w*|number)\b/i,
    says: [/\b(?:tax|taxes|taxation|VAT|GST|customs duties)\b/i],
    saysNot: /\btax(?:payer)? id\w*\b/i,
    named: /\b(?:tax|taxes|taxation|VAT|GST|customs)\b/i,
  },
  {
    name: "samples",
    asks: /\bsamples?\b|\btry (?:out )?our\b/i,
    unless: /\b(?:code|work|sample size)\b/i,
    says: [
      /\bsamples?\b/i,
      words(`\\b(?:${bidder}|deliver\\w*|submit\\w*|furnish\\w*|request\\w*|days|provid\\w*|test\\w*|free)\\b`),
    ],
    named: /\bsamples?\b/i,
  },
];
