/** Running a service: hosting, support, failures, backups. */
export const operations = `
host, hosting, where does it run, whose machines, whose computers, run the servers, computers it runs on, servers, machines, keep the machines going, keep it running, where is it kept, data centre, who runs it, look after the machines, machine room > hosting, host, hosted, infrastructure, cloud, servers, data center, hosting environment, cloud services, aws, operate, provisioning, cloud.gov
cloud, rented computers, someone else's computers, internet servers > cloud, cloud service provider, iaas, paas, saas, fedramp, aws, azure, hosting, cloud computing
look after, keep up, upkeep, care for, maintain, keep in shape, run afterwards, day to day running, care after launch, servicing > operations and maintenance, maintenance, o&m, support, sustain, maintain, sustainment, operation, post-deployment
help, helpdesk, help line, hotline, user help, phone help, support, who helps users > help desk, support, service desk, technical support, customer support, tier, ticket, user support, call centre
always on, up time, available, online all the time, how much of the time, out of order, down, outage, unavailable, reliability, crash, breakdown, fall over > availability, uptime, downtime, outage, service level, sla, 99.9, reliability, failure, interruption, unscheduled
night and day, around the clock, at night, weekend, out of hours, always reachable > 24/7, 24x7, on-call, after hours, around the clock, weekends, 24 hours, seven days a week
service promise, promised level, promised quality, service goals > service level agreement, sla, service levels, performance standard, performance requirements, kpi, acceptable quality level
something breaks, repair, fix, mend, put right, make right, fault repair, broken, solve problems, get it going again > repair, correct, fix, remedy, resolve, restore, correction, incident, corrective action, resolution, rectify, trouble
safety copy, copy of data, copies for safety, back up, lost data, recover, get data back, save copies > backup, backups, disaster recovery, restore, recovery, data recovery, contingency plan, rpo, rto
disaster, fire, emergency, plan b, worst case, everything fails, crisis > disaster recovery, contingency, continuity of operations, coop, emergency, business continuity, contingency plan, essential services
keep an eye on, watch the system, observe, look at logs, alarms > monitoring, monitor, logging, alerts, continuous monitoring, logs, audit logs
planned work, maintenance break, closed for work > scheduled maintenance, maintenance window, planned downtime, scheduled outage
spare parts, replacement parts, parts > spare parts, parts, replacement, components, spares
level of urgency, how bad, urgent, serious problem, most urgent > priority, severity, critical, high, urgent, severity level, criticality, p1
`;
