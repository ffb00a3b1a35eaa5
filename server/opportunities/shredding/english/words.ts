export const specificationHeadings =
  /\b(?:requirements?|constraints?|specifications?|features|functional\w*|technical|capabilit(?:y|ies)|acceptance criteria)\b/i;
/** How wishes for people begin in a list. */
export const skills =
  /^(?:(?:at least|minimum(?: of)?) )?(?:\w+ \(?\d+\)?\+? years|\d+\+? years|(?:strong|proven|demonstrated|demonstrable|hands-on|extensive|prior|previous|solid|good|excellent|working|recent|significant|relevant) (?:\w+ ){0,3}(?:experience|knowledge|skills|understanding|background|record|ability)|experienced? (?:with|in|of|using|working|operating|providing|building|logging|\w+ing)|knowledge of|ability to|familiarity with|understanding of|proficien\w+ (?:in|with)|expertise (?:in|with)|fluen\w+ in)\b/i;

const words = (list: string) => new Set(list.trim().split(/\s+/));

/** Verbs in the base form that open an order ("Provide ...", "Submit ..."). Those that are also nouns are in `alsoNouns`. */
export const orders = words(`
  accept achieve acknowledge act adapt add address adhere adopt advise agree align allow analyse analyze answer apply appoint
  arrange assemble assess assign assist assure attach attend avoid be become begin bring build calculate carry certify check
  clarify clean clear collaborate collect commence communicate complete comply compile conduct configure confirm consider
  consult contact continue contribute convert cooperate coordinate correct create customise customize declare define delete deliver
  demonstrate deploy describe design detail determine develop dispose digitize digitise disclose discuss distribute document
  download draft elaborate eliminate email employ enable enclose engage enhance enroll ensure enter establish estimate evaluate execute exercise
  explain export express facilitate fill finalise finalize fix follow forward fulfil fulfill furnish gather generate give
  guarantee handle have help highlight host identify illustrate implement import improve incorporate include indicate inform
  initiate inspect install integrate investigate issue keep label lead leverage limit list log maintain make manage mark measure meet
  migrate minimise minimize mitigate monitor move name notify observe obtain offer operate optimise optimize organise organize outline
  outsource oversee package participate pay perform place plan post prepare present preserve prevent price print proactively process procure produce
  propose protect prove provide publish purchase quote rapidly reach receive recommend record recruit rectify reduce refrain register
  remain remedy remove repair replace report represent request research resolve respond restore retain return review revise
  run safeguard schedule screen secure select send separate serve share show sign specify staff state store structure submit summarise
  summarize supervise supply support tell test track train transfer transition transmit transport treat troubleshoot 
  relocate strip construct excavate demolish expand renovate dismantle extend pave connect disconnect backfill insulate retrofit reinstate
  decommission solicit revoke refine streamline provision upgrade commission paint
  designate display visualise visualize animate detect toggle overlay standardise standardize automate enforce encrypt authenticate archive
  filter link map model merge aggregate capture extract correlate navigate combine compare customise customize reference check fill
  undertake update upload use utilise utilize validate verify warrant wear work write
`);

export const alsoNouns = words(`
  address answer balance brief design detail document draft estimate experience host label lead limit list log name offer
  package plan price process quote record report request research review schedule share sign staff state store structure
  supply support test track train transfer transition transport update use work present fix issue place mark post print run return screen measure
  provision upgrade commission paint
  display overlay filter link map model capture archive reference extract
  separate clean clear email check express complete secure start base guarantee purchase
`);

/** Orders that only send the reader elsewhere. */
export const pointers =
  /^(?:see|note|refer|click|visit|consult the|review the following|contact|read|go to|scroll|find|view|check out|feel free|be (?:aware|advised|informed|reminded)|keep in mind|remember|do not hesitate|let us know)\b/i;

