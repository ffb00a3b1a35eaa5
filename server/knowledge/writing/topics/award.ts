import { bidder, offer, type Topic, words } from "./topic";

/** How offers are weighed, and what bidders must show of themselves. */
export const awardTopics: Topic[] = [
  {
    name: "weights",
    asks: /\b(?:weight\w*|how important|(?:most|more) important|matters? (?:the )?most|relative (?:importance|weight)|counts? (?:the )?most|how much does .* count|points|importance|being the cheapest)\b|\b(?:does|is) (?:the )?cheapest\b|\bcheapest (?:one|offer|bid)? ?(?:wins?|gets)\b|\bthe cheapest\b/i,
    unless: /\b(?:starting|points of contact|bullet)\b/i,
    says: [
      /\b(?:more|less|most|least|equal(?:ly)?) (?:in )?(?:importan\w+|weight\w*)|\bequal (?:importance|weight)|\bweight(?:s|ing|ings|ed)?\b|\bdescending order\b|\border of importance\b|\b\d+ ?(?:points|%|percent|per cent)|\bmaximum (?:score|points)\b|\brelative importance\b|\bincrease in importance\b|\b(?:points|weight(?:ing)?|max(?:imum)?(?: score)?|score)\b[^.]{0,120}\|\s*\d/i,
      words(
        `\\b(?:factors?|criteri(?:a|on)|price|cost|technical|quality|scor\\w+|evaluat\\w*|award\\w*|experience|sub-?factors?)\\b`,
      ),
    ],
    listed: /\p{L}.*[\s[(:|]\d{1,3}(?:\.\d)? ?(?:%|points?|marks?)?\s*[\])]?\s*$/iu,
    saysNot: /\b(?:retainage|discount of|test coverage)\b/i,
    under: /\b(?:evaluation|award|criteria|scoring|factors?|selection|weighting)\b/i,
  },
  {
    name: "criteria",
    asks: words(
      `\\b(?:award|evaluation|selection|scoring|technical) (?:criteri(?:a|on)|factors?|method\\w*)\\b|\\b(?:criteri(?:a|on)|factors?)\\b|\\bhow (?:will|are|do|does)\\b.*\\b(?:evaluat\\w*|assess\\w*|judged?|scored?|rank\\w*|chosen|choose|select\\w*|compare\\w*|decid\\w*)\\b|\\bbasis (?:of|for) (?:the )?award\\b|\\bhow .*\\b(?:winner|award)\\b|\\bbest value\\b|\\bhow do they (?:pick|choose|decide|select)\\b|\\bwhat do they look (?:at|for)\\b|\\bwhat do we get points for\\b|\\bwho (?:wins|gets (?:the job|it|the contract))\\b|\\bhow is the winner\\b`,
    ),
    unless: /\b(?:acceptance criteria|risk factors?|performance measured)\b/i,
    plainly:
      /\b(?:following|these|below)\b[^.]{0,80}\b(?:factors?|criteri(?:a|on))\b|\b(?:factors?|criteri(?:a|on))\b[^.]{0,60}(?:\b(?:following|shall be used|will be used|listed below|are)\b|:)|\baward (?:will|shall) be made\b/i,
    says: [
      words(
        `\\b(?:factors?|criteri(?:a|on))\\b[^.]{0,80}(?:\\b(?:evaluat\\w*|award|importan\\w*|following|below|are|used)\\b|:)|\\b(?:evaluat\\w*|award|selection|scored?|assess\\w*)\\b[^.]{0,100}\\b(?:factors?|criteri(?:a|on)|best value|lowest|basis|trade-?off|economically|points)\\b|\\b(?:best[- ]value|trade-?off|lowest[- ]price|most economically advantageous|most advantageous)\\b|^\\W*(?:(?:award|evaluation) )?(?:criteri(?:a|on)|factors?) ?\\d`,
      ),
    ],
    saysNot: /\b(?:acceptance criteria|user stor(?:y|ies)|risk factors?)\b/i,
    under: /\b(?:evaluation|basis (?:of|for) award|award criteria|scoring|selection|factors?)\b/i,
  },
  {
    name: "references",
    asks: /\b(?:past|prior|previous|similar|relevant|corporate|company) (?:experience|performance|projects?|work|contracts?)\b|\breferences\b|\btrack record\b|\bcase stud(?:y|ies)\b|\b(?:experience|examples?)\b.*\b(?:must we|do we need|required|show|provide|demonstrate)\b|\bexamples of (?:similar|prior|past|earlier) work\b|\b(?:have|had) (?:we )?(?:to have )?(?:done|built|delivered) (?:it|this|such|something like)\b.*\bbefore\b|\bprove\b.*\b(?:done|did)\b.*\bbefore\b/i,
    unless: /\b(?:staff|personnel|team members?|people|key)\b/i,
    plainly:
      /\b(?:shall|must|should|will|required to)\b[^.]{0,40}\b(?:provide|demonstrate|submit|show|describe|have|include|list)\b[^.]{0,120}\b(?:experience|projects?|examples?|references|contracts?|past performance|summar\w+)\b/i,
    says: [
      /\b(?:past|prior|previous|similar|relevant|corporate|recent) (?:experience|performance|projects?|work|contracts?)\b|\breferences\b|\bcase stud(?:y|ies)\b|\bprojects?\b[^.]{0,80}\b(?:completed|delivered|similar)\b/i,
      words(
        `\\b(?:${bidder}|projects?|examples?|summar\\w+|years|two|three|provide|demonstrat\\w*|submit\\w*|size|scope)\\b`,
      ),
    ],
    saysNot: /\bby reference\b|\bCPARS\b/i,
    under: /\b(?:experience|past performance|references?|track record)\b/i,
  },
  {
    name: "key personnel",
    asks: /\bkey (?:personnel|staff|people|persons?|roles?|team|positions?)\b|\b(?:which|what) (?:roles|positions|people)\b.*\b(?:must|need|have to|required|name|propose|designate)\b|\bwhom? must we (?:name|propose|staff)\b/i,
    unless: /\b(?:replac\w*|substitut\w*|chang\w*|swap)\b/i,
    plainly:
      /\b(?:designat\w*|following|necessary|identif\w*|are considered|is considered|shall (?:include|consist)|must (?:include|name))\b[^.]{0,80}\bkey (?:personnel|staff|persons?|experts?|roles?|positions?)\b|\bkey (?:personnel|staff|persons?|experts?|roles?|positions?)\b[^.]{0,60}(?:\b(?:are|include|necessary|as follows)\b|:)/i,
    says: [
      /\bkey (?:personnel|staff|people|persons?|roles?|experts?|positions?)\b/i,
      /\b(?:designat\w*|necessary|following|identif\w*|propos\w*|lead|manager|minimum|required|consist|are|is|include\w*|responsible)\b/i,
    ],
    saysNot: /\bsubstitut\w*|\breplac\w*|\bunavailable\b|\bdisapproval\b|\bparticipate|\battend\b/i,
    under: /\b(?:key (?:personnel|staff|persons?)|staffing|personnel)\b/i,
    named: /\bkey (?:personnel|staff|people|persons?|roles?|experts?|positions?)\b/i,
  },
  {
    name: "resumes",
    asks: /\b(?:resumes?|r[eé]sum[eé]s?|cvs?|curricul\w+)\b/i,
    says: [/\b(?:resumes?|r[eé]sum[eé]s?|cvs?|curricul\w+|bios?|biograph\w+)\b/i],
    saysNot: /\bsubstitut\w*|\bunavailable\b/i,
    named: /\b(?:resumes?|r[eé]sum[eé]s?|cvs?|curricul\w+|bios?|biograph\w+)\b/i,
  },
  {
    name: "qualifications",
    asks: /\bqualifi(?:ed|cations?)\b|\b(?:skills?|knowledge|degrees?|experience)\b.*\b(?:staff|personnel|team|people|engineers?|consultants?)\b|\b(?:staff|personnel|team|people|engineers?|consultants?)\b.*\b(?:skills?|qualif\w*|experience|knowledge|certifi\w*|degrees?)\b/i,
    plainly:
      /\b(?:shall|must|should|required|minimum|mandatory)\b[^.]{0,60}\b(?:have|possess|hold|demonstrate|experience|years|qualif\w+|certif\w+|knowledge)\b|\byears? of\b|\d\+? years/i,
    says: [
      /\b(?:years? of|\+ years|experience (?:in|with|of|using|working|operating|providing)|qualif\w+|certifi(?:ed|cation)|degree|knowledge of|skills?|ability to|proficien\w+|expertise)\b/i,
      /\b(?:personnel|staff|team|contractor|shall|must|should|years?|experience|experts?|engineers?|employees?|individuals?|each|possess)\b/i,
    ],
    saysNot: /\bsubstitut\w*|\breplaced?\b/i,
    under: /\b(?:personnel|qualifications?|staff(?:ing)?|required (?:knowledge|skills)|skills|team)\b/i,
  },
  {
    name: "clearance",
    asks: /\bclearances?\b|\bbackground (?:checks?|investigations?|screening)\b|\bvett(?:ed|ing)\b|\bsecurity (?:checks?|screening|vetting)\b|\bcriminal records?\b|\bpeople (?:need to be|be) checked\b|\bcheck(?:ed)? (?:on )?our (?:people|staff|workers)\b|\bour (?:people|staff|workers)\b.*\bchecked\b/i,
    says: [
      /\bclearances?\b|\bbackground (?:checks?|investigations?|screening)|\bvett(?:ed|ing)\b|\bpublic trust\b|\bfingerprint\w*|\bHSPD-?12\b|\bsuitability\b|\b(?:NACI|BPSS|DBS)\b|\bcriminal records?\b|\bsecurity (?:investigation|screening|vetting|check)/i,
    ],
    saysNot: /\bsubstitut\w*/i,
    named:
      /\bclearances?\b|\bbackground (?:checks?|investigations?|screening)|\bvett(?:ed|ing)\b|\bpublic trust\b|\bfingerprint\w*|\bHSPD-?12\b|\bsuitability\b|\b(?:NACI|BPSS|DBS)\b|\bcriminal records?\b|\bsecurity (?:investigation|screening|vetting|check)/i,
  },
  {
    name: "insurance",
    asks: /\binsur(?!rec)\w+|\b(?:liability|indemnity) cover\b/i,
    says: [/\binsur(?:ance|ed|er)\b|\bindemnity cover\b/i],
    named: /\binsur(?:ance|ed|er)\b|\bindemnity cover\b/i,
  },
  {
    name: "bonds",
    asks: /\b(?:bid|performance|payment|surety|tender) (?:bonds?|securit(?:y|ies)|guarantees?)\b|\bbonds?\b|\bbank guarantees?\b|\bsuret(?:y|ies)\b|\bbid deposit\b|\bsecurity\b.*\b(?:put up|lodge|deposit|give|post)\b|\bsecurity deposit\b|\bearnest money\b|\bemd\b|\bput (?:down|up)\b.*\b(?:money|deposit|security)\b|\bmoney\b.*\bas (?:a )?security\b|\bdeposit\b/i,
    says: [
      /\b(?:bonds?|earnest money|EMD|bank guarantees?|suret(?:y|ies)|(?:bid|performance|tender|security) (?:guarantees?|deposits?|securit(?:y|ies))|letters? of credit)\b/i,
    ],
    named:
      /\b(?:bonds?|bonding|earnest money|EMD|bank guarantees?|suret(?:y|ies)|(?:bid|performance|tender|security) (?:guarantees?|deposits?|securit(?:y|ies))|letters? of credit)\b/i,
  },
  {
    name: "financial standing",
    asks: /\bturnover\b|\bannual (?:revenue|sales)\b|\bfinancial (?:standing|capacity|strength|statements?)\b|\bcreditworth\w*/i,
    says: [
      /\bturnover\b|\bannual (?:revenue|sales)\b|\bfinancial (?:standing|capacity|strength|statements?|stability|resources|capability)\b|\bcreditworth\w*|\bbalance sheets?\b|\brevenues?\b/i,
    ],
    named: /\bturnover\b|\brevenues?\b|\bannual sales\b|\bfinancial\w*|\bcreditworth\w*|\bbalance sheets?\b/i,
  },
  {
    name: "certificates",
    asks: /\biso\b|\b(?:certificates?|certifications?|accreditations?)\b/i,
    says: [/\bISO\b|\bcertif\w+|\baccredit\w+/i],
    named: /\bISO\b|\bcertif\w+|\baccredit\w+/i,
  },
  {
    name: "lots",
    asks: /\blots\b|\bwhich lot\b|\bper lot\b|\beach lot\b/i,
    unless: /\blots of\b|\bparking\b/i,
    says: [/\blots?\b/i],
    named: /\blots\b|\blot \d/i,
  },
  {
    name: "subcontracting",
    asks: /\bsub-?contract\w*|\bteaming\b|\bconsorti\w+|\bjoint ventures?\b|\bpartners? (?:with|up)\b|\b(?:need|use|bring) (?:a |our )?partners?\b|\bjoint(?:ly)? (?:bid|offer|tender)|\bpass\b.*\bon to\b|\boutsourc\w*|\b(?:another|other) (?:firms?|compan(?:y|ies))\b|\bhire others\b/i,
    plainly:
      /\b(?:permitted|allowed|may (?:not )?(?:use|sub|be)|shall not sub|prohibited|not be sub|encouraged|intend\w* to use|must (?:identify|describe|provide))\b/i,
    says: [
      /\bsub-?contract\w*|\bteaming\b|\bconsorti\w+|\bjoint ventures?\b|\bpartner(?:s|ship)?\b|\bCTAs?\b|\bprime contractor\b/i,
      words(`\\b(?:${bidder}|${offer}|may|shall|must|permitted|allowed|not|identify|propos\\w*|arrangements?)\\b`),
    ],
    saysNot: /\bconfidentiality\b|\bfraud\b|\bhourly rate\b/i,
    under: /\b(?:sub-?contract\w*|teaming|consorti\w+|joint ventures?)\b/i,
    named: /\bsub-?contract\w*|\bteaming\b|\bconsorti\w+|\bjoint ventures?\b|\bpartner(?:s|ship)?\b|\bCTAs?\b/i,
  },
];
