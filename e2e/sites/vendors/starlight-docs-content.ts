import type { SiteDay } from "./watched-site";

/** What the writers' markdown becomes, whichever generator draws it. */
export type Block =
  | { kind: "heading"; words: string }
  | { kind: "text"; words: string }
  | { kind: "list"; items: string[] }
  | { kind: "steps"; items: string[] }
  | { kind: "table"; rows: string[][] }
  | { kind: "code"; title: string; lines: string[] }
  | { kind: "note"; tone: "note" | "caution"; words: string }
  | { kind: "tabs"; tabs: [label: string, line: string][] }
  | { kind: "cards"; cards: [title: string, words: string][] };

const heading = (words: string): Block => ({ kind: "heading", words });
const text = (words: string): Block => ({ kind: "text", words });
const list = (...items: string[]): Block => ({ kind: "list", items });
const table = (...rows: string[][]): Block => ({ kind: "table", rows });
const code = (title: string, ...lines: string[]): Block => ({ kind: "code", title, lines });
const note = (tone: "note" | "caution", words: string): Block => ({ kind: "note", tone, words });
const cards = (...shown: [string, string][]): Block => ({ kind: "cards", cards: shown });

export interface Leaf {
  path: string;
  title: string;
  about: string;
  group: "Start here" | "Guides" | "Reference" | null;
  body: Block[];
}

/** A claim that swings between two measurements. */
export const delays = ["a median delay of 41 ms", "a median delay of 44 ms"] as const;
/** Lost by the template of the second day. */
export const lostLimit = "2,500 schedules";
export const goneFeature = "Dead letter replay";
export const goneGuide = "Signed webhooks";

export const plansOf = (day: SiteDay): { name: string; facts: [label: string, value: string][] }[] => [
  {
    name: "Spark",
    facts: [
      ["Price", "$0 per month"],
      ["Jobs", "100,000 jobs each month"],
      ["Retention", "1 day"],
      ["Help", "Forum"],
    ],
  },
  {
    name: "Team",
    facts: [
      ["Price", day === 0 ? "$49 per month" : "$59 per month"],
      ["Jobs", "3 million jobs each month"],
      ["Retention", "7 days"],
      ["Help", "E-mail, next working day"],
    ],
  },
  {
    name: "Scale",
    facts: [
      ["Price", "$290 per month"],
      ["Jobs", day < 2 ? "40 million jobs each month" : "25 million jobs each month"],
      ["Retention", "30 days"],
      ["Help", "E-mail and chat, four hours"],
    ],
  },
  {
    name: "Dedicated",
    facts: [
      ["Price", "by contract"],
      ["Jobs", "without a limit"],
      ["Retention", "up to 400 days"],
      ["Help", "a person whom you know"],
    ],
  },
];

export const limitsOf = (day: SiteDay): [what: string, limit: string][] => [
  ["Payload of one job", day === 0 ? "256 KiB" : "512 KiB"],
  ["Queues in a project", "400 queues"],
  ["Schedules in a project", day === 2 ? "" : lostLimit],
  ["Longest run of one attempt", "6 hours"],
  ["Attempts for one job", "25 attempts"],
  ["Requests to the interface", "1,200 each minute"],
];

export const regionsOf = (day: SiteDay): [place: string, name: string, since: string][] => [
  ["Dublin", "eu-west", "March 2022"],
  ["Frankfurt", "eu-central", "June 2023"],
  ["Virginia", "us-east", "March 2022"],
  ["Oregon", "us-west", "January 2024"],
  ["Osaka", "ap-north", "May 2025"],
  ...(day >= 2 ? ([["Gävle", "eu-north", "November 2026"]] as [string, string, string][]) : []),
];

