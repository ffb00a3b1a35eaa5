/** Whole turns of phrase in which people ask; they point at the passage more surely than their single words. */
export const questions = `
what do we get paid for, what is paid, what do they pay for, how do we get our money > invoice, payment, paid, reimbursed, milestone, deliverable, progress payments, acceptance
what do they want, what are they after, what are they looking for, what are they buying, what is being bought, what is this for > objective, scope, purpose, seeks, statement of work, requirement, background, intends to
who is it for, who will use it, who are the users, end users, who uses it > users, customers, stakeholders, public, end users, beneficiaries, audience
who is behind this, who issued this, which office, who is buying this, which agency > issued by, agency, department, contracting officer, issuing office, contracting authority, ordering agency
can we ask, may we ask, how do we ask, where do we ask, until when can we ask, when can we still ask > questions, submit questions, inquiries, questions due, clarification, deadline for questions
can we win alone, do we need partners, with whom may we > teaming, subcontractor, joint venture, prime, consortium
what do we have to send, what do we send, what goes in the offer, what belongs in the offer, what must be in, what do they want to see, what to include, parts of the offer > submission, shall include, must include, quotation shall, technical volume, price volume, required documents, contents, instructions
what is the catch, what can go wrong, what gets us thrown out, reasons for rejection, what kills an offer > rejected, not be considered, nonresponsive, disqualified, failure to, late, unacceptable, noncompliant
how will they compare, how are offers compared, how are we ranked, how do they rank > evaluation, best value, evaluated, criteria, comparative, trade-off, basis for award, rating
how sure, is it certain, is it guaranteed, do we get work for sure > guarantee, no guarantee, not guaranteed, minimum, estimated, obligate
what happens if we are late, what if we miss, what if we are slow > late, delay, liquidated damages, penalty, not be considered, termination, default
what happens if, what if, in case, when something > if, failure, in the event, remedy, consequences
what happens after, what comes next, next steps, afterwards > transition, post-award, next phase, notification, kickoff, award
who checks, who looks, who inspects, who controls, who watches > contracting officer's representative, cor, inspection, quality assurance, surveillance, monitor, inspected by
who decides, who has the say, who has the last word, who approves, who says yes > contracting officer, approval, authority, approve, product owner, cor, selection authority, sole discretion
who pays, who bears, who carries, on whose account > responsible for, cost, expense, reimburse, borne, contractor's expense, at no cost, paid by
who provides, who brings, who supplies, who gives us, do we get, will they give us, do they lend us > government furnished, provided by, furnish, gfe, contractor shall provide, equipment, supplied
who is responsible, who is in charge of, whose job is it, who takes care, who looks after > responsible, responsibility, contractor shall, manage, maintain
who owns, whose is, who keeps, to whom does it belong > ownership, rights, data rights, intellectual property, property, public domain, title
who may see, who is allowed to see, can others see > access, disclose, confidential, public, restricted, release
who must sign, who has to sign, must we sign, do we sign anything > sign, signed, non-disclosure, signature, authorized, certification, agreement
are we allowed to, is it ok to, is it okay if, can we just, is it possible to > may, permitted, allowed, approval, authorized, consent, prohibited
do we have to be there, must we come, do we have to come, must we travel, do we need to be on the spot > on-site, in person, place of performance, remote, travel, attend, virtual
do we have to buy, must we buy, do we need our own > contractor shall provide, license, equipment, other direct costs, furnish
do we need insurance, must we be insured, what cover > insurance, liability, coverage, certificate of insurance
do we need a certificate, which certificates, which papers prove > certification, certified, accreditation, license, evidence
do people need to be checked, are people checked, must staff be cleared, is there a check on people > background investigation, security clearance, public trust, screening, fingerprint, suitability
may people work from home, can we work from home, can our people sit elsewhere, work from anywhere > remote, telework, place of performance, off-site, contractor facility, virtual, distributed
may people work abroad, can we work from abroad, people in other countries > outside the united states, offshore, overseas, foreign, conus, within the united states
can the price change, is the price fixed, may prices rise, can we charge more later > fixed, escalation, economic price adjustment, firm, ceiling, rates, not exceed, adjustment
can they change their mind, may they stop, can they walk away, can they end it > terminate, termination for convenience, cancel, reserves the right, option, not exercise
can they make it longer, may they prolong, can they add > option, extend, extension, exercise, modification
can they share our offer, who reads our offer, will our offer be published > proprietary, confidential, freedom of information, disclosure, release, non-government, evaluators
can we reuse, may we reuse, can we use it elsewhere, may others use it > open source, license, public domain, rights, reuse, royalty-free
can we sell it, may we market it > rights, license, intellectual property, data rights, commercial
does the buyer have to, must they buy, do they have to order > obligated, guarantee, minimum, no obligation, reserves the right
how big, how large, what size, how much is there, how many are there > estimated, volume, quantity, number, approximately, size, total
how much notice, how long before, how far ahead > notice, days before, in advance, prior to, at least, written notice
how old, how recent, from what time > within the past, years, recent, completed within, since
how many copies, how many sets, number of files, how many documents > copies, copy, files, volumes, attachments, original
how many people, how many persons, number of staff, people come > personnel, number of, staff, attendees, limited to, participants, fte
how many references, how many examples, number of projects, how many past jobs > references, examples, projects, past performance, at least, three, two, similar
how many stages, how many parts, in how many steps > phases, stages, steps, phase, two-phase, volumes
how much text, how many words, how long may the text be > page limit, pages, words, not exceed, characters, limited to
how do we hand in, how is it sent, how do we deliver the offer > submit, electronically, email, portal, submission, via
how do we get in, how do we log in, how to get access > access, account, credentials, registration, login, badge
how do we bill, how do we charge, how do we invoice > invoice, invoices, billing, submit invoices, proper invoice
how do we report, how do we tell them, how do we keep them informed > report, status report, monthly report, notify, email, meeting
how do we show progress, how do they see progress, how is progress shown > demo, sprint review, status report, demonstration, progress report, burn down
how is quality measured, how do they measure, how is success measured, what is success > performance standard, acceptable quality level, metrics, quality assurance surveillance plan, kpi, measures
how is the winner told, how do we hear, when do we hear back > notified, notification, award notice, email, posted, anticipated award
how is it built, what is it made of, what technology, what is under the hood > technology stack, architecture, framework, infrastructure, platform, written in, built on
how safe must it be, which security rules, what protection > security, nist, fisma, fips, fedramp, encryption, security controls, authority to operate
how is data protected, what about privacy, what about personal data > privacy, pii, privacy act, personally identifiable information, safeguard, encryption, gdpr
when can we start, when do we begin, when does it kick off > start, commence, award, period of performance, effective date, kickoff
when do we stop, when does it run out, until when does it run > expiration, end, period of performance, completion, expire, through
when do they choose, when is the decision, when will it be decided > award, anticipated, award date, notification
when is it due, when must it be there, when do we hand in, until when must, when do they need it > due, no later than, deadline, submission, due date, closing, received by
when must we answer, how soon must we answer, how fast to answer, how quickly must we react > within, response time, business days, hours, acknowledge, respond
when do we meet, when are meetings, how often do we meet > meeting, weekly, sprint, daily, kickoff, schedule, conference
when is it paid, when does the money come, when do we see money > payment, net 30, days, invoice, prompt payment, paid within
when is work accepted, when is it finished, when is it good > acceptance, accepted, acceptance criteria, definition of done, inspected, approved
where is it done, where do we sit, where will people work > place of performance, location, on-site, remote, facility
where do we send, where does it go, to which address, to whom do we send > submit, email, address, portal, submitted to, delivered to
where do we find, where is it written, where can we see > attachment, available at, website, located, posted, section
where is data kept, where must data stay, where are the files > hosting, data center, stored, within the united states, cloud, repository, residency
which rules apply, what law, which laws, under which rules > clauses, far, regulation, applicable, in accordance, pursuant, governing law
which firms may, which companies can, which kinds of firms > eligible, small business, holders, set-aside, open to, naics
which people do we need, whom do we need, which roles > key personnel, roles, labor categories, positions, staffing, project manager
which tools, what tools, software do we use > tools, software, github, jira, slack, platform, trello, licenses
which browsers, which devices, on what must it run > browser, mobile, devices, responsive, operating system, compatible
which papers come first, what takes priority > order of precedence, prevail, precedence
which papers belong to it, what is attached, attachments > attachment, exhibit, appendix, list of attachments, annex
which parts can be dropped, what is optional, which extras > optional, option, optional task, desirable, may
which risks do we carry, what are we liable for > liability, indemnify, risk, responsible, warranty
why do they need it, why now, what is the problem, what is wrong today > background, current, legacy, problem, challenges, need, purpose
why are they buying, reason for the tender > background, purpose, objective, need
`;
