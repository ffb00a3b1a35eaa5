/** People: roles, skills, replacement, training, behaviour. */
export const staff = `
people, our people, workers, team members, crew, staff, colleagues, hands, employees, those who work, folks > personnel, staff, employees, team, contractor personnel, staffing, key personnel, team members, workforce, resources
important people, main people, leading people, named people, people who count, cannot be swapped, fixed people, must be named, name people, people by name, named in person, core people, top people > key personnel, key staff, key person, key position, designated, named, identified, key personnel shall
swap, exchange, replace people, someone leaves, person leaves, substitute, new person, stand-in, change people, get someone else, find someone else, switch people, swapped, fill a gap > replacement, substitution, replace, substitute, equal or better, equally qualified, key personnel, vacancy, replacements, departing, substituted, backfill, qualifications equal
throw out a worker, send home, sent away, sent off, remove a person, not wanted any more, expel, misbehave, bad behaviour, misconduct > remove, removal, removed, misconduct, conduct, dismissal, replace, dismiss, immediately remove, standards of conduct
cv, career summary, summary of a career, life story, account of a career, work history, biography, career paper, who we are > resume, resumes, cv, curriculum vitae, biographies, bio, resumes shall, résumé
promise to work, letter from the person, not yet hired, people we will hire, agree to join > letter of intent, letter of commitment, commitment, contingent hire, signed letter, employment agreement
skills, know-how, what must they know, be good at, knowledge, abilities, expertise, command of, what must people be able to, talents, fields of knowledge > experience, expertise, skills, qualifications, proficiency, knowledge, capabilities, background, technical experience, areas of expertise, competencies, demonstrated experience
already know, know well, be able to do, be able, have mastered, be skilled in, be at home in, can do, familiar with > experience, expertise, technical experience, areas of expertise, knowledge, proficiency, qualifications, skills, demonstrated, background
years of work, seniority, how experienced, long in the job > years of experience, minimum experience, years, senior, experience
school, degree, studies, university, education, diploma > education, degree, bachelor, master, academic, educational
jobs, roles, posts, functions, positions, who does what, job titles, which people do we need > roles, labor categories, positions, job titles, labor category, responsibilities, roles and responsibilities, lcat
boss, head, chief, leader, one who leads, person in charge, in charge, lead person, responsible person, main contact > project manager, program manager, lead, technical lead, facilitator, manager, team lead, point of contact, scrum master, contract manager, supervisor
product boss on their side, who decides what is built, who sets priorities, wishes list owner > product owner, backlog, prioritize, priorities, product manager
their contact, whom do we call, contact person, who do we talk to, who to write to, person to ask, whom to contact, get in touch, reach whom > point of contact, contracting officer, poc, contact, contract specialist, email, contact information, primary point of contact, contracting officer's representative
the officer, person who signs for them, who is in charge on their side, legally responsible, who speaks for the buyer > contracting officer, co, ko, contracting officer's representative, cor, contract specialist, alternate, authority
technical contact, who watches us, supervisor on their side, day to day contact, inspector, checks our work > contracting officer's representative, cor, cotr, technical representative, government technical, monitor, technical point of contact
programmer, developer, coder, engineer, software people > developer, software engineer, engineer, backend, frontend, full stack, web developer, programmer
designer, makes it pretty, look and feel person > designer, ux, user experience, visual designer, interaction designer, design lead, ui
tester, checks the software > tester, quality assurance, qa engineer, test engineer
researcher, asks the users > user researcher, user research, design researcher
teach, teaching, learn, training, courses, education of staff, lessons, show how to use, instruct, further training > training, train, trained, training materials, orientation, instruction, onboarding, knowledge transfer
bring new people in, start new people, settle in, first days > onboarding, orientation, entrance on duty, in-processing, ramp-up
badge, pass, id card, get into the building, entry card, key card, door > badge, credential, identification, access card, piv, building access, facility access, hspd-12, identification badge, id badge
say who we are, introduce as, look like staff, recognise as contractor > identify themselves, contractor personnel shall identify, identification, identify, distinguish, avoid creating
dress, clothing, uniform, look tidy > uniform, attire, clothing, dress code, appearance, protective clothing
hire away, poach, take their staff, steal people > solicit, recruit, non-solicitation, hire, former employee
fair treatment, equal chances, discrimination, unfair treatment, race, gender > equal opportunity, non-discrimination, discrimination, equal employment, eeo, affirmative action, equality
union, working conditions, workers' rights, forced labour, slavery, child labour > labor standards, human trafficking, trafficking in persons, modern slavery, collective bargaining, forced labor, child labor
drugs, alcohol, smoking > drug-free, drug free workplace, alcohol, smoking, tobacco, drug testing
take over workers, staff move over, keep current workers > tupe, nondisplacement, transfer of undertakings, qualified workers, right of first refusal
team size, how many people, number of people, headcount, how large a team > team size, staffing, number of personnel, fte, staffing plan, team of, personnel
enough staff at all times, always manned, never alone > adequate staffing, staffing levels, coverage, sufficient, qualified personnel
health check, vaccination, illness, safety at work, accidents > health and safety, safety, vaccination, medical, osha, occupational health, accident
`;
