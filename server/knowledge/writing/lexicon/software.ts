/** Making software: ways of working, code, testing, design, data. */
export const software = `
program, software, tool, app, application, system, thing we build, product, solution, platform > system, software, application, product, solution, platform, prototype, website
coded in, programmed in, built in, written with, built with, computer language, programming language, coding language, written in, which languages, code in, tech, technology, tech stack, building blocks > programming language, technology stack, language, framework, python, java, ruby, javascript, php, tech stack, technologies, node
code, source, programs, what programmers write, source text, program text > source code, code, codebase, code base, software, repository
where is the code kept, store the code, code store, place for code, put the code, save the code, where code lives > repository, github, version control, source code repository, git, repo, code repository, version-controlled
hand in code, check in code, upload code, bring in code, deliver code, push code, save code > check in, checked in, commit, committed, code, repository, push, pull request, merge
open code, see the code, everyone can see the code, code public, read our code > open source, public repository, publicly, github, transparent, in the open, open-source
see private code, look into closed code, hidden code, let them into our code > private repository, access, private source code, private, source code repository
way of working, working style, method of building, small steps, agile, bit by bit, step by step > agile, scrum, iterative, methodology, kanban, sprint, user-centered, human-centered, incremental
wish list, to-do list, list of wishes, tasks waiting > backlog, product backlog, user stories, user story, requirements
what users want, wishes of users, needs of people, what should it do, features, functions, what can it do, abilities of the system > user stories, user needs, functionality, features, functional requirements, capabilities, functional, as a user
ask users, talk to users, watch users, find out what users need, user tests, try with users > user research, usability testing, usability, user testing, interviews, user feedback, findings
looks, look and feel, design, pretty, appearance, colours, screens > design, user interface, style guide, ui, visual design, wireframes, design system, design standards, web design, mockups
easy to use, simple, user friendly, understandable, handy > usability, intuitive, user-friendly, user experience, plain language, ease of use
phone, mobile, small screens, tablet, smartphone, works on phones > mobile, responsive, mobile-friendly, devices, responsive design, device
browser, firefox, chrome, internet explorer > browser, browsers, cross-browser, supported browsers
trial version, first version, early version, model, try-out version, sample, pilot > prototype, minimum viable product, mvp, beta, pilot, alpha, proof of concept, wireframe, demo
test, tests, testing, check, try, automatic tests, exercise the code, machine checks, checked by machine, checks of the code, tested by machine > testing, test, automated testing, unit tests, test coverage, integration tests, automated tests, acceptance testing, coverage, unit testing
how much is tested, share of code tested, part covered by tests, tested share > test coverage, code coverage, coverage, percent, minimum of
build by itself, put online automatically, automatic rollout, push a button > continuous integration, continuous delivery, ci/cd, automated deployment, continuous deployment, pipeline, build
put online, go live, start using, launch, roll out, switch on, bring into use, goes live, install > deploy, deployment, production, launch, release, go-live, deployed, implementation, rollout, cutover
new version, update, release, upgrade > release, version, upgrade, update, patch
write down how it works, manual, instructions for use, papers for the system, handbook, guide, explain the code, how-to > documentation, user manual, user guide, technical documentation, documented, system documentation, operations manual, runbook
connect, talk to other systems, link up, plug in, join systems, exchange data, hook up > integration, interface, api, interoperability, integrate, web services, data exchange, interfaces
interface for programs, machine interface, doors for programs, connect programs > api, rest, restful, interface, web service, endpoint, application programming interface
move data, bring over old data, carry over, take data along, old data, transfer data, take over data, old records > migration, migrate, data migration, convert, conversion, legacy data, transfer, import
old system, what they use today, present system, system of today, current system > legacy, existing system, current system, legacy system, as-is
data bank, store data, where data sits, tables > database, mysql, postgresql, oracle, data store, sql, data warehouse
real data, live data, true database, real database, production data > production, production database, actual database, live, production environment, production data
fake data, sample data, made-up data, copy of the data > test data, clone, sample data, synthetic, mock, anonymized, dummy
take data out, get our data, download everything, data back > export, extract, data portability, return of data, download, bulk download
environments, where developers work, test area, playground > development environment, test environment, staging, sandbox, environment, dev, environments
ready made, buy instead of build, off the shelf, existing software, bought software > cots, commercial off-the-shelf, off-the-shelf, commercial item, saas, commercial products, existing
plug-ins, add-ons, additions, extra modules > extension, extensions, plugin, module, add-on, modules, custom extensions
clean code, code style, well written, tidy code, readable code > code quality, coding standards, style guide, linting, properly styled, lint, code review, technical debt
look over code, someone else checks code, four eyes > code review, peer review, pull request, reviewed
bugs, errors, faults, flaws, mistakes in the program, broken things, holes > defects, bugs, errors, defect, issues, vulnerabilities, deficiencies
log in once, one password, sign in, password, who are you check > single sign-on, sso, authentication, login.gov, multi-factor, two-factor, identity management, saml, mfa, credentials
how many users, number of users, crowd, load, many at once, requests, traffic, visitors > concurrent users, load, performance, throughput, scalability, requests per second, volume, users
how fast must it be, speed, slow, waiting time, answer time > response time, performance, latency, load time, seconds
version number, which release, edition, which version > version, release, or higher, or later, level
statistics, counting visitors, numbers on use > analytics, metrics, web analytics, google analytics, usage, dashboard
search, find things, look up > search, query, filter, search functionality, retrieval
forms, entering data, typing in > form, data entry, input, intake, submission
maps, location data, geography > gis, geospatial, map, mapping
artificial intelligence, machine learning, robots, chat bot > artificial intelligence, machine learning, ai, automation, chatbot, nlp
several customers on one system, shared system, many organisations > multi-tenant, multitenant, tenant, instances, shared service, tenants
`;
