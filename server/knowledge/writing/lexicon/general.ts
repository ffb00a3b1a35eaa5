/** Everyday verbs and measures that papers word in another way. */
export const general = `
biggest, most, highest, at most, upper limit, top, maximum, no more than, up to, how much at the very most > maximum, not exceed, no more than, up to, not to exceed, limit, at most, limited to, exceed, ceiling
smallest, least, lowest, at least, lower limit, minimum > minimum, at least, no less than, not less than, no fewer than, lowest
share, part, fraction, proportion, how big a part, percentage > percent, percentage, proportion, share, portion, rate
obliged, forced, compulsory, duty, without exception, no way around, indispensable, musts > required, mandatory, must, shall, requirement, responsible, obligation, minimum requirements, necessary
nice to have, wish, would be good, extra plus, welcome but not needed, bonus points > preferred, desired, desirable, optional, should, encouraged, preference, preferable
keep, hold on to, store, save > retain, maintain, keep, store, preserve, retention
fill, cover, take care of, handle, deal with, see to, take over > responsible, manage, perform, provide, handle, responsible for, undertake
make, build, create, produce, set up > develop, create, build, design, produce, construct, establish, development
use, work with, apply > use, utilize, employ, using, utilise
needed, wanted, demanded, looked for, sought > required, requested, needed, desired, requirement, seeks
help, assist, back up > assist, support, assistance, aid
get, receive, be given > receive, provided, obtain, furnished, issued, granted
give, supply, hand, offer > provide, furnish, deliver, supply, submit
explain, describe, tell about, set out, outline > describe, explain, detail, outline, address, narrative, discuss, description
name, list, write down, state, say which > identify, list, specify, name, state, indicate, designate, include
prove, show > demonstrate, evidence, substantiate, proof, show
agree, settle, arrange > agree, agreement, mutually agreed, mutual, coordinate
begin, start > commence, begin, start, initiate, initiation
stop, end, finish, quit > terminate, end, complete, cease, discontinue, expire, conclude
wrong, mistake, false, lie, error > error, incorrect, false, misrepresentation, inaccurate, omission, mistake
answer, react > respond, response, reply, answer
problem, trouble, issue, hitch, difficulty > issue, problem, impact, difficulty, delay, risk, concern
important, crucial, vital > key, critical, essential, significant, important, material
same, equal, alike > equal, same, equivalent, identical, comparable
different, other > alternate, different, other, alternative
together, jointly, side by side > jointly, collaborate, collaboration, coordinate, cooperation, in conjunction, joint
alone, by itself, on our own > independently, sole, separate, without, self
free, without paying > no cost, free, royalty-free, no charge, without charge, at no cost
public, everyone, anybody, all people > public, publicly, open, general public, citizens
hidden, secret, closed > private, confidential, restricted, nonpublic, non-public
outside, external, foreign > external, third party, third-party, outside, off-site
inside, internal, own > internal, in-house, agency, organizational
yes or no, is it true > confirm, certify, acknowledge
number, figure, count > number, quantity, amount, total, count
group, bunch, set > team, group, set, consortium
place, spot, site > location, site, place, facility, address
paper, sheet, page, form > document, form, page, attachment, exhibit, template
letter, mail, message, write to > letter, email, e-mail, correspondence, mail, message
name, title, called > title, name, entitled, known as
area, region, land > region, state, territory, county, area, geographic
house, building, office, rooms > facility, building, office, premises, facilities
machine, device, gear, hardware, computer, laptop > equipment, hardware, device, server, computer, workstation, laptop
child, young, family, poor, needy > children, families, recipients, beneficiaries, needy, youth
doctor, hospital, sick, health > health, medical, clinical, hospital, patient
soldier, army, war, forces > military, defense, armed forces, dod
road, street, bridge > road, highway, street, bridge, infrastructure
court, judge, lawyer > court, legal, counsel, attorney, judicial
farmer, farm, field, crops > agriculture, agricultural, farm
forest, woods, camp, permit to camp > forest, park, recreation, permit
catalogue > catalog
programme > program
centre > center
labour > labor
licence > license
organisation > organization
authorisation, authorised > authorization, authorized
behaviour > behavior
colour > color
cheque > check
fulfil > fulfill
`;
