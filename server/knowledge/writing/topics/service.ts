import { bidder, span, type Topic, words } from "./topic";

const training = /\btrain(?:ing|ed|ings)?\b|\binstruct(?:ion|or)s?\b|\borientation\b|\bworkshops?\b/i;
const up = /\buptime\b|\bavailability\b|\bavailable\b[^.]{0,40}%|\b99(?:\.\d+)? ?%|\bdowntime\b|\boutages?\b/i;
const breach =
  /\b(?:security|data|privacy|cyber\w*) (?:incidents?|breach(?:es)?)\b|\bbreach(?:es)? of (?:data|security|personal)\b|\bincident (?:report\w*|response|notification)\b|\bunauthori[sz]ed (?:access|disclosure)\b/i;
const harm = /\bliab(?:le|ility|ilities)\b|\bindemnif\w+|\bindemnity\b|\bhold harmless\b/i;
const free = /\bholidays?\b/i;

/** How the work goes from day to day. */
export const serviceTopics: Topic[] = [
  {
    name: "guarantee of work",
    asks: /\bsure of (?:any )?work\b|\bguarantee\w*\b.*\b(?:work|orders?|volume|amount|business)\b|\b(?:must|do) they (?:have to )?(?:buy|order)\b|\bpromise\w*\b.*\b(?:work|amount|orders?)\b|\bminimum (?:order|volume)\b|\bany work at all\b/i,
    says: [
      /\bno (?:guarantee|obligation|minimum)\b|\b(?:not|nor) (?:a )?guarantee\w*|\bminimum (?:guarantee|order)\b|\bguaranteed minimum\b|\bdo(?:es)? not (?:guarantee|obligate|commit)\b|\bnon-?exclusive\b|\bnot be obligated\b/i,
    ],
    under: /\b(?:guarantee|minimum|ordering|quantit\w+)\b/i,
  },
  {
    name: "meetings",
    asks: /\bhow often\b.*\b(?:meet|meetings?|sit down|check in|get together)\b|\bkick-?off\b|\bfirst (?:get-?together|meeting)\b|\b(?:which|what) meetings\b|\bmeetings?\b.*\b(?:attend|join|come to|held)\b/i,
    unless: /\b(?:bidders?|before we (?:bid|offer))\b/i,
    says: [
      /\bmeetings?\b|\bkick-?off\b|\bstand-?ups?\b|\bconference calls?\b/i,
      words(
        `\\b(?:daily|weekly|monthly|quarterly|bi-?weekly|${span}|within|shall|must|will|attend\\w*|conduct\\w*|participat\\w*)\\b`,
      ),
    ],
    saysNot: /\bpre-?(?:bid|proposal|quote)\b/i,
  },
  {
    name: "reports",
    asks: /\bkeep them (?:posted|informed|in the loop)\b|\bwritten updates?\b|\btell them how (?:it|things) goe?s?\b|\b(?:status|progress|monthly|weekly|quarterly|final) reports?\b|\b(?:which|what|how often|when)\b.*\breports?\b/i,
    unless: /\b(?:bugs?|breach\w*|incidents?|leave|audit)\b/i,
    says: [
      /\b(?:status|progress|monthly|weekly|quarterly|annual|final|activity|performance|written|summary) reports?\b|\breport(?:s|ing)\b/i,
      words(
        `\\b(?:daily|weekly|monthly|quarterly|annual\\w*|${span}|submit\\w*|provid\\w*|deliver\\w*|due|shall|must)\\b`,
      ),
    ],
    saysNot: /\b(?:credit|audit|accident|incident) reports?\b/i,
    under: /\b(?:report\w*|deliverables?)\b/i,
  },
  {
    name: "hours",
    asks: /\b(?:what|which|working|office|opening|core|business) hours\b|\btime of (?:the )?day\b|\b(?:be|are we) (?:reachable|on duty|on call)\b|\baround the clock\b|\b(?:at|on) (?:the )?(?:nights?|weekends?)\b/i,
    unless: /\b(?:cut-?off|deadline|close|closes|closing|due|offers?|bids?)\b/i,
    says: [
      /\b(?:core|business|working|operating|office|duty|normal|support|service) hours\b|\bhours of (?:operation|work|service)\b|\d\s*(?:a\.?m|p\.?m)\b.{0,30}\d\s*(?:a\.?m|p\.?m)|\b24[/x]7\b|\bseven days a week\b|\bon-?call\b/i,
    ],
    saysNot: /\b(?:offers?|bids?|proposals?|quot\w+) (?:are |is )?due\b/i,
    under: /\bhours\b/i,
  },
  {
    name: "holidays",
    asks: /\bholidays?\b|\bdays? off\b|\bclosed days\b/i,
    says: [free],
    named: free,
  },
  {
    name: "response time",
    asks: /\bhow (?:fast|soon|quickly)\b.*\b(?:we|our)\b.*\b(?:answer|react|respond|reply|fix|call back|pick up|get back)\b|\b(?:write|call|come) back\b.*\bhow (?:fast|soon|quickly)\b|\bhow (?:fast|soon|quickly)\b.*\b(?:fixed|repaired|mended|answered)\b/i,
    unless: /\b(?:offer|bid|tender|solicitation)\b/i,
    says: [
      /\brespon(?:d|se|ds|ding)\b|\backnowledg\w*|\bresol(?:ve|ved|ution)\b|\brepl(?:y|ies)\b|\brepair\w*|\bcorrect(?:ed|ion)?\b/i,
      words(`\\b${span}\\b|\\bhours?\\b|\\bminutes?\\b|\\bimmediately\\b|\\bnext business day\\b`),
      /\bwithin\b|\bno (?:later|more) than\b|\b(?:response|resolution|turnaround) times?\b|\bimmediately\b|\bnext business day\b/i,
    ],
    saysNot: /\b(?:offers?|bids?|proposals?|quot\w+|rf[pqi]) (?:are |is )?due\b/i,
  },
  {
    name: "training",
    asks: /\btrain(?:ing|ed)?\b|\bteach\w*|\blessons\b|\bcourses?\b|\bthe ropes\b|\bour people learn\b/i,
    unless: /\bof course\b|\btrain (?:tickets?|station|fares?)\b/i,
    says: [
      training,
      words(`\\b(?:${bidder}|shall|must|provid\\w*|staff|users?|personnel|employees?|cost|hours|days|materials)\\b`),
    ],
    named: training,
  },
  {
    name: "uptime",
    asks: /\buptime\b|\bavailab\w+\b.*\b(?:percent\w*|how|level)\b|\b(?:percent\w*|how|level)\b.*\bavailability\b|\bhow many nines\b|\bdown ?time\b|\bhow (?:much|long|often)\b.*\b(?:be down|out of order|offline|fall over)\b/i,
    unless: /\bstaff|\bpeople|\bpersonnel|\bfunds|\breferences\b/i,
    says: [up],
    named: up,
  },
  {
    name: "where it runs",
    asks: /\bwhere\b.*\b(?:data|files|servers?|hosted|stored|it runs?|must it run)\b|\b(?:whose|which) (?:machines|servers|cloud)\b|\b(?:leave|stay in|outside) the country\b|\b(?:data|it) hosted\b|\bhosting\b/i,
    says: [
      /\bhost(?:ed|ing|s)?\b|\bdata ?cent(?:er|re)s?\b|\bcloud\b|\bservers?\b|\bstored\b|\bresid(?:e|es|ency)\b/i,
      words(`\\b(?:shall|must|will|within|provided|responsible|outside|located|on|in the|${bidder})\\b`),
    ],
    plainly: /\bhosting\b|\bhosted (?:by|on|in)\b/i,
    under: /\b(?:hosting|infrastructure|environment|data (?:location|residency))\b/i,
  },
  {
    name: "breach",
    asks: /\b(?:hack(?:ed|ers?)?|break-?ins?|leaks?|leaked|stolen data|data (?:is |gets? )?(?:stolen|out|lost))\b|\b(?:security|data) (?:breach\w*|incidents?)\b/i,
    says: [breach],
    named: breach,
  },
  {
    name: "equipment",
    asks: /\b(?:laptops?|tools|computers|kit|gear|equipment|desks?|machines)\b.*\b(?:bring|own|get|give|given|lend|provide\w*|supply|supplied|buy)\b|\b(?:bring|give us|lend|lend us|get|provide|supply)\b.*\b(?:laptops?|tools|computers|kit|gear|equipment|desks?)\b/i,
    says: [
      /\bfurnish\w*|\b(?:government|buyer|client|contractor)[- ](?:provided|supplied)\b|\bprovid\w+\b|\bGFE\b|\bsuppl(?:y|ied)\b/i,
      /\bequipment\b|\blaptops?\b|\bcomputers?\b|\bsoftware\b|\btools\b|\bwork ?space\b|\bmaterials\b|\bfacilities\b|\bGFE\b/i,
    ],
    under: /\b(?:furnished|equipment|property|facilities)\b/i,
  },
  {
    name: "liability",
    asks: /\bliab(?:le|ility)\b|\bhow much (?:can|could) (?:we|they) (?:be )?(?:lose|sued)\b|\bpay for (?:the |any )?damage\b|\bindemni\w+|\bwho (?:takes|carries) the blame\b/i,
    unless: /\binsur\w+|\bcover\b/i,
    says: [harm],
    saysNot: /\bliability insurance\b/i,
    named: harm,
  },
  {
    name: "keeping of records",
    asks: /\bhow (?:long|many years)\b.*\b(?:keep|kept|stay|retain\w*|hold on to|stored?)\b.*\b(?:records?|logs?|files|papers|data|traces|books|copies)\b|\bhow (?:long|many years)\b.*\b(?:records|logs|traces|papers|books|files|data)\b.*\b(?:kept|stay|keep|stored|retained)\b/i,
    says: [
      /\bretain\w*|\bretention\b|\bkept\b|\barchiv\w+|\bmaintain\w*|\bpreserv\w+|\bkeep\b/i,
      /\brecords?\b|\blogs?\b|\bdata\b|\bdocuments?\b|\bfiles?\b|\bbooks\b|\baccounts\b/i,
      words(`\\b${span}\\b`),
    ],
    under: /\b(?:records?|retention|audit)\b/i,
  },
];
