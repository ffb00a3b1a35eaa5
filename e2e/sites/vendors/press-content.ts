import type { SiteDay } from "./watched-site";

export interface Post {
  slug: string;
  title: string;
  date: string;
  kind: "post" | "release";
  category: string;
  text: string;
  from: SiteDay;
}

const post = (
  kind: Post["kind"],
  date: string,
  slug: string,
  title: string,
  category: string,
  text: string,
  from: SiteDay = 0,
): Post => ({ kind, date, slug, title, category, text, from });

/** What a maker of weighing equipment publishes. */
export const allPosts: Post[] = [
  post(
    "post",
    "2026-11-19",
    "why-scales-drift",
    "Why scales drift, and what to do about it",
    "Service",
    "A scale drifts because something under it moves: the floor, the temperature or the person who put it there. Place it, wait for a night, and weigh the same block three mornings in a row. If the third reading differs from the first by more than two divisions, call us before you adjust anything.",
  ),
  post(
    "post",
    "2026-11-05",
    "weighing-in-the-cold",
    "Weighing in the cold store",
    "Practice",
    "Load cells are specified down to minus ten degrees. Below that the cable stiffens first. We describe how a fish hall in the north keeps eleven platforms honest at minus twenty-two, with heated junction boxes and a rule about who opens doors.",
  ),
  post(
    "post",
    "2026-10-21",
    "what-a-verification-costs",
    "What a verification costs, honestly",
    "Service",
    "Between the visit, the weights and the paper there are four prices that people confuse. We list them with the time each takes, and say which of them you can do yourself without losing the seal.",
  ),
  post(
    "post",
    "2026-10-02",
    "choosing-a-truck-scale",
    "Choosing a truck scale for a small yard",
    "Buying",
    "A yard with thirty lorries a day does not need eighteen metres. It needs drainage. We went through five sites with their owners and noted what they would do differently; drains came first in four.",
  ),
  post(
    "post",
    "2026-09-14",
    "labels-that-survive",
    "Labels that survive a dishwasher",
    "Practice",
    "We put nine materials through two hundred cycles in the canteen of our plant. Two could be read afterwards. The winner is not the dearest, and the loser is the one that most kitchens use.",
  ),
  post(
    "post",
    "2026-08-27",
    "from-paper-to-protocol",
    "From paper slip to protocol",
    "Practice",
    "The slip that falls out of the printer is where most weighing data ends. Three bakeries told us what they did with it before and after they connected the scale, and how long it took until nobody printed any more.",
  ),
  post(
    "post",
    "2026-08-03",
    "two-hundred-grams",
    "The two hundred grams that nobody missed",
    "Practice",
    "A spice blender lost two hundred grams in every batch for six years. It was the paddle. The story of a search with four scales, one torch and a patient accountant.",
  ),
  post(
    "post",
    "2026-07-11",
    "reading-a-data-plate",
    "How to read a data plate",
    "Buying",
    "Max, Min, e and d: four letters decide whether you may sell by this scale. A short guide with the photographs of six plates, two of which are wrong.",
  ),
  post(
    "release",
    "2026-11-12",
    "opens-service-hub-in-turin",
    "Harrow and Pell opens a service hub in Turin",
    "Company",
    "Harrow and Pell, maker of industrial scales, has opened a service hub in Turin. Twelve technicians will look after 1,400 installations in the north of Italy. The hub stocks load cells and indicators of all current series.",
  ),
  post(
    "release",
    "2026-10-15",
    "wins-contract-with-ferry-line",
    "Ferry line chooses Harrow and Pell",
    "Contracts",
    "The ferry line Skagen Link has ordered 26 axle weighing platforms from Harrow and Pell. They will be installed at four quays until May. The order includes ten years of verification.",
  ),
  post(
    "release",
    "2026-09-03",
    "half-year-figures",
    "Figures of the first half year",
    "Company",
    "Revenue of the first six months rose by four percent to 48.2 million euros. Orders in food processing grew most. The company employs 412 people.",
  ),
  post(
    "release",
    "2026-06-18",
    "new-indicator-series",
    "A new series of indicators",
    "Products",
    "The indicator series N7 replaces N5 after eleven years. It keeps the cut-out of its predecessor, so that panels need not be changed, and speaks three field protocols.",
  ),
  post(
    "post",
    "2026-11-26",
    "dust-and-the-law",
    "Dust, explosions and the law",
    "Buying",
    "Flour burns, and a scale in a mill is an electrical device in a dangerous place. We explain zones and markings by the example of a mill that passed its inspection at the second attempt.",
    1,
  ),
  post(
    "release",
    "2026-11-27",
    "acquires-brakel-instruments",
    "Harrow and Pell acquires Brakel Instruments",
    "Company",
    "Harrow and Pell takes over Brakel Instruments, a maker of laboratory balances with 38 employees. Both brands remain. The price was not disclosed.",
    1,
  ),
];

export const products = [
  {
    slug: "n7-indicator",
    title: "N7 indicator",
    facts: { Display: "7 inch, 1,000 nits", Protection: "IP69K", Interfaces: "Modbus TCP, PROFINET, OPC UA" },
    text: "The N7 shows a weight from twelve metres away and survives the hose that cleans the floor.",
  },
  {
    slug: "atlas-platform",
    title: "Atlas floor platform",
    facts: { Capacity: "600 kg, 1,500 kg or 3,000 kg", Size: "1,250 × 1,500 mm", Material: "Stainless steel 1.4404" },
    text: "A platform that is lowered into the floor and lifted by two people for cleaning.",
  },
  {
    slug: "bakers-bench",
    title: "Baker's bench scale",
    facts: { Capacity: "15 kg", Division: "5 g", "Battery life": "60 hours" },
    text: "Made for flour and for hands that have dough on them. There are no keys, only four areas.",
  },
  {
    slug: "yard-bridge",
    title: "Yard bridge",
    facts: { Length: "9 to 18 m", Capacity: "60 t", Foundation: "Prefabricated, 2 days" },
    text: "A truck scale for yards that have no time for concrete. It stands on its own frame.",
  },
  {
    slug: "axle-pads",
    title: "Axle pads",
    facts: { Capacity: "15 t per axle", Weight: "19 kg", Accuracy: "±0.5 %" },
    text: "Six pads in a case and a tablet: weighing where no scale is, for checks by police and ports.",
  },
] as const;

/** The battery claim is reworded on the first day and flaps afterwards between two templates' readings. */
export function factsOf(slug: string, day: SiteDay): Record<string, string> {
  const product = products.find((one) => one.slug === slug);
  const facts: Record<string, string> = { ...product?.facts };
  if (slug === "axle-pads" && day >= 1) facts.Accuracy = "±0.3 %";
  if (slug === "bakers-bench" && day % 2 === 1) facts["Battery life"] = "72 hours";
  if (slug === "yard-bridge" && day === 2) facts.Capacity = "";
  return facts;
}
