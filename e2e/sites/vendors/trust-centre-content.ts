import type { SiteDay } from "./watched-site";

export interface Chapter {
  slug: string;
  title: string;
  lead: string;
  parts: [heading: string, text: string][];
  table?: [heads: string[], ...rows: string[][]];
  code?: string;
  from: SiteDay;
}

/** Two limits move on the first day and a chapter comes; a time-out is another on the second. */
export const chaptersOf = (day: SiteDay): Chapter[] =>
  (
    [
      {
        slug: "quickstart",
        title: "Quickstart",
        lead: "Send a picture of a delivery note and get its lines back as data.",
        parts: [
          ["Get a key", "Keys are made in the console. A key begins with cv_live_ or cv_test_ and is shown once."],
          ["Send a document", "Post the file to /v2/documents. Files of up to 20 pages are read while you wait."],
        ],
        code: 'curl https://api.corvane.invalid/v2/documents \\\n  -H "Authorization: Bearer cv_test_…" \\\n  -F file=@note.pdf',
        from: 0,
      },
      {
        slug: "limits",
        title: "Limits",
        lead: "Limits hold for each project. Ask us before you need more, not after.",
        parts: [["What happens above a limit", "The answer is 429 with a Retry-After header in whole seconds."]],
        table: [
          ["Limit", "Test keys", "Live keys"],
          ["Requests in a minute", "60", day === 0 ? "600" : "900"],
          ["Size of a file", "10 MB", "50 MB"],
          ["Pages of a file", "20", day === 0 ? "200" : "300"],
          ["Days that results are kept", "1", "30"],
        ],
        from: 0,
      },
      {
        slug: "webhooks",
        title: "Webhooks",
        lead: "We call you when a document has been read.",
        parts: [
          ["Signatures", "Each call carries a Corvane-Signature header: HMAC-SHA256 over the time and the body."],
          [
            "Retries",
            `A call that is not answered within ${day < 2 ? "10 seconds" : "5 seconds"} is made again for three days.`,
          ],
        ],
        from: 0,
      },
      {
        slug: "errors",
        title: "Errors",
        lead: "Errors are JSON with a code that stays and a message that may not.",
        parts: [],
        table: [
          ["Code", "Meaning"],
          ["unreadable_file", "The file is broken or has a password."],
          ["too_many_pages", "The file has more pages than the key may send."],
          ["no_lines_found", "The document was read and has no lines."],
        ],
        from: 0,
      },
      {
        slug: "idempotency",
        title: "Idempotency",
        lead: "Send an Idempotency-Key and a request counts once, however often it arrives.",
        parts: [["How long keys are remembered", "Keys are remembered for 24 hours for each project."]],
        from: 1,
      },
    ] as Chapter[]
  ).filter(({ from }) => from <= day);

export interface Release {
  version: string;
  date: string;
  kind: string;
  notes: string[];
  from: SiteDay;
}

export const releasesOf = (day: SiteDay): Release[] =>
  (
    [
      {
        version: "2.14.0",
        date: "November 25, 2026",
        kind: "Added",
        notes: ["Idempotency keys on all posts", "Live keys may send 300 pages in one file"],
        from: 1,
      },
      {
        version: "2.13.2",
        date: "November 11, 2026",
        kind: "Fixed",
        notes: ["Dates before 1970 on old waybills are no longer read as tomorrow"],
        from: 0,
      },
      {
        version: "2.13.0",
        date: "October 20, 2026",
        kind: "Added",
        notes: ["Handwritten quantities", "Webhooks name the project"],
        from: 0,
      },
      {
        version: "2.12.0",
        date: "September 1, 2026",
        kind: "Deprecated",
        notes: ["Version 1 of the interface ends on June 30, 2027"],
        from: 0,
      },
    ] as Release[]
  ).filter(({ from }) => from <= day);

/** One processor goes and another comes on the first day; a template of the second loses a place. */
export const processorsOf = (day: SiteDay): [name: string, purpose: string, place: string][] => [
  ["Halden Cloud AS", "Hosting", "Norway"],
  day === 0 ? ["Mailpost Ltd", "Email to users", "Ireland"] : ["Brevenne SAS", "Email to users", "France"],
  ["Tidsskrift Logging ApS", "Logs without content", day === 2 ? "" : lostPlace],
  ["Oxbow Support Inc.", "Support desk", "United States"],
];
export const lostPlace = "Denmark";

/** A report is renewed on the second day. */
export const papersOf = (day: SiteDay): [name: string, state: string, until: string][] => [
  ["ISO/IEC 27001:2022", "Certified", "Valid until March 14, 2028"],
  ["SOC 2 Type II", "Report on request", day < 2 ? "Period ended May 31, 2026" : "Period ended November 15, 2026"],
  ["Penetration test", "Summary on request", "Carried out in August 2026"],
];

/** To and fro from the second day on. */
export const uptimes = ["99.95% of each month", "99.9% of each month"] as const;
export const uptimeOf = (day: SiteDay): string => uptimes[day % 2] ?? uptimes[0];

/** A promise is sharper from the first day. */
export const promisesOf = (day: SiteDay): [question: string, answer: string][] => [
  ["Encryption", "Data is encrypted with AES-256 at rest and TLS 1.3 on its way."],
  ["Deletion", `Documents are deleted ${day === 0 ? "30 days" : "7 days"} after the end of a contract.`],
  ["Incidents", "Customers are told within 24 hours after we know of an incident that touches their data."],
  ["Availability", `The interface is available ${uptimeOf(day)}.`],
];
