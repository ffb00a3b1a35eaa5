/** Handing in an offer: form, place, time, parts, questions before it. */
export const bidding = `
hand in, turn in, send in, give in, drop off, put in, get in, file, hand over our offer, send our offer, reply, send off, lodge, upload > submit, submission, due, deliver, respond, response, receipt, received
offer, bid, our offer, our bid, what we send, our reply, our answer, application, pitch > proposal, quotation, quote, tender, bid, offer, response, submission
bidder, competitor, rival, firm, company, business, applicant, provider, seller, other firms, the competition, participant, interested party > offeror, bidder, quoter, vendor, contractor, tenderer, respondent, supplier, economic operator, candidate, proposer
buyer, customer, client, purchaser, they, the office that buys, who is buying, ordering side > government, agency, contracting authority, purchaser, buyer, department, owner, procuring entity, contracting officer, authority
by when, until when, last day, last moment, last date, latest, cut off, cutoff, closing time, closing, time limit, at the latest, final day, run out, deadline > due, deadline, no later than, closing date, due date, reply by, submission deadline, closing, not later than, received by
too late, late, miss the deadline, missed, after the deadline, tardy, overdue > late, late submission, not be considered, after the due date, untimely
extra time, more time, push back, postpone, later date, extend the deadline > extension, extend, extended, postponement
how to send, by which way, way of sending, channel, where do we send, where to send, which address, send it to > submit, email, electronically, portal, e-mail, via, address, submission method, delivery method, mailed
by mail, by post, on paper, paper copy, printed, print, courier, envelope, by hand > hard copy, mail, postal, paper, sealed, envelope, hand delivered, printed, courier
online, electronic, by computer, over the internet, web form > electronic, electronically, portal, e-procurement, eBuy, website, email, online
subject, headline of the e-mail, title of the mail, subject line > subject line, subject, email subject, subject heading, heading
parts, pieces, chapters, pieces of the offer, how is the offer divided, split up, put together, made up of > volume, section, part, organized, structure, format, sections, envelope, consist
cover page, first page, front page, title page, accompanying letter > cover letter, cover page, title page, introductory, transmittal letter, letterhead
how long may, length, how much space, space, room for text, how much room, how thick, how big may the offer be, size of the offer, how much text, word count, number of pages > page limit, pages, page limitation, exceed, words, not exceed, length, limited
left out, not counted, not count, leave out, does not count, outside the count > excluding, exclude, exclusive, not included, not count, does not include
type size, letters, font size, typeface, lettering, spacing, margins, layout > font, point, margin, spaced, single-spaced, double-spaced, formatting, page size
kind of file, file type, file kind, what sort of file, software format, electronic form, data format > format, pdf, excel, word, file format, searchable, machine readable, spreadsheet
our figures, our numbers, columns, lines of the price, spreadsheet, table of prices, price list, price table, cost table, price form, sheet with prices, calculation sheet > pricing sheet, pricing template, price schedule, pricing form, excel, pricing workbook, bill of quantities, cost breakdown, price quote
fill in, fill out, complete the form, form to fill, template, blank form > template, form, complete, completed, fill, attachment, provided
sign, signature, autograph, signed by whom, put our name under > sign, signed, signature, authorized representative, authorized signatory, authorized to bind, execute
who may sign, someone with power, entitled person, who can commit the firm > authorized, authorized representative, bind, signatory, authorized official, power of attorney
binding, stick to our price, hold our price, keep our offer open, stay good, remain open, remain binding, hold good, cannot raise, stand by our offer, bound, bound to > valid, validity, firm, acceptance period, remain valid, held firm, remain open, validity period, irrevocable
take back, pull out, withdraw, change our mind, drop out, back out > withdraw, withdrawal, withdrawn, modification, revoke
change our offer, correct our offer, improve our offer, revise, send again > modify, revise, revision, revised, modification, amend, replace, resubmit, final proposal revision
ask, ask something, get things explained, something unclear, unclear, doubts, ask for help, raise a question, ask about, enquire, clear up > questions, inquiries, clarification, questions and answers, clarifications, queries, enquiries, submit questions
get an answer, when are questions answered, reply to questions, publish answers > answers, responses to questions, response, posted, answered, amendment
changes to the papers, new version of the papers, correction of the tender, news about the tender, updated papers > amendment, addendum, addenda, amendments, corrigendum, modification, acknowledge
confirm we have read, confirm receipt, acknowledge > acknowledge, acknowledgment, acknowledgement, confirmation of receipt
several offers, more than one offer, two offers, second offer, variant, alternative offer, different solution > alternate, alternative, variant, multiple proposals, more than one, alternate proposals
part of it, only some of it, offer for a piece, all or nothing, piece by piece, share of the work, split, portions > lot, lots, partial, partial offers, divided, all or none, portion
for free, who pays for the offer, paid for bidding, cost of bidding, our expense for preparing, money for preparing > costs incurred, preparation, bid preparation, not reimburse, own expense, no payment, proposal preparation costs
what number, file number, case number, number of the tender, reference, id > solicitation number, rfq number, reference number, rfp number, rfq id, contract number, solicitation, procurement reference
what is this about, why is this bought, goal, aim, what for, reason for buying, what do they want to reach, purpose, what is wanted > objective, purpose, scope, background, goals, vision, statement of objectives, intent
tender, tender papers, call, invitation, this competition, this buy, what they published > solicitation, rfp, rfq, request for proposal, request for quotation, invitation to tender, itt, notice, contract notice, invitation for bid
early information, market research, sounding, before the tender, warm-up > request for information, rfi, sources sought, prior information notice, industry day, market engagement, pre-solicitation, market consultation
information event, meeting for bidders, meet the buyer, info day, gathering, briefing > pre-proposal conference, pre-bid conference, industry day, bidders conference, site visit, pre-quote, supplier day
look at the place, visit, see the site, walk through, inspection of the place > site visit, site inspection, walkthrough, walk-through, pre-bid
register, sign up, log in, account, enrol, enlist > register, registered, registration, sam.gov, system for award management, duns, uei, cage, login
table of contents, list of contents, index of the offer > table of contents, index, contents
copies, how many times printed, number of originals > copies, copy, original, duplicate
language, which tongue, english, in which language > language, english, translation, translated, written in
mark secret, trade secret, secret parts of our offer, confidential parts, keep our offer secret, blacken > proprietary, confidential, trade secret, redacted, marked, freedom of information, restriction on disclosure, foia
in short, summary, overview > executive summary, summary, overview, abstract
`;
