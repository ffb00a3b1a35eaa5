import type { SiteDay } from "./watched-site";

export interface Good {
  key: string;
  sku: string;
  name: string;
  aisle: "loggers" | "probes";
  price: string;
  /** Struck, beside a lower one. */
  formerly?: string;
  isInStock: boolean;
  link: "LoRa" | "LTE-M" | "Bluetooth" | "Cable";
  words: string;
  facts: [label: string, value: string][];
}

/** Key, SKU, name, aisle, price, link, words, facts. */
const lines = `
lx-2-field-logger | FL-1002 | LX-2 Field Logger | loggers | €189.00 | LoRa | Two inputs, a cell that lasts and a case that a cow may stand upon. | Inputs: 2; Battery life: 5 years; Protection: IP67
lx-4-field-logger | FL-1004 | LX-4 Field Logger | loggers | €245.00 | LoRa | Four inputs for a row of depths. | Inputs: 4; Battery life: 4 years; Protection: IP67
lx-8-station | FL-1008 | LX-8 Station | loggers | €520.00 | LTE-M | Eight inputs and its own way to the net. | Inputs: 8; Battery life: solar; Protection: IP66
river-node | FL-1101 | River Node | loggers | €410.00 | LTE-M | Listens to a level sensor and calls when it must. | Inputs: 1; Battery life: 3 years; Protection: IP68
shed-node | FL-1102 | Shed Node | loggers | €79.00 | Bluetooth | For barns and stores, read by telephone. | Inputs: 1; Battery life: 2 years; Protection: IP54
cellar-node | FL-1103 | Cellar Node | loggers | €84.00 | Bluetooth | Knows temperature and damp, keeps a year of them. | Inputs: 0; Battery life: 2 years; Protection: IP54
gateway-g1 | FL-1201 | Gateway G1 | loggers | €359.00 | LTE-M | Hears a hundred loggers within eight kilometres. | Inputs: 0; Battery life: mains; Protection: IP66
gateway-g1-solar | FL-1202 | Gateway G1 Solar | loggers | €498.00 | LTE-M | The same with a panel and a battery for nine dark days. | Inputs: 0; Battery life: solar; Protection: IP66
canopy-node | FL-1105 | Canopy Node | loggers | €132.00 | LoRa | Hangs in a tree and measures wet leaves. | Inputs: 2; Battery life: 4 years; Protection: IP65
probe-p-30 | PR-2030 | Probe P-30 | probes | €92.00 | Cable | Soil moisture at one depth. | Depths: 1; Accuracy: 2 percent; Cable: 5 m
probe-p-60 | PR-2060 | Probe P-60 | probes | €148.00 | Cable | Soil moisture at three depths. | Depths: 3; Accuracy: 2 percent; Cable: 5 m
probe-p-90 | PR-2090 | Probe P-90 | probes | €289.00 | Cable | Soil moisture at six depths, down to 90 centimetres. | Depths: 6; Accuracy: 1.5 percent; Cable: 10 m
rain-gauge | PR-2201 | Rain Gauge R1 | probes | €118.00 | Cable | A bucket that tips at each fifth of a millimetre. | Step: 0.2 mm; Accuracy: 3 percent; Cable: 10 m
leaf-sensor | PR-2301 | Leaf Wetness Sensor | probes | €104.00 | Cable | Looks like a leaf and dries like one. | Area: 50 cm²; Accuracy: 5 percent; Cable: 3 m
`
  .trim()
  .split("\n")
  .map((line) => line.split(" | "));

export const added = "canopy-node";
export const dropped = "cellar-node";
export const reduced = { key: "probe-p-90", price: "€249.00" };
export const raised = { key: "lx-2-field-logger", price: "€198.00" };
export const soldOut = "river-node";
export const aged = { key: "lx-4-field-logger", was: "4 years", is: "3 years" };
/** A template of the second day has lost its price. */
export const emptiedKey = "probe-p-60";
export const swinging = { key: "rain-gauge", words: ["Leaves us in 2 days", "Leaves us in 4 days"] as const };

export const goodsOf = (day: SiteDay): Good[] =>
  lines
    .filter(([key]) => (key !== added || day >= 1) && (key !== dropped || day < 2))
    .map(([key = "", sku = "", name = "", aisle = "", price = "", link = "", words = "", facts = ""]) => ({
      key,
      sku,
      name,
      aisle: aisle as Good["aisle"],
      price: key === raised.key && day >= 1 ? raised.price : key === reduced.key && day >= 1 ? reduced.price : price,
      ...(key === reduced.key && day >= 1 ? { formerly: price } : {}),
      isInStock: !(key === soldOut && day >= 2),
      link: link as Good["link"],
      words,
      facts: facts.split("; ").map((fact): [string, string] => {
        const [label = "", value = ""] = fact.split(": ");
        return [label, key === aged.key && label === "Battery life" && day >= 1 ? aged.is : value];
      }),
    }));

/** What the data of a logger costs; one line leaves the middle plan on the second day. */
export const dataPlansOf = (day: SiteDay): { name: string; price: string; lines: string[] }[] => [
  { name: "Notebook", price: "€0.00", lines: ["One reading an hour", "30 days kept"] },
  {
    name: "Field",
    price: day === 0 ? "€4.90 per logger and month" : "€5.40 per logger and month",
    lines: [
      "Four readings an hour",
      "Three years kept",
      ...(day < 2 ? ["Export by mail every night"] : []),
      "Alarms by text message",
    ],
  },
  {
    name: "Estate",
    price: "€8.50 per logger and month",
    lines: ["A reading each minute", "Ten years kept", "Nightly export and an interface", "Alarms by voice call"],
  },
];

export interface Story {
  slug: string;
  title: string;
  date: string;
  words: string;
}

export const storiesOf = (day: SiteDay): Story[] => [
  ...(day >= 1
    ? [
        {
          slug: "canopy-node",
          title: "Canopy Node listens to leaves",
          date: "25 November 2026",
          words: "Scab begins on wet leaves. The new node counts the hours for you.",
        },
      ]
    : []),
  {
    slug: "harvest-notes",
    title: "Harvest notes of forty vineyards",
    date: "12 November 2026",
    words: `Our customers watered ${day < 2 ? "18 percent less" : "16 percent less"} than in the year before, with a like yield.`,
  },
  {
    slug: "winter-storage",
    title: "How to store probes in winter",
    date: "29 October 2026",
    words: "Dry, dark and with the cap on. Not in the freezer, as one of you has asked.",
  },
  {
    slug: "firmware-7",
    title: "Firmware 7 for all LX loggers",
    date: "8 October 2026",
    words: "Readings survive a change of the battery. The update comes over the air within a week.",
  },
];

export const manualsOf = (day: SiteDay): [name: string, revision: string][] => [
  ["LX-2 and LX-4 handbook", day < 2 ? "Revision C, March 2026" : "Revision D, November 2026"],
  ["LX-8 Station handbook", "Revision B, May 2026"],
  ["Gateway G1 handbook", "Revision F, January 2026"],
  ["Installing probes", "Revision A, June 2025"],
];

export const freeFrom = (day: SiteDay) => (day < 2 ? "€150" : "€250");
