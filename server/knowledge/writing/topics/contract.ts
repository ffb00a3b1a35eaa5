import { bidder, span, type Topic, words } from "./topic";

/** What is agreed: time, place, kind, rights, and what follows where it is not kept. */
export const contractTopics: Topic[] = [
  {
    name: "term",
    asks: /\bperiods? of performance\b|\b(?:contract|order|agreement|framework) (?:term|length|duration|period)\b|\bhow long (?:does|do|will|is|are)\b.*\b(?:contract|work|order|run|last|term|period|engagement|agreement|take|project|be)\b|\boption(?:al)? (?:periods?|years?|terms?)\b|\bbase (?:period|year)\b|\bwhen (?:does|do|will|is|are|should|must)\b.*\b(?:work|contract|order|project|it|we|services?|performance)\b.*\b(?:start|begin|end|over|expire|commence)\b|\b(?:start|end) date\b|\bterm of the (?:contract|agreement|order)\b|\bduration\b|\bhow long does it run\b|\bhow long\b.*\b(?:hired|engaged)\b|\bwhen (?:must|does|do|should|will|has)\b.*\b(?:be|have to be) (?:finished|done|complete[d]?)\b|\bcompletion date\b|\b(?:which|what) period\b.*\bcover/i,
    unless:
      /\b(?:interviews?|orals?|presentations?|sprints?|warranty|valid|pages?|offer open|notice|meeting|round of)\b/i,
    plainly:
      /\b(?:period of performance|contract (?:term|period|duration)|term of (?:the|this) (?:contract|agreement|order)|POP|order)\b[^.]{0,40}\b(?:is|will|shall|consists?|includes?|begins?|runs?|lasts?|has|expected|for)\b/i,
    says: [
      /\bperiods? of performance\b|\bbase (?:period|year|term)\b|\b(?:initial|ordering|contract|option|optional) (?:periods?|terms?|years?)\b|\b(?:term|duration) of (?:the|this) (?:contract|agreement|order|framework)\b|\bPOP\b|\bcontract (?:duration|start|length|end)\b|\b(?:work|project|services?)\b[^.]{0,120}\b(?:completed|finished) (?:on or before|by|within|no later than)\b|\b(?:substantial|final) completion\b|\bproject start\b|\b(?:contract|agreement|order|work|services?)\b[^.]{0,60}\b(?:commence|begin|start|expire|run for|last)\b|\bextend(?:ed)?\b[^.]{0,40}\b(?:term|contract|agreement)\b/i,
      words(`\\b${span}\\b|\\b(?:19|20)\\d\\d\\b|\\bupon award\\b|\\b\\d{1,2}/\\d{1,2}/\\d{2,4}`),
    ],
    saysNot:
      /\b(?:billing period|estimated amount of additional funds|six-month option|burn rate|inspection|prices? offered)\b/i,
    under: /\b(?:period of performance|term|duration|contract period|option)\b/i,
  },
  {
    name: "place",
    asks: /\bwhere (?:will|is|are|must|does|do|can|should)\b.*\b(?:work\w*|perform\w*|located|based|take place|carried out|provided|delivered|team|staff|sit|be done)\b|\bplace of performance\b|\b(?:on-?site|remote(?:ly)?|telework|work from home|from home|place of work|virtual(?:ly)?)\b|\b(?:which|what) (?:location|city|office|place)\b|\b(?:sit|be|work|come|come in)\b.*\b(?:at|in|to) their (?:office|site|building|place)\b|\bhave to (?:be|work) (?:there|on the spot)\b/i,
    unless: /\b(?:interviews?|orals?|presentations?|submit\w*|quotes?|offers?|send|invoices?|visits?|questions?)\b/i,
    says: [
      /\bplaces? of performance\b|\b(?:work|services?|tasks?|duties)\b[^.]{0,60}\b(?:performed|carried out|located|take place|provided|conducted)\b[^.]{0,60}\b(?:at|in|from|remotely|within|on-?site)\b|\btelework\w*|\bremote(?:ly)? (?:work|perform|staff|team|location)\w*|\bwork(?:ing|s)? (?:remotely|from (?:home|any|their)|on-?site|at (?:the|their|its))|\bon-?site\b|\b(?:contractor|vendor|supplier)['’]?s? (?:own )?(?:facilit(?:y|ies)|site|location|premises|office)\b|\bdistributed team\b|\bhybrid\b|\bvirtual(?:ly)?\b|\bin[- ]person\b|\blocation of (?:the )?work\b/i,
    ],
    saysNot: /\binterviews?\b|\borals?\b|\bpresentations?\b|\bsimilar experience\b/i,
    under: /\b(?:place of (?:performance|work)|location|hours of operation|work(?:ing)? (?:hours|location))\b/i,
  },
  {
    name: "contract type",
    asks: /\b(?:type|kind|form|sort) of (?:contract|order|agreement)\b|\b(?:contract|order|pricing) (?:type|model)\b|\bfixed[- ]price\b|\btime[- ]and[- ]materials?\b|\blabou?r[- ]hours?\b|\bcost[- ]plus\b|\blump sum\b|\bpaid by the hour\b|\b(?:flat fee|lump sum|by the hour|hourly or|paid per hour)\b/i,
    says: [
      /\bfirm[- ]fixed\b|\bfixed[- ]price\b|\btime[- ]and[- ]materials?\b|\bT&M\b|\blabou?r[- ]hours?\b|\bcost[- ](?:plus|reimburs\w+)|\bframework (?:agreement|contract)\b|\bIDIQ\b|\bindefinite[- ]delivery\b|\bunit prices?\b|\bcall-?off\b|\btask order\b/i,
      /\b(?:contract|order|agreement|award|type|issue)\b/i,
      /\b(?:contemplat\w*|will (?:be|award|issue|result)|is an?|shall be|intend\w*|type|award(?:ed|ing)?|anticipat\w*|issuing)\b/i,
    ],
    saysNot: /\binvoice|\bbilling|\bclause|\bregistered\b|\bportal\b/i,
    under: /\b(?:type of (?:contract|order)|contract type|form of contract)\b/i,
  },
  {
    name: "rights",
    asks: /\bintellectual property\b|\bip\b|\b(?:data|usage|exploitation) rights\b|\bcopyrights?\b|\bwho (?:owns|will own|keeps)\b|\bowner(?:ship)?s?\b|\brights (?:in|to)\b|\bpublic domain\b|\bto whom does\b.*\bbelong\b|\bwhose (?:property|is the code)\b|\bkeep the rights\b|\bwho keeps\b|\bis what we build ours\b|\bwhat we (?:build|write|make)\b.*\b(?:belong|ours|theirs|own)\b/i,
    unless: /\bproduct owner\b/i,
    says: [
      /\bunlimited rights\b|\brights in (?:data|any|all|the)\b|\bdata rights\b|\bintellectual property\b|\bownership\b|\bcopyrights?\b|\bproperty of (?:the )?\w+|\bpublic domain\b|\broyalty-?free\b|\bvests? in\b|\bowned by\b|\bCC0\b|\bwork made for hire\b|\bassigns? (?:all|any) rights?\b|\btitle to\b/i,
    ],
    saysNot:
      /\bfurnished property\b|\bmakes no warranties\b|\bnotes\b[^.]{0,40}\bpresentation|\breserves the right\b|\bwithin the united states\b|\bwaive\w*\b|\bwork of the united states government\b/i,
    under: /\b(?:data rights|ownership|intellectual property|rights in data|copyright)\b/i,
  },
  {
    name: "warranty",
    asks: /\bwarrant(?:y|ies)\b|\bguarantee period\b|\bdefects? (?:liability|notification)\b|\bmaintenance period\b|\b(?:fix|repair|mend)\b.*\b(?:free|for nothing|at our (?:own )?cost)\b|\b(?:breaks?|fails?|faults?|bugs?|defects?)\b.*\bafter (?:hand-?over|delivery|acceptance)\b/i,
    says: [
      /\bwarrant(?:y|ies|s|ed)\b|\bdefects? (?:liability|notification)\b|\bguarantee period\b|\blatent defects?\b/i,
    ],
    saysNot: /\bno warrant|\bwithout warrant|\bdisclaim/i,
    named:
      /(?<!\bno )(?<!\bwithout )\bwarrant(?:y|ies|s|ed)\b(?![^.]*\bdisclaim)|\bdefects? (?:liability|notification)\b|\bguarantee period\b|\blatent defects?\b/i,
  },
  {
    name: "penalties",
    asks: /\bpenalt(?:y|ies)\b|\bliquidated\b|\bservice credits?\b|\bdamages\b|\b(?:what|which) (?:happens|consequences)\b.*\b(?:late|delay\w*|fall short|under-?perform\w*|fail\w*|miss\w*|not (?:perform|deliver|meet)|bad|poor)\b|\bfined\b|\bcharge us\b.*\b(?:late|delay)|\bfinish(?:ed)? late\b|\b(?:day|week) (?:of delay|late|we are late)\b|\bwhat (?:happens|if) .*\b(?:late|slow|behind)\b|\bpunish\w*/i,
    unless: /\b(?:late|too late) (?:quot\w+|offers?|bids?|proposals?)\b|\bour (?:bid|offer|quote)\b|\bno quote\b/i,
    plainly:
      /\b(?:may|shall|will)\b[^.:]{0,80}(?:\b(?:reduc\w+|deduct\w*|withhold|terminate|re-?perform|require|perform the services again|be liable|pay)\b|:)/i,
    says: [
      /\bliquidated\b|\bpenalt(?:y|ies)\b|\bservice credits?\b|\bdeduct(?:ed|ions?)?\b|\bwithh(?:old|eld)\b|\breduc\w+ (?:the |of )?(?:\w+ ){0,3}(?:price|payment|fees?|invoice)\b|\bre-?perform\w*|\bperform the services again\b|\bterminat\w+ for (?:cause|default)\b|\bremed(?:y|ies)\b|\bcorrective action\b|\bcure notice\b|\bnon-?conform\w*|\bdamages\b/i,
      words(`\\b(?:${bidder}|contractor|services?|deliver\\w*|delay\\w*|perform\\w*|government|failure|late|price)\\b`),
    ],
    saysNot: /\bno[- ]quote\b|\bfunds appropriated\b|\bprovisions of this clause\b|\bcovered by this license\b/i,
    named:
      /\bliquidated\b|\bpenalt(?:y|ies)\b(?! will occur)|\bservice credits?\b|\bdamages\b|\bdeduct(?:ed|ions?)?\b|\bwithh(?:old|eld)\b|\breduce the (?:\w+ ){0,3}price\b|\bre-?perform|\bperform the services again\b|\bfor (?:cause|default)\b|\bremed(?:y|ies)\b|\bcorrective action\b|\bdeficien/i,
  },
  {
    name: "performance standards",
    asks: /\b(?:performance|quality) (?:standards?|measures?|metrics?|levels?|be measured|measured|requirements?)\b|\bperformance (?:be )?(?:measured|assessed|monitored|judged)\b|\bservice levels?\b|\bslas?\b|\bkpis?\b|\bacceptable quality\b|\bhow (?:is|will) our (?:work|performance)\b/i,
    plainly:
      /\b(?:will|shall) (?:be )?(?:evaluat\w*|assess\w*|monitor\w*|measur\w*|inspect\w*)\b|\b(?:minimum|meets?|at least|acceptable quality level)\b[^.]{0,40}\d/i,
    says: [
      /\bacceptable quality\b|\bAQLs?\b|\bperformance (?:standards?|objectives?|requirements?|measures?|metrics?|indicators?)\b|\bservice levels?\b|\bSLAs?\b|\bKPIs?\b|\bsurveillance\b|\bQASP\b|\bquality assurance\b/i,
    ],
    under: /\b(?:performance|quality|surveillance|service levels?|QASP)\b/i,
  },
  {
    name: "accessibility",
    asks: /\baccessib\w+|\b508\b|\bwcag\b|\bdisab(?:led|ilit\w+)\b/i,
    says: [
      /\baccessib\w+|\bsection 508\b|\b508\b|\bWCAG\b|\bEN ?301 ?549\b|\bdisabilit\w+/i,
      /\b(?:508|WCAG|EN ?301|standards?|guidelines?|compl\w+|conform\w*|meet|must|shall|tests?)\b/i,
    ],
    saysNot: /\bpublicly accessible\b/i,
    named: /\baccessib(?:le|ility)\b|\b508\b|\bWCAG\b|\bEN ?301 ?549\b|\bdisabilit\w+/i,
  },
  {
    name: "deliverables",
    asks: /\bdeliverables?\b|\bwhat (?:do|must|will) we (?:deliver|hand over)\b|\bmilestones?\b|\bdelivery (?:schedule|dates?)\b/i,
    plainly:
      /\bdue\b|\bno later than\b|\bwithin\b[^.]{0,20}\bdays\b|\bend of\b|\b(?:daily|weekly|monthly|quarterly)\b/i,
    says: [
      /\bdeliverables?\b|\bmilestones?\b|\bdelivery (?:schedule|dates?)\b|\bdue dates?\b/i,
      words(
        `\\b${span}\\b|\\b(?:daily|weekly|monthly|sprint|within|later than|due|following|submit\\w*|deliver(?:ed|y)?|end of)\\b`,
      ),
    ],
    saysNot: /\bbillable\b|\bproperty of\b|\binspection\b/i,
    under: /\b(?:deliverables?|milestones?|delivery|schedule)\b/i,
  },
  {
    name: "incumbent",
    asks: /\bincumbents?\b|\b(?:current|existing|present|previous|last) (?:contractors?|vendors?|suppliers?|providers?|contracts?)\b|\bwho (?:does|runs|did) (?:this|it|the work) (?:now|today|before|currently)\b|\bwho does (?:it|this) at present\b/i,
    says: [
      /\bincumbents?\b|\b(?:current|existing|previous|outgoing|present) (?:contractors?|vendors?|suppliers?|providers?)\b|\b(?:current|previous|outgoing) contracts?\b|\bpredecessor\b|\bre-?compete\b|\bfollow-?on (?:to|contract)\b|\bnew requirement\b/i,
    ],
    named:
      /\bincumbents?\b|\b(?:current|existing|previous|outgoing|present) (?:contractors?|vendors?|suppliers?|providers?)\b|\b(?:current|previous|outgoing) contracts?\b|\bpredecessor\b|\bre-?compete\b|\bfollow-?on (?:to|contract)\b|\bnew requirement\b/i,
  },
  {
    name: "confidentiality",
    asks: /\b(?:non-?disclosure|nda|confidential\w*|secrecy)\b|\b(?:tell|talk to) (?:anyone|anybody|others|the press)\b|\bkeep (?:it )?secret\b|\bkeep quiet\b/i,
    says: [/\b(?:non-?disclosure|NDA|confidential\w*|not (?:disclose|release|divulge)|proprietary)\b/i],
    named: /\b(?:non-?disclosure|NDA|confidential\w*|disclos\w*)\b/i,
  },
  {
    name: "work abroad",
    asks: /\b(?:another|other|foreign) countr(?:y|ies)\b|\babroad\b|\boff-?shor\w+|\boverseas\b/i,
    says: [
      /\boutside (?:of )?(?:the )?(?:united (?:states|kingdom)|country|U\.?S\.?A?|U\.?K|E\.?U|european union)\b|\boff-?shor\w+|\boverseas\b|\babroad\b|\bCONUS\b|\b(?:with)?in the (?:continental )?(?:united (?:states|kingdom)|U\.?S\.?A?\b|country|european union)|\bforeign (?:nationals?|countr\w+|persons?)\b/i,
    ],
  },
];
