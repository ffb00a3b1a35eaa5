import { strToU8, zipSync } from "fflate";

/** A small tender of our own: two documents that disagree about the submission date, and duties of both parties. */
const files = {
  "Request for Proposal.md": `# Request for Proposal: Ferry Ticketing Service

Issued by: Northshire Transport Authority
Reference: NTA-2031-17

## 1. Instructions to bidders

1.1 Proposals must be received by 16:00 Europe/London on 14 May 2031.

1.2 Questions about this request must be sent in writing by 12:00 Europe/London on 22 April 2031.

1.3 The bidder shall submit the technical proposal and the price proposal as separate files.

1.4 The technical proposal shall not exceed 25 pages.

1.5 Bidders must provide three references of comparable services from the last five years.

## 2. Evaluation

Proposals are evaluated by the following criteria:

- Technical quality: 50 %
- Price: 35 %
- Social value: 15 %
`,
  "Covering Letter.md": `# Covering letter

Northshire Transport Authority invites you to propose for the Ferry Ticketing Service, reference NTA-2031-17.

Proposals must be received by 12:00 Europe/London on 21 May 2031.
`,
  "Statement of Work.md": `# Statement of Work

## 3. Service

3.1 The contractor shall operate the ticketing service on all twelve ferry lines every day of the year.

3.2 The contractor shall keep ticket records for six years and delete them after that.

3.3 The service shall be available 99.5 % of each calendar month.

3.4 The contractor must report every outage to the Authority within 30 minutes.

## 4. Security

4.1 The contractor shall encrypt all personal data at rest and in transit.

4.2 The contractor shall carry out a penetration test at least once a year and hand its results to the Authority.
`,
};

const workName = "Statement of Work.md";
export const folder = "Ferry ticketing";

/** The package as one ZIP, as a portal hands it out. */
export function tenderZip() {
  const packed = Object.fromEntries(Object.entries(files).map(([name, text]) => [`${folder}/${name}`, strToU8(text)]));
  return { name: `${folder}.zip`, mimeType: "application/zip", buffer: Buffer.from(zipSync(packed)) };
}

/** Its files one by one. */
export function tenderFiles() {
  return Object.entries(files).map(([name, text]) => ({ name, mimeType: "text/markdown", buffer: Buffer.from(text) }));
}

/** The statement of work as the buyer amends it: one duty changed, one taken out, one new. */
export function amendedWork() {
  const text = files[workName]
    .replace("within 30 minutes", "within 15 minutes")
    .replace(/3\.2 .*\n\n/, "")
    .replace(
      "## 4. Security",
      "3.5 The contractor shall sell tickets by mobile phone on every line.\n\n## 4. Security",
    );
  return { name: workName, mimeType: "text/markdown", buffer: Buffer.from(text) };
}
