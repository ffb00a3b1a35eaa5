import type { SiteDay } from "./watched-site";

export type Edition = "latest" | "1.4";
export type Piece =
  | { kind: "text"; words: string }
  | { kind: "heading"; words: string }
  | { kind: "note"; tone: string; title: string; words: string; isFolded?: boolean }
  | { kind: "tabs"; tabs: [label: string, pieces: Piece[]][] }
  | { kind: "code"; language: string; lines: string[] }
  | { kind: "table"; rows: string[][] };

export interface Chapter {
  /** Its place below the edition, with a stroke at the end; empty for the first. */
  place: string;
  title: string;
  group: string;
  pieces: Piece[];
}

const text = (words: string): Piece => ({ kind: "text", words });
const heading = (words: string): Piece => ({ kind: "heading", words });
const table = (...rows: string[][]): Piece => ({ kind: "table", rows });
const code = (language: string, ...lines: string[]): Piece => ({ kind: "code", language, lines });
const note = (tone: string, title: string, words: string, isFolded = false): Piece => ({
  kind: "note",
  tone,
  title,
  words,
  isFolded,
});

/** To and fro at every reading from the first day on. */
export const speeds = ["Measured last night: 412 MB/s", "Measured last night: 398 MB/s"] as const;
export const lostLimit = "40 million";
export const removed = "Writing to tape";
export const added = "Immutable storage";

type Option = [name: string, type: string, standard: string, words: string];

/** A time-out grows on the first day and a switch turns on the second, in the newest edition alone. */
export const optionsOf = (edition: Edition, day: SiteDay): Option[] => {
  const isLatest = edition === "latest";
  return [
    ["repository.path", "path", "/var/lib/marlpit", "Where snapshots are kept. Must be empty at the first start."],
    [
      "lock.timeout",
      "duration",
      isLatest && day >= 1 ? "45 minutes" : "30 minutes",
      "After this a lock is taken over.",
    ],
    ["retention.daily", "number", "7", "Daily snapshots that are kept."],
    ["retention.yearly", "number", isLatest ? "10" : "3", "Yearly snapshots that are kept."],
    ["upload.streams", "number", "4", "Files that are sent at the same time."],
    ...(isLatest
      ? ([
          [
            "verify.after_backup",
            "boolean",
            day >= 2 ? "on, since 1.5.3" : "off unless asked for",
            "Reads back what was written.",
          ],
        ] satisfies Option[])
      : []),
  ];
};

/** One limit doubles on the first day; the broken macro of the second loses another. */
export const limitsOf = (edition: Edition, day: SiteDay): [what: string, limit: string][] => [
  ["Size of a repository", edition === "1.4" ? "32 TiB" : day === 0 ? "64 TiB" : "128 TiB"],
  ["Files in a snapshot", edition === "latest" && day === 2 ? "" : lostLimit],
  ["Length of a path", "4,096 bytes"],
  ["Repositories of one server", edition === "1.4" ? "16 repositories" : "64 repositories"],
];

export interface Release {
  version: string;
  date: string;
  lines: string[];
}

export const releasesOf = (day: SiteDay): Release[] => [
  ...(day >= 2
    ? [
        {
          version: "1.5.3",
          date: "November 27, 2026",
          lines: ["What was written is read back by default.", "`marlpit verify` says 3 where it said 2."],
        },
      ]
    : []),
  ...(day >= 1
    ? [
        {
          version: "1.5.2",
          date: "November 26, 2026",
          lines: ["Snapshots can be made immutable.", "Repositories of up to 128 TiB were tested for a month."],
        },
      ]
    : []),
  {
    version: "1.5.1",
    date: "October 14, 2026",
    lines: ["Restores from a mirror no longer ask the first server."],
  },
  { version: "1.5.0", date: "September 2, 2026", lines: ["Mirrors.", "Keys can be kept in a hardware token."] },
];

const image = (edition: Edition, day: SiteDay): string =>
  edition === "1.4" ? "1.4.9" : (releasesOf(day)[0]?.version ?? "");

