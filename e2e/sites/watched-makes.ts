import { boardAnswer } from "./jobs/board-answer";
import { careers } from "./jobs/careers";
import { embeddedBoard } from "./jobs/embedded-board";
import { hostedBoard } from "./jobs/hosted-board";
import { loadMore } from "./jobs/load-more";
import { postingData } from "./jobs/posting-data";
import { queryBoard } from "./jobs/query-board";
import { scriptedCareers } from "./jobs/scripted-careers";
import { shipyardBoard } from "./jobs/shipyard-board";
import { newestMakes } from "./newest-makes";
import { atomNews } from "./news/atom-news";
import { rssNews, rssSite } from "./news/rss-news";
import { bilingualOffice } from "./vendors/bilingual-office";
import { catalogue } from "./vendors/catalogue";
import { comparison } from "./vendors/comparison";
import { corporate } from "./vendors/corporate";
import { datasheets } from "./vendors/datasheets";
import { docusaurus } from "./vendors/docusaurus";
import { elementor } from "./vendors/elementor";
import { helpCenter } from "./vendors/help-center";
import { inboundSuite } from "./vendors/inbound-suite";
import { manual } from "./vendors/manual";
import { newsroom } from "./vendors/newsroom";
import { press } from "./vendors/press";
import { pumpMaker } from "./vendors/pump-maker";
import { scriptShop } from "./vendors/script-shop";
import { seatCalculator } from "./vendors/seat-calculator";
import { statusPage } from "./vendors/status-page";
import { storefront } from "./vendors/storefront";
import { tableLayout } from "./vendors/table-layout";
import { tailwind } from "./vendors/tailwind";
import { tierSwitch } from "./vendors/tier-switch";
import { trustCentre } from "./vendors/trust-centre";
import { variantShop } from "./vendors/variant-shop";
import { visualBuilder } from "./vendors/visual-builder";
import type { SiteMake } from "./vendors/watched-site";

/**
 * Vendors, job boards and a feed of different makes, each with its truth for a first reading and three days after it. From `comparison`
 * on they are the second, blind set: written by somebody who had not seen how pages are read, and not changed since to be read more easily.
 * From `tierSwitch` on they are the third, written in the same manner after the markup of real sites, from `visualBuilder` on the fourth, from `seatCalculator` on the fifth; the sixth and the seventh have a list of their own.
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
  tierSwitch,
  elementor,
  storefront,
  datasheets,
  docusaurus,
  tableLayout,
  hostedBoard,
  scriptedCareers,
  rssNews,
  rssSite,
  visualBuilder,
  helpCenter,
  statusPage,
  bilingualOffice,
  seatCalculator,
  trustCentre,
  inboundSuite,
  shipyardBoard,
  queryBoard,
  ...newestMakes,
} satisfies Record<string, SiteMake>;
export type WatchedMake = keyof typeof watchedMakes;
