/** Offers, money and judging as people speak of them in a hurry, from slang to the terms. */
export const everydayOffers = `
cash, dough, our pay, our fee, wages for us, see the money, get our cash, see the cash > payment, paid, invoice, payment terms, payable, net 30, instalment, installment, compensation
money > payment, price, cost, pay, paid, funding, budget, financial, fee, amount
cheap, being cheap, dear, pricey, expensive, inexpensive, costly > price, cost, financial, lowest price, price evaluation, commercial
slices, portions of the money, tranche, in one go, each time > installment, instalment, milestone, partial payment, tranche, payment schedule, percent, payments
too expensive, too dear, over the limit, price ourselves out, from how much, beyond what price, how much is too much > exceed, ceiling, budget, not to exceed, more than, maximum, non-responsive, upper limit
on us, out of our pocket, on our dime, our own pocket, ours to pay, at our cost > own expense, expense of, borne, included in, inclusive, at no cost, no additional cost, responsible for, bear
on them, they cover, they pay for, picked up by them > reimburse, reimbursed, reimbursable, allowable, provided by, cost to the government
driving, drive, petrol, gas, commute, commuting, train, rail, ticket, fares, car hire, hotels, nights away, overnight > travel, mileage, transportation, lodging, per diem, travel-related, local travel, travel expenses
what money, which money, in whose money, which coin, dollars or euros > currency, us dollars, united states dollars, usd, euro, euros
heavily, how heavily, hang on, hangs on, hinge on, hinges on, depends on, count for, how much of the result, tip the scale, decisive, make or break > weight, weightage, weighting, weighted, percent, points, score, importance, criteria
hand out the marks, give marks, split the marks, who gets what marks, add up the marks, give points, share out the points > scoring, points, weight, weightage, criteria, maximum points, score, evaluation criteria
price part, money part, cost part, money document, price paper, price file, cost file, price envelope, money side > price proposal, price submission, cost proposal, financial proposal, price volume, price quote, financial bid, cost volume, price offer
technical part, tech part, technical side, non-price part > technical proposal, technical submission, technical volume, technical bid, technical quote, technical offer
write-up, writeup, write up, essay, prose > narrative, proposal, technical proposal, description, statement, response, submission, written
paperwork, red tape, papers on the firm, firm papers, company papers, what papers > documentation, documents, certificate, registration, forms, attachments, required documents, certificate of incorporation, license
sealed up, lock, locked, lock on, key to open > password, password-protected, sealed, encrypted, passcode
file name, call the file, name the file, what do we call, name of the file, title of the file > file name, naming, naming convention, titled, labeled, subject line, filename
megabytes, file size, too big to mail, size of the mail, how heavy may the mail, how big a file, huge file > mb, megabytes, file size, size limit, attachment size, attachments
one file or several, single file, one file, separate files, bundle > single file, separate files, separate file, combined, one pdf, single document, separate attachments, zip
stamp, notary, wet ink, ink, notarised, company stamp, seal it > notarized, original signature, seal, stamped, signed, wet signature, apostille
scan, photocopy, scanned > scanned, copy, photocopy, pdf
vouch, vouch for us, speak for us, people who know our work, happy customers, old customers, past customers, recommend us, recommend, recommendation, sing our praises, customers to call, back our story > references, reference, past performance, client, customer references, contact information, similar engagements
put forward, come up with, line up, name to them > provide, submit, propose, list, identify, furnish
insist, insist on, demand, call for, want from us, expect from us, expect > require, required, minimum, must, shall, mandatory
grace, leeway, wiggle room, a bit late, slack, five minutes late, mercy > late, grace period, extension, not be considered, exception, after the deadline
typo, typos, slip, adding up wrong, miscalculation, sums wrong, sum wrong, wrong total > error, mistake, correction, arithmetical, discrepancy, unit price, clerical, prevail
send in twice, two bids, second bid, more bids > multiple proposals, more than one, alternate, only one proposal
joint bid, joint offer, one bid together, bid as a pair, tie-up, go in together, as a group, bid as a team, go it together > joint proposals, joint venture, consortium, teaming, joint proposal, partner, teaming arrangement, consortia
partner firms, sub, subs, helpers, the small fry, our helpers, third party firms > subcontractor, subcontractors, partner, subconsultant, sub-contractors, third party
promised amount, sure amount, promised work, sure work, at least so much work, sure of any work, any work at all > minimum guarantee, guaranteed minimum, no guarantee, minimum order, guarantee of work, not guaranteed, obligation
ballpark, rough amount, rough number, about how many, roughly how many, roughly, more or less > estimated, approximately, anticipated, estimate, historical, volume
last word, final say, have the say > final decision, approval, authority, sole discretion, contracting officer
hear from them, word from them, get word, get news, let us know, give us news > notified, notification, notify, announced, informed, award, response
ring, phone them, ring them, give a shout, shout, drop a line, ping, whom to bug, who do we bug, who do we call, who to call > contact, email, telephone, point of contact, contact person, contracting officer, inquiries, phone
turned down, knocked out, binned, tossed, chucked out, out, out of it, bounced, in the bin > rejected, non-responsive, disqualified, not be considered, eliminated, excluded, ineligible
deal breaker, dealbreaker, show stopper, showstopper, no-no, killer > mandatory, disqualified, rejected, required, not be considered, minimum requirements
bigger firms, giants, big players, tiny firm, one-person shop, little guy, little guys, small shop, small outfit > small business, sme, set-aside, size standard, micro, small businesses
locals, from here, local firm, home firms, from around here > local, resident, local preference, domestic, located in, preference
outsiders, from elsewhere, from another country, from overseas > foreign, international, outside the united states, overseas, non-resident
hurdle, bar to clear, entry ticket, to get a foot in, foot in the door > minimum qualifications, eligibility, minimum requirements, mandatory, prerequisite, threshold
rules for asking, off the record, talk to staff, talk to anyone there, chat with them, quiet word, sweet talk > communication, contact, sole point of contact, no contact, lobbying, cone of silence, inquiries, ex parte
look over our shoulder, snoop, go through our books, dig in our books > audit, records, inspect, examine, access to records, books
`;
