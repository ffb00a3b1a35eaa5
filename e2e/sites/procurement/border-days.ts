import { auental } from "./auental";
import { craigmoor } from "./craigmoor";
import { northmere } from "./northmere";
import type { PortalEvent, PortalStory } from "./portal-days";
import type { ProcurementChange } from "./register";
import { sauvigne } from "./sauvigne";

const cancel = (title: string): ProcurementChange => ({ setStatus: { title, status: "cancelled" } });
const award = (title: string): ProcurementChange => ({ setStatus: { title, status: "awarded" } });
const move = (title: string, days: number): ProcurementChange => ({ moveDeadline: { title, days } });
const withdraw = (title: string): ProcurementChange => ({ withdraw: { title } });
const is = (what: PortalEvent["what"], title: string): PortalEvent => ({ what, title });

const auentalStory: PortalStory = {
  skin: auental,
  days: {
    1: {
      set: [move("Baumpflege und Fällungen 2027", 3)],
      events: [
        is("new", "Leasing von zwölf Dienstfahrrädern mit Elektroantrieb"),
        is("closed", "Probenahme und Untersuchung von Trinkwasser"),
        {
          what: "deadline",
          title: "Baumpflege und Fällungen 2027",
          was: "Dienstag, 15. Dezember 2026, 09:30 Uhr",
          is: "Freitag, 18. Dezember 2026, 09:30 Uhr",
        },
      ],
    },
    2: {
      set: [
        cancel("Reinigungsmittel und Hygienepapier für Schulen und Verwaltung"),
        {
          amendNeed: {
            title: "Mittagsverpflegung in sechs Kindertagesstätten",
            need: "Der Anteil ökologischer Zutaten muss mindestens 40 Prozent betragen.",
          },
        },
      ],
      events: [
        is("new", "Parkscheinautomaten: Lieferung und Wartung"),
        is("cancelled", "Reinigungsmittel und Hygienepapier für Schulen und Verwaltung"),
        {
          what: "need",
          title: "Mittagsverpflegung in sechs Kindertagesstätten",
          was: "Der Anteil ökologischer Zutaten muss mindestens 30 Prozent betragen.",
          is: "Der Anteil ökologischer Zutaten muss mindestens 40 Prozent betragen.",
        },
      ],
    },
    3: {
      set: [
        move("Deckenerneuerung K 17, Los 1: Werlingen bis Ahorn", 7),
        award("Sicherheitsdienst in Gemeinschaftsunterkünften"),
        withdraw("Behälterverwaltung: Chips und Lesegeräte"),
      ],
      events: [
        is("awarded", "Sicherheitsdienst in Gemeinschaftsunterkünften"),
        is("gone", "Behälterverwaltung: Chips und Lesegeräte"),
        {
          what: "deadline",
          title: "Deckenerneuerung K 17, Los 1: Werlingen bis Ahorn",
          was: "Montag, 21. Dezember 2026, 11:00 Uhr",
          is: "Montag, 28. Dezember 2026, 11:00 Uhr",
        },
      ],
    },
  },
};

const northmereStory: PortalStory = {
  skin: northmere,
  days: {
    1: {
      set: [move("Breathing apparatus: service and test", 7)],
      events: [
        is("new", "Lighting of the Guildhall tower"),
        is("closed", "Market stalls: hire and erection"),
        {
          what: "deadline",
          title: "Breathing apparatus: service and test",
          was: "Mon, 21/12/2026 - 12:00",
          is: "Mon, 28/12/2026 - 12:00",
        },
      ],
    },
    2: {
      set: [cancel("Pest control in public buildings"), move("Supply of eight electric refuse collection vehicles", 7)],
      events: [
        is("new", "Station doors: repair and renewal"),
        is("cancelled", "Pest control in public buildings"),
        {
          what: "deadline",
          title: "Supply of eight electric refuse collection vehicles",
          was: "Thu, 17/12/2026 - 12:00",
          is: "Thu, 24/12/2026 - 12:00",
        },
      ],
    },
    3: {
      set: [
        award("Microfilming of the rate books"),
        {
          amendNeed: {
            title: "Rewiring of the Corn Exchange",
            need: "Electricians must be approved by a body accredited to BS EN ISO/IEC 17065 and insured for £10 million.",
          },
        },
        withdraw("School meals: fresh produce 2027"),
      ],
      events: [
        is("closed", "Fender renewal, Fish Quay"),
        is("awarded", "Microfilming of the rate books"),
        is("gone", "School meals: fresh produce 2027"),
        {
          what: "need",
          title: "Rewiring of the Corn Exchange",
          was: "Electricians must be approved by a body accredited to BS EN ISO/IEC 17065.",
          is: "Electricians must be approved by a body accredited to BS EN ISO/IEC 17065 and insured for £10 million.",
        },
      ],
    },
  },
};

