/** Who may offer, and what a bidder has to prove about itself. */
export const eligibility = `
who may offer, who can bid, who may take part, may anyone, open to, open to all, allowed to bid, who can apply, who is allowed, who can take part, invited > eligible, eligibility, qualified, open to, holders, limited to, invited, competition, only, restricted, competed
reserved, held back for, favour, favoured, preferred group, only for small, small firms, small companies, small business, little firms, kept for > set aside, set-aside, small business, small business set-aside, reserved, socioeconomic, sme, total small business, microenterprise
minority, women, veterans, disadvantaged, owned by women, owned by veterans > woman-owned, veteran-owned, service-disabled, 8(a), hubzone, disadvantaged, minority-owned, sdvosb, wosb, diversity
kind of business, industry code, branch code, sector code, trade code > naics, naics code, cpv, size standard, unspsc, psc, product service code
how big may a firm be, size of firm, small enough, turnover limit, headcount limit > size standard, annual receipts, employees, small business, naics
list of approved firms, framework, standing agreement, umbrella agreement, frame contract, existing agreement, master contract, pool of vendors > blanket purchase agreement, bpa, schedule, framework agreement, idiq, gsa schedule, contract vehicle, gwac, master agreement, dynamic purchasing system, federal supply schedule, multiple award
foreign, from abroad, other countries, foreigners, based abroad, outside the country, overseas firm > foreign, offshore, domestic, united states, non-u.s., country of origin, buy american, trade agreements, overseas, outside the united states
citizens, nationality, passport, born here > citizen, citizenship, u.s. citizens, nationality, lawful permanent resident, permanent resident, work permit
local, nearby, from the region, close by, office in the area > local, geographic, located, local preference, within the, radius, local office
banned, blacklisted, shut out, not allowed to do business, barred, excluded from business > debarred, suspended, debarment, excluded, ineligible, exclusion, suspension, excluded parties, grounds for exclusion
criminal record of the firm, bribery, corruption, fraud, gifts, kickbacks, bribe, presents, favours > bribery, corruption, fraud, gratuities, gift, kickback, conviction, anti-corruption, anti-kickback, covenant against contingent fees, gratuity
honest, promise, swear, confirm in writing, self statement, own declaration, declare > certify, certification, representation, representations and certifications, declaration, self-declaration, espd, attest, affidavit, warrants
price fixing, agreeing with rivals, talk to competitors, cartel, secret deals > collusion, independent price determination, collusive, anti-competitive, non-collusion
earlier work, done before, past jobs, track record, similar work, comparable work, done something like this, previous customers, former clients, what we did before, earlier projects, projects, reference projects > past performance, experience, references, similar, prior experience, relevant experience, project, case studies, similar projects, recent and relevant, similar size scope and complexity, completed
how old may, recent, how far back, how many years back, not older, how long ago, age of references, date back > within the past, past three years, past five years, recent, last, years, completed within, preceding, years preceding
proof, evidence, show that we can, demonstrate, prove, back it up, paper to prove > demonstrate, evidence, documentation, certificate, proof, substantiate, verification, demonstrated, supporting documentation
certificates, quality seal, seal, stamp, official proof, diploma, accreditation > certification, certified, iso 9001, accreditation, certificate, credential, cmmi, accredited
financially sound, rich enough, money behind us, can we afford, solvency, healthy finances, balance sheet, credit, going bankrupt > financial capability, financial standing, turnover, financial statements, audited, solvency, adequate financial resources, responsibility determination, credit, financial resources, insolvency, bankruptcy
how big must we be, minimum sales, yearly sales, revenue > annual turnover, revenue, annual revenue, minimum turnover, receipts, economic standing
capacity, enough people, able to deliver, big enough, handle the volume, strong enough > capacity, capability, resources, ability, capable, sufficient resources, staffing capacity
work together, partner, partners, team up, join forces, join with, together with another firm, several firms, alliance, bid together > teaming, teaming arrangement, joint venture, consortium, cta, contractor team arrangement, subcontractor, prime, group of economic operators, partner
who leads the group, main firm, lead firm, head of the group > prime contractor, lead contractor, team lead, prime, lead partner, lead member
helper firms, other firms do the work, pass on work, give work to others, outsource, hire others, farm out, third firms, hand on, let others do > subcontract, subcontractor, subcontracting, subcontractors, third party, subconsultants, sub-contract
how much may others do, share for others, do ourselves, own share > limitations on subcontracting, percent, self-perform, subcontracting, prime contractor shall perform
conflict, two hats, biased, on both sides, own interest, too close, work for others at the same time, unfair advantage > conflict of interest, organizational conflict, oci, conflicts, impartiality, impaired objectivity, unfair competitive advantage, disclose
tax number, company number, firm number, identifier of the firm, registration number > tin, duns, uei, cage, tax identification, ein, company registration, vat number, unique entity identifier
taxes paid, owe taxes, social security paid, tax debts > tax, delinquent, social security contributions, payment of taxes, tax clearance, unpaid
law breaker, bad past, trouble with the law, sued, lawsuits, court cases > litigation, convicted, violations, proceedings, legal proceedings, judgments, responsibility matters, misconduct
freelancer, one-man business, self-employed, somebody alone > individual, sole trader, natural person, independent consultant, sole proprietor
`;
