import { borderLookalikes, borderStories, borderTenders } from "./border-days";
import { fellmarket } from "./fellmarket";
import { standingOf } from "./listed-notices";
import type { PortalNotice } from "./notice";
import { palisadeStory } from "./palisade-days";
import type { ProcurementChange, ProcurementRegister } from "./register";
import { sandhill } from "./sandhill";
import type { Skin } from "./skin";
import { vallombre } from "./vallombre";
import { wendle } from "./wendle";

/** 0 is the first reading, 1 to 3 are the days after it, 4 is the day of the redesign, on which nothing else happens. */
export type PortalDay = 0 | 1 | 2 | 3 | 4;

/** A Tuesday on which every office is open; the clocks of all portals stand here at the first reading. */
export const firstReading = new Date("2026-12-01T16:00:00Z");

/** Something that a reader is to be told; `was` and `is` are as the page of the notice writes them, else the title says which one. */
export interface PortalEvent {
  title: string;
  what: "new" | "gone" | "closed" | "cancelled" | "awarded" | "deadline" | "need" | "moved";
  was?: string;
  is?: string;
}

interface DayPlan {
  set: readonly ProcurementChange[];
  events: readonly PortalEvent[];
}

export interface PortalStory {
  skin: Skin;
  days: Readonly<Record<1 | 2 | 3, DayPlan>>;
}

const cancel = (title: string): ProcurementChange => ({ setStatus: { title, status: "cancelled" } });
const award = (title: string): ProcurementChange => ({ setStatus: { title, status: "awarded" } });
const is = (what: PortalEvent["what"], title: string): PortalEvent => ({ what, title });

const wendleStory: PortalStory = {
  skin: wendle,
  days: {
    1: {
      set: [{ moveDeadline: { title: "Leisure centre boiler replacement, Marlpit", days: 3 } }],
      events: [
        is("new", "Elections: hire of polling booths and ramps"),
        is("closed", "Bus shelter glazing repairs"),
        {
          what: "deadline",
          title: "Leisure centre boiler replacement, Marlpit",
          was: "Friday 18 December 2026 at 12 noon",
          is: "Monday 21 December 2026 at 12 noon",
        },
      ],
    },
    2: {
      set: [
        cancel("Asbestos surveys of garages"),
        {
          amendNeed: {
            title: "Street lighting columns: structural testing",
            need: "Testers shall be registered with a national highway scheme and insured for £5 million.",
          },
        },
      ],
      events: [
        is("new", "Tree survey along rail paths"),
        is("cancelled", "Asbestos surveys of garages"),
        {
          what: "need",
          title: "Street lighting columns: structural testing",
          was: "Testers shall be registered with a national highway scheme.",
          is: "Testers shall be registered with a national highway scheme and insured for £5 million.",
        },
      ],
    },
    3: {
      set: [award("Treasury management advice"), { withdraw: { title: "Domestic abuse refuge: night staffing" } }],
      events: [
        is("closed", "Council tax bills: printing and posting"),
        is("awarded", "Treasury management advice"),
        is("gone", "Domestic abuse refuge: night staffing"),
      ],
    },
  },
};

const fellmarketStory: PortalStory = {
  skin: fellmarket,
  days: {
    1: {
      set: [cancel("Lift maintenance, sheltered schemes")],
      events: [
        is("new", "Bandstand roof"),
        is("closed", "Drone survey of roofs"),
        is("cancelled", "Lift maintenance, sheltered schemes"),
      ],
    },
    2: {
      set: [
        { moveDeadline: { title: "Hot meals for day centres", days: 4 } },
        { moveAddress: { title: "Kitchens and bathrooms 2027", id: 20_999 } },
      ],
      events: [
        is("new", "Tenant survey 2027"),
        is("moved", "Kitchens and bathrooms 2027"),
        {
          what: "deadline",
          title: "Hot meals for day centres",
          was: "Friday 4 December 2026, 10:00",
          is: "Tuesday 8 December 2026, 10:00",
        },
      ],
    },
    3: {
      set: [
        award("Translation of letters into eight languages"),
        { withdraw: { title: "Repair of school minibuses" } },
      ],
      events: [is("awarded", "Translation of letters into eight languages"), is("gone", "Repair of school minibuses")],
    },
  },
};

const sandhillStory: PortalStory = {
  skin: sandhill,
  days: {
    1: {
      set: [{ moveDeadline: { title: "Bridge Replacement C-114, Plum Creek", days: 7 } }],
      events: [
        is("new", "Janitorial Services, Annex"),
        is("closed", "Records Scanning, Register of Deeds"),
        {
          what: "deadline",
          title: "Bridge Replacement C-114, Plum Creek",
          was: "12/30/2026 2:00:00 PM",
          is: "1/6/2027 2:00:00 PM",
        },
      ],
    },
    2: {
      set: [cancel("Jail Kitchen Equipment")],
      events: [is("new", "Diesel Fuel, Bulk"), is("cancelled", "Jail Kitchen Equipment")],
    },
    3: {
      set: [
        award("Sheriff's Patrol Vehicles (Four)"),
        { amendNeed: { title: "Diesel Fuel, Bulk", need: "Loads shall be metered at the tank and ticketed." } },
        { withdraw: { title: "Road Gravel, Crushed, 48,000 Tons" } },
      ],
      events: [
        is("closed", "Rural Water Meter Reading"),
        is("awarded", "Sheriff's Patrol Vehicles (Four)"),
        is("gone", "Road Gravel, Crushed, 48,000 Tons"),
        {
          what: "need",
          title: "Diesel Fuel, Bulk",
          was: "Loads shall be metered at the tank.",
          is: "Loads shall be metered at the tank and ticketed.",
        },
      ],
    },
  },
};

