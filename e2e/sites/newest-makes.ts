import { jobManager } from "./jobs/job-manager";
import { postedSearch } from "./jobs/posted-search";
import { requisitions } from "./jobs/requisitions";
import { membersBlog } from "./news/members-blog";
import { collections } from "./vendors/collections";
import { layeredStore } from "./vendors/layered-store";
import { positionedBuilder } from "./vendors/positioned-builder";
import { starlightDocs } from "./vendors/starlight-docs";
import { streamedPricing } from "./vendors/streamed-pricing";
import { versionedDocs } from "./vendors/versioned-docs";
import type { SiteMake } from "./vendors/watched-site";

/** The sixth set of vendors, boards and news, written blind like the second, from `starlightDocs` on the seventh and from `positionedBuilder` on the eighth. */
export const newestMakes = {
  versionedDocs,
  streamedPricing,
  membersBlog,
  requisitions,
  collections,
  postedSearch,
  starlightDocs,
  layeredStore,
  jobManager,
  positionedBuilder,
} satisfies Record<string, SiteMake>;
export type NewestMake = keyof typeof newestMakes;
