import type { SiteDay } from "./watched-site";

/** What a seller of inspection software says of itself. */
export const features = [
  {
    slug: "offline-checklists",
    title: "Checklists that work offline",
    lead: "Inspectors walk through cellars, lifts and tunnels. Their lists come along.",
    text: [
      "Every checklist is kept on the device and answers are sealed with the time at which they were given. When the network is back, Cobaltform sends them in the order of the visit and shows which of them crossed with a colleague's.",
      "Photographs are scaled on the device, so that a visit with forty pictures needs less than twelve megabytes. Signatures are drawn with a finger or a pen.",
    ],
  },
  {
    slug: "asset-register",
    title: "One register of assets",
    lead: "Valves, doors, extinguishers: each has a life, and a page that tells it.",
    text: [
      "Import the register from a spreadsheet and print labels for what has none. A scan opens the asset with its last findings, its drawings and the date on which it is due.",
      "The register keeps who changed what. A field may be locked after an inspection was signed.",
    ],
  },
  {
    slug: "findings",
    title: "Findings with an owner",
    lead: "What was found is only worth something when somebody mends it.",
    text: [
      "A finding carries a risk from one to five, a photograph, an owner and a date. Overdue findings climb to the next manager after three working days.",
      "Contractors answer by a link, without an account. Their answer is a comment until somebody of yours accepts it.",
    ],
  },
  {
    slug: "reports",
    title: "Reports that write themselves",
    lead: "From the last signature to the report in ten minutes.",
    text: [
      "Templates are documents of your word processor with fields in them. The report is a PDF with bookmarks and, if you like, a spreadsheet of all findings beside it.",
      "Reports are numbered without gaps. A corrected report names the one that it replaces.",
    ],
  },
] as const;

export const customers = [
  {
    slug: "marn-valley-water",
    title: "Marn Valley Water",
    quote: "We inspect 4,100 chambers a year with nine people instead of fourteen.",
    text: "Marn Valley Water looks after reservoirs, chambers and pumping houses in three valleys. Its inspectors used to fill in paper on the bonnet of a van and to type it in again on Fridays.",
  },
  {
    slug: "tollgate-lifts",
    title: "Tollgate Lifts",
    quote: "The auditor asked for two reports of last year and had both before he sat down.",
    text: "Tollgate services 2,300 lifts in hospitals and car parks. Each visit ends with a signature of the operator, and each finding that stops a lift reaches the office while the engineer is still in the shaft.",
  },
  {
    slug: "osterby-housing",
    title: "Osterby Housing",
    quote: "Fire doors were a folder that nobody opened. Now they are a number on a screen.",
    text: "Osterby Housing owns 71 buildings. After a change of the rules it had nine months to inspect 12,800 fire doors and to prove that it had.",
  },
] as const;

export const posts = [
  {
    slug: "why-paper-wins-until-it-does-not",
    title: "Why paper wins until it does not",
    date: "2026-10-28",
    author: "Ines Varga",
    text: "Paper needs no battery and nobody has to be taught it. We asked thirty inspectors when they would give it up. The answer was rarely speed. It was the second visit, the one that nobody pays for, made because a line could not be read.",
    from: 0,
  },
  {
    slug: "three-questions-for-a-checklist",
    title: "Three questions for a checklist",
    date: "2026-09-30",
    author: "Bo Lindqvist",
    text: "Can it be answered by looking? Does somebody act on the answer? Would two inspectors give the same one? A question that fails all three is a habit, and habits are what makes checklists long.",
    from: 0,
  },
  {
    slug: "counting-fire-doors",
    title: "Counting fire doors",
    date: "2026-08-19",
    author: "Ines Varga",
    text: "There are more doors than anybody thinks. In four of five portfolios that we have counted with customers the register was short by a tenth or more, and the missing ones were the doors to cupboards.",
    from: 0,
  },
  {
    slug: "a-year-of-findings",
    title: "A year of findings, in figures",
    date: "2026-11-25",
    author: "Bo Lindqvist",
    text: "Last year 1.9 million findings were recorded by our customers. Half of them were closed within eleven days. The slowest kind is drainage, the fastest is lighting, and Mondays are when most things are found broken.",
    from: 1,
  },
] as const;

export const currencyNames = ["EUR", "GBP", "USD"] as const;
type Amounts = Record<(typeof currencyNames)[number], number>;

export interface Plan {
  id: string;
  title: string;
  monthly: Amounts;
  features: string[];
}

/** The plans as they stand on a day: the middle one gets dearer, loses a feature, and a fourth appears. */
export function plansOf(day: SiteDay): Plan[] {
  const isLater = day >= 1;
  const plans: Plan[] = [
    {
      id: "crew",
      title: "Crew",
      monthly: { EUR: 24, GBP: 21, USD: 26 },
      features: ["Up to 5 inspectors", "Offline checklists", "PDF reports", "E-mail support"],
    },
    {
      id: "depot",
      title: "Depot",
      monthly: isLater ? { EUR: 64, GBP: 55, USD: 69 } : { EUR: 58, GBP: 49, USD: 62 },
      features: [
        "Up to 25 inspectors",
        "Asset register",
        ...(isLater ? [] : ["Contractor links"]),
        "Report templates",
        "Support within one day",
      ],
    },
    {
      id: "network",
      title: "Network",
      monthly: { EUR: 139, GBP: 119, USD: 149 },
      features: ["Unlimited inspectors", "Single sign-on", "Audit log", "Named success manager"],
    },
  ];
  if (isLater)
    plans.splice(1, 0, {
      id: "solo",
      title: "Solo",
      monthly: { EUR: 9, GBP: 8, USD: 10 },
      features: ["1 inspector", "3 checklists", "Community support"],
    });
  return plans;
}

export const signs = { EUR: "€", GBP: "£", USD: "$" } as const;

/** The claim of the security page is weakened on the first day. */
export const hostingClaim = (day: SiteDay): string =>
  day >= 1
    ? "Customer data is stored in the European Union and, for support, may be read from the United Kingdom."
    : "Customer data is stored in the European Union and never leaves it.";
