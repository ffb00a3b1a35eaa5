import { words } from "./topic";

/** How people ask for a matter in a hurry, in words that no tender uses; beside what each topic knows itself. */
const ours =
  "(?:it|this|that|everything|all|(?:our|the) (?:offer|bid|answer|reply|quote|proposal|tender|pitch|stuff|thing|submission|papers?))";
const price =
  "(?:price|prices|pricing|cost|costs|cheap\\w*|money|cash|charge|fee|expensive|dear|figures?|quality|tech(?:nical|nology)?|experience|approach|plan|team|interview)";
const weighing =
  "(?:heavily|weighs?|weighed|weight|hangs?|hanging|hinges?|counts?|matters?|marks?|points|decisive|make or break)";
const people =
  "(?:people|person|somebody|someone|staff|workers?|team|folks|guys|boss|lead|head|developers?|coders?|expert|consultants?)";

function all(...patterns: string[]): string {
  return `^${patterns.map((pattern) => `(?=.*\\b${pattern}\\b)`).join("")}`;
}

const asks: Record<string, string[]> = {
  deadline: [
    "^(?!.*\\b(?:ask\\w*|quer\\w+|unclear|start|pay|paid|money|cash|finished|live|ready)\\b).*\\b(?:last|latest|final) (?:moment|day|minute|date|hour|chance|call)\\b",
    "\\b(?:door|window|shop|box|gate|gates|doors)\\b.*\\b(?:close|closes|shut|shuts|open)\\b",
    `\\b(?:by when|until when|till when|up to (?:which|what|when)(?: day| date| hour)?|when) (?:must|does|do|should|has|have|can)\\b.*\\b${ours}\\b.*\\b(?:be in|get in|in|there|land|arrive|reach|go out|go off|be with them)\\b`,
    "\\bup to (?:which|what) (?:day|date|hour)\\b|\\bhow long have we got\\b|\\bhow many days (?:do we have|have we got|are left)\\b|\\bwhen is time up\\b|\\b(?:what time|when)\\b.*\\bcut-?off\\b|\\bwhat time of day\\b.*\\b(?:close|due|latest|be in)\\b",
  ],
  "last day for questions": [
    "\\b(?:last|latest|final|until when|till when|by when|up to when|deadline|cut-?off|how late)\\b.*\\b(?:ask(?:ing)?|quer(?:y|ies)|unclear)\\b",
  ],
  questions: [
    "\\b(?:who|whom|where)\\b.*\\b(?:ask|bug|pester|turn to)\\b|\\b(?:stuck|puzzled|confused|unclear)\\b.*\\b(?:who|whom|where|how)\\b",
  ],
  channel: [
    `\\b(?:by|through the|in the) (?:post|mail|courier|letter ?box)\\b|\\bdrop ${ours} off\\b|\\bhow (?:does|do|should|must|will) (?:${ours}|we) (?:get|travel|reach)\\b.*\\b(?:there|them)\\b|\\b(?:inbox|mailbox)\\b|\\bhand ${ours} (?:over|in) in person\\b`,
  ],
  "page limits": [
    "\\bhow many (?:sheets|sides|lines)\\b|\\bhow much (?:space|room|text)\\b|\\bhow (?:long|thick|fat|wordy) (?:can|may|should|must|is|does|do|could)\\b.*\\b(?:answers?|write-?ups?|chapters?|reply|texts?|parts?|papers?|summary|offer|essay|bid|pitch|proposal|get)\\b|\\bcap on (?:the|our) (?:write-?up|text|length|pages|words)\\b",
  ],
  contents: [
    "\\bwhat (?:\\w+ )?(?:paperwork|papers|stuff|things)\\b.*\\b(?:envelope|offer|bid|package|pack|attach|include|along|turn in|send)\\b|\\bwhat (?:all )?(?:do we|must we|has to|goes|should we|needs to)\\b.*\\b(?:in|into) the (?:envelope|package|pack|offer|bid)\\b",
  ],
  validity: [
    "\\b(?:tied|bound|held|stuck|committed|hold|keep|stand|stick|chained)\\b(?: to| by| with)? our (?:price|prices|word|offer|bid|figures?|quote|numbers?)\\b|\\bhow long (?:do|does|must|should|is|are) (?:our|the) (?:price|prices|offer|bid|quote|figures?|numbers?) (?:hold|stand|last|count|be good|stay|good|have to)\\b",
  ],
  "late offers": [
    "\\b(?:what if|what happens if|if) (?:we|it|our \\w+)(?: is| are| comes?| arrives?| gets? there)? (?:a bit |too |five minutes |an hour |slightly )?(?:late|after the (?:cut-?off|deadline))\\b(?!.*\\b(?:deliver|work|finish|pay)\\w*)|\\bmiss(?:es)? the (?:cut-?off|deadline|bus)\\b",
  ],
  eligibility: [
    "\\b(?:can|may|could) (?:just )?(?:anyone|anybody|everybody|any (?:firm|company)|outsiders|foreigners)\\b|\\bwho(?: is|['’]s)? (?:allowed|let) in\\b|\\bwho gets to (?:play|bid|take part)\\b|\\bare we even allowed\\b|\\bmust we be (?:on|in) (?:a|some|the) (?:list|pool|club)\\b|\\bwho is (?:shut|left) out\\b",
  ],
  "set-aside": [
    "\\bonly for (?:small|little|local)\\b|\\b(?:small|little|tiny) (?:fry|firms?|shops?|guys?|outfits?|compan(?:y|ies))\\b|\\bbig (?:firms|players|guys|companies|boys) (?:out|shut|bid|take|allowed)\\b",
  ],
  weights: [
    all(weighing, price),
    "\\bhand(?:s|ed)? out the (?:marks|points)\\b|\\bwhat (?:share|part|portion) of the (?:marks|score|points|result)\\b|\\b(?:tech\\w*|quality) (?:vs\\.?|versus|against|or) (?:price|cost|money)\\b",
  ],
  criteria: [
    "\\bwhat do they (?:look|care|judge|go by|go for|want to see most)\\b|\\bhow (?:do|will|would) they (?:judge|pick|mark|rank|score|grade|sort|choose|size us up)\\b|\\bwho (?:gets the nod|comes out on top|is ahead)\\b|\\bwhat (?:wins|makes us win|tips the scales?)\\b|\\b(?:by|on) what (?:are|do|will) (?:we|they|offers|bids)\\b.*\\b(?:judged?|pick(?:ed)?|choose|chosen|measured)\\b",
  ],
  references: [
    "\\b(?:old|earlier|past|former|previous|other|happy) (?:jobs?|customers?|clients?|gigs?|deals?)\\b|\\bvouch\\b|\\btrack record\\b|\\b(?:call|ring) our (?:\\w+ )?(?:customers|clients)\\b|\\bproof of what we can do\\b",
  ],
  "key personnel": [
    "\\bnamed? (?:in person|by name|up front)\\b|\\b(?:who|which (?:people|roles|jobs)) (?:has to|must|do we have to|do we) (?:be )?named?\\b",
  ],
  resumes: ["\\bcareer summar\\w+|\\blife stor(?:y|ies)\\b|\\bwork histor(?:y|ies)\\b|\\bbios\\b"],
  qualifications: [
    `\\bhow (?:grey|senior|seasoned|experienced|old|green)\\b.*\\b${people}\\b|\\b(?:our|the|their) ${people}\\b.*\\b(?:know|be able to|be good at|have mastered|have studied|have learnt)\\b|\\byears\\b.*\\b(?:under (?:his|her|their) belt|in the job|on the job)\\b`,
  ],
  clearance: [
    `\\bclean (?:record|slate|past|sheet)\\b|\\bpolice (?:check|record|paper|certificate)\\b|\\bcriminal\\b|\\b(?:screen|vet|look into|dig into)\\w*\\b.*\\b${people}\\b`,
  ],
  insurance: [
    "\\b(?:what|which|how much) cover\\b|\\bcover do we (?:need|carry|have)\\b|\\b(?:we|us)\\b.*\\bcovered (?:for|against|if)\\b",
  ],
  bonds: [
    "\\b(?:park|put up|lodge|leave|lay down|stake|pledge)\\b.*\\b(?:money|cash|sum|guarantee)\\b|\\b(?:money|cash|sum)\\b.*\\b(?:park|put up|leave with them|stake|as a pledge)\\b",
  ],
  "financial standing": [
    "\\b(?:rich|solvent|wealthy) enough\\b|\\bhow much (?:must|do) we (?:turn over|sell|earn|make) (?:a|per|each|every) year\\b|\\b(?:yearly|annual) (?:income|takings)\\b",
  ],
  subcontracting: [
    "\\b(?:two|several|three) (?:firms|companies|of us)\\b|\\b(?:go in|bid|offer) together\\b|\\bteam up\\b|\\b(?:give|hand|farm|let)\\b.*\\b(?:work|pieces?|bits?|some of it|part of it)\\b.*\\b(?:others?|out|someone else|somebody else|another)\\b|\\b(?:partner|helper) (?:firms?|compan(?:y|ies))\\b|\\bsubs?\\b|\\bwith a (?:buddy|mate|friend|partner)\\b|\\bjoin (?:with|forces)\\b",
  ],
  term: [
    "\\bhow (?:long|much time) (?:are|would|will|do) we (?:hired|on|in|busy|tied up|work|stay)\\b|\\bfor how (?:long|much time) are we\\b|\\bwhen (?:do|can|would|must) we (?:start|begin|get going|kick off)\\b|\\bhow many years\\b.*\\b(?:run|last|go|deal|contract|job|hired)\\b|\\b(?:prolong|renew|keep us|stay on|go on longer|stretch)\\b.*\\b(?:deal|contract|job|it|us|for|how|often|longer|another)\\b|\\bhow (?:often|many times) can they (?:prolong|renew|extend)\\b",
  ],
  place: [
    "\\bwhere (?:do|will|would|must|should|can|are) (?:we|our \\w+|they|the \\w+) (?:sit|sitting|work|working|be|rack)\\b|\\bfrom (?:the couch|our (?:own )?(?:office|desks?))\\b|\\b(?:at|in|to|into) their (?:office|place|building|premises)\\b|\\bon the spot\\b",
  ],
  "contract type": [
    "\\bone sum\\b|\\bflat (?:price|sum|rate)\\b|\\bper hour or\\b|\\bone (?:price|fee) for (?:all|everything)\\b|\\bby the hour or\\b",
  ],
  rights: [
    "\\bwhose is (?:it|the|what)\\b|\\bwho (?:gets to keep|holds) (?:the|what|it)\\b|\\bours (?:afterwards|to keep|in the end)\\b|\\b(?:sell|reuse) (?:it|what we \\w+|the code)\\b",
  ],
  warranty: [
    "\\b(?:breaks?(?: down)?|dies|stops working|conks out|packs up|kaput)\\b.*\\b(?:who|how long|hook|free|fix|later|pay)\\b|\\bhow long (?:are|must|do) we (?:on the hook|stand by|fix|answer)\\b",
  ],
  penalties: [
    "\\b(?:dock|knock off|take off|sting)\\b.*\\b(?:us|late|delay\\w*|miss|slow|bad)\\b|\\blate\\b.*\\b(?:cost us|fee|fine)\\b|\\b(?:we|if we) (?:mess up|botch|blow it|fall short|screw up|ignore|run late|finish late|deliver late)\\b",
  ],
  "performance standards": [
    "\\bour (?:work|results?|output|service) (?:get |gets )?(?:judged|measured|graded|tested|rated)\\b|\\bresults judged\\b|\\bhow good (?:must|does|should)\\b",
  ],
  accessibility: ["\\b(?:blind|deaf|impair\\w*|handicap\\w*|wheelchairs?)\\b|\\bcan(?:not|['’]t) (?:see|hear)\\b"],
  deliverables: [
    "\\bwhat (?:things )?(?:must|do|should|has to|have to) (?:we |be )?(?:have to )?(?:turn(?:ed)?|hand(?:ed)?|given?) (?:in|over)\\b|\\bwhat do they get from us\\b",
  ],
  incumbent: [
    "\\bwho(?: is|['’]s)? (?:doing|done|did|has|had|ran|running|does) (?:it|this|the (?:job|work)) (?:now|before|today|until now|so far|last time|already)\\b|\\b(?:taking|take) over from\\b|\\bin whose shoes\\b",
  ],
  confidentiality: [
    "\\bkeep (?:mum|our mouths? shut|it to ourselves)\\b|\\b(?:blab|spill|hush)\\b|\\btalk about (?:it|the job|what we see)\\b",
  ],
  "price form": [
    "\\b(?:columns?|lines?|cells?|rows?) of (?:our|the) (?:figures|numbers|prices)\\b|\\b(?:price|cost|money) (?:sheet|list|table)\\b|\\b(?:lay|write|set|break) (?:out|down|up) (?:our|the) (?:prices?|costs|figures|numbers)\\b",
  ],
  budget: [
    "\\b(?:cash|money|spending|price) (?:ceiling|cap|limit|pot)\\b|\\bhow (?:much|deep)\\b.*\\b(?:have they got|in the pot|do they have|can they spend|to spend|their pockets|willing to pay|ready to pay)\\b|\\bthe most (?:that )?(?:can be spent|they (?:can |will )?(?:pay|spend))\\b|\\bfrom how much (?:money )?on\\b|\\btoo (?:expensive|dear|pricey)\\b",
  ],
  payment: [
    "\\bwhen (?:do|does|will|can) (?:we |our |the )?(?:see |get |have |touch )?(?:the |our |any )?(?:cash|money)\\b|\\bhow (?:soon|long|fast|quickly)\\b.*\\b(?:cash|our money|get paid|we are paid)\\b|\\b(?:cash|money|paid|pay) (?:up front|in advance|in one go)\\b|\\binstal+ments?\\b|\\bwait for (?:our|the) (?:money|cash)\\b",
  ],
  travel: [
    "\\b(?:we|people|anybody|anyone|somebody|to) (?:have to )?(?:fly|drive)\\b|\\bdriving there\\b|\\b(?:petrol|mileage|air ?fares?|train tickets?)\\b",
  ],
  contact: [
    "\\bwhom? (?:do|can|should|must) we (?:ring|phone|bug|reach|write to)\\b|\\bwho(?: is|['’]s) (?:our|the) (?:person|man|woman|go-to)\\b",
  ],
  "bid costs": [
    "\\b(?:pay|paid|money|cash|refund|give us back|get back)\\b.*\\b(?:writing (?:it|the|our)|pitching|for our (?:trouble|effort|pains))\\b",
  ],
  acceptance: [
    "\\b(?:nod|thumbs up|gives? the ok|says? (?:yes|it is (?:good|fine|ok)))\\b.*|\\bgood enough\\b.*\\b(?:who|when|how)\\b",
  ],
  "changes of staff": [
    `\\b${people}\\b.*\\b(?:falls? ill|gets? sick|moves? on|shown the door|jumps? ship|walks? out|gone|hands? in (?:\\w+ )?notice|let go)\\b`,
  ],
  termination: [
    "\\b(?:pull the plug|show us the door|dump us|drop us|call it quits|part ways|end (?:the|this) (?:deal|job)|kill the (?:deal|contract|job))\\b",
  ],
  "price changes": [
    "\\b(?:ask|charge) (?:for )?more (?:later|next year|after|in year)\\b|\\bput (?:our |the )?(?:prices?|rates) up\\b|\\binflation\\b",
  ],
  handover: [
    "\\bwhen we (?:leave|go|are done)\\b.*\\b(?:hand|give|pass|next)\\b|\\b(?:next|new|old|last|current) (?:lot|crew)\\b",
  ],
  "personal data": [
    "\\bpersonal (?:info|details|stuff)\\b|\\bprivate (?:info|details|data)\\b|\\binfo(?:rmation)? (?:about|on) people\\b|\\bnames and addresses\\b",
  ],
  disputes: ["\\b(?:quarrel|fall out|sue (?:us|them)|go to court)\\b"],
  "award date": [
    "\\bwhen (?:do|will|would) (?:we|they) (?:find out|get word|learn|make up their minds?|pick)\\b|\\bwhen(?: is|['’]s) the (?:winner|decision|verdict|result)\\b",
  ],
  withdrawal: [`\\btake ${ours} back\\b|\\bsecond thoughts\\b|\\bchange our mind\\b|\\bswap pages\\b`],
  currency: [
    "\\b(?:what|which|whose) (?:money|coin)\\b.*\\b(?:quote|quoted?|prices?|sheet|figures|write|in)\\b|\\b(?:dollars|euros|pounds) or\\b|\\bin (?:dollars|euros|pounds)\\b",
  ],
  taxes: ["\\blev(?:y|ies)\\b|\\bimport charges\\b|\\b(?:figure|number|price) we give or on top\\b"],
  "oral presentation": [
    "\\b(?:face to face|visual aids|slide ?decks?|call us in|grill(?:ed)? us|stand in front of them)\\b|\\bdeck\\b.*\\b(?:bring|show|talk|meet)\\b|\\b(?:bring|show)\\b.*\\bdeck\\b|\\b(?:time|minutes|long)\\b.*\\btalk (?:with|to) them\\b",
  ],
  "conflict of interest": [
    "\\b(?:two hats|both sides|cousin|relatives?|too close to)\\b|\\b(?:used to work|worked) (?:there|for them)\\b|\\bfriends (?:in|at|there)\\b",
  ],
  "site visit": [
    "\\b(?:see|look (?:at|round|around)|visit|walk (?:round|through|around)|tour|have a look)\\b.*\\b(?:the|their|this) (?:place|site|building|rooms?|grounds?)\\b|\\b(?:meeting|event|session|call|get-?together) (?:for|with) (?:all )?bidders\\b|\\bmeet\\b.*\\bbefore we (?:bid|offer|write)\\b",
  ],
  exceptions: [
    "\\bour own (?:rules|terms|conditions|small print)\\b|\\bifs and buts\\b|\\bchange (?:the|their) (?:terms|rules|conditions|small print)\\b",
  ],
};

export const everydayAsks: ReadonlyMap<string, RegExp> = new Map(
  Object.entries(asks).map(([name, patterns]) => [name, words(patterns.join("|"))]),
);