export const releasesOf = (day: SiteDay): { version: string; date: string; lines: string[] }[] => [
  ...(day >= 1
    ? [
        {
          version: "4.3.0",
          date: "25 November 2026",
          lines: ["Payloads may be twice as large.", "Fewer wakes of idle workers."],
        },
      ]
    : []),
  { version: "4.2.0", date: "3 November 2026", lines: ["Queues can be paused by a pattern of their names."] },
  { version: "4.1.2", date: "14 October 2026", lines: ["A leak in the pool of the Go client is closed."] },
  {
    version: "4.1.0",
    date: "22 September 2026",
    lines: ["Schedules know summer time.", "Lists of jobs can be exported."],
  },
];

export interface Post {
  slug: string;
  title: string;
  date: string;
  words: string[];
}

export const postsOf = (day: SiteDay): Post[] => [
  ...(day >= 1
    ? [
        {
          slug: "time-zones",
          title: "Schedules in the time zone of your customers",
          date: "25 November 2026",
          words: [
            "A schedule may now carry a zone. Nine in the morning is nine in the morning, also in March.",
            "Old schedules stay in UTC until you move them.",
          ],
        },
      ]
    : []),
  {
    slug: "post-mortem-7-november",
    title: "What happened on 7 November",
    date: "10 November 2026",
    words: [
      `A certificate of the ingress in Frankfurt ran out. Jobs were not lost, but starts ${day < 2 ? "lasted 38 minutes longer than they should" : "lasted 52 minutes longer than they should"}.`,
      "Certificates are now renewed three weeks before their end, and two people are called when that fails.",
    ],
  },
  {
    slug: "go-client",
    title: "The Go client leaves beta",
    date: "22 October 2026",
    words: [
      "It speaks the same protocol as its elder siblings and holds no state of its own.",
      "Thank you to the 61 people who have tried it.",
    ],
  },
  {
    slug: "brindle-raises-nothing",
    title: "We raised nothing, again",
    date: "2 September 2026",
    words: ["Brindle pays its eleven people from what its customers pay. That will stay so."],
  },
];

const version = (day: SiteDay) => (day === 0 ? "4.2.0" : "4.3.0");

