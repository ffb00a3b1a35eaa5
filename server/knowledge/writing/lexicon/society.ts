/** Accessibility, environment, social rules, insurance and bonds. */
export const society = `
disabled, blind, handicap, handicapped, deaf, people who cannot see, people with impairments, barrier-free, usable by all, screen reader, everybody can use, wheelchairs, disability, impaired > accessibility, section 508, wcag, accessible, 508, disabilities, screen reader, assistive technology, ada, vpat, web content accessibility guidelines, en 301 549
level of accessibility, which barrier-free norm, usable by disabled > wcag, level aa, section 508, wcag 2.0, wcag 2.1, accessibility standards, 508 compliant
plain words, easy words, simple language, understandable text > plain language, plain writing, readability, clear language, plain english
green, environment, nature, climate, recycled, sustainable, eco, energy saving, carbon, pollution, waste > sustainable, environmental, sustainability, recycled, energy efficient, carbon, net zero, green procurement, waste, environmental management, iso 14001, biobased, emissions, carbon reduction plan
good for society, social benefit, local jobs, apprentices, community > social value, community benefits, apprenticeships, local employment, social responsibility, community
insurance, insured, cover, policy, accident cover, insure, coverage for damage > insurance, liability insurance, indemnity, coverage, certificate of insurance, professional indemnity, workers compensation, general liability, insured, errors and omissions, employers liability, cyber liability
security money, guarantee money, deposit for the offer, bank guarantee, pledge, money as security, bond, surety > bid bond, performance bond, bond, surety, bid guarantee, guarantee, payment bond, security deposit, tender guarantee, letter of credit, bid security, earnest money
safety rules, dangerous, safe work, protective gear, hazards > safety, hazard, osha, hazardous, safety plan, protective equipment, ppe, health and safety, safety data sheet
animals, plants, food rules, hygiene, allergy > hygiene, food safety, allergens, haccp, animal welfare, organic
fair trade, ethics, moral, decent > ethics, ethical, code of conduct, business ethics, supplier code
text messages while driving, phone at the wheel, driving > text messaging, driving, vehicles, motor vehicle
`;
