import { afterEach, expect, it } from "vitest";
import { newestMakes } from "./newest-makes";
import { type SiteDay, startWatchedSite, type WatchedSite } from "./vendors/watched-site";

let site: WatchedSite | null = null;
afterEach(() => site?.close());

const days: SiteDay[] = [0, 1, 2, 3];
const parts = ["/pages-sitemap.xml", "/blog-posts-sitemap.xml", "/event-pages-sitemap.xml"];
const read = async (path: string, init?: RequestInit) => {
  const reply = await fetch(site?.origin + path, init);
  expect([path, reply.status]).toEqual([path, 200]);
  return (await reply.text()).replaceAll("&amp;", "&");
};

it.each(["starlightDocs", "layeredStore", "positionedBuilder"] as const)(
  "%s leads from page to page to all it has",
  async (name) => {
    site = await startWatchedSite(newestMakes[name]);
    for (const day of days) {
      site.set({ day });
      const { pages } = site.truth(day);
      const seen = new Set<string>();
      for (const waiting = ["/"]; waiting.length > 0; ) {
        const path = waiting.pop() ?? "/";
        if (seen.has(path) || !pages.includes(path)) continue;
        seen.add(path);
        const body = await read(path);
        const hrefs = [...body.matchAll(/<a [^>]*?href="([^"#]*)"/g)].map(([, href = ""]) => href);
        waiting.push(...hrefs.map((href) => href.replace(site?.origin ?? "", "")));
      }
      expect([...seen].sort()).toEqual([...pages].sort());
      const maps = { starlightDocs: ["/sitemap-0.xml"], layeredStore: ["/sitemap.xml"], positionedBuilder: parts };
      const map = (await Promise.all(maps[name].map((path) => read(path)))).join("");
      for (const path of pages) if (!/\?|\/page\//.test(path)) expect(map).toContain(`${site.origin}${path}</loc>`);
    }
  },
);

it.each(["starlightDocs", "layeredStore", "jobManager", "positionedBuilder"] as const)(
  "%s is built anew on the last day",
  async (name) => {
    site = await startWatchedSite(newestMakes[name]);
    const classes = async (day: SiteDay) => {
      site?.set({ day });
      const body = await read(site?.truth(day).pages.at(-1) ?? "/");
      return new Set([...body.matchAll(/class="([^"]+)"/g)].flatMap(([, names = ""]) => names.split(" ")));
    };
    const [before, after] = [await classes(2), await classes(3)];
    expect([...after].filter((one) => !before.has(one)).length).toBeGreaterThan(4);
  },
);

it("layeredStore shows what is dropped on no list, and pulls over what stood behind it", async () => {
  site = await startWatchedSite(newestMakes.layeredStore);
  const first = async (day: SiteDay) => {
    site?.set({ day });
    return (await read("/loggers.html")).match(/product-item-link" href="[^"]+"/g)?.length;
  };
  expect([await first(1), await first(2)]).toEqual([6, 6]);
  expect(await read("/loggers.html")).toContain("/gateway-g1.html");
  expect(await read("/loggers.html?connection=213")).not.toContain('product-item-link" href="/river-node.html"');
});

it("jobManager gives its entries as markup within JSON, to a post and to a get, and none in its page", async () => {
  site = await startWatchedSite(newestMakes.jobManager);
  for (const day of days) {
    site.set({ day });
    const { records, pages } = site.truth(day);
    const shell = await read("/stellenmarkt/");
    for (const { title } of records) expect(shell).not.toContain(title);
    const found: string[] = [];
    for (let page = 1, last = 1; page <= last; page++) {
      const body = new URLSearchParams({ page: String(page), per_page: "6", search_keywords: "" });
      const posted = JSON.parse(await read("/jm-ajax/get_listings/", { method: "POST", body }));
      expect(JSON.parse(await read(`/jm-ajax/get_listings/?${body}`)).html).toBe(posted.html);
      last = posted.max_num_pages;
      found.push(...(posted.html.match(/\/stelle\/[a-z-]+\//g) ?? []));
    }
    expect(found.sort()).toEqual(pages.slice(1).sort());
    expect(found.length).toBe(records.length);
  }
  const script = await read(/src="([^"]+ajax-filters\.js[^"]*)"/.exec(await read("/stellenmarkt/"))?.[1] ?? "");
  expect(() => new Function(script)).not.toThrow();
  expect((await fetch(`${site.origin}/stelle/physiotherapeut/`)).status).toBe(404);
  expect(await read("/stelle/bibliothekar-fahrbuecherei/")).toContain("Diese Stellenanzeige ist abgelaufen.");
});
