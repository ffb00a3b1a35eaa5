import { seededRandom } from "../ground/random";
import { type Reply, type Site, type SiteOptions, type SiteRequest, startSite } from "../ground/start-site";
import { aboutPage, changelogPage, contactPage, homePage, pricingPage } from "./pages";
import { type Currency, currencies, openingPrices, type PlanName, type Prices } from "./plans";

export interface PricesChange {
  now?: string;
  /** New monthly prices, by plan and currency. */
  prices?: Partial<Record<PlanName, Partial<Record<Currency, number>>>>;
  /** Published on the changelog, newest first. */
  announce?: string;
  /** Without it, two requests for a page answer byte for byte the same. */
  isNoisy?: boolean;
}

/** What differs from one request to the next though nothing has changed. */
export interface Noise {
  visitor: number;
  sessionId: string;
  nonce: string;
  testimonial: number;
  /** A/B test: which order the two buttons stand in. */
  variant: "a" | "b";
}

const quiet: Noise = { visitor: 18_204, sessionId: "0", nonce: "0", testimonial: 0, variant: "a" };

/**
 * A competitor that sells bid software: plans as cards in three currencies, and on each request other testimonials, a visitor
 * counter, session ids in its links, a cookie banner and a stamp of the time. `set` changes a price.
 */
export async function startPricesSite(options: SiteOptions = {}): Promise<Site<PricesChange>> {
  let now = options.now ?? new Date();
  let isNoisy = true;
  let served = 0;
  const prices: Prices = structuredClone(openingPrices);
  const news: { at: Date; text: string }[] = [];

  const set = (change: PricesChange) => {
    if (change.now) now = new Date(change.now);
    if (change.isNoisy !== undefined) isNoisy = change.isNoisy;
    if (change.announce) news.unshift({ at: now, text: change.announce });
    for (const [plan, amounts] of Object.entries(change.prices ?? {})) Object.assign(prices[plan as PlanName], amounts);
  };
  const answer = (request: SiteRequest): Reply => {
    served += 1;
    const noise = isNoisy ? makeNoise(served) : quiet;
    const shownAt = isNoisy ? new Date(now.getTime() + served * 1_000) : now;
    const headers = { "set-cookie": `sid=${noise.sessionId}; Path=/; HttpOnly`, "cache-control": "no-cache" };
    const wanted = request.query.get("currency")?.toUpperCase();
    const currency = currencies.find((one) => one === wanted) ?? "GBP";
    switch (request.path) {
      case "/":
        return { body: homePage(prices, noise, shownAt), headers };
      case "/pricing":
        return { body: pricingPage(prices, currency, noise, shownAt), headers };
      case "/changelog":
        return { body: changelogPage(news, now, noise, shownAt), headers };
      case "/about":
        return { body: aboutPage(noise, shownAt), headers };
      case "/signup":
      case "/demo":
        return { body: contactPage(request.path, noise, shownAt), headers };
      case "/robots.txt":
        return { body: "User-agent: *\nAllow: /\n", headers: { "content-type": "text/plain" } };
      default:
        return { status: 404, body: "Not found" };
    }
  };
  return startSite<PricesChange>(options, answer, set);
}

function makeNoise(served: number): Noise {
  const random = seededRandom(served);
  const hex = () => Math.floor(random() * 0xffff_ffff).toString(16);
  return {
    visitor: 18_204 + served,
    sessionId: hex() + hex(),
    nonce: hex() + hex(),
    testimonial: served,
    variant: random() < 0.5 ? "a" : "b",
  };
}
