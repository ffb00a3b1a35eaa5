/** Security of systems, people, places and personal data. */
export const security = `
safe, safety of data, protect, protection, secure, guard, keep safe, security rules > security, safeguard, protect, secure, security requirements, information security, security controls, safeguarding, protection
break in, hack, hacked, attack, leak, data theft, stolen data, lost data, something bad happens, intrusion, data leak, security problem, spill > incident, breach, security incident, data breach, unauthorized disclosure, compromise, incident response, intrusion, suspected
report a leak, tell about a break-in, how fast report, whom to tell > report, incident, notify, within one hour, breach notification, immediately, us-cert, reporting
weak spots, weaknesses, holes, scan, look for weaknesses, gaps, vulnerable places, check for holes > vulnerability, vulnerabilities, scan, scanning, penetration testing, vulnerability scan, scans, owasp, static analysis, nessus, weaknesses
close holes, fix weaknesses, install fixes, update against attacks > patch, remediate, remediation, patching, mitigate, flaw remediation, poa&m
approval to run, permission to run, security stamp, license to operate, allowed to go online > authority to operate, ato, authorization, accreditation, assessment and authorization, fedramp, certification and accreditation, security authorization
background check, checked people, police check, screening, past of people checked, looked into, vetted, investigate people > background investigation, security clearance, public trust, background check, clearance, suitability, naci, fingerprint, vetting, screening, investigation, credit check
clearance, secret level, top secret, trusted people, how trusted, level of trust > security clearance, clearance, public trust, secret, top secret, position sensitivity, tier, clearance level, facility clearance, risk level, security level
personal data, private data, people's data, names and addresses, privacy, data about people, private information, social security number > personally identifiable information, pii, privacy, privacy act, personal data, personal information, sensitive information, gdpr, phi, system of records
scramble, encode, encrypt, coded, unreadable to others > encryption, encrypted, encrypt, fips 140-2, cryptographic, https, tls, in transit, at rest
health data, patient data, medical records > hipaa, phi, protected health information, medical records, health information
delete data, destroy, wipe, get rid of data, shred, throw away data, return things, give back, hand back > destroy, destruction, sanitize, return, delete, dispose, purge, disposal, erase, returned, return of
who may see, who gets in, access rights, let in, get into, let into, look inside > access, access control, authorized users, permissions, least privilege, authorized, need to know, access to, user access
passwords, log in secret, keys > password, credentials, authentication, two-factor, secrets, keys, multi-factor
rules for computers, security standard, security norm, security book > nist, nist sp 800-53, fisma, fips, iso 27001, security policy, fedramp, security standards, cybersecurity, cyber essentials
stay in the country, data abroad, where data may be, leave the country > data residency, within the united states, data location, domestic, outside the united states, offshore, conus, sovereignty, continental
secret papers, state secrets, classified > classified, controlled unclassified information, cui, sensitive but unclassified, official use only, classified information
log book, who did what, trail, tracks > audit log, audit trail, logging, log, accountability
camera, fence, guards, doors, building protection > physical security, guard, surveillance, access control, escort, visitor, premises
`;
