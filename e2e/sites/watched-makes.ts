import { boardAnswer } from "./jobs/board-answer";
import { careers } from "./jobs/careers";
import { loadMore } from "./jobs/load-more";
import { postingData } from "./jobs/posting-data";
import { atomNews } from "./news/atom-news";
import { catalogue } from "./vendors/catalogue";
import { corporate } from "./vendors/corporate";
import { manual } from "./vendors/manual";
import { press } from "./vendors/press";
import { scriptShop } from "./vendors/script-shop";
import { tailwind } from "./vendors/tailwind";
import type { SiteMake } from "./vendors/watched-site";

/** Vendors, job boards and a feed of different makes, each with its truth for a first reading and three days after it. */
export const watchedMakes = {
  tailwind,
  press,
  scriptShop,
  manual,
  catalogue,
  corporate,
  careers,
  loadMore,
  postingData,
  boardAnswer,
  atomNews,
} satisfies Record<string, SiteMake>;
export type WatchedMake = keyof typeof watchedMakes;
