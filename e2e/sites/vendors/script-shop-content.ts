import type { SiteDay } from "./watched-site";

export interface Device {
  slug: string;
  name: string;
  family: string;
  tagline: string;
  price: string;
  lead: string;
  specs: [string, string][];
  text: string[];
}

const device = (
  slug: string,
  name: string,
  family: string,
  price: string,
  lead: string,
  tagline: string,
  specs: [string, string][],
  text: string[],
): Device => ({ slug, name, family, price, lead, tagline, specs, text });

const opening: Device[] = [
  device(
    "s-120",
    "S-120 line camera",
    "Cameras",
    "€1,940",
    "3 weeks",
    "Reads webs of paper and foil at twelve metres a second.",
    [
      ["Resolution", "4,096 pixels"],
      ["Line rate", "51 kHz"],
      ["Mount", "M42"],
    ],
    [
      "The S-120 looks at one line and forgets nothing. It is used where material runs: in paper mills, in printing works and above conveyor belts.",
      "A second row of pixels takes over when the first is blinded by a splice.",
    ],
  ),
  device(
    "s-240",
    "S-240 line camera",
    "Cameras",
    "€3,480",
    "5 weeks",
    "Twice the pixels for glass and film.",
    [
      ["Resolution", "8,192 pixels"],
      ["Line rate", "48 kHz"],
      ["Mount", "M58"],
    ],
    ["Scratches of nine micrometres are seen on float glass at full speed. Two heads share one cable and one clock."],
  ),
  device(
    "a-20",
    "A-20 area camera",
    "Cameras",
    "€690",
    "From stock",
    "A small eye for robots' hands.",
    [
      ["Resolution", "20 megapixels"],
      ["Frame rate", "31 fps"],
      ["Mount", "C"],
    ],
    ["At 41 grams the A-20 rides on the gripper. It wakes in forty milliseconds and sleeps between parts."],
  ),
  device(
    "ring-90",
    "Ring 90 light",
    "Lights",
    "€310",
    "From stock",
    "Light without shadows for round parts.",
    [
      ["Wavelength", "525 nm"],
      ["Diameter", "90 mm"],
      ["Flicker", "None"],
    ],
    ["Four quarters can be switched one by one, so that a dent throws a shadow and a stain does not."],
  ),
  device(
    "bar-600",
    "Bar 600 light",
    "Lights",
    "€820",
    "2 weeks",
    "Six hundred millimetres of even light.",
    [
      ["Wavelength", "White"],
      ["Length", "600 mm"],
      ["Cooling", "Passive"],
    ],
    [
      "The bar is glued, not screwed, and may be washed with a hose. Its brightness is measured inside and kept for ten years.",
    ],
  ),
  device(
    "flow-4",
    "Flow 4 software",
    "Software",
    "€2,200",
    "By download",
    "Build an inspection by drawing it.",
    [
      ["Licence", "Per line"],
      ["Updates", "24 months"],
      ["Systems", "Linux and Windows"],
    ],
    [
      "Flow has 140 blocks from threshold to neural network. What was drawn is kept as text and can be compared with last week's.",
    ],
  ),
  device(
    "teach-box",
    "Teach box",
    "Software",
    "€1,150",
    "1 week",
    "Learns good parts at the line.",
    [
      ["Samples", "From 12 parts"],
      ["Memory", "64 GB"],
      ["Screen", "10 inch"],
    ],
    ["An operator shows twelve good parts and the box asks about the doubtful ones. Nothing leaves the plant."],
  ),
];

const arrival = device(
  "s-360",
  "S-360 line camera",
  "Cameras",
  "€5,900",
  "9 weeks",
  "Twelve thousand pixels for batteries.",
  [
    ["Resolution", "12,288 pixels"],
    ["Line rate", "80 kHz"],
    ["Mount", "M72"],
  ],
  ["Foils of battery cells are inspected on both sides in one pass. Deliveries begin in February."],
);

/** One price rises, one device leaves and one arrives on the first day; on the second the server forgets a price. */
export function devicesOf(day: SiteDay): Device[] {
  const devices = opening.map((one) => ({ ...one }));
  if (day === 0) return devices;
  const kept = devices.filter(({ slug }) => slug !== "teach-box");
  for (const one of kept) {
    if (one.slug === "s-240") one.price = "€3,690";
    if (one.slug === "bar-600" && day === 2) one.price = "";
  }
  return [...kept, { ...arrival }];
}

export const carePlans = (day: SiteDay) => [
  { name: "Basic care", price: "€90 a month", items: ["Updates", "Answers within 2 days"] },
  {
    name: "Line care",
    price: "€340 a month",
    items: ["Updates", day === 0 ? "Answers within 4 hours" : "Answers within 8 hours", "Spare camera on site"],
  },
];

export const people = [
  ["Mirja Kallio", "Managing director"],
  ["Teun Abbink", "Head of optics"],
  ["Rosa Delmonte", "Head of sales"],
] as const;
