import type { SiteDay } from "./watched-site";

export interface Chapter {
  slug: string;
  title: string;
  text: string[];
  code?: string;
  limits?: [string, string][];
}

/** Chapters of the handbook; those of the older version differ in figures and have one fewer. */
export function chaptersOf(version: "v3" | "v2", day: SiteDay): Chapter[] {
  const isNew = version === "v3";
  const rate = isNew ? (day >= 1 ? "300 requests a minute" : "600 requests a minute") : "120 requests a minute";
  const chapters: Chapter[] = [
    {
      slug: "getting-started",
      title: "Getting started",
      text: [
        "Parcelwire sends messages about parcels to those who wait for them. Create a project, copy its key and send your first event.",
        "Each project has a region. It can be chosen once and is not changed later.",
      ],
      code: 'curl -H \'Authorization: Bearer KEY\' -d \'{"parcel":"7731","state":"left"}\' /events',
    },
    {
      slug: "events",
      title: "Events",
      text: [
        "An event says that something happened to a parcel. It has a state, a time and a place. Events that arrive twice are told once.",
        isNew
          ? "States are left, arrived, delayed, delivered, refused and lost."
          : "States are left, arrived and delivered.",
      ],
    },
    {
      slug: "limits",
      title: "Limits",
      text: ["Requests above a limit are answered with 429 and the seconds to wait."],
      limits: [
        ["Events", rate],
        ["Size of an event", "64 kB"],
        ["Projects per account", isNew ? (day === 2 ? "" : "40") : "10"],
        ["History", isNew ? "24 months" : "6 months"],
      ],
    },
    {
      slug: "webhooks",
      title: "Webhooks",
      text: [
        "A webhook is called when a message was read. Each call is signed with your secret; compare the signature before you believe the body.",
        "Failed calls are repeated for three days with growing pauses.",
      ],
      code: "X-Parcelwire-Signature: t=1764200000,v1=5f1d",
    },
    {
      slug: "errors",
      title: "Errors",
      text: [
        "Errors have a code, a sentence for people and a link to this chapter. Codes do not change within a version.",
        "A request that was refused for its content is never worth repeating.",
      ],
    },
  ];
  if (isNew)
    chapters.push({
      slug: "regions",
      title: "Regions",
      text: [
        day >= 1
          ? "Regions are Dublin, Montreal, Osaka and São Paulo. Data stays in its region."
          : "Regions are Dublin, Montreal and Osaka. Data stays in its region.",
        "Reports across regions are put together in your browser.",
      ],
    });
  return chapters;
}

export interface Release {
  version: string;
  date: string;
  items: string[];
  from: SiteDay;
}

export const releases: Release[] = [
  {
    version: "3.5.0",
    date: "2026-11-26",
    items: ["The region São Paulo is open.", "The limit of events is 300 a minute for new projects."],
    from: 1,
  },
  {
    version: "3.4.2",
    date: "2026-11-10",
    items: ["Signatures of webhooks no longer fail for bodies with emoji."],
    from: 0,
  },
  {
    version: "3.4.0",
    date: "2026-10-22",
    items: ["Events can be sent in batches of up to 500.", "Console: search by place."],
    from: 0,
  },
  {
    version: "3.3.0",
    date: "2026-09-08",
    items: ["The state refused was added.", "History was extended to 24 months."],
    from: 0,
  },
  { version: "3.2.1", date: "2026-07-30", items: ["Retries after a broken connection are counted once."], from: 0 },
];