const craigmoorStory: PortalStory = {
  skin: craigmoor,
  days: {
    1: {
      set: [cancel("Ballot boxes and polling screens"), move("Window cleaning, hospitals", 4)],
      events: [
        is("new", "Roof of the Braehead library"),
        is("cancelled", "Ballot boxes and polling screens"),
        {
          what: "deadline",
          title: "Window cleaning, hospitals",
          was: "Thursday 17 December 2026 at 12:00 GMT",
          is: "Monday 21 December 2026 at 12:00 GMT",
        },
      ],
    },
    2: {
      set: [
        move("Electric refuse collection vehicles (8), with chargers and maintenance", 7),
        { moveAddress: { title: "Laptops for pupils, second call", id: 31_990 } },
      ],
      events: [
        is("new", "Play park surfacing tiles"),
        is("closed", "Footpath lighting along the canal"),
        is("moved", "Laptops for pupils, second call"),
        {
          what: "deadline",
          title: "Electric refuse collection vehicles (8), with chargers and maintenance",
          was: "Thursday 17 December 2026 at 12:00 GMT",
          is: "Thursday 24 December 2026 at 12:00 GMT",
        },
      ],
    },
    3: {
      set: [
        award("Boundary walls of the old cemetery"),
        {
          amendNeed: {
            title: "Laundry of uniforms and linen",
            need: "The laundry must conform to BS EN 14065 and work at two sites.",
          },
        },
        withdraw("Patient transport by volunteers: coordination"),
      ],
      events: [
        is("awarded", "Boundary walls of the old cemetery"),
        is("gone", "Patient transport by volunteers: coordination"),
        {
          what: "need",
          title: "Laundry of uniforms and linen",
          was: "The laundry must conform to BS EN 14065.",
          is: "The laundry must conform to BS EN 14065 and work at two sites.",
        },
      ],
    },
  },
};

const sauvigneStory: PortalStory = {
  skin: sauvigne,
  days: {
    1: {
      set: [move("Entretien des fontaines et des bornes d'eau potable", 6)],
      events: [
        is("new", "Nettoyage des vitres des équipements culturels"),
        is("closed", "Restauration du grand orgue de Saint-Aubin"),
        {
          what: "deadline",
          title: "Entretien des fontaines et des bornes d'eau potable",
          was: "mardi 15 décembre 2026 11:00",
          is: "lundi 21 décembre 2026 11:00",
        },
      ],
    },
    2: {
      set: [
        cancel("Exploitation de la fourrière automobile"),
        {
          amendNeed: {
            title: "Repas des crèches : légumes et fruits frais",
            need: "Les deux tiers des produits au moins doivent être issus de l'agriculture biologique.",
          },
        },
      ],
      events: [
        is("new", "Acquisition de deux balayeuses compactes"),
        is("cancelled", "Exploitation de la fourrière automobile"),
        {
          what: "need",
          title: "Repas des crèches : légumes et fruits frais",
          was: "La moitié des produits au moins doit être issue de l'agriculture biologique.",
          is: "Les deux tiers des produits au moins doivent être issus de l'agriculture biologique.",
        },
      ],
    },
    3: {
      set: [
        award("Numérisation des permis de construire"),
        withdraw("Location de batteries de secours pour les dépôts"),
      ],
      events: [
        is("awarded", "Numérisation des permis de construire"),
        is("gone", "Location de batteries de secours pour les dépôts"),
      ],
    },
  },
};

/** The seventh set of portals. Two of them lie on both sides of a border, and one tender that stands on both moves on both on the same day. */
export const borderStories = {
  auental: auentalStory,
  northmere: northmereStory,
  craigmoor: craigmoorStory,
  sauvigne: sauvigneStory,
};

type Stood = { portal: keyof typeof borderStories; title: string };
const there = (title: string): Stood => ({ portal: "craigmoor", title });
const here = (title: string): Stood => ({ portal: "northmere", title });

export const borderTenders: readonly (readonly Stood[])[] = [
  [
    here("Supply of eight electric refuse collection vehicles"),
    there("Electric refuse collection vehicles (8), with chargers and maintenance"),
  ],
  [here("Interpreting and written translation framework"), there("Framework for interpreting and translation")],
  [here("Flood telemetry: sensors and data service"), there("River level telemetry: 90 sensors and warning service")],
  [here("Harbour maintenance dredging 2027-2029"), there("Maintenance dredging of Northmere harbour, 2027 to 2029")],
  [
    here("Managed network and web filtering for schools"),
    there("Schools: managed network with filtering and monitoring"),
  ],
];

export const borderLookalikes: readonly { why: string; notices: readonly Stood[] }[] = [
  {
    why: "the same title of another buyer",
    notices: [here("Replacement of street lighting lanterns"), there("Replacement of street lighting lanterns")],
  },
  {
    why: "the same title of the same buyer under another number, of other goods, with another end",
    notices: [here("Supply of road salt"), there("Supply of road salt")],
  },
  {
    why: "another lot of one procedure, closing at the same instant",
    notices: [
      here("Winter gritting routes 2027-2030, Lot 1 (East)"),
      there("Winter gritting routes 2027-2030, Lot 2 (West)"),
    ],
  },
  {
    why: "the same need in another year",
    notices: [here("School meals: fresh produce 2027"), there("School meals: fresh produce 2026")],
  },
  {
    why: "called off and put out again under another number",
    notices: [
      { portal: "sauvigne", title: "Maintenance des ascenseurs du patrimoine" },
      { portal: "sauvigne", title: "Maintenance des ascenseurs du patrimoine (relance)" },
    ],
  },
  {
    why: "the same need in another year on one portal",
    notices: [
      { portal: "sauvigne", title: "Illuminations de fin d'année 2026" },
      { portal: "sauvigne", title: "Illuminations de fin d'année 2027" },
    ],
  },
  {
    why: "two lots of one road on one portal, closing at the same instant",
    notices: [
      { portal: "auental", title: "Deckenerneuerung K 17, Los 1: Werlingen bis Ahorn" },
      { portal: "auental", title: "Deckenerneuerung K 17, Los 2: Ahorn bis Grenzbach" },
    ],
  },
  {
    why: "the same service in another winter",
    notices: [
      { portal: "auental", title: "Winterdienst auf Kreisstraßen 2026/27" },
      { portal: "auental", title: "Winterdienst auf Kreisstraßen 2027/28" },
    ],
  },
];
