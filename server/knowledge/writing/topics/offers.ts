import { bidder, day, month, offer, span, type Topic, words } from "./topic";

/** Only when, not where. */
const whenQuestionsEnd =
  /^(?!.*\bwhere\b)\W*(?:and |so )?(?:when|by when|until when|till when|what(?:['’]?s| is) the (?:last|deadline|cut-?off|due date))\b.*\b(?:questions?|inquir(?:y|ies)|enquir(?:y|ies)|quer(?:y|ies)|clarifications?)\b|^(?!.*\bwhere\b).*\b(?:questions?|clarification|query) (?:deadline|cut-?off|due date|period)\b/i;
/** What is said of answers, of questions once asked, and of interviews. */
const notQuestions =
  /\b(?:submitted|received) questions (?:from|between|during)\b|\bquestion and answer (?:form|format|document|session)\b|\b(?:answers?|respon(?:ds?|ses?|ding)|repl(?:y|ies)) to (?:the |all |any |written |submitted |received )*(?:questions?|inquiries|enquiries|queries|clarifications)\b|\b(?:interview|oral|core questions|technical factors|help ?desk|invoicing)\b/i;

/** Questions before the offer, and the offer itself. */
export const offerTopics: Topic[] = [
  {
    name: "deadline",
    asks: words(
      `\\b(?:when|by when|deadline|due|clos(?:e|es|ing)|how long do we have|until when|what (?:date|day|time)|last (?:day|date|moment)|latest)\\b.*\\b(?:${offer}|submit\\w*|submission|hand(?:ed)? in|turn(?:ed)? in|deliver our|reply|respond|responses?)\\b|\\b(?:submission|closing|response|${offer}) (?:deadline|date|time)\\b|\\b(?:${offer})\\b.*\\b(?:due|deadline|clos(?:e|es|ing))\\b|\\b(?:how much time|how many days) (?:do we|have we|is there)\\b.*\\b(?:reply|respond|offer|answer|bid|tender|write)\\b|\\b(?:when|by when) (?:do|does|must|should|has|have)\\b.*\\b(?:offer|our answer|our reply|bid)\\b.*\\b(?:be there|arrive|be in|on their desk|reach)\\b|\\bwhen do they want (?:our|the) (?:offer|bid|answer|reply)\\b|^\\W*(?:(?:and |so )?(?:when(?:[’']?s| is| are)?|by when(?: is)?|what (?:day|date|time) is|what[’']?s) (?:it|this|that|everything|all|we|the (?:thing|rfp|rfq|itt|tender|deadline|due date|closing (?:date|time)))?\\s*(?:due|closing|closes?|needed|the deadline|end)?|(?:the )?(?:due date|deadline|closing (?:date|time)))\\W*$`,
    ),
    unless:
      /\b(?:questions?|clarif\w*|enquir\w*|inquir\w*|invoices?|deliverables?|reports?|payments?|interviews?|orals?|oral presentations?|bills?|valid|hold|open)\b/i,
    says: [
      words(
        `^(?:\\W*(?:(?:rf[pqt]|itt|itb|solicitation|tender|bid(?:ding)?) closes?|reply|respon(?:se|d)|return|due|closing|close|deadline|${offer})(?: (?:due|by|date|deadline|time|and|close|for|of|receipt|${offer}))*\\b[^.]{0,40}?[:|])|\\b(?:${offer})\\b[^.]{0,120}\\b(?:due|no later than|not later than|received (?:by|before|no later)|closing|deadline|on or before|by|until|before|prior to)\\b|\\b(?:due|closing|deadline|no later than|submitted (?:by|before))\\b[^.]{0,100}\\b(?:${offer})\\b`,
      ),
      words(`\\b${day}|\\b\\d{1,2}(?::\\d\\d)?\\s*[ap]\\.?m\\b`),
    ],
    saysNot:
      /\b(?:questions?|inquiries|clarifications?|comments)\b[^.]{0,80}\b(?:no later than|by|due|until|before)\b|\binterviews?\b/i,
  },
  {
    name: "channel",
    asks: words(
      `^\\W*who(?:m)? (?:do|does|should|must|can|shall) (?:i|we|it|this|you) (?:send|submit|deliver|e-?mail|mail|give|hand|go)\\b|\\b(?:can|could|may|should) (?:we|i) (?:just )?(?:e-?mail|post|mail|upload|fax|hand) (?:it|this|that)\\b|\\b(?:where|how|to whom|through (?:what|which)|via (?:what|which)|(?:what|which) (?:address|portal|channel|website|e-?mail|system|way|form))\\b.*\\b(?:submit\\w*|submission|sen[dt]|hand(?:ed)? in|upload\\w*|lodg\\w*|deliver(?:ed)? (?:our|the|${offer})|get our|go(?:es)?(?!-)|received|fil(?:e|ed))\\b|\\bsubmission (?:method|channel|address)\\b|\\b(?:${offer})\\b.*\\b(?:uploaded|sent (?:to|by|via))\\b|\\b(?:do we|can we|should we|may we)\\b.*\\b(?:post|mail|e-?mail|fax|upload)\\b.*\\b(?:it|offer|bid|tender|proposal|quote)\\b|\\bwhere does (?:it|the offer|our offer|the bid|our bid) (?:have to )?go\\b`,
    ),
    unless:
      /\b(?:questions?|clarif\w*|enquir\w*|inquir\w*|invoices?|bills?|deliverables?|reports?|code|requests?|resumes?|money)\b/i,
    says: [
      words(`\\b(?:${offer})\\b`),
      words(
        "\\b(?:electronic(?:ally)?|e-?mail(?:ed)?|portal|upload\\w*|via|through|hard cop(?:y|ies)|by (?:post|courier|hand|mail)|online|web ?site|form below|google forms?|addressed to|sent to|submitted to)\\b|@|https?:",
      ),
      words("\\b(?:submit\\w*|received?|sent|send|accepted|delivered|upload\\w*|lodged|via)\\b"),
    ],
    saysNot: /\b(?:questions?|inquiries|clarifications?|invoices?)\b/i,
  },
  {
    name: "last day for questions",
    asks: whenQuestionsEnd,
    unless: /\b(?:interviews?|orals?|oral presentations?|answered)\b/i,
    says: [
      /\b(?:questions?|inquir(?:y|ies)|enquir(?:y|ies)|quer(?:y|ies)|clarifications?)\b/i,
      words(`\\b${day}|\\b\\d{1,2}(?::\\d\\d)?\\s*[ap]\\.?m\\b|\\b${span}\\b`),
      words(
        `\\b(?:due|deadline|clos(?:e|es|ing)|no later than|not later than|on or before|prior to|end)\\b|\\b(?:by|until|till|before|after)\\s+(?:\\w+\\s+){0,2}?(?:\\d|${month}|${span})|\\b(?:questions?|inquiries|enquiries|queries|clarifications?)\\b[^.]{0,60}\\b${day}`,
      ),
    ],
    saysNot: notQuestions,
    isAlwaysSaid: true,
  },
  {
    name: "questions",
    asks: /\b(?:ask(?:ed)?|raise|submit|send|put|pose|last|deadline for|due date for|have)\b.{0,30}\b(?:questions?|quer(?:y|ies)|clarifications?|inquir(?:y|ies)|enquir(?:y|ies))\b|\b(?:questions?|clarifications?|quer(?:y|ies)|inquir(?:y|ies)|enquir(?:y|ies))\b.{0,40}\b(?:due|deadline|asked|submitted|sent|by when|until|raised|addressed|end|close)\b|\b(?:question|clarification) (?:deadline|period)\b|\buntil when .*\bask\b|\bwhere .*\bask\b|\bwhom? (?:can|may|do|could) we ask\b|\bsomething (?:is )?unclear\b|\bwhere do we put (?:our )?questions\b/i,
    unless: new RegExp(`\\b(?:interviews?|orals?|oral presentations?|answered at)\\b|${whenQuestionsEnd.source}`, "i"),
    plainly:
      /\b(?:questions?|clarifications?|inquiries|enquiries|queries)\b[^.]{0,120}\b(?:submit\w*|sent|directed|addressed|received|e-?mail\w*)\b[^.]{0,160}\b(?:no later than|by|before|until|on or before)\b/i,
    says: [
      /\b(?:questions?|clarifications?|inquir(?:y|ies)|enquir(?:y|ies)|quer(?:y|ies)|requests? for (?:information|clarification))\b/i,
      words(
        `\\b(?:submit\\w*|sent|send|directed|addressed|due|deadline|no later than|not later than|received|posed|posted|e-?mail\\w*|issues?|forms?|accepted)\\b|\\b${day}`,
      ),
      words(
        `\\b${day}|@|https?:|\\b(?:submitted|sent|directed|addressed|e-?mail\\w*|forms?|portal|github|due|no later than)\\b`,
      ),
    ],
    saysNot: notQuestions,
  },
  {
    name: "eligibility",
    asks: words(
      `\\beligib\\w*|\\b(?:who|which (?:firms?|companies|vendors?|bidders?)) (?:can|may|is|are)(?: \\w+){0,3} (?:bid|apply|participate|quote|tender|submit|respond|compete|take part)\\b|\\b(?:can|may|are) we (?:even )?(?:bid|apply|participate|allowed to (?:bid|apply|take part))|\\bconditions? (?:of|for) participation\\b|\\bcontract vehicle\\b|\\b(?:to|before we can|in order to) (?:bid|be allowed to bid|take part|participate)\\b|\\b(?:exclusion|selection) (?:grounds|criteria)\\b|\\bopen to\\b|\\b(?:can|may|could) (?:a|an|foreign|new|small)\\b.*\\b(?:take part|bid|apply|compete|join in)\\b|\\bwho may (?:take part|join)\\b`,
    ),
    plainly:
      /\b(?:eligib\w*|contract vehicle|set[- ]?aside|restricted to|limited to|open (?:only )?to|conditions? (?:of|for) participation)\b|^\W*to:|\bterms and conditions of\b/i,
    says: [
      words(
        `\\beligib\\w*|\\b(?:contract vehicle|set[- ]?aside|restricted to|limited to|open (?:only )?to|only \\w+(?: \\w+){0,4} (?:may|can|will)|conditions? (?:of|for) participation|grounds for exclusion|exclusion grounds|selection criteria|competed|competition)\\b|^\\W*to:|\\b(?:issued|solicitation|request|procurement|accomplished|ordering)\\b[^.]{0,120}\\b(?:under|terms and conditions of|against)\\b[^.]{0,120}\\b(?:schedules?|framework|bpa|agreement|vehicle|subpart|contract)\\b|\\b${bidder} (?:must|shall) (?:be|hold|have|possess|demonstrate) (?:an? |the )?(?:registered|certified|active|valid|current|licen[cs]ed|eligible|existing|minimum)\\b`,
      ),
    ],
    saysNot: /\b(?:substitut\w*|competitive range|full and open source)\b/i,
  },
  {
    name: "set-aside",
    asks: /\bset-asides?\b|\bset aside (?:for|only)\b|\ba set aside\b|\bsmall(?:er)? (?:business|firm|compan)|\bsocio-?economic\b|\b(?:8\(a\)|hubzone|sdvosb|wosb|smes?)\b|\breserved (?:for|to) (?:small|certain|local|women|veterans?|minority|special|disadvantaged|sheltered)/i,
    says: [
      /\bset[- ]?asides?\b|\bsmall(?:er)? (?:businesses|business|firms?|enterprises?|and medium)|\b8\(a\)|\bhubzone\b|\bsdvosb\b|\bwosb\b|\bNAICS\b|\bsize standard\b|\bSMEs?\b|\bfull and open competition\b|\bunrestricted\b/i,
    ],
    named:
      /\bset[- ]?asides?\b|\bsmall(?:er)? (?:businesses|business|firms?|enterprises?|and medium)|\b8\(a\)|\bhubzone\b|\bsdvosb\b|\bwosb\b|\bNAICS\b|\bSMEs?\b|\bfull and open competition\b|\bunrestricted\b/i,
  },
  {
    name: "page limits",
    asks: words(
      `\\bpage (?:limits?|count|restrictions?)\\b|\\b(?:how many|number of) (?:pages|words)\\b|\\bword (?:limit|count)s?\\b|\\b(?:length|size) limits?\\b|\\bhow (?:long|big) (?:can|may|should|must|does|do) (?:the|our|an?|each|it)\\b.*\\b(?:be|${offer}|resumes?|response)\\b|\\bmaximum length\\b|\\bhow much (?:may|can|should) we write\\b|\\bhow thick\\b|\\bhow long (?:may|can|should) (?:the|our) (?:write-?up|text|paper|answer|offer)\\b`,
    ),
    unless: /\bhow long (?:can|may|must|should) .*\bvalid\b|\bcontract\b/i,
    says: [
      /\b(?:pages?|words?|characters?)\b/i,
      words(
        "\\b(?:limit\\w*|exceed\\w*|max(?:imum)?|no more than|up to|not (?:be )?(?:more|longer|greater) than|at most|within)\\b[^.]{0,80}?\\b(?:pages?|words|characters)\\b|\\b(?:pages?|words|characters)\\b[^.]{0,40}\\b(?:limit\\w*|maximum|or (?:less|fewer)|exclud\\w*|each)\\b|-page\\b|\\b(?:\\d+|one|two|three|four|five|six|seven|eight|ten|fifteen|twenty)\\)? (?:single-sided |double-sided |typed |printed )*(?:pages?|words|sides)\\b",
      ),
      /\d|\b(?:one|two|three|four|five|six|seven|eight|ten)\b/i,
    ],
    saysNot: /\b(?:web ?pages?|first page|landing page|page load|cover page)\b(?!.*\blimit)/i,
    named: /\bpage|\bwords\b|\bcharacters\b/i,
    isAlwaysSaid: true,
  },
  {
    name: "contents",
    asks: words(
      `\\bwhat (?:must|should|does|do|has|have|is|goes|needs?|belongs)\\b(?=.*\\b(?:${offer}|volumes?|package|envelopes?|submit|hand in|send)\\b).*\\b(?:contain|include|be in|go(?:es)? in|submit|hand in|send|consist|comprise|cover|be part of|in|belongs?)\\b|\\b(?:contents?|structure|parts|volumes?|sections) of (?:the|our|an?) (?:\\w+ ){0,2}?${offer}\\b|\\b(?:which|what) (?:documents?|forms?|attachments?|items|volumes?|files)\\b.*\\b(?:submit\\w*|include\\w*|required|attach\\w*|send|hand in)\\b|\\b(?:technical|management|business|written) (?:volume|${offer}|submittal)\\b`,
    ),
    unless:
      /\b(?:invoices?|resumes?|r[eé]sum[eé]s?|cvs?|reports?|bills?|travel|transition|price|pricing|cost|language|address|date|plans? (?:of|for))\b/i,
    plainly: words(
      `\\b(?:${offer}|volumes?|${bidder})\\b[^.]{0,40}\\b(?:shall|must|should|will)\\b[^.]{0,40}\\b(?:include|contain|consist|submit)\\b[^.]{0,80}(?:\\bfollowing\\b|\\bseparate\\b|\\ba (?:signed |cover|staffing|technical|price|management)|:)|\\bat a minimum\\b`,
    ),
    says: [
      words(`\\b(?:${offer}|${bidder}|technical|cover|volumes?|files?|attachments?|plan)\\b`),
      words(
        `\\b(?:${offer}|${bidder}|volumes?)\\b[^.]{0,60}\\b(?:shall|must|should|will|are (?:required|expected|asked|instructed)|is required)\\b[^.]{0,60}\\b(?:includ\\w*|contain\\w*|consist\\w*|compris\\w*|submit\\w*|provid\\w*|address\\w*|describ\\w*|demonstrat\\w*|attach\\w*|answer|complete|organi[sz]ed)\\b|\\bat a minimum\\b|\\bfollowing (?:items|information|documents|sections|introductory)\\b|\\bseparate (?:attachments?|files?|volumes?)\\b`,
      ),
    ],
    saysNot: /\b(?:deliverables?|invoices?|substitut\w*|travel|COR\b)/i,
    under: words(
      `\\b(?:${offer}|technical) (?:instructions?|requirements?|contents?|format|preparation|submittals?|volume|${offer})\\b|\\binstructions?\\b|\\bsubmission\\b|\\bhow to (?:bid|respond|apply)\\b`,
    ),
  },
  {
    name: "validity",
    asks: words(
      `\\b(?:valid(?:ity)?|acceptance period|hold (?:our|the) (?:price|${offer})|keep (?:our|the) (?:${offer}) open|remain (?:open|binding)|stand by)\\b`,
    ),
    unless: /\b(?:certificat\w*|licen[cs]e|insurance|data)\b/i,
    says: [
      /\bvalid(?:ity)?\b|\bacceptance period\b|\bremain (?:open|firm|binding)\b|\birrevocable\b|\bheld firm\b/i,
      /\bdays?\b|\bmonths?\b|\buntil\b/i,
    ],
  },
  {
    name: "late offers",
    asks: words(
      `\\b(?:late|too late|after the (?:deadline|closing))\\b.*\\b(?:${offer}|submit\\w*|arriv\\w*|gets? there)\\b|\\blate (?:${offer})\\b|\\b(?:${offer})\\b.*\\b(?:late|too late)\\b`,
    ),
    unless: /\b(?:delivery|deliver|deliverables?|invoices?|payments?)\b/i,
    says: [/\blate\b|\bafter (?:the )?(?:deadline|closing|due|exact time)/i, words(`\\b(?:${offer})\\b`)],
  },
  {
    name: "exceptions",
    asks: /\b(?:assumptions?|caveats?|exceptions?|deviations?|variants?|alternative (?:bids?|offers?|proposals?|tenders?)|conditions of our own|qualif(?:y|ied) our)\b/i,
    says: [
      /\b(?:assumptions?|caveats?|exceptions?|deviations?|variants?|alternat(?:e|ive) (?:bids?|offers?|proposals?|tenders?|solutions?))\b/i,
    ],
  },
  {
    name: "language",
    asks: /\b(?:in )?(?:which|what) languages?\b|\blanguages?\b.*\b(?:written|submitted|offer|bid|proposal|tender)\b/i,
    unless: /\bprogramming|\bplain language|\bcoding\b/i,
    says: [
      /\b(?:in|into|language[s]? (?:is|are|of)|official) (?:the )?(?:english|french|german|spanish|dutch|italian|portuguese|polish|danish|swedish|finnish|welsh|irish|official languages?)\b|\blanguages? of (?:the )?(?:tender|bid|proposal|offer|contract|procedure)|\b(?:english|french|german|spanish|dutch|italian|welsh) (?:language|or|and|translation)\b/i,
    ],
    named:
      /\b(?:english|french|german|spanish|dutch|italian|portuguese|polish|danish|swedish|finnish|welsh|irish)\b|\blanguages? of (?:the )?(?:tender|bid|proposal|offer|contract|procedure)|\bofficial languages?\b/i,
  },
  {
    name: "site visit",
    asks: /\b(?:on-?)?site (?:visits?|inspections?|tours?|meetings?)\b|\bpre-?(?:bid|proposal|award|quote|tender|submission)\b.*\b(?:conference|meeting|event|call)\b|\bindustry day\b|\bbidders?['’]? (?:conference|day|briefing)\b|\bwalk-?through\b|\blook at the (?:site|building|place)\b|\b(?:get-?together|meeting|event|conference|call)\b.*\bbefore\b.*\b(?:offers?|bids?|proposals?|hand in|submit|bidding)\b/i,
    says: [
      /\b(?:on-?)?site (?:visits?|inspections?|tours?|meetings?)\b|\bpre-?(?:bid|proposal|quote|tender|submission|solicitation)\b[^.]{0,20}\b(?:conference|meeting|event|call|visit)\b|\bindustry day\b|\bbidders?['’]? (?:conference|day|briefing)\b|\bwalk-?through\b|\binformation session\b/i,
    ],
    named:
      /\b(?:on-?)?site (?:visits?|inspections?|tours?|meetings?)\b|\bpre-?(?:bid|proposal|quote|tender|submission|solicitation)\b[^.]{0,20}\b(?:conference|meeting|event|call|visit)\b|\bindustry day\b|\bbidders?['’]? (?:conference|day|briefing)\b|\bwalk-?through\b|\binformation session\b/i,
  },
  {
    name: "oral presentation",
    asks: /\b(?:oral|orals|interviews?|presentations?|pitch|demonstrations?)\b/i,
    unless: /\b(?:user interviews?|usability)\b/i,
    plainly:
      /\b(?:shall not|must not|will (?:be|consist|last|not exceed|allocate|schedule|provide|ask)|shall (?:be|consist|attend)|may include|no (?:more|longer) than|consists? of|provided the questions|held (?:in|via|on)|conducted)\b/i,
    says: [
      /\b(?:orals?|interviews?|presentations?|demonstrations?)\b/i,
      words(
        `\\b(?:${bidder}|minutes?|government|team|agenda|participants?|conducted|session|questions?|slides|remotely|phase|scheduled?)\\b`,
      ),
    ],
    saysNot: /\buser interviews?\b|\btravel expenses\b/i,
    under: /\b(?:orals?|interviews?|presentations?|demonstrations?)\b/i,
  },
  {
    name: "conflict of interest",
    asks: /\bconflicts? of interest\b/i,
    says: [/\bconflicts? of interest\b/i],
    named: /\bconflicts? of interest\b/i,
  },
];
