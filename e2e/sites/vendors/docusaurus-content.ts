import type { SiteDay } from "./watched-site";

export type Edition = "3.x" | "2.x";

/** What a chapter consists of; `table` has its heads in the first row. */
export type Piece =
  | { kind: "text"; words: string }
  | { kind: "code"; language: string; lines: string[] }
  | { kind: "table"; rows: string[][] }
  | { kind: "note"; tone: "tip" | "info" | "warning"; words: string }
  | { kind: "heading"; words: string };

export interface Chapter {
  slug: string;
  title: string;
  group: string;
  pieces: Piece[];
}

const text = (words: string): Piece => ({ kind: "text", words });
const heading = (words: string): Piece => ({ kind: "heading", words });
const note = (tone: "tip" | "info" | "warning", words: string): Piece => ({ kind: "note", tone, words });
const code = (language: string, ...lines: string[]): Piece => ({ kind: "code", language, lines });
const table = (...rows: string[][]): Piece => ({ kind: "table", rows });

export const speeds = ["12,400 jobs a second", "11,900 jobs a second"] as const;
export const lostLimit = "4,096 per namespace";

/** Name, default and meaning of every option. */
export const optionsOf = (edition: Edition, day: SiteDay): [string, string, string][] => [
  ["maxAttempts", edition === "2.x" ? "3" : "5", "How often a job is tried before it is buried."],
  ["visibilityTimeout", edition === "3.x" && day >= 1 ? "45s" : "30s", "How long a worker may be silent."],
  ["concurrency", edition === "2.x" ? "1" : "cpus - 1", "Jobs that one worker holds at a time."],
  ["pollInterval", "250ms", "Only used when the store cannot notify."],
  ...(edition === "3.x"
    ? ([["jitter", "0.2", "Share of the delay that is left to chance."]] as [string, string, string][])
    : []),
];

export const limitsOf = (day: SiteDay): [string, string][] => [
  ["Payload of a job", day === 0 ? "256 KB" : "512 KB"],
  ["Queues", day === 2 ? "" : lostLimit],
  ["Schedules", "1,000 per queue"],
  ["Delay", "up to 400 days"],
];

/** The template of the second day shows the last column empty. */
export const supportOf = (day: SiteDay): [string, string, string][] =>
  (
    [
      ["3.x", "May 2025", "new features and fixes"],
      ["2.x", "January 2023", day === 0 ? "security fixes until March 2027" : "security fixes until September 2027"],
      ["1.x", "June 2020", "ended in June 2024"],
    ] as [string, string, string][]
  ).map(([version, released, support]) => [version, released, day === 2 ? "" : support]);

export function chaptersOf(edition: Edition, day: SiteDay): Chapter[] {
  const isNewest = edition === "3.x";
  const chapter = (group: string, slug: string, title: string, ...pieces: Piece[]): Chapter => ({
    slug,
    title,
    group,
    pieces,
  });
  const common = [
    chapter(
      "Getting started",
      "intro",
      "Introduction",
      text(
        "Tarnwick runs jobs later, elsewhere, and more than once if need be. It needs a PostgreSQL database and nothing else.",
      ),
      ...(isNewest ? [text(`On a laptop of 2024 a single worker handles ${speeds[day % 2]}.`)] : []),
      note(
        isNewest ? "tip" : "warning",
        isNewest
          ? "Read the chapter about retries before you send e-mails."
          : "This is documentation for Tarnwick 2.x, which is no longer actively maintained.",
      ),
    ),
    chapter(
      "Getting started",
      "installation",
      "Installation",
      text(
        isNewest
          ? `Tarnwick needs ${day === 0 ? "Node.js 18.17" : "Node.js 20.9"} or newer and PostgreSQL 14 or newer.`
          : "Tarnwick 2 needs Node.js 16 and PostgreSQL 12.",
      ),
      code("bash", `npm install tarnwick@${isNewest ? "3" : "2"}`, "npx tarnwick migrate"),
      text("The second command creates a schema of its own. It can be called as often as you like."),
    ),
    chapter(
      "Reference",
      "configuration",
      "Configuration",
      text("All options can be given in code or as environment variables in capitals."),
      code("js", 'import { worker } from "tarnwick";', "", "worker({ concurrency: 4 });"),
      table(["Option", "Default", "Meaning"], ...optionsOf(edition, day)),
    ),
  ];
  if (!isNewest) return common;
  return [
    ...common.slice(0, 2),
    chapter(
      "Guides",
      "retries",
      "Retries",
      text(
        "A job that throws is tried again after a delay that doubles. A job that returns is never tried again, even if you regret what it did.",
      ),
      heading("Giving up"),
      text("After the last attempt a job is buried. Buried jobs stay for thirty days and can be dug out by hand."),
      note("warning", "A job must be able to run twice. Networks lie about whether the first time counted."),
    ),
    chapter(
      "Guides",
      "schedules",
      "Schedules",
      text("A schedule is a job with a calendar. Missed runs are not made up for unless you ask."),
      code("js", 'await schedule("invoices", { cron: "0 6 1 * *", zone: "Europe/Lisbon" });'),
    ),
    ...(day >= 1
      ? [
          chapter(
            "Guides",
            "dead-letters",
            "Dead letters",
            text(
              "Since 3.5 buried jobs can be sent to a queue of their own, where another worker reads the last rites.",
            ),
          ),
        ]
      : []),
    ...common.slice(2),
    chapter(
      "Reference",
      "limits",
      "Limits",
      text("Limits are there to protect your database from your ideas."),
      table(["What", "Limit"], ...limitsOf(day)),
    ),
    chapter(
      "Reference",
      "versions",
      "Versions and support",
      text("A major version is maintained until the next but one appears."),
      table(["Version", "Released", "Support"], ...supportOf(day)),
    ),
  ];
}

export interface Note {
  version: string;
  date: string;
  lead: string;
  items: string[];
  from: SiteDay;
}
const notes: Note[] = [
  {
    version: "3.5.1",
    date: "2026-11-27",
    lead: "A fix for those who were quick.",
    items: ["Dead letters keep the headers of the job."],
    from: 2,
  },
  {
    version: "3.5.0",
    date: "2026-11-26",
    lead: "Dead letters, larger payloads and a longer patience.",
    items: ["Queues for buried jobs.", "Payloads may have 512 KB.", "Support for Node.js 18 has ended."],
    from: 1,
  },
  {
    version: "3.4.2",
    date: "2026-10-20",
    lead: "Two fixes.",
    items: [
      "Schedules in zones with a summer time at midnight run once.",
      "The client no longer logs passwords in URLs.",
    ],
    from: 0,
  },
  {
    version: "3.4.0",
    date: "2026-09-08",
    lead: "Jitter.",
    items: ["Delays are spread by a fifth so that workers do not return together.", "Faster claims on PostgreSQL 17."],
    from: 0,
  },
  {
    version: "3.3.0",
    date: "2026-06-16",
    lead: "Batches.",
    items: ["Up to 500 jobs can be added in one statement."],
    from: 0,
  },
  {
    version: "2.19.4",
    date: "2026-05-05",
    lead: "Security.",
    items: ["Names of queues are quoted in every statement. Please update."],
    from: 0,
  },
];
export const notesOf = (day: SiteDay): Note[] => notes.filter(({ from }) => from <= day);
