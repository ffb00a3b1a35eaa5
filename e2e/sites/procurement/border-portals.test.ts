import { afterEach, expect, it } from "vitest";
import { borderLookalikes, borderTenders } from "./border-days";
import { firstReading } from "./portal-days";
import { type ProcurementSite, type ProcurementSkin, procurementSkins, startProcurementSite } from "./procurement-site";

const open: ProcurementSite[] = [];
afterEach(() => Promise.all(open.splice(0).map((site) => site.close())));

async function start(name: ProcurementSkin, isRedesigned: boolean): Promise<ProcurementSite> {
  const site = await startProcurementSite(name, { now: firstReading });
  open.push(site);
  site.set({ isRedesigned });
  return site;
}
async function read(url: string, init?: RequestInit): Promise<string> {
  const reply = await fetch(url, init);
  expect([url, reply.status]).toEqual([url, 200]);
  return (await reply.text()).replaceAll("&amp;", "&");
}
const pathsOf = (name: ProcurementSkin, { register }: ProcurementSite) =>
  register.all().map(procurementSkins[name].detailPath).sort();
const unique = (found: string[]) => [...new Set(found)].sort();

it.each([false, true])("auental turns its pages by signed words, redesigned: %s", async (isRedesigned) => {
  const site = await start("auental", isRedesigned);
  const first = await read(site.listingUrl);
  const turns = unique(first.match(/\/wirtschaft\/ausschreibungen\?tx_kavergabe_list%5BcurrentPage[^"]+/g) ?? []);
  expect(turns.length).toBe(2);
  const pages = [first, ...(await Promise.all(turns.map((path) => read(site.origin + path))))];
  const rows = pages.flatMap((page) => page.split("<aside")[0]?.match(/\/wirtschaft\/[^"]+Bnotice[^"]+/g) ?? []);
  expect(unique(rows)).toEqual(pathsOf("auental", site));
  const forged = procurementSkins.auental.detailPath(site.register.all()[0] as never).replace(/cHash=./, "cHash=x");
  expect((await fetch(site.origin + forged)).status).toBe(404);
  const notice = site.register.all().find(({ paperNeeds }) => paperNeeds);
  const own = await read(site.origin + procurementSkins.auental.detailPath(notice as never));
  expect(own).toContain("Bekanntmachung veröffentlicht");
  expect(own).not.toContain(notice?.paperNeeds?.[0]);
  for (const [, path] of own.matchAll(/href="(\/fileadmin\/[^"]+)"/g)) await read(site.origin + path);
});

it("northmere tells the fetching script of all nodes, and the page of none", async () => {
  const site = await start("northmere", false);
  const shell = await read(site.listingUrl);
  expect(shell).not.toContain("/opportunity/");
  const found = JSON.parse(await read(site.origin + (/data-endpoint="([^"]+)"/.exec(shell)?.[1] ?? "")));
  const rows = found.data.map(({ attributes }: { attributes: { path: { alias: string } } }) => attributes.path.alias);
  expect(unique(rows)).toEqual(pathsOf("northmere", site));
  expect(rows.length).toBe(site.register.all().length);
  const script = site.origin + (/src="([^"]+finder\.js[^"]*)"/.exec(shell)?.[1] ?? "");
  const drawn = await read(script);
  expect(() => new Function(drawn)).not.toThrow();
  site.set({ isRedesigned: true });
  expect(await read(script)).not.toBe(drawn);
});

it.each([false, true])("craigmoor scrolls on from frame to frame, redesigned: %s", async (isRedesigned) => {
  const site = await start("craigmoor", isRedesigned);
  const pages = [(await read(site.listingUrl)).split("</main>")[0] ?? ""];
  for (let next: string | undefined; ; ) {
    const [, id = "", path] = /<turbo-frame id="(notices_page_\d+)" src="([^"]+)"/.exec(pages.at(-1) ?? "") ?? [];
    if (!path || path === next) break;
    next = path;
    pages.push(await read(site.origin + path, { headers: { "turbo-frame": id } }));
    expect(pages.at(-1)).not.toContain("<main");
    expect((await read(site.origin + path)).includes('class="filters"')).toBe(true);
  }
  expect(pages.length).toBe(4);
  expect(unique(pages.flatMap((page) => page.match(/\/notices\/\d+-[a-z0-9-]+/g) ?? []))).toEqual(
    pathsOf("craigmoor", site),
  );
  const some = await read(`${site.listingUrl}?category[]=Works`);
  expect(unique((some.split("<main")[1] ?? "").match(/id="notice_\d+"/g) ?? []).length).toBe(6);
});

it.each([false, true])("sauvigne turns its grid by postbacks, whole and half, redesigned: %s", async (isRedesigned) => {
  const site = await start("sauvigne", isRedesigned);
  const grid = "ctl00$cphContenu$gvConsultations";
  const field = (body: string, name: string) => new RegExp(`id="${name}" value="([^"]+)"`).exec(body)?.[1] ?? "";
  const turn = (body: string, page: string, headers: Record<string, string> = {}) =>
    fetch(site.listingUrl, {
      method: "POST",
      headers,
      body: new URLSearchParams({
        __EVENTTARGET: grid,
        __EVENTARGUMENT: page,
        __VIEWSTATE: field(body, "__VIEWSTATE"),
        __EVENTVALIDATION: field(body, "__EVENTVALIDATION"),
        ...(headers["x-microsoftajax"] ? { __ASYNCPOST: "true" } : {}),
      }),
    });
  let body = await read(site.listingUrl);
  const found: string[] = [];
  for (let page = 1; ; page++) {
    found.push(...(body.match(/Consultation\.aspx\?idC=\d+"/g) ?? []));
    const next = `Page$${page + 1}`;
    if (!body.includes(`'${next}'`)) break;
    const half = await (await turn(body, next, { "x-microsoftajax": "Delta=true" })).text();
    expect(half).toMatch(/^1\|#\|\|4\|\d+\|updatePanel\|ctl00_cphContenu_upListe\|/);
    body = await (await turn(body, next)).text();
    expect(half.match(/idC=\d+/g)).toEqual(
      body.match(/(?<=Consultation\.aspx\?)idC=\d+(?=")/g)?.filter((one) => half.includes(one)) ?? [],
    );
  }
  const paths = found.filter((one) => !one.startsWith("./")).map((one) => `/Achats/${one.slice(0, -1)}`);
  expect(unique(paths)).toEqual(pathsOf("sauvigne", site));
  expect((await turn("", "Page$2")).status).toBe(500);
});

it("five tenders stand on both sides of the border and share an instant, and none that looks alike shares a key", async () => {
  const sites = Object.fromEntries(
    await Promise.all(
      (["auental", "northmere", "craigmoor", "sauvigne"] as const).map(
        async (name) => [name, await start(name, false)] as const,
      ),
    ),
  );
  const all = Object.values(sites).flatMap(({ register }) => register.all());
  const twice = all.filter(({ key }) => all.filter((one) => one.key === key).length === 2);
  expect(twice.length / 2).toBe(borderTenders.length);
  expect(all.length - twice.length / 2).toBe(new Set(all.map(({ key }) => key)).size);
  expect(borderLookalikes.length).toBeGreaterThanOrEqual(4);
  for (const site of Object.values(sites)) {
    const standing = new Set(site.register.all().map(({ status }) => status));
    expect([...standing].sort()).toEqual(["awarded", "cancelled", "closed", "open"]);
    expect(site.register.all().length).toBeGreaterThanOrEqual(15);
  }
});
