import type { SiteDay } from "./watched-site";

export const currencies = {
  GBP: { sign: "£", rate: 1, name: "United Kingdom" },
  EUR: { sign: "€", rate: 1.18, name: "Ireland" },
  USD: { sign: "$", rate: 1.31, name: "United States" },
} as const;
export type Currency = keyof typeof currencies;

/** Whole pounds stay as they are; other currencies are rounded up to 95 cents, as shops like to do. */
export function money(pence: number, currency: Currency): string {
  const { sign, rate } = currencies[currency];
  return `${sign}${(currency === "GBP" ? pence / 100 : Math.ceil((pence / 100) * rate) - 0.05).toFixed(2)}`;
}

export interface Variant {
  title: string;
  sku: string;
  pence: number;
  /** What it cost before a sale. */
  before?: number;
  isAvailable: boolean;
}

export interface Product {
  handle: string;
  title: string;
  collection: "grinders" | "kettles" | "spares";
  text: string;
  madeIn: string;
  variants: Variant[];
}

const variant = (title: string, sku: string, pence: number, isAvailable = true): Variant => ({
  title,
  sku,
  pence,
  isAvailable,
});
const product = (
  collection: Product["collection"],
  handle: string,
  title: string,
  madeIn: string,
  text: string,
  ...variants: Variant[]
): Product => ({ handle, title, collection, text, madeIn, variants });

const products: Product[] = [
  product(
    "grinders",
    "hand-grinder-no-2",
    "Hand Grinder No. 2",
    "Sheffield",
    "Thirty turns for one cup. The handle comes off and fits into the drum, so that it travels.",
    variant("Steel", "PW-G2-ST", 14900),
    variant("Brass", "PW-G2-BR", 17900),
  ),
  product(
    "grinders",
    "wall-grinder",
    "Wall Grinder",
    "Sheffield",
    "Four screws and it will be there when you are not.",
    variant("Enamel white", "PW-WG-WH", 12600),
    variant("Enamel green", "PW-WG-GR", 12600, false),
  ),
  product(
    "grinders",
    "bench-grinder-58",
    "Bench Grinder 58",
    "Eindhoven",
    "Flat burrs of 58 millimetres and a motor that can be talked over.",
    variant("220 V", "PW-B58-EU", 38500),
    variant("110 V", "PW-B58-US", 39900),
  ),
  product(
    "kettles",
    "narrow-kettle",
    "Narrow Kettle",
    "Stoke-on-Trent",
    "Pours as thin as a pencil line. For the hob; it does not whistle, it mutters.",
    variant("0.6 l", "PW-NK-06", 5800),
    variant("1.0 l", "PW-NK-10", 6600),
    variant("1.4 l", "PW-NK-14", 7400),
  ),
  product(
    "kettles",
    "travel-kettle",
    "Travel Kettle",
    "Tsubame",
    "Folds to the height of a paperback. Boils on gas, spirit and patience.",
    variant("Default Title", "PW-TK", 4400),
  ),
  product(
    "kettles",
    "electric-kettle-t",
    "Electric Kettle T",
    "Eindhoven",
    "Holds any temperature between 60 and 99 degrees for half an hour and forgets it afterwards.",
    variant("Black", "PW-EK-BK", 11900),
    variant("Sand", "PW-EK-SA", 11900),
  ),
  product(
    "spares",
    "burr-set-conical",
    "Burr Set, conical",
    "Sheffield",
    "For Hand Grinder No. 1 and No. 2. Change it after four hundred kilos, or a war.",
    variant("Default Title", "PW-S-BC", 3900),
  ),
  product(
    "spares",
    "burr-set-flat-58",
    "Burr Set, flat 58",
    "Sheffield",
    "For the Bench Grinder 58. Comes with shims and a sheet that explains them.",
    variant("Default Title", "PW-S-BF58", 6200),
  ),
  product(
    "spares",
    "kettle-lid-knob",
    "Kettle Lid Knob",
    "Stoke-on-Trent",
    "Walnut. The first thing that breaks and the last that anybody thinks of.",
    variant("Walnut", "PW-S-KN-W", 700),
    variant("Cork", "PW-S-KN-C", 600),
  ),
  product(
    "spares",
    "drawer-for-wall-grinder",
    "Drawer for the Wall Grinder",
    "Sheffield",
    "If yours has been lent to somebody and did not return.",
    variant("Default Title", "PW-S-DR", 1800),
  ),
];
const arrival = product(
  "kettles",
  "copper-kettle",
  "Copper Kettle",
  "Birmingham",
  "Heats in half the time and must be polished in the other half.",
  variant("0.9 l", "PW-CK-09", 13800),
);

export const raised = "hand-grinder-no-2";
export const reduced = "electric-kettle-t";
export const soldOut = "travel-kettle";
export const gone = "drawer-for-wall-grinder";
export const emptied = "bench-grinder-58";
export const flapping = "narrow-kettle";
export const dispatch = ["Ships within 1–2 days", "Ships within 3–5 days"] as const;

/** One gets dearer, one is on sale, one sold out (until the second day), one goes, and one is new on the first day. */
export function productsOf(day: SiteDay): Product[] {
  if (day === 0) return products;
  const moved = products
    .filter(({ handle }) => handle !== gone)
    .map((one) => {
      const each = (change: (each: Variant) => Variant) => ({ ...one, variants: one.variants.map(change) });
      if (one.handle === raised) return each((each) => ({ ...each, pence: each.pence + 1000 }));
      if (one.handle === reduced) return each((each) => ({ ...each, pence: 9500, before: each.pence }));
      if (one.handle === soldOut && day === 1) return each((each) => ({ ...each, isAvailable: false }));
      return one;
    });
  return [arrival, ...moved];
}

export const bars = [
  "Free returns for 60 days",
  "Every order is packed by one of four people",
  "We sharpen burrs for life",
  "Closed on 25 and 26 December",
] as const;

export const groups = ["grinders", "kettles", "spares"] as const;
export const pathOf = ({ handle }: Product) => `/products/${handle}`;
