import { boardAnswer } from "./jobs/board-answer";
import { careers } from "./jobs/careers";
import { embeddedBoard } from "./jobs/embedded-board";
import { loadMore } from "./jobs/load-more";
import { postingData } from "./jobs/posting-data";
import { atomNews } from "./news/atom-news";
import { catalogue } from "./vendors/catalogue";
import { comparison } from "./vendors/comparison";
import { corporate } from "./vendors/corporate";
import { manual } from "./vendors/manual";
import { newsroom } from "./vendors/newsroom";
import { press } from "./vendors/press";
import { pumpMaker } from "./vendors/pump-maker";
import { scriptShop } from "./vendors/script-shop";
import { tailwind } from "./vendors/tailwind";
import { variantShop } from "./vendors/variant-shop";
import type { SiteMake } from "./vendors/watched-site";

/**
 * Vendors, job boards and a feed of different makes, each with its truth for a first reading and three days after it. From `comparison`
 * on they are the second, blind set: written by somebody who had not seen how pages are read, and not changed since to be read more easily.
 */
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
  comparison,
  variantShop,
  newsroom,
  pumpMaker,
  embeddedBoard,
} satisfies Record<string, SiteMake>;
export type WatchedMake = keyof typeof watchedMakes;
