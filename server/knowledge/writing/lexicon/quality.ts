/** What has to be delivered, how it is checked, reports and meetings. */
export const quality = `
what do we hand over, things do we hand over, what do we have to hand over, what we make, what must be delivered, results, things to deliver, outputs, what must be turned in, products, what do we owe, items due, what must we produce, things due > deliverable, deliverables, delivery, artifacts, products, work products, outputs, deliverable description, due date, submit
our results judged, results are judged, by what are we measured, measured by, measured against, how are results measured, good enough, quality level, how good, quality rules, level of quality, quality yardstick, pass mark > quality, acceptable quality level, aql, performance standard, quality assurance, standard, quality levels, quality assurance surveillance plan, qasp
how do they check, check our work, supervise, watch our work, inspected, control, look over our work, look after quality, examined, check up on > inspection, surveillance, quality assurance surveillance plan, qasp, monitoring, review, method of assessment, acceptance, surveillance method, assess, inspect
take it, accept our work, say it is fine, approve the work, take over the result, okay the work > acceptance, accept, accepted, approval, inspection and acceptance, acceptance criteria, written acceptance, definition of done
how long to check, time to say no, silence means yes, no answer means accepted > deemed accepted, review period, business days, inspect, acceptance period, comments, review and comment
turns out bad, is bad, goes wrong, bad work, not good enough, poor work, work fails, fall short, not up to scratch, miss the mark, not as wished > unacceptable, nonconforming, deficiency, fail, defects, rejected, not meet, unsatisfactory, do not conform, substandard, deficiencies, nonconformance
do again, redo, do over, work again, second try, correct our work, put right bad work, put it right > re-perform, rework, correct, correction, reperform, correct those deliverables, corrective action, corrected
at no extra pay, without more money, our own cost > no additional cost, no extra cost, no cost to the government, own expense, at no additional charge
own checks, our own quality control, check ourselves > quality control, quality control plan, quality management, qcp, internal review
ready, finished, done, complete, when is a piece done > complete, completed, definition of done, accepted, completion, finalized
updates, written updates, update them, regular news, reports, write reports, tell how it goes, keep informed, news on progress, progress, status, how are we doing, status news, keep posted, account for, what do we report > report, status report, progress report, monthly report, reporting, weekly report, status, monthly status, reports
meetings, meet, gather, come together, sit together, get-together, regular talks, calls > meeting, kickoff, sprint review, stand-up, demo, meetings, conference call, kick-off, status meeting, retrospective, daily standup
first meeting, opening meeting, start meeting, begin together > kickoff, kick-off meeting, post-award conference, orientation, kick off, post award, initial meeting
minutes, notes of the meeting, write down what was said > minutes, meeting minutes, notes, agenda, meeting notes
tell them, let them know, inform, say when something goes wrong, warn them, problem comes up, trouble, give word > notify, inform, notification, report, written notice, advise, alert, in writing, promptly notify
in writing, on paper, by letter, written down > in writing, written, email, writing, via email
marks after the work, school report, rating of our work, how are we rated, grade for performance > performance evaluation, cpars, past performance evaluation, contractor performance, assessment, performance rating, annual performance
reward or punish, what if quality is low, consequences of bad work > incentives, disincentives, remedies, withhold, deduction, corrective action plan, termination, negative
survey, ask customers, happy users, satisfaction > customer satisfaction, survey, feedback, satisfaction, user satisfaction
plan of work, how we manage, master plan, project plan > project management plan, work plan, management plan, project plan, schedule, integrated master schedule
risks, what could go wrong, dangers > risk, risk management, mitigation, risk register, risks
tasks, work packages, what do we do, jobs to do, duties, our part, our job, up to us, our duty, our responsibility, in our hands, is it up to us > task, tasks, responsibilities, statement of work, scope of work, performance work statement, pws, sow, duties, contractor shall, responsible, responsible for, services
not our job, somebody else does it, not part of it, outside the job, not included, left to others, do not have to, spared > out of scope, not responsible, excluded, will not be responsible, outside the scope, not required, exclusion, not included
extra tasks, tasks that may come, maybe tasks, on demand, may or may not be ordered, optional work > optional task, optional tasks, options, optional, as needed, as required, surge, additional tasks
their part, what do they do, duties of the buyer, what must the buyer do, buyer's side > government responsibilities, government will, government shall, government roles, authority will, client responsibilities
main topic, field, area > area, scope, subject matter, domain
`;
