import type { SiteDay } from "./watched-site";

export interface Component {
  name: string;
  state: string;
  where: string;
}

/** A slow interface on the first day, well again on the second; a component that is new from the second day on. */
export const componentsOf = (day: SiteDay): Component[] => [
  { name: "Label printing", state: "Operational", where: "Frankfurt, Dublin" },
  {
    name: "Rates interface",
    state: day === 1 ? "Slower than usual" : "Operational",
    where: "Frankfurt, Dublin, Oregon",
  },
  { name: "Tracking pages", state: "Operational", where: "Worldwide" },
  { name: "Customs documents", state: "Operational", where: day === 2 ? "" : "Zurich" },
  { name: "Dashboard sign-in", state: "Operational", where: "Dublin" },
  ...(day >= 2 ? [{ name: "Locker network", state: "In preview", where: "Rotterdam" }] : []),
];
/** A template of the second day has lost this place. */
export const lostPlace = "Zurich";

export const bannerOf = (day: SiteDay): string => (day === 1 ? "Some parcels wait" : "Every service is up");

export interface Update {
  state: string;
  at: string;
  text: string;
  from: SiteDay;
}

export interface Incident {
  id: string;
  title: string;
  impact: "Minor" | "Major" | "Maintenance";
  day: string;
  updates: Update[];
}

const incidents: Incident[] = [
  {
    id: "m4x8w2tq",
    title: "Slow answers of the rates interface",
    impact: "Minor",
    day: "2026-11-26",
    updates: [
      {
        state: "Resolved",
        at: "18:40 UTC",
        text: "The cache was rebuilt overnight and answers are as quick as they were.",
        from: 2,
      },
      {
        state: "Identified",
        at: "14:05 UTC",
        text: "A carrier's new price list filled our cache. One request in nine takes more than four seconds.",
        from: 1,
      },
      { state: "Investigating", at: "13:22 UTC", text: "We see slow answers and are looking for the cause.", from: 1 },
    ],
  },
  {
    id: "c0v6n9ra",
    title: "Move of the tracking database",
    impact: "Maintenance",
    day: "2026-12-06",
    updates: [
      {
        state: "Scheduled",
        at: "04:00 UTC",
        text: "Tracking pages will show the state of 04:00 for up to fifty minutes.",
        from: 2,
      },
    ],
  },
  {
    id: "h7k1p5zd",
    title: "Labels of one carrier without a barcode",
    impact: "Major",
    day: "2026-11-11",
    updates: [
      {
        state: "Resolved",
        at: "11:18 UTC",
        text: "Labels printed between 08:50 and 10:40 must be printed anew.",
        from: 0,
      },
      { state: "Monitoring", at: "10:52 UTC", text: "A corrected template is in use.", from: 0 },
      {
        state: "Investigating",
        at: "09:31 UTC",
        text: "Scanners in two depots refuse labels of one carrier.",
        from: 0,
      },
    ],
  },
  {
    id: "b2f9y3le",
    title: "Sign-in codes that came late",
    impact: "Minor",
    day: "2026-11-03",
    updates: [
      { state: "Resolved", at: "16:02 UTC", text: "The sender of text messages has cleared its queue.", from: 0 },
      { state: "Identified", at: "15:10 UTC", text: "Codes by text message take up to nine minutes.", from: 0 },
    ],
  },
  {
    id: "t8d4s6uo",
    title: "Customs forms for Norway refused",
    impact: "Minor",
    day: "2026-10-21",
    updates: [
      { state: "Resolved", at: "13:47 UTC", text: "The authority accepts the new form number since noon.", from: 0 },
      {
        state: "Investigating",
        at: "08:15 UTC",
        text: "Forms are refused with the remark that their number is old.",
        from: 0,
      },
    ],
  },
];

/** With the updates that have been written by then. */
export const incidentsOf = (day: SiteDay): Incident[] =>
  incidents
    .map((one) => ({ ...one, updates: one.updates.filter(({ from }) => from <= day) }))
    .filter(({ updates }) => updates.length > 0);

/** To and fro from the second day on. */
export const probes = ["from 9 regions", "from 11 regions"] as const;
export const probesOf = (day: SiteDay): string => probes[day % 2] ?? probes[0];
