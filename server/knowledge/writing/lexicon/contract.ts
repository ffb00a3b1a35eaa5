/** The kind of contract, its rules, changes, end, rights and secrets. */
export const contract = `
kind of contract, sort of contract, how is it contracted, type of deal, contract form, kind of order > contract type, firm fixed price, time and materials, labor hour, labor hours, cost reimbursement, type of contract, t&m, fixed price, call order, cost-plus, contract vehicle, hybrid
paid by the hour, by time, hourly, for hours worked, pay for time > time and materials, labor hour, hourly rates, labor hours, t&m, time-and-materials
flat price, lump sum, one price for all, set price, fixed amount, package price > firm fixed price, fixed price, lump sum, ffp, fixed-price
deal, agreement, job, order, assignment, mandate, commission > contract, order, task order, agreement, call order, purchase order, engagement, award
call off, single order, individual order, order under the frame > task order, call order, delivery order, order, call-off, ordering
terms, conditions, rules of the contract, small print, fine print, legal text > terms and conditions, clauses, provisions, far, general conditions, special conditions, clause, incorporated by reference
which paper wins, contradiction, which goes first, papers disagree, conflict between papers, prevails > order of precedence, precedence, inconsistency, conflict, prevail, govern, controlling
law, courts, which law, legal system, country's law > governing law, jurisdiction, applicable law, laws, regulations, federal law, venue
quarrel, disagreement, argument, dispute, falling out > dispute, disputes, arbitration, mediation, claim, resolution, escalation, contract disputes
end early, stop the contract, break off, quit, cancel, get out, fire us, kick us out, call off, ends before > termination, terminate, terminated, termination for convenience, termination for cause, cancellation, default, cease, stop-work
stop working for a while, pause, hold, interrupt, freeze > stop-work order, suspension of work, suspend, stop work, pause, hold
notice, how much warning, tell beforehand, days before ending, warn > notice, written notice, days notice, prior notice, notify, advance notice, notification
change the work, more work, extra work, extra jobs, different work, add things, changes, grow the job, additional wishes > change order, modification, changes, change, additional work, out of scope, contract modification, bilateral, within scope, scope change
who can change, who may order changes, whose orders count, who gives orders, whose word counts > contracting officer, authority, authorized, only the contracting officer, modification, unauthorized, authority to change, written direction
own, belongs to, whose is it, who owns, ownership, keep the results, property, rights to what we make, who keeps > ownership, data rights, intellectual property, unlimited rights, rights in data, property of, title, public domain, own, copyright, property
license, licence, free to use, usable by everyone, given to the public, free software, open to the public, anyone may use, copy left > open source, license, public domain, cc0, creative commons, royalty-free, open source license, licensing, osi, domain dedication
patent, invention, trade mark, logo, name use > patent, trademark, invention, copyright, infringement, intellectual property
secret, keep quiet, not talk about, keep to ourselves, confidential, keep mum, pass on information, spill > confidential, non-disclosure, nondisclosure, nda, disclose, proprietary, confidentiality, disclosure, sensitive, nondisclosure agreement
talk to the press, advertise, say we work for them, use as reference, publicity, press release, brag, mention the job in public > publicity, press release, news release, advertising, media, public announcement, endorsement, public release
publish, put on the web, show everyone, make public, public > publish, public, publicly, open, posted, release, publicly available
make good, guarantee, promise of quality, free repair, warranty, after-sale, defects later > warranty, guarantee, warrant, defects, correct, defects liability, remedy, workmanship
pay for damage, who pays if something breaks, responsible for harm, damage, loss, harm, liable, blame, at fault > liability, liable, indemnify, damages, indemnification, loss, limitation of liability, hold harmless, responsible
fine, penalty, punishment, money off for delay, cut in pay, charged for being late, punish, sanction > liquidated damages, penalty, deduction, deduct, withhold, reduction, service credits, consequences, penalties, retainage
force, storm, war, strike, act of god, not our fault, outside our control, beyond our control, nothing we can do, bad luck > force majeure, excusable delay, beyond the control, delay, acts of god, unforeseeable, without fault or negligence
give the contract to someone else, sell the contract, pass on the contract, new owner, merger, bought by another firm > assignment, assign, novation, transfer, change of control, successor, change-of-name
handover, hand over, leave, change of firm, when another firm takes over, successor takes over, leaving, wind down, end of the job, take over from the old firm > transition, transition plan, phase-out, transition-out, exit, knowledge transfer, incumbent, transition-in, phase-in, successor, handover, continuity of services
the firm that does it now, current firm, present supplier, who does it today, existing provider, predecessor, today's firm > incumbent, current contractor, current vendor, existing contractor, predecessor, outgoing
rules to follow, norms, obey, stick to the rules, follow the law, keep to > comply, compliance, in accordance, regulations, policies, standards, applicable, conform, pursuant, accordance
exception, get out of a rule, let off, freed from a rule, waive > waiver, exception, exemption, exempt, deviation, waive, exempted
allowed, permission, go-ahead, okay, consent, ok from, say yes, green light, leave to, sign off, approval > approval, approve, approved, written approval, prior approval, consent, authorization, permitted, authorized, written consent, permission
not allowed, forbidden, ban, may not, must not, no-go, taboo, off limits, stay away from > prohibited, shall not, may not, not permitted, not allowed, unauthorized, restriction, not authorized, must not, forbidden
give up, sign away, release, no more claims, final settlement, settle all claims > release, release of claims, waiver, discharge, final payment, waive, closeout
wrap up, finish the contract, close the books, closing the contract > closeout, close-out, completion, final invoice, final payment, expiration
keep records, keep papers, how long keep, save the files, archive, look into our books, check our books, inspect our books > records, retention, retain, audit, records retention, examination of records, audit rights, record keeping, archive, maintain records
government's things, borrowed equipment, given by the buyer, provided by the buyer, tools from them, laptops from them, what do we get from them, supplied to us > government furnished, gfe, gfp, government furnished equipment, government-furnished property, provided by the government, furnished, government furnished information
our own tools, bring our own, own equipment, own computers > contractor furnished, contractor-provided, contractor shall provide, equipment, own equipment
not an employee, who is the boss, orders from, act like staff > personal services, employer, employee, independent contractor, non-personal services, supervision, inherently governmental
data protection contract, personal data contract, gdpr > data processing agreement, gdpr, controller, processor, personal data, data protection
volume promised, guaranteed work, promise of orders, smallest order, minimum volume, least they buy > minimum guarantee, guaranteed minimum, minimum order, no guarantee, maximum order, ordering limitations, order limitation, estimated quantity
other firms too, only us, sole, exclusive, hire other firms > exclusive, non-exclusive, other contractors, sole source, award to other, associate contractors
`;
