import { seededRandom } from "../ground/random";
import { type Reply, type Site, type SiteOptions, type SiteRequest, startSite } from "../ground/start-site";
import { type Sentinels, startSentinels } from "./sentinels";

export interface HostileSite extends Site<object> {
  address: string;
  sentinels: Sentinels;
  /** The pages that hold something to read. */
  pages: string[];
  records: { page: string; title: string; values: string[] }[];
}

interface HostilePlan extends Pick<HostileSite, "pages" | "records"> {
  /** Of what the site draws by lot. */
  seed: number;
  answer(request: SiteRequest, origins: string[], random: () => number): Reply;
}

/** Starts a site whose pages lure to other addresses, and beside it those addresses, which tell whether anybody came. */
export async function startAmongSentinels(
  { seed, answer, pages, records }: HostilePlan,
  options: SiteOptions,
): Promise<HostileSite> {
  const sentinels = await startSentinels();
  const random = seededRandom(seed);
  const site = await startSite<object>(
    options,
    (request) => answer(request, sentinels.origins, random),
    () => {},
  );
  return {
    ...site,
    address: `${site.origin}/`,
    sentinels,
    pages,
    records,
    close: async () => {
      await site.close();
      await sentinels.close();
    },
  };
}
