import { span, type Topic, words } from "./topic";

/** How the work is made and steered: what it is built with, tested by and kept safe by, and what happens when something comes in its way. */
export const makingTopics: Topic[] = [
  {
    name: "tests of the work",
    asks: /\btest coverage\b|\b(?:how much|what share|which part|percentage) of the (?:code|program|software)\b.*\b(?:tested|tests?|covered)\b|\b(?:automated|unit|load|acceptance) tests?\b/i,
    says: [
      /\b(?:tests?|tested|testing|coverage)\b/i,
      /\b\d+ ?%|\b(?:percent|must|shall|required|minimum|automated|at least|before)\b/i,
    ],
    saysNot: /\b(?:drug|aptitude|language|eligibility) tests?\b/i,
    plainly: /\btest coverage\b|\bcovered by\b[^.]{0,40}\btests?\b|\bautomated (?:\w+ )?tests?\b/i,
    under: /\b(?:tests?|testing|quality)\b/i,
  },
  {
    name: "telling of problems",
    asks: /\b(?:report|notify|tell|inform|warn|raise|escalate|flag)\b.*\b(?:problems?|delays?|risks?|hold-?ups?|obstacles?|trouble)\b|\b(?:problems?|delays?|hold-?ups?|trouble|obstacles?)\b.*\b(?:reported|notified|raised|told|escalated|flagged)\b/i,
    unless: /\b(?:hack\w*|leak\w*|breach\w*)\b/i,
    says: [
      /\b(?:notif(?:y|ies|ied|ication|ications)|inform(?:s|ed)?|report(?:s|ed)?|advise[sd]?|escalat\w*|bring to the attention)\b/i,
      /\b(?:delays?|delayed|problems?|issues?|risks?|impacts?|impediments?|obstacles?|difficult(?:y|ies)|conditions?|circumstances|factors?|slippage|deviations?)\b/i,
      words(
        `\\b${span}\\b|\\b(?:immediately|promptly|hours?|as soon as|upon|prior|in writing|without delay|in advance|timely)\\b`,
      ),
    ],
    saysNot: /\b(?:unsuccessful|interpretation|protest|debrief\w*)\b/i,
    plainly: /\bwithin (?:\w+ )?(?:\(?\d+\)? )?(?:\w+ )?(?:hours?|days?)\b/i,
    under: /\b(?:notice|notification|problem|impact|risk|issue|escalation)s?\b/i,
  },
  {
    name: "old data",
    asks: /\b(?:migrat\w*|carry over|move over|old (?:data|records|system)|existing (?:data|records))\b/i,
    says: [
      /\b(?:migrat\w*|legacy|import(?:ed|ing)?|conver(?:t\w*|sion)|carr(?:y|ied) over|transfer(?:red|ring)?|historical|existing)\b/i,
      /\b(?:data|records?|content|databases?|systems?|datasets?)\b/i,
    ],
    plainly: /\b(?:data|content|record) migration\b|\bmigrat\w*\b[^.]{0,60}\b(?:data|content|records?|system)\b/i,
    under: /\b(?:migration|legacy|conversion|existing)\b/i,
  },
  {
    name: "approval of extra work",
    asks: /\b(?:extra|additional|more|unplanned) work\b|\bout of scope\b|\bscope creep\b|\bchange requests?\b/i,
    says: [
      /\b(?:change orders?|modif(?:y|ies|ication|ications)|change requests?|out[- ]of[- ]scope|(?:additional|extra) (?:work|services|cost)|changes? (?:to|in|of) (?:the )?(?:scope|contract|order|requirements|work|price|terms))\b/i,
      /\b(?:approv\w*|authori[sz]\w*|written|consent|prior|agree(?:d|ment)|only|bilateral|not empowered|in writing)\b/i,
    ],
    under: /\b(?:changes?|modifications?|authority|roles)\b/i,
  },
  {
    name: "source code",
    asks: /\b(?:source code|code base|codebase|repositor(?:y|ies)|github|git)\b/i,
    unless: /\b(?:own|owns|licen[cs]e\w*|tests?|tested)\b/i,
    says: [
      /\b(?:source code|code|repositor(?:y|ies)|github|version[- ]control\w*)\b/i,
      /\b(?:deliver\w*|commit(?:ted|s)?|stored|submit\w*|access|available|public\w*|private|hosted|provided|maintained|pull requests?)\b/i,
    ],
    saysNot: /\bcode of (?:federal regulations|conduct)\b|\bNAICS\b|\bFSC\b/i,
    under: /\b(?:code|repositor|version control|delivery)\b/i,
  },
  {
    name: "technology",
    asks: /\b(?:programming languages?|frameworks?|tech(?:nology)? stack|coded in|written in|built (?:in|with|on))\b/i,
    says: [
      /\b(?:programming languages?|frameworks?|(?:written|developed|built|implemented|coded) (?:in|using|with|on)|technolog(?:y|ies)|stack|platforms?|librar(?:y|ies)|open[- ]source|java ?script|java|python|ruby|node(?:\.js)?|react|\.net|c#|php)\b/i,
      /\b(?:must|shall|will|may|should|required|using|based on|compatible|supported|currently)\b/i,
    ],
    under: /\b(?:technical|technolog\w*|architecture|stack|environment|platform)\b/i,
  },
  {
    name: "way of working",
    asks: /\b(?:agile|scrum|sprints?|waterfall|iterations?)\b/i,
    says: [
      /\b(?:agile|scrum|sprints?|kanban|iterations?|iterative|waterfall|user[- ]cent(?:er|re)d|methodolog(?:y|ies)|stand-?ups?|backlog)\b/i,
    ],
    under: /\b(?:agile|methodolog\w*|process|approach|development)\b/i,
  },
  {
    name: "security rules",
    asks: /\b(?:security (?:standards?|rules|controls?|requirements)|encrypt\w*|vulnerabilit\w*|pen(?:etration)? test\w*|scans?|scanned)\b/i,
    says: [
      /\b(?:security|vulnerabilit\w*|scans?|scann(?:ed|ing)|encrypt\w*|owasp|nist|iso ?27001|fisma|penetration|patch(?:es|ed|ing)?|authenticat\w*|harden\w*)\b/i,
      /\b(?:must|shall|required|compl(?:y|ies|iant|iance)|monthly|weekly|daily|standards?|in accordance|will|controls?)\b/i,
    ],
    saysNot: /\bsocial security\b|\bsecurity clearance\b|\bsecurity deposit\b/i,
    under: /\b(?:security|vulnerab\w*|cyber\w*)\b/i,
  },
  {
    name: "quantity",
    asks: /\bhow many (?:pieces|units|hours|items) (?:do|are|will|should)\b|\b(?:estimated|expected) (?:volume|quantit\w+)\b/i,
    says: [
      /\bquantit(?:y|ies)\b|\b(?:estimated|approximate(?:ly)?|up to|a total of|at least|maximum of|volume)\b[^.]{0,40}\d|\b\d[\d,.]* (?:units|pieces|hours|labou?r hours|items|copies|sets|licen[cs]es|vehicles|tonnes|metres)\b/i,
    ],
    under: /\b(?:quantit\w*|volume|level of effort|schedule of (?:items|prices)|bill of)\b/i,
  },
];