/** Passives by which the buyer acts, whatever the subject. */
export const buyersPassives =
  /^(?:\w+ly |also |then |not |further |always )*be(?:ing)? (?:\w+ly |further |then |also )*(?:used (?:in|for|to) (?:the )?(?:determin\w+|evaluat\w+|calculat\w+|scor\w+|select\w+)|refunded|evaluated|notified|scheduled|posted|published|announced|awarded|selected|shortlisted|invited|rated|ranked|scored|assessed|reviewed|released|determined|contacted|inspected|opened|exercised|issued|considered(?! (?:as|to be) [a-z])|debriefed|answered|negotiated|judged|verified|finali[sz]ed by|executed by|assigned|chosen|monitored|compared|advertised|conducted by|distributed to (?:all )?(?:offerors|bidders|vendors)|held|documented in(?! (?:the |an? |its )?(?:[\w-]+ ){0,2}(?:manual|handbook|guide|documentation|log|report|register)\b)|(?:made )?available to|made(?! in writing| by the (?:offeror|bidder|tenderer|contractor|supplier|vendor)| without)|amended|updated|administered|placed(?! (?:in|inside|within|under|behind|before) )|reimbursed|extended|incorporated into|calculated)\b/i;

/** The same under shall and must, where the buyer is bound by fewer verbs. */
export const buyersDuties =
  /^(?:\w+ly |also |then |not |further |always )*be (?:\w+ly )?(?:paid (?:to (?:the |all |each )?(?:\w+ )?(?:contractors?|bidders?|tenderers?|offerors?|suppliers?|vendors?|sellers?)|on (?:this|the|such|any))|refunded|reimbursed|credited to|granted|classified|counted as|adopted|taken (?:as|to be|into account)|excluded(?! from (?:the|its|their) (?:bid|offer|tender|price))|(?:handed over|given|supplied|furnished|provided|released|returned) to (?:the |all |each )?(?:\w+ )?(?:contractors?|bidders?|tenderers?|offerors?|suppliers?|vendors?|sellers?)|evaluated|awarded|selected|scored|rated|ranked|shortlisted|considered(?! (?:as|to be) [a-z])|opened|notified|issued|debriefed|exercised|invited|determined|used (?:in|for|to) (?:the )?(?:determin\w+|evaluat\w+|assess\w*|scor\w+|select\w+|compar\w+)|included in the (?:\w+ ){0,2}(?:review|evaluation)|announced|conducted by|increased|allocated|construed|held by the (?:government|buyer))\b/i;

/** What a contract says of itself: what holds, ends or means something, whoever acts. */
export const legalEffects =
  /^(?:also |only |then |thereupon |nevertheless )*(?:not )?(?:result in (?:a |an )?(?:binding )?(?:contract|agreement)|be subject to (?:public|disclosure|release|the (?:provisions|freedom))|be (?:considered|regarded as) binding|be treated (?:in all respects )?(?:as|like)|have the (?:sole |exclusive |full )*(?:right|discretion)|be (?:deemed|held|null|void|enforceable|unenforceable|binding|severable|severed|interpreted|construed|affected|effective (?:on|as of|upon|until|immediately|when|from)|in effect|entitled|grounds|subject to (?:any|revocation))\b|survive|inure|affect|invalidate|impair|(?:have|bear) the (?:same )?meaning|mean\b|continue (?:in|until|to (?:be in|have) (?:full )?(?:force|effect))|remain (?:in (?:full )?(?:force|effect)|valid and|binding|enforceable)|(?:not )?constitute|(?:be )?take(?:n)? (?:as|precedence)|(?:be )?adopted|be mutually|be consistent with the contract documents|be (?:a |considered a )?(?:waiver|breach|factor)|have no (?:force|effect))/i;

/** What happens to our side rather than what it does. */
export const receivedPassives =
  /^(?:also |only |then |not )*be (?:\w+ly )*(?:notified|provided|given|favou?red|evaluated|invited|contacted|paid|reimbursed|compensated|selected|issued|granted|informed|furnished|rated|scheduled|assigned|ranked|scored|supplied|debriefed|awarded|announced|chosen|assessed|reviewed|offered|afforded|considered|advised|determined (?:to|by)|deemed|treated|permitted (?:access|to attend)|excluded|disqualified|rejected|penali[sz]ed|eliminated|asked (?:the|about|a|questions)|sent|told|allotted|allowed (?:\w+ )?(?:minutes|hours|days)|briefed|introduced)\b/i;

