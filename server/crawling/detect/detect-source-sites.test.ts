import { existsSync, readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type PortalSite, startPortalSite } from "@/e2e/sites/portal/portal-site";
import { startPricesSite } from "@/e2e/sites/prices/prices-site";
import type { FetchedPage } from "../fetching";
import { detectSource } from "./detect-source";
import { answer, nowhere, site } from "./testing/answers";

const samples = "../shared/data";

describe("sites that we serve", () => {
  let portal: PortalSite;
  let prices: Awaited<ReturnType<typeof startPricesSite>>;
  beforeAll(async () => {
    [portal, prices] = await Promise.all([startPortalSite(), startPricesSite()]);
  });
  afterAll(async () => {
    await Promise.all([portal.close(), prices.close()]);
  });
  const get = async (url: string): Promise<FetchedPage> => {
    const response = await fetch(url);
    return answer(
      url,
      Buffer.from(await response.arrayBuffer()),
      response.headers.get("content-type") ?? undefined,
      response.status,
    );
  };

  test("a procurement portal, its feed and its sitemap", async () => {
    const found = await detectSource(await get(`${portal.origin}/`), get);
    expect(found.kind).toBe("portal");
    expect(found.preview.items[0]?.url).toContain("/tenders/");
    expect(found.alternatives.map(({ kind }) => kind)).toEqual(["feed", "site"]);
    expect((await detectSource(await get(`${portal.origin}/about`), get)).kind).toBe("site");
    expect((await detectSource(await get(`${portal.origin}/feed.rss`), get)).kind).toBe("feed");
  });

  test("a competitor's pricing page", async () => {
    const { kind, preview } = await detectSource(await get(`${prices.origin}/pricing`), get);
    expect(kind).toBe("pricing");
    expect(preview.items.slice(0, 2).map(({ title, price }) => `${title}: ${price}`)).toEqual([
      "Starter: £39",
      "Team: £189",
    ]);
    expect((await detectSource(await get(`${prices.origin}/about`), get)).kind).toBe("site");
  });
});

test.skipIf(!existsSync(samples))(
  `published answers of the services are told apart (skipped without ${samples})`,
  async () => {
    const kind = async (file: string) =>
      (await detectSource(answer(`${site}/x`, readFileSync(`${samples}/${file}`)), nowhere)).kind;
    expect(await kind("sam-gov/opportunities.json")).toBe("sam");
    expect(await kind("ocds-sample/ocds-213czf-000-00001.json")).toBe("ocds");
    expect(await kind("ocds-sample/record-ocds-213czf-000-00001.json")).toBe("ocds");
  },
);
