/** From opening the offers to the award, and what a loser can do. */
export const evaluation = `
choose, pick, decide, judge, who wins, how is the winner found, how do they choose, winner, winning, select, how do they decide, be chosen, get the job, get the contract, get the order > award, evaluation, selection, best value, select, evaluated, basis for award, evaluate, most advantageous, successful, awardee, source selection
what counts, what matters, what is important, looked at, marks, points of judging, yardstick, judged by, graded, scored, weigh > evaluation factors, criteria, evaluation criteria, factor, rated, considered, award criteria, evaluated, rating, subfactor, importance
most important, weigh more, more important, heaviest, first in importance, counts most, weight, weighting, order of importance > relative importance, more important, significantly more important, descending order, weighted, weighting, equal, approximately equal, most important
cheapest, lowest price, lowest, low price wins, price only, does the cheapest win, money alone > lowest price, lpta, lowest priced technically acceptable, lowest cost, best value, trade-off, tradeoff, price evaluation, most economically advantageous
pay more for better, better but dearer, quality over price, more expensive offer > best value, tradeoff, trade-off, price premium, superior, other than the lowest, higher priced, premium
marks, grades, scores, notes, school marks, colours, ratings > rating, ratings, adjectival, outstanding, acceptable, unacceptable, marginal, satisfactory, score, points, scoring, confidence rating
thrown out, out of the race, sorted out, kicked out, rejected, dropped, not looked at, disqualified, lose our chance, eliminated, out of the running > rejected, not considered, disqualified, nonresponsive, non-responsive, eliminated, excluded, ineligible, unacceptable, removed from consideration, not be evaluated, noncompliant
next round, go on, get through, go further, short list, shortlisted, still in the race, finalists, remain, are left, how many are left, survive, advance > advance, phase, competitive range, down-select, shortlist, invited, highest rated, advisory, proceed, most highly rated, selected to
steps, rounds, stages, how many rounds > phase, step, stage, round, multi-phase, two-phase, two-step
talk with them, talk to them, talk, speak, meet in person, face to face, in person, conversation, call, talks, video call, personal talk, interview, hearing, sit down with, grilled > interview, oral presentation, oral, presentation, discussions, conference call, video conference, teleconference, meeting, interviews
show, show ourselves, present, talk in front of, slides, power point, visuals, posters, pictures, charts, hand out > presentation, oral presentation, slides, demonstration, briefing, handouts, graphs, charts, presentation materials, powerpoint
try out, sample work, show it working, test of our skills, trial, practical test, demo > demonstration, prototype, proof of concept, technical challenge, sample task, coding challenge, exercise, demo
how long do we talk, how much time do we get, time to talk, time to speak, minutes each, length of the talk, slot > minutes, interview, presentation, session, time limit, scheduled, allotted
who comes, who takes part in the talk, who must be there, attend, be present, who speaks > attend, attendees, participants, participate, participation, key personnel, limited to, present, attendance
who judges, jury, who reads our offer, readers of the offer, panel, examiners, committee > evaluation team, evaluators, technical evaluation, panel, evaluation panel, source selection authority, evaluation board, technical evaluation team
haggle, bargain, negotiate, discuss price, second chance, better price later, best price first, talk about the price > discussions, negotiations, negotiate, best terms, without discussions, without exchanges, initial offer, clarifications, best and final, negotiated
only one winner, how many winners, several winners, number of winners, how many contracts, how many firms win > single award, multiple awards, one award, number of awards, single, award one, multiple, awardees, award a single
when is it decided, when do we know, when will they choose, decision day, when will we hear, result > anticipated award, award date, notification, award, notified, expected award, announcement, standstill, award decision
let know, tell the losers, hear the result, losers, those who lose, not chosen, did not win, letter to losers > unsuccessful, notification, notify, debriefing, brief explanation, unsuccessful offerors, notice of award, intention to award
why did we lose, reasons for losing, feedback, explain the decision, explanation > debriefing, debrief, brief explanation, feedback, explanation, basis for award
complain, fight the decision, object, appeal, challenge the result, not happy with the decision, legal remedy > protest, appeal, dispute, review procedure, challenge, gao, remedies, standstill, complaint, review body
call it off, stop the tender, nobody wins, no award, buy nothing, back out, cancel the tender > cancel, no award, reserves the right, reject any, cancellation, reject all, not to award, make no award
right to, may they, free to, keep the option > reserves the right, right, discretion, may, sole discretion, option
check references, call our customers, ask former clients > references, past performance, contact, cpars, ppirs, questionnaire, verify
fair price, too cheap, too low, unrealistic price, price check, dumping, reasonable > price reasonableness, realism, fair and reasonable, abnormally low, unbalanced, price realism, cost realism, price analysis
good sides, plus points, bad sides, minus points, faults of the offer > strengths, weaknesses, deficiencies, significant weakness, deficiency, risk
pass or fail, must have, knock out, minimum hurdle, gate > pass/fail, pass fail, minimum requirements, mandatory, acceptable, go/no-go, threshold
approach, how we would do it, our plan, idea, method, the technical part, description of how > technical approach, methodology, approach, technical proposal, technical quotation, work plan, management approach, understanding
draw, same score, tie, equal offers > tie, equal, tie-breaker, identical
after winning, once we win, first things after signing > after award, post-award, award, kickoff, orientation
`;