/** Participles that make "will be ..." a duty whoever is the subject. */
export const dutyPassives =
  /^(?:also |only |then |not |all )*be (?:\w+ly |also |either |first )*(?:submitted|delivered|tested|invoiced|billed|stored|completed|performed|developed|hosted|built|used|utilized|documented|handled|returned|destroyed|protected|maintained|sent|uploaded|installed|trained|reported|signed|corrected|replaced|repaired|implemented|managed|staffed|kept|checked|prepared|posted to|received|transferred|deployed|written|labell?ed|marked|packaged|encrypted|accompanied|based on|in (?:accordance|compliance|conformance|english|writing|the form)|compliant|consistent|fully|free of|capable|compatible|responsible|required|expected|made by|priced|quoted|charged|identified|listed|addressed|attached|included (?:in|with) (?:the |your |its |their |each |any |all )?(?:[\w-]+ )?(?:proposals?|bids?|tenders?|quotes?|quotations?|offers?|submissions?|responses?|reports?)\b|approved|pre-approved|limited|adapted|compliant|(?:supplied|furnished|provided|given) to the (?:city|county|state|government|buyer|agency|authority|council|purchaser|client|customer))\b/i;

export const byBuyer =
  /\bby (?:the )?(?:government|buyer|authority|agency|client|customer|purchaser|owner|cor|co|cors|contracting officer|contracting authority|council|evaluat\w+|panel|committee|department)\b/i;

