/** Dates, durations, options, hours, places of work. */
export const time = `
how long does it last, how long is the job, how long does the work last, initial term, run, running time, length of the contract, first stretch, how long will we work, last, lasts, go on for > period of performance, term, base period, duration, pop, months, base year, contract term, performance period, contract period, ordering period
when does it start, begin, first day, start of work, kick off, get going, starting date, how soon do we start > start date, commence, effective date, date of award, begin, performance start, commencement, start, upon award
when is it over, when does it end, last day of work, finish, come to an end, be done > end date, completion, expiration, expire, completion date, conclude, end of
make longer, prolong, longer, renew, go on longer, add time, extra year, extra years, more years, carry on > option, option period, extend, extension, option year, renewal, option to extend, exercise, extend the term, option periods
longest possible, at most with all extensions, longest, all in all, with everything > total duration, including options, not exceed, maximum duration, exercise of any options, inclusive of options, cumulative
use the option, take the option, decide on more years, draw the option > exercise, exercise the option, option, written notice, preliminary notice
timetable, plan of dates, schedule, calendar, which dates, milestones > schedule, milestones, timeline, delivery schedule, dates, project schedule, procurement timetable, key dates
how fast, how quickly, how soon, reaction time, speed of answer, react, quick, get back to > within, response time, business days, promptly, immediately, hours, turnaround, acknowledge, calendar days, resolve
at once, right away, straight away, without waiting, asap, immediately > immediately, promptly, without delay, as soon as, forthwith, prompt, upon discovery
ahead, beforehand, in advance, before the trip, prior, earlier > prior, in advance, advance notice, at least, before, prior to
working days, week days, office days > business days, working days, federal holidays, calendar days
opening hours, office hours, when must we be there, reachable, daily hours, working hours, times of day, be available, hours of work, be reached, when can they call us, on duty > core hours, business hours, hours of operation, normal business hours, available, duty hours, work hours, availability, working hours, core business hours
time zone, whose time, local time > eastern, est, edt, pst, pacific, local time, time zone, central, et, gmt, cet
day off, holidays, free days, closed days, vacation days > federal holidays, holidays, holiday, leave, closure, public holidays
where is the work done, where do we work, work from home, place of work, at their office, on their premises, home office, where do people sit, far away, remote work > place of performance, remote, remotely, on-site, telework, location, contractor site, government facility, off-site, work location, onsite, virtual
come to the office, be there in person, travel to them, on the spot, on their premises > on-site, onsite, in person, government facility, facility, in-person, site, premises
cycle, round of work, work rhythm, two-week rounds, iterations > sprint, iteration, cycle, two-week, increment, sprints
every day, each day, day by day > daily, each day, every day, business day, per day
every week, each week, once a week > weekly, each week, every week, per week
every month, each month, once a month, month by month > monthly, each month, per month, every month
every year, each year, once a year, yearly > annual, annually, yearly, per year, each year, year
twelve months, every twelve months, in twelve months, a year, for a year, all year, the whole year > year, annual, annually, annual hours, per year, 12 months, one year, base year, option year
four weeks, every four weeks, thirty days > month, monthly, 30 days, per month
two weeks, fortnight, every two weeks, fourteen days > two weeks, biweekly, bi-weekly, sprint, 14 days, two-week
half a year, six months, twice a year > six months, semiannual, 6 months, 26 weeks
seven days, every seven days > week, weekly, 7 days
an hour, sixty minutes, half an hour > hour, 60 minutes, minutes, one hour, 60-minute, 30 minutes
at first, to begin with, in the beginning, for a start, at the beginning, first of all > base period, initial, base, initial term, initially, base year
go further, keep going, keep us, keep us on, stay on, continue with us, prolong, another year, another term > option, option period, extension, extend, option year, exercise, follow-on
every time, each time, always > each, every, per, any
count on, rely on, be there for them, at their disposal, stand by > available, availability, core hours, hours, on-call, reachable
every three months, four times a year > quarterly, quarter, each quarter
how often, rhythm, at what intervals, how regularly, how many times > frequency, daily, weekly, monthly, quarterly, annually, every, periodic, recurring, per sprint, regular
deadline missed, running late, behind, delay, slip, late delivery, cannot make it in time, fall behind > delay, delays, late, schedule slippage, impact, overdue, behind schedule, late delivery, notify
`;