const vallombreStory: PortalStory = {
  skin: vallombre,
  days: {
    1: {
      set: [{ moveDeadline: { title: "Logiciel de gestion des cimetières", days: 8 } }],
      events: [
        is("new", "Fourniture de bacs roulants"),
        is("closed", "Navettes électriques du marché de Noël"),
        {
          what: "deadline",
          title: "Logiciel de gestion des cimetières",
          was: "08/12/2026 à 12h00",
          is: "16/12/2026 à 12h00",
        },
      ],
    },
    2: {
      set: [
        cancel("Restauration de la halle aux grains, lot 4 : couverture"),
        { moveAddress: { title: "Lits médicalisés, 24 unités", id: 870_001 } },
      ],
      events: [
        is("new", "Éclairage de la rue des Tanneurs"),
        is("moved", "Lits médicalisés, 24 unités"),
        is("cancelled", "Restauration de la halle aux grains, lot 4 : couverture"),
      ],
    },
    3: {
      set: [award("Denrées pour les cuisines scolaires"), { withdraw: { title: "Vérification des aires de jeux" } }],
      events: [is("awarded", "Denrées pour les cuisines scolaires"), is("gone", "Vérification des aires de jeux")],
    },
  },
};

export const portalStories = {
  wendle: wendleStory,
  fellmarket: fellmarketStory,
  sandhill: sandhillStory,
  vallombre: vallombreStory,
  ...borderStories,
  palisade: palisadeStory,
};
export type StoriedPortal = keyof typeof portalStories;

interface Stood {
  portal: StoriedPortal;
  title: string;
}

/** One tender on two portals in other words. */
export const sameTenders: readonly (readonly Stood[])[] = [
  [
    { portal: "wendle", title: "Town centre CCTV: maintenance and monitoring" },
    { portal: "fellmarket", title: "Maintenance and Monitoring of Public Space CCTV (Wendle)" },
  ],
  ...borderTenders,
];

/** What looks alike and must not be joined. */
export const otherTenders: readonly { why: string; notices: readonly Stood[] }[] = [
  {
    why: "the same title of another buyer",
    notices: [
      { portal: "wendle", title: "Town centre CCTV: maintenance and monitoring" },
      { portal: "fellmarket", title: "Town centre CCTV: maintenance and monitoring" },
    ],
  },
  {
    why: "another lot of one procedure, closing at the same instant",
    notices: [
      { portal: "wendle", title: "Grounds maintenance 2027-2029, Lot 1 (North)" },
      { portal: "fellmarket", title: "Grounds maintenance 2027-2029, Lot 2 (South)" },
    ],
  },
  {
    why: "the same need in another year",
    notices: [
      { portal: "wendle", title: "Gritting salt, season 2026/27" },
      { portal: "fellmarket", title: "Gritting salt, season 2027/28" },
    ],
  },
  {
    why: "two lots of one work on one portal, closing at the same instant",
    notices: [
      { portal: "vallombre", title: "Restauration de la halle aux grains, lot 3 : charpente" },
      { portal: "vallombre", title: "Restauration de la halle aux grains, lot 4 : couverture" },
    ],
  },
  ...borderLookalikes,
  {
    why: "two lots of one bid on one portal, closing at the same instant",
    notices: [
      { portal: "palisade", title: "Lecture Hall Seating, Lot A" },
      { portal: "palisade", title: "Lecture Hall Seating, Lot B" },
    ],
  },
];

/** What is sent to a portal, in this order, to bring it from the day before to this one. */
export function stepTo({ days }: PortalStory, day: PortalDay): ProcurementChange[] {
  if (day === 0) return [{ now: firstReading.toISOString() }];
  const now = new Date(firstReading.getTime() + day * 86_400_000).toISOString();
  return day === 4 ? [{ now, isRedesigned: true }] : [{ now }, ...days[day].set];
}

export const eventsOf = ({ days }: PortalStory, day: PortalDay): readonly PortalEvent[] =>
  day === 0 || day === 4 ? [] : days[day].events;

export interface PortalRecord extends Pick<PortalNotice, "title" | "buyer" | "reference" | "deadline"> {
  page: string;
  status: ReturnType<typeof standingOf>;
}

/** All that the portal holds now; of prior information `deadline` is when the tender is expected to begin. */
export const recordsOf = ({ skin }: PortalStory, register: ProcurementRegister): PortalRecord[] =>
  register.all().map((notice) => ({
    page: skin.detailPath(notice),
    title: notice.title,
    buyer: notice.buyer,
    reference: notice.reference,
    deadline: notice.deadline,
    status: standingOf(notice, register.now()),
  }));
