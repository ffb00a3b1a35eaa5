import { seededRandom } from "../ground/random";
import type { SiteDay } from "./watched-site";

export interface Article {
  sku: string;
  slug: string;
  name: string;
  group: string;
  price: number;
  was: number | null;
  stock: number;
  rating: string;
  variants: string[];
  text: string;
}

const groups = {
  gloves: ["Nitrile gloves", "Cut resistant gloves", "Welding gauntlets", "Winter gloves", "Cotton liners"],
  helmets: ["Site helmet", "Climbing helmet", "Bump cap", "Forestry helmet set", "Helmet with visor"],
  footwear: ["Safety shoe low", "Safety boot high", "Rubber boot", "Kitchen clog", "Foundry boot"],
  marking: ["Floor tape", "Barrier chain", "Warning cone", "Sign: no entry", "Spray chalk"],
} as const;
export type Group = keyof typeof groups;
export const groupNames = Object.keys(groups) as Group[];

const materials = ["Grip", "Pro", "Light", "Classic"];
const sentences = [
  "Tested by an institute that is not ours and worn by people who were not asked nicely.",
  "Comes in a bag that can be closed again, with the declaration of conformity inside.",
  "Spare parts are kept for eight years after the last one was sold.",
  "Customers send fewer than one in three hundred back.",
];

/** Forty articles; the same at every start. */
const opening: Article[] = groupNames.flatMap((group, at) =>
  groups[group].flatMap((kind, index) =>
    [0, 1].map((turn) => {
      const random = seededRandom(at * 100 + index * 10 + turn);
      const name = `${kind} ${materials[(index + turn * 2) % 4]} ${100 + at * 20 + index * 2 + turn}`;
      const price = Math.round((4 + random() * 150) * 20) / 20;
      const isReduced = random() < 0.3;
      return {
        sku: `${group.slice(0, 2).toUpperCase()}-${1000 + at * 111 + index * 17 + turn * 7}`,
        slug: name.toLowerCase().replace(/[^a-z0-9]+/g, "-"),
        name,
        group,
        price,
        was: isReduced ? Math.round(price * 1.25 * 20) / 20 : null,
        stock: Math.floor(random() * 400),
        rating: `${(3.6 + random() * 1.3).toFixed(1)} out of 5`,
        variants:
          group === "marking" ? ["Single", "Pack of 10"] : ["S", "M", "L", "XL"].slice(Math.floor(random() * 2)),
        text: `${sentences[(index + at + turn) % 4]} ${sentences[(index + at + turn + 1) % 4]}`,
      };
    }),
  ),
);

export const raisedSku = "HE-1128";
export const reducedSku = "FO-1256";
export const goneSku = "MA-1384";
export const emptiedSku = "GL-1034";

/** A price rises, one is reduced, one article goes and one comes; on the second day one has lost its price. */
export function articlesOf(day: SiteDay): Article[] {
  const articles = opening.map((one) => ({ ...one }));
  if (day === 0) return articles;
  for (const one of articles) {
    if (one.sku === raisedSku) one.price += 6.5;
    if (one.sku === reducedSku) Object.assign(one, { was: one.price, price: Math.round(one.price * 0.8 * 20) / 20 });
  }
  return [
    ...articles.filter(({ sku }) => sku !== goneSku),
    {
      sku: "MA-1999",
      slug: "rolling-barrier-orange",
      name: "Rolling barrier orange",
      group: "marking",
      price: 219,
      was: null,
      stock: 12,
      rating: "5.0 out of 5",
      variants: ["Single"],
      text: "Three metres of barrier on wheels that two people fold in ten seconds. Delivered with a lock and stickers in four languages.",
    },
  ];
}

export const priceOf = (amount: number) => `$${amount.toFixed(2)}`;