function startOf(edition: Edition, day: SiteDay): Chapter[] {
  const version = image(edition, day);
  return [
    {
      place: "",
      title: "Marlpit",
      group: "",
      pieces: [
        text("Marlpit keeps copies of what you would miss, on machines that you can touch."),
        note("tip", "In a hurry?", "Install it, point it at a folder, go home. The rest can be read tomorrow."),
        heading("How fast is it"),
        text(
          edition === "latest" ? `${speeds[day % 2]} with four streams.` : "Fast enough for one office and its mail.",
        ),
        ...(edition === "1.4"
          ? [note("warning", "An older edition", "Version 1.4 gets corrections of errors alone.")]
          : []),
      ],
    },
    {
      place: "getting-started/installation/",
      title: "Installation",
      group: "Getting started",
      pieces: [
        text("Marlpit is one file without dependencies. Choose how you want to run it."),
        {
          kind: "tabs",
          tabs: [
            ["Debian", [code("bash", "apt install marlpit", "systemctl enable --now marlpit")]],
            [
              "Container",
              [
                code("bash", `docker run -v /srv/backup:/data marlpit/server:${version}`),
                note("info", "Ports", "The server listens on 7420, the metrics on 7421."),
              ],
            ],
            ["From source", [text("You need Go 1.24 and patience of about two minutes."), code("bash", "make all")]],
          ],
        },
        heading("Requirements"),
        text("A server wants 2 GB of memory and a disk that does not lie about flushing."),
      ],
    },
    {
      place: "getting-started/first-backup/",
      title: "Your first backup",
      group: "Getting started",
      pieces: [
        text("Make a repository, then send a folder to it. `marlpit init` asks for a passphrase once."),
        code("bash", "marlpit init /srv/backup", "marlpit backup ~/documents"),
        note("danger", "Lost passphrases", "Nobody can open a repository without its passphrase, and neither can we."),
      ],
    },
  ];
}

function guidesOf(edition: Edition, day: SiteDay): Chapter[] {
  const isLatest = edition === "latest";
  const ends = day === 0 ? "31 March 2027" : "30 June 2027";
  const guide = (place: string, title: string, ...pieces: Piece[]): Chapter => ({
    place: `guides/${place}/`,
    title,
    group: "Guides",
    pieces,
  });
  return [
    guide(
      "retention",
      "What is kept and what goes",
      text("Snapshots are thinned out each night. What a rule wants to keep, no other rule can take away."),
      {
        kind: "tabs",
        tabs: [
          ["YAML", [code("yaml", "retention:", "  daily: 7", "  weekly: 5")]],
          ["TOML", [code("toml", "[retention]", "daily = 7", "weekly = 5")]],
        ],
      },
      note(
        "question",
        "What if two snapshots share files?",
        "Files are counted; the last one out switches off the light.",
        true,
      ),
    ),
    guide(
      "encryption",
      "Encryption",
      text("Blocks are sealed before they leave the machine. The server sees sizes and times, and nothing else."),
      ...(isLatest
        ? [text("Keys may live in a hardware token since version 1.5.")]
        : [note("warning", "End of life", `Corrections for version 1.4 are made until ${ends}.`)]),
    ),
    ...(isLatest && day >= 1
      ? [
          guide(
            "immutable-storage",
            added,
            text("A snapshot that was sealed cannot be deleted before its day, not even by root."),
            note("warning", "There is no way back", "Who seals for ten years pays for ten years of disks."),
          ),
        ]
      : []),
    ...(isLatest && day >= 2
      ? []
      : [
          guide(
            "tape",
            removed,
            text("Drives of the sixth generation and later are written in one stream."),
            code("bash", "marlpit tape write --drive /dev/nst0"),
          ),
        ]),
  ];
}

function referenceOf(edition: Edition, day: SiteDay): Chapter[] {
  const isLatest = edition === "latest";
  const page = (place: string, title: string, ...pieces: Piece[]): Chapter => ({
    place: `reference/${place}/`,
    title,
    group: "Reference",
    pieces,
  });
  return [
    page(
      "configuration",
      "Configuration",
      text("All settings can also be given as variables of the environment, in capitals and with underscores."),
      table(["Setting", "Type", "Default", "Description"], ...optionsOf(edition, day)),
    ),
    page(
      "limits",
      "Limits",
      text("These were tested. Beyond them things may work, and you may be the one who tells us."),
      table(["What", "Limit"], ...limitsOf(edition, day)),
      ...(isLatest
        ? [
            note(
              "question",
              "How many mirrors can a repository have?",
              `A repository can have up to ${day < 2 ? 3 : 5} mirrors, one of which may be asleep.`,
              true,
            ),
          ]
        : []),
    ),
    page(
      "exit-codes",
      "Exit codes",
      text("Scripts may rely on these numbers."),
      table(
        ["Command", "Code", "Meaning"],
        ["marlpit backup", "0", "all files were saved"],
        ["marlpit backup", "1", "some files could not be read"],
        [
          "marlpit verify",
          isLatest && day >= 2 ? "3" : "2",
          isLatest && day >= 2 ? "a snapshot is damaged or incomplete" : "a snapshot is damaged",
        ],
      ),
    ),
  ];
}

export const chaptersOf = (edition: Edition, day: SiteDay): Chapter[] => [
  ...startOf(edition, day),
  ...guidesOf(edition, day),
  ...referenceOf(edition, day),
  ...(edition === "latest"
    ? [
        {
          place: "changelog/",
          title: "Changelog",
          group: "",
          pieces: releasesOf(day).flatMap(({ version, date, lines }) => [
            heading(version),
            text(`Released on ${date}`),
            ...lines.map(text),
          ]),
        },
      ]
    : []),
];
