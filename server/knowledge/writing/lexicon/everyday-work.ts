/** The work, its rules, people and things as people speak of them in a hurry, from slang to the terms. */
export const everydayWork = `
statute, statutes, legislation, rulebook, rule book, act of parliament, which act > act, law, laws, regulation, regulations, code, statute, ordinance, legislation, directive
stick to, abide by, observe, toe the line, play by, live up to > comply, compliance, accordance, adhere, conform, pursuant, abide, in accordance with
personal info, personal details, private details, people's details, private info, customer details, info about people > personal data, personal information, pii, privacy, data protection, personally identifiable information, data protection act, confidential
ignore, ignore the rules, break the rules, flout, disregard, disobey, break a rule, breach, do not follow, overstep > failure to comply, failing to comply, noncompliance, non-compliance, violation, breach, fail to comply, violate
off-limits, no go, not welcome, ruled out, must not, frowned on, hands off > prohibited, not permitted, forbidden, excluded, not allowed, restricted, not be accepted, shall not, may not
get out of, do without, be spared, get around, get round > waive, waived, exempt, waiver, exemption, not required, exception
on the hook, answerable, carry the can, take the blame, take the fall, held to account > liable, liability, responsible, warranty, indemnify, obligation
breaks, breaks down, dies, conks out, stops working, packs up, faulty, gives out, malfunctions, kaput > defect, failure, warranty, repair, malfunction, fault, defective, replacement
botch, botched, sloppy, shoddy, lousy work, badly done, mess up, screw up, do it badly > deficient, unsatisfactory, nonconforming, defective, re-perform, correct, poor performance, unacceptable, deficiencies, fail
do it again > re-perform, correct, reperform, rework, resubmit, correction, at no additional cost
traces, log of actions, history of actions, footprints, who looked at what > audit log, audit records, audit trail, logs, logging, log, audit logs
stay, be kept, remain on file, hang around, lie around, keep on file, hold onto > retain, retained, retention, archive, kept, preserve, retention period, maintain
up and running, in use, switched on, live, go live, goes live, open to users, on the air, out in the open > go-live, launch, launched, production, deployed, operational, completion, release, implementation, fully functional
mock-up, mockup, mock up, click through, clickable, dummy version, rough version, first version, first cut > prototype, mock-up, wireframe, mvp, minimum viable product, beta, pilot, wireframes
sketches, scribbles, design stuff, study stuff > wireframes, artifacts, design artifacts, mock-ups, user research, sketches
portables, portable computers, notebooks > laptops, laptop, notebook, portable computer, notebook computer
box, big box, machine in the rack, rack thing, iron > server, rack, hardware, storage, appliance, equipment
display, screens > monitor, display, screen, monitors, inch
handset, cell, cellphone, mobile, phones, old phone > mobile, phone, smartphone, telephone, sms, ussd, mobile app, android, ios
no data, no internet, no connection, offline, bad connection, poor signal, without network, no signal, patchy internet > offline, low bandwidth, connectivity, internet access, ussd, sms, low-bandwidth, no internet
letters on the keys, keys, typing keys > keyboard, keyboards, layout
plug, socket, cable, cord, lead for the wall > plug, power cord, cable, adapter, power supply
kit, stuff to buy, bits and pieces > equipment, goods, hardware, products, items, supplies, devices
ram, disk space, how much memory > memory, ram, storage, hard drive, ssd, gb
blog engine, blog engines, website builder, page editor, content system, edit pages, web pages by themselves > cms, content management system, wordpress, drupal, content management, open source
growers, farming folk, smallholders > farmer, farmers, agricultural, producers
town, village, hamlet, city > city, town, county, district, location, municipality, village
pupils, kids, schoolkids, teachers, classes > students, school, children, learners, youth, teachers, education
impairments, impairment, wheelchair, cannot see, can't see, disabled people > accessibility, 508, wcag, disabilities, section 508, disability, screen reader, accessible
sorts of work, kinds of work, areas of work, lines of work, trades, what work, what sort of work > categories, labor categories, services, scope, tasks, service areas, scope of work, scope of services
every job, each job, job title, each role > position, working title, labor category, role, positions
grey, grey-haired, greybeard, old hand, old hands, seasoned, long in the tooth, battle-tested, senior, how many years must > experience, years of experience, senior, years, minimum
beginners, beginner, greenhorn, rookies, rookie, newbies, trainees, interns > junior, entry level, entry-level, trainee, less experience
clean record, police record, criminal past, clean past, spotless, no crimes, clean slate, dirt on them, skeletons, trustworthy > background check, criminal history, criminal record, background investigation, identity history, fingerprint, police clearance, suitability
bodies, heads, seats, pairs of hands > personnel, fte, positions, staff, resources, employees, full-time
extra hands, more hands, grow the team, more people later, add people > additional personnel, surge, scale, increase, additional resources, ramp up
jump ship, falls ill, gets ill, sick, hands in notice, walks out, gone, moves on, bails > unavailable, replacement, substitution, substitute, replace, departure, vacancy, key personnel
break-in, leaks, leaked, data gets out, cyber attack, intruder, intruders > breach, incident, security incident, unauthorized, data breach, notify, cyber, incident response
secured, locked down, watertight > security, protect, safeguard, encryption, secure, safeguards, security requirements
scrambled, encoded > encryption, encrypted, encrypt, cryptographic, fips
where data lives, which country, on home soil > within the united states, data residency, data center, hosted, country, located, stored, data location, offshore
lend, lends, borrow, loan, hand us, give us a laptop, own laptops, our own laptops > government furnished, furnished, provided, gfe, contractor-furnished, equipment, furnish
drop in, pop in, come by, show up, turn up, come round, appear in person > attend, attendance, in person, on-site, mandatory, visit, onsite
get together, huddle, chat, catch-up, sit-down, powwow, meet-up, meetup > meeting, meetings, conference, kickoff, call, session, kick-off
check-in, check in, keep them posted, in the loop, tell them how it goes, how it goes > status report, progress report, weekly, monthly, report, status meeting, briefing, reports
scrap, bin, throw away, get rid of > destroy, delete, disposal, sanitize, return, purge, destruction, dispose
rush job, rush, hurry, in a hurry, pronto > urgent, expedited, immediately, within, emergency, rush
late fee, per day late, each day late, day late, tardiness, dock us, docked > liquidated damages, penalty, per day, delay, deduct, late delivery, penalties
family ties, cousin, relatives, worked there, used to work there, ex-employees, buddies there, friends there > conflict of interest, former employee, relationship, family member, organizational conflict, conflicts
treat, wine and dine, lunch on us > gift, gratuities, gratuity, bribery, hospitality, entertainment
guinea pigs, try-out, dry run, test run, trial run > pilot, testing, trial, user acceptance testing, beta, test
instructions, cheat sheet > documentation, manual, user guide, user manual, training materials, guide
hand-holding, show the ropes, show them the ropes, get people going > training, onboarding, support, knowledge transfer, user training
hiccup, hiccups, glitch, glitches, snag, snags > issue, issues, defect, incident, problem, bug
answer the phone, pick up the phone, call back, get back to them, respond to a call > response time, respond, help desk, support, within, hours
how safe must we be covered, covered for, cover, covered against > insurance, coverage, liability, insured, policy
planet, environment-friendly > environmental, sustainable, sustainability, recycled, energy efficient, carbon
wrapped up, finished by, ready by, done by, all done > completion, completed, complete, end date, final, deadline, deliver, delivered
first thing, first job, straight after signing, first weeks > kickoff, kick-off, within, inception, initial, start, work plan, inception report
who is it all for, who gains, who benefits > beneficiaries, users, target audience, stakeholders, public
old site, old website, old one, present site, today's site > current website, existing website, legacy, existing system, current site, existing site
`;