export const exclusions =
  /\b(?:(?:will|shall|may|can)(?: not|not)(?: further| then)? (?:be|receive) (?:further |any further |fully )?(?:considered|consideration|accepted|evaluated|reviewed|read|opened|eligible|invited)\b|cannot be (?:considered|accepted)|(?:is|are) not (?:considered(?= any further| further| for award|[.;,]|$)|(?:evaluated|read|opened|accepted|scored|received)\b)|(?:is|are|will be|shall be) (?:barred from|ruled out|torn off|set aside|returned without payment)\b|no longer (?:be(?:ing)? )?(?:considered|eligible)|(?<!\b(?:not|never) )(?:be|are|is|deemed|considered|found|declared|judged)(?: \w+ly| automatically| deemed| considered| declared)? (?:rejected|disqualified|eliminated|excluded(?! from (?:the|this|your|any) [\w-]*\s?[\w-]*\s?(?:limit|count))|ineligible|non-?responsive|unresponsive|unacceptable|inadmissible|non-?compliant|disregarded|removed from|void|(?<=(?:deemed|considered) )withdrawn|returned (?:unopened|without (?:evaluation|consideration|being)))|(?:may|will|shall) be (?:an? )?(?:cause|grounds?) for (?:the )?(?:rejection|disqualification|exclusion|termination)|(?:is|are|will be) not (?:considered|deemed) (?:to be )?(?:successful|complete|valid|responsive|received)(?= unless| until| if|[.;]|$)|disqualif(?:y|ies)\b|constitutes? (?:a |an )?(?:non-?responsive|non-?compliant|grounds)|(?:result|results|lead|leads) (?:in|to) (?:the |a |an )?(?:[\w’' -]{0,60}? )?(?:reject\w*|removal|removed|disqualif\w+|exclu\w+|eliminat\w+|termination|delay in the award|no award|not (?:being|considering|accepting|evaluating)|no longer|loss of|suspension)|(?:will|shall|may) cause (?:[\w’'-]+ ){1,6}?(?:to be )?(?:[\w-]+ ){0,5}?(?:reject\w*|non-?responsive|disqualif\w+|disregarded)|(?:deemed|considered) (?:to be )?(?:incomplete|invalid|void|withdrawn)|(?:may|shall|will) be (?:failed|set aside|disallowed)\b|(?:will|shall|may) not (?:consider|accept|evaluate|entertain|review|open) (?:any |late |a |an )?[\w -]{0,40}?\b(?:quot\w+|bids?|tenders?|proposals?|offers?|submissions?|applications?|responses?)\b|(?:will|shall|may) render [\w’' -]{3,50} (?:subject to|liable to|ineligible|non-?compliant|non-?responsive|invalid|void)|(?:will|shall) only be (?:allowed|permitted|accepted|considered|entertained) (?:if|when|where|in|until|up to|before)\b)/i;
export const refusals =
  /^(?:no (?:other )?[\w(), -]{3,80}|only [\w(), -]{3,60}) (?:will|shall) be (?:accepted|considered|permitted|allowed|entertained)\b|\bonly [\w ()-]{2,40} (?:is|are|will be|may be|shall be) (?:allowed|permitted|accepted)\b|^only [\w(), -]{3,80} (?:can|may|are eligible to) (?:bid|apply|participate|quote|tender|submit|respond|compete|be awarded)\b/i;
/** What is not taken at all, whatever it is: "Photos of the sheet will not be accepted", "prices above it cannot be considered for award". */
export const notTaken =
  /\b(?:(?:will|shall|can|may)(?: not|not) be (?:accepted\b(?! (?:as|until|before|unless))|considered (?:\w+ and \w+ and cannot be considered )?for (?:an |the |any )?award)|(?:additional|extra|further|unsolicited) (?:information|materials?|pages|documents)\b[^.;]{0,60}\b(?:will|shall) not be (?:evaluated|considered|reviewed|read))\b|^if\b[^.;]{3,160}\b(?:will|shall) be returned to the (?:contractor|vendor|supplier|offeror|bidder|quoter|seller)\b/i;
export const exclusionSubjects =
  /\b(?:quot\w+|bids?|bidders?|tenders?|tenderers?|proposals?|propos\w+|offers?|offerors?|vendors?|submissions?|responses?|respondents?|applications?|suppliers?|contractors?|failure|inclusion|refusal|late|omission|personnel|samples?|resumes?|modif\w+|terms|conditions|rates?|fees?|charges?|exceptions?|deviations?|alternat\w+|substitut\w+|delays?|travel|expenses|joint ventures?|consorti\w+|alteration\w*|pages?|materials?|communications?|caveats|firms?|compan(?:y|ies)|tendering|canvass\w*|lobby\w*|collu\w+|servers?|software|text|doing so|anything|deliverables?|invoices?)\b/i;

export const backgroundHeadings =
  /\b(?:background|introduction|overview|purpose|history|current (?:state|environment|system|situation|prototype)|problem|vision|about (?:us|the)|definitions?|glossary|acronyms|mission|context|abbreviations)\b/i;
export const biddingHeadings =
  /\b(?:instructions?|submission|submit\w*|quot(?:e|es|ation|ations)|proposals?|offers?|evaluation|respond|responding|bids?|bidding|tender(?:er|ing)?s?|response|interviews?|presentations?|questions?|technical (?:approach|understanding|submission)|similar experience|relevant experience|past performance|factor|criteri(?:a|on)|page limits?|cover page|formats?|eligib\w+|selection|award|price schedule|pricing|conflicts? of interest|participants)\b/i;
export const performanceHeadings =
  /\b(?:invoic\w*|payment|deliverables?|outputs|activities|statement of work|personnel|security|transition|travel|tasks?|requirements?|performance|administration|clauses?|terms|contract|scope|quality|service levels?|slas?|specifications?|equipment|operations|monitoring|safeguarding|commissioning|installation|data rights|privacy|reports?|objectives|operating|surveillance|deliver\w*|post award|kick-?off|termination|inspection|acceptance|hours|support|maintenance|implementation|training|warranty|liability|insurance|confidential\w*|access)\b/i;
/** Where whatever is listed belongs to the repository or the page, not to the tender. */
export const boilerplateHeadings =
  /^(?:(?:[\d.]+ )?(?:licen[cs]e|public domain|contributing|copyright|no copyright|privacy policy|cookies?|navigation|cc0.*)|other information)$/i;
/** A list of what stands in the paper. It has no sections of its own: whatever is set below it in the file has only followed it. */
export const contentsHeadings =
  /^(?:[\d.]+ )?(?:table of contents|contents|inhaltsverzeichnis|sommaire|table des matières|índice)$/i;
/** How a repository invites its readers to write: "Please submit questions as issues". */
export const invitesToIssues =
  /\b(?:as (?:an? )?(?:git\w+ )?issues?|(?:open|file|create|raise|submit|post)(?:ing)? (?:an? |your |any |new )?(?:git\w+ )?issues?|(?:open|create|submit|make|send)(?:ing)? (?:an? |your )?pull requests?|issue tracker)\b/i;
export const boilerplate =
  /\b(?:pull requests?.{0,40}(?:agree|comply|waiver)|cc0\b.{0,60}(?:dedication|universal)|worldwide public domain|creative commons.{0,30}dedication|all rights reserved)\b/i;