/** Every page but those of the news. */
export const leavesOf = (day: SiteDay): Leaf[] => [
  {
    path: "/",
    title: "Jobs that run once",
    about: "Brindle is a queue for background jobs that nobody has to look after.",
    group: null,
    body: [
      text(`Last week 2.1 billion jobs began with ${delays[day % 2]}.`),
      cards(
        ["Once means once", "A job that was acknowledged is never handed out again, also when a region falls."],
        ["Any language", "Clients for TypeScript, Python, Go, Ruby and Elixir; plain HTTP for the rest."],
        ["Quiet nights", "Retries wait longer each time, and a queue that fails alone does not wake you."],
      ),
    ],
  },
  {
    path: "/product/",
    title: "What Brindle does",
    about: "All features on one page, without adjectives.",
    group: null,
    body: [
      cards(
        ["Schedules", "Cron, intervals and single dates, with a preview of the next ten runs."],
        ["Rate limits", "By queue, by customer or by any key that you put into the job."],
        ...(day < 2
          ? ([[goneFeature, "Everything that failed for good is played again with one command."]] as [string, string][])
          : []),
        ["Batches", "One job that begins when a thousand others have ended."],
        ["Console", "A console for people who would rather click, with roles and an audit log."],
      ),
      heading("Not included"),
      text(
        "Brindle is no stream and no database. Events that ten readers want to read again are better kept elsewhere.",
      ),
    ],
  },
  {
    path: "/pricing/",
    title: "Pricing",
    about: "One price for each plan, in dollars, without VAT.",
    group: null,
    body: [
      table(
        ["", ...plansOf(day).map(({ name }) => name)],
        ...["Price", "Jobs", "Retention", "Help"].map((label) => [
          label,
          ...plansOf(day).map(({ facts }) => facts.find(([one]) => one === label)?.[1] ?? ""),
        ]),
      ),
      heading("Questions"),
      text("Further jobs cost $9 for each million. A retry is not a further job."),
      text("You can leave at the end of every month. We delete your data 14 days later."),
    ],
  },
  {
    path: "/security/",
    title: "Security and availability",
    about: "What we promise, and what we have been audited for.",
    group: null,
    body: [
      list(
        `The interface answers ${day === 0 ? "99.95 % of the time" : "99.9 % of the time"}, or you get a tenth of the month back.`,
        "Payloads are encrypted with a key of your project.",
        "SOC 2 Type II, audited each June by an independent firm.",
      ),
      heading("Report a weakness"),
      text("Write to security@brindle.invalid. Somebody answers within one working day."),
    ],
  },
  {
    path: "/docs/start/",
    title: "Getting started",
    about: "From nothing to a first job in five minutes.",
    group: "Start here",
    body: [
      {
        kind: "steps",
        items: ["Create a project and copy its key.", "Install a client.", "Enqueue a job and run a worker."],
      },
      {
        kind: "tabs",
        tabs: [
          ["npm", `npm install @brindle/client@${version(day)}`],
          ["pip", `pip install brindle==${version(day)}`],
        ],
      },
      code(
        "worker.ts",
        'import { Worker } from "@brindle/client";',
        'new Worker("mails", async (job) => send(job.payload)).start();',
      ),
      note("note", "A worker without a key uses the local emulator."),
    ],
  },
  {
    path: "/docs/concepts/",
    title: "How it works",
    about: "Projects, queues, jobs and attempts.",
    group: "Start here",
    body: [
      text("A project has queues, a queue has jobs, and a job has attempts. Only the last attempt counts."),
      text("A worker leases a job for 30 seconds and renews the lease as long as it works."),
    ],
  },
  {
    path: "/docs/queues/",
    title: "Queues",
    about: "Make, pause and drain them.",
    group: "Guides",
    body: [
      text(
        `Jobs that have ended are ${day < 2 ? "kept for 14 days in every plan but Spark" : "kept for 7 days in every plan but Spark"}.`,
      ),
      code("queues.yaml", "queues:", "  mails: { concurrency: 40 }", "  invoices: { concurrency: 4, order: strict }"),
      note("caution", "A queue with a strict order stops at a job that fails until it is skipped."),
    ],
  },
  {
    path: "/docs/retries/",
    title: "Retries",
    about: "When a job fails.",
    group: "Guides",
    body: [
      text("The first retry comes after 15 seconds; each further one waits twice as long, up to four hours."),
      list("Throw Fatal to give up at once.", "Throw Later with a time to choose yourself."),
    ],
  },
  ...(day < 2
    ? [
        {
          path: "/docs/webhooks/",
          title: goneGuide,
          about: "Have an address called when a job has ended.",
          group: "Guides" as const,
          body: [
            text("Each call carries a signature made with the secret of the endpoint."),
            code("headers", "brindle-signature: t=1732,v1=9f0c"),
          ],
        },
      ]
    : []),
  {
    path: "/docs/limits/",
    title: "Limits",
    about: "Where Brindle says no.",
    group: "Reference",
    body: [table(["What", "Limit"], ...limitsOf(day)), note("note", "Ask us if one of them is in your way.")],
  },
  {
    path: "/docs/regions/",
    title: "Regions",
    about: "Where jobs are kept and run.",
    group: "Reference",
    body: [
      table(["Place", "Name", "Since"], ...regionsOf(day)),
      text("A project lives in one region and cannot be moved."),
    ],
  },
  {
    path: "/changelog/",
    title: "Changelog",
    about: "What has changed in the clients and in the service.",
    group: "Reference",
    body: releasesOf(day).flatMap(({ version: number, date, lines }) => [
      heading(number),
      text(`Released on ${date}.`),
      list(...lines),
    ]),
  },
];

export const voices = [
  "“We deleted four thousand lines.” (a ticket shop)",
  "“The queue is the part that I never think about.” (a bank)",
  "“Support answers like a colleague.” (a school)",
  "“It did what it said.” (a railway)",
  "“Our Sundays are back.” (a bakery)",
];
