import type { SiteDay } from "./watched-site";

export interface Ware {
  slug: string;
  name: string;
  group: string;
  stock: string;
  text: string;
  /** What can be chosen, with its number and price in pence. */
  variants: { size: string; sku: string; pence: number }[];
}

const ware = (
  slug: string,
  name: string,
  group: string,
  text: string,
  sizes: Record<string, number>,
  stock = "In stock",
): Ware => ({
  slug,
  name,
  group,
  stock,
  text,
  variants: Object.entries(sizes).map(([size, pence], index) => ({
    size,
    pence,
    sku: `${slug
      .replace(/[^a-z]/g, "")
      .slice(0, 4)
      .toUpperCase()}-${210 + index * 10 + slug.length}`,
  })),
});

const opening: Ware[] = [
  ware("marsh-green", "Marsh green", "paint", "A grey green that looks wet in the morning and dry by noon.", {
    "0.75 litre": 1890,
    "2.5 litres": 4650,
    "5 litres": 7900,
  }),
  ware("chalk-nine", "Chalk nine", "paint", "White with a spoon of ochre in it, for walls that see little sun.", {
    "0.75 litre": 1790,
    "2.5 litres": 4450,
    "5 litres": 7650,
  }),
  ware("foundry-red", "Foundry red", "paint", "Iron oxide in linseed oil. Two coats, a week apart.", {
    "1 litre": 2990,
    "3 litres": 8150,
  }),
  ware("linseed-primer", "Linseed primer", "primer", "Drinks itself into old wood and stays there.", {
    "1 litre": 2240,
    "5 litres": 9480,
  }),
  ware("lime-wash", "Lime wash", "primer", "Slaked for two years in Devon, thinned by you.", {
    "5 kg": 1650,
    "15 kg": 3990,
  }),
  ware("stain-block", "Stain block", "primer", "Holds back smoke, water marks and the previous tenant.", {
    "0.5 litre": 1475,
    "1 litre": 2560,
  }),
  ware("oval-brush", "Oval brush", "tools", "Hog bristle on beech. Gets better for three years.", {
    "20 mm": 1120,
    "30 mm": 1380,
    "45 mm": 1790,
  }),
  ware("wall-brush", "Wall brush", "tools", "A wide brush for lime and distemper.", { "120 mm": 2680, "150 mm": 3140 }),
  ware("strainer-bags", "Strainer bags", "tools", "For paint that has stood over the winter.", {
    "Pack of 5": 640,
    "Pack of 25": 2490,
  }),
];

const arrival = ware("harbour-blue", "Harbour blue", "paint", "Mixed after the doors of a fish market.", {
  "0.75 litre": 1990,
  "2.5 litres": 4890,
});

/** On the first day one gets dearer, a variant of another, too, one is sold out, one goes and one comes; on the second a price is lost. */
export function waresOf(day: SiteDay): Ware[] {
  if (day === 0) return opening;
  const kept = opening
    .filter(({ slug }) => slug !== "strainer-bags")
    .map((one): Ware => {
      const priced = (changed: Record<string, number>) =>
        one.variants.map((variant) => ({ ...variant, pence: changed[variant.size] ?? variant.pence }));
      if (one.slug === "foundry-red") return { ...one, variants: priced({ "1 litre": 3190 }) };
      if (one.slug === "lime-wash") return { ...one, variants: priced({ "15 kg": 4375 }) };
      if (one.slug === "wall-brush") return { ...one, stock: "Sold out until spring" };
      return one;
    });
  return [...kept, arrival];
}

export const pounds = (pence: number) => `£${(pence / 100).toFixed(2)}`;
export const emptiedSlug = "stain-block";
