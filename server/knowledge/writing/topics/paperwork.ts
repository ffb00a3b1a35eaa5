import { bidder, offer, span, type Topic, words } from "./topic";

const signed = /\bsign(?:ed|s|ing|ature|atures|atory)?\b|\bexecuted by\b/i;
const copies = /\b(?:copy|copies|originals?|duplicate|triplicate)\b/i;
const size = /\b\d+(?:\.\d+)? ?(?:MB|GB|KB)\b|\bmega ?bytes?\b|\bfile size\b/i;
const type =
  /\bfont\b|\b\d+[- ]?(?:point|pt)\b|\bmargins?\b|\b(?:single|double|line)[- ]spac\w+|\bletter-?size\b|\bA4\b|\b8\.5\b|\btypeface\b/i;
const challenge = /\bprotests?\b|\bdebrief\w*|\bappeals?\b|\bcomplaints?\b|\bstandstill\b|\bfeedback\b|\bgrievance/i;
const press = /\bpublicity\b|\bpress\b|\bnews releases?\b|\badvertis\w+|\bmedia\b|\blogos?\b|\bendorse\w*/i;

/** How an offer looks and is sent, and what becomes of it. */
export const paperworkTopics: Topic[] = [
  {
    name: "copies",
    asks: /\bhow many (?:\w+ )?(?:copies|originals|sets|printouts)\b|\bnumber of (?:\w+ )?copies\b|\bhow many times\b.*\bprint/i,
    says: [
      copies,
      words(
        `\\b(?:\\d+|one|two|three|four|five|six|seven|eight|ten|an?) ?(?:\\(\\d+\\) )?(?:\\w+ ){0,3}?(?:cop(?:y|ies)|originals?)\\b`,
      ),
    ],
    saysNot: /\bcop(?:y|ies) of (?:the|any|all|its|their|each) (?!offer|bid|proposal|quot)/i,
    named: copies,
  },
  {
    name: "signature",
    asks: /\b(?:who|whose|how|must|do|does|need)\b.*\b(?:sign|signs|signed|signature|autograph)\b/i,
    unless: /\bsign(?:ed)? (?:off|up|in|on)\b|\b(?:disclosure|invoices?|secrecy|nothing more|releases?)\b/i,
    says: [
      signed,
      words(
        `\\b(?:${offer}|authori[sz]ed|official|person|bind|binding|officer|representative|form|page|letter|ink|electronic)\\b`,
      ),
    ],
    named: signed,
  },
  {
    name: "kind of file",
    asks: /\b(?:what|which) (?:kind|sort|type) of (?:file|document)\b|\bfile (?:types?|formats?)\b|\b(?:what|which) (?:file|electronic)? ?format\b|\bas (?:a )?(?:pdf|word|excel)\b|\bpdf or\b|\bor (?:a )?pdf\b/i,
    unless: /\b(?:data|deliver\w*|price|prices|pricing|figures|numbers|costs?|code|reports?|export\w*|resumes?)\b/i,
    says: [
      /\bPDF\b|\bportable document\b|\b(?:microsoft|ms) (?:word|excel|office)\b|\bexcel\b|\.(?:docx?|xlsx?|pdf)\b|\b(?:word|searchable|electronic) (?:format|document|file)s?\b|\bfile formats?\b/i,
      words(`\\b(?:${offer}|submit\\w*|format|files?|attach\\w*|upload\\w*|e-?mail\\w*)\\b`),
    ],
  },
  {
    name: "type size",
    asks: /\bfonts?\b|\b(?:letter|type|text) ?size\b|\bmargins?\b|\bhow (?:big|small)\b.*\b(?:letters|type|writing)\b|\b(?:line )?spacing\b|\bpaper size\b/i,
    unless: /\bprofit\b/i,
    says: [type],
    named: type,
  },
  {
    name: "file size",
    asks: /\bhow (?:big|heavy|large)\b.*\b(?:files?|mails?|e-?mails?|messages?|attachments?|document|upload)\b|\bmega ?bytes\b|\btoo big to (?:mail|send|e-?mail)\b|\bfile size\b/i,
    says: [size],
    named: size,
  },
  {
    name: "subject line",
    asks: /\bsubject (?:line|heading)\b|\b(?:subject|headline|title|heading) of (?:the|our) (?:e-?mails?|mails?|messages?)\b|\b(?:messages?|mails?|e-?mails?)\b.*\bheaded\b|\b(?:write|put|stand) on the (?:envelope|outside|mail|parcel)\b/i,
    says: [
      /\bsubject(?: line| heading| header)?\b[^.]{0,80}(?:\be-?mails?\b|\bmessage\b|["“:]|\binclude|\bread\b)|\b(?:marked|labell?ed|clearly mark)\b|\be-?mail\w*\b[^.]{0,60}\b(?:subject|titled|headed)\b/i,
    ],
  },
  {
    name: "number of awards",
    asks: /\bhow many (?:winners?|awards?|contracts?)\b|\bhow many (?:firms|companies|bidders|vendors|suppliers|contractors)\b.*\b(?:win|pick\w*|chos\w*|choos\w*|get|award\w*|hire\w*|select\w*)\b|\b(?:only one|more than one|several|one or (?:more|several)) (?:winners?|firms?|awards?)\b|\b(?:single|multiple) awards?\b/i,
    unless: /\binterview\w*\b|\bnext round\b/i,
    says: [
      words(
        "\\b(?:single|multiple|one|two|three|four|five|several|more than one|up to \\w+|\\d+)\\b[^.]{0,40}\\b(?:awards?|contracts?|awardees?|contractors?|vendors?|suppliers?|agreements?|orders?|firms?)\\b",
      ),
      /\baward\w*|\bselect\w*|\bintend\w*|\banticipat\w*/i,
    ],
    under: /\baward\b/i,
  },
  {
    name: "one bid each",
    asks: words(`\\b(?:two|several|more than one|second|multiple|extra) (?:${offer}|answers?)\\b`),
    says: [
      words(
        `\\b(?:more than one|multiple|only one|alternat\\w+|a single|one|two or more|duplicate)\\b(?: \\w+){0,2}? ${offer}\\b`,
      ),
      /\b(?:may|shall|must|will|not|only|accept\w*|consider\w*|allow\w*|submit\w*|permitted)\b/i,
    ],
  },
  {
    name: "negotiation",
    asks: /\bhaggl\w+|\bbargain\w*|\bsecond chance\b|\bimprove our (?:price|offer|bid)\b|\btalk about the price\b|\bnegotiat\w+|\bbest (?:price|offer)\b.*\b(?:first|right away|at once|straight)\b|\bbest and final\b/i,
    says: [
      /\bnegotiat\w+|\bdiscussions\b|\bbest and final\b|\bwithout (?:discussions|exchanges|interviews)\b|\binitial (?:offers?|quot\w+|proposals?)\b|\bbest (?:terms|offer)\b/i,
    ],
    named: /\bnegotiat\w+|\bdiscussions\b|\bbest and final\b|\bexchanges\b|\binitial (?:offers?|quot\w+|proposals?)\b/i,
  },
  {
    name: "cancelling",
    asks: /\bcall (?:it|the (?:whole )?(?:thing|tender)) off\b|\bbuy nothing\b|\bnobody wins\b|\bpick nobody\b|\breject (?:all|us all|everyone|everybody)\b|\bmust they (?:pick|choose|award)\b/i,
    says: [
      /\breserves? the right\b|\bcancel\w*|\breject (?:any|all)\b|\bno award\b|\bnot (?:be )?obligated?\b/i,
      words(`\\b(?:${offer}|award|solicitation|rf[pqt]|procurement|contract)\\b`),
    ],
  },
  {
    name: "challenge",
    asks: /\bcomplain\w*|\bappeal\b|\bfight the (?:result|decision|choice)\b|\b(?:un|not )happy with the (?:result|decision|choice)\b|\bwhy (?:did )?we los[te]\b|\bdebrief\w*|\bprotests?\b|\bchallenge the (?:award|result|decision)\b/i,
    says: [challenge],
    named: challenge,
  },
  {
    name: "secrecy of offers",
    asks: words(
      `\\b(?:who|others?|rivals?|competitors?|the public|anybody|anyone)\\b.*\\b(?:read|see|look at|get hold of)\\b.*\\b(?:our|the) (?:prices?|answers?|${offer})\\b|\\b(?:${offer}|answers?|prices?) (?:stay|stays|be kept|remain) secret\\b|\\bredact\\w*|\\btrade secrets?\\b|\\bmark\\b.*\\bsecret\\b`,
    ),
    says: [
      /\bproprietary\b|\bconfidential\b|\bfreedom of information\b|\bFOIA\b|\bpublic (?:records?|disclosure)\b|\btrade secrets?\b|\bredact\w*/i,
      words(`\\b(?:${offer}|${bidder}|information|pages?|marked|disclos\\w*|releas\\w*)\\b`),
    ],
    named:
      /\bproprietary\b|\bconfidential\b|\bfreedom of information\b|\bFOIA\b|\bpublic (?:records?|disclosure)\b|\btrade secrets?\b|\bredact\w*/i,
  },
  {
    name: "registration",
    asks: /\bregist(?:er|ered|ration)\b|\bsam\.gov\b|\bsign(?:ed)? up\b|\b(?:uei|duns|cage)\b|\bvendor (?:number|list)\b/i,
    unless: /\b(?:users?|interviews?|trade ?mark)\b/i,
    says: [
      /\bregist(?:er|ered|ration)\b|\bSAM\b|\bsystem for award management\b|\bUEI\b|\bunique entity\b|\bDUNS\b|\bCAGE\b/i,
    ],
    named:
      /\bregist(?:er|ered|ration)\b|\bSAM\b|\bsystem for award management\b|\bUEI\b|\bunique entity\b|\bDUNS\b|\bCAGE\b/i,
  },
  {
    name: "publicity",
    asks: /\bbrag\w*|\btell the (?:press|world|papers)\b|\bpress releases?\b|\badvertis\w+|\b(?:use|show) (?:their|the) (?:logo|name)\b|\bmention\b.*\b(?:website|in public|brochure)\b|\bpublicity\b/i,
    says: [press, /\b(?:shall|may|must|not|without|prior|consent|approval|written)\b/i],
    named: press,
  },
  {
    name: "pass mark",
    asks: /\b(?:lowest|least|minimum|pass(?:ing)?) (?:marks?|scores?|points|grades?)\b|\bhow many (?:marks|points) (?:to|do we need|must we)\b|\b(?:marks?|scores?|points)\b.*\b(?:still|stay) in\b/i,
    says: [
      /\b(?:minimum|at least|less than|below|lower than|threshold|qualify\w*|cut-?off|pass(?:ing)?)\b[^.]{0,60}\b(?:\d+ ?(?:%|points|marks|percent)|scores?|marks)\b|\b(?:scores?|marks|points)\b[^.]{0,60}\b(?:minimum|at least|less than|below|lower than|threshold|qualify\w*)\b/i,
      /\d/,
    ],
  },
  {
    name: "age of the firm",
    asks: /\bhow (?:old|long)\b.*\b(?:must|should|does|has|have)\b.*\b(?:company|firm|we|business)\b.*\b(?:be|been|exist\w*|around|going)\b.*\b(?:business|least|around|exist\w*|going)\b|\byears in business\b/i,
    says: [
      /\b(?:in business|existence|established|operat(?:ed|ing|ional|ion)|incorporated|providing|experience)\b/i,
      words(`\\b${span}\\b`),
      words(`\\b(?:${bidder}|business|minimum|at least)\\b`),
    ],
  },
];
