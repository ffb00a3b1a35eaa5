import { afterEach, describe, expect, it } from "vitest";
import type { PortalNotice } from "./notice";
import { type ProcurementSite, type ProcurementSkin, procurementSkins, startProcurementSite } from "./procurement-site";

const now = new Date("2026-11-27T14:00:00Z");
const open: ProcurementSite[] = [];
afterEach(() => Promise.all(open.splice(0).map((site) => site.close())));

async function start(name: ProcurementSkin): Promise<ProcurementSite> {
  const site = await startProcurementSite(name, { now });
  open.push(site);
  return site;
}
async function read(url: string, init?: RequestInit): Promise<string> {
  const reply = await fetch(url, init);
  expect([url, reply.status]).toEqual([url, 200]);
  return (await reply.text()).replaceAll("&amp;", "&");
}
const titlesOf = ({ register }: ProcurementSite) => register.all().map(({ title }) => title);
const namedIn = (site: ProcurementSite, text: string) => titlesOf(site).filter((title) => text.includes(title));
const bytesOf = async (url: string) => Buffer.from(await (await fetch(url)).arrayBuffer()).toString("latin1");
const paperNeed = (site: ProcurementSite) => site.register.all().find(({ paperNeeds }) => paperNeeds) as PortalNotice;

/** What changes in three days on each of them. */
function threeDays(site: ProcurementSite) {
  const [moved, cancelled] = site.register.all().filter(({ status }) => status === "open");
  const awarded = site.register.all().find(({ status }) => status === "closed");
  site.set({ moveDeadline: { title: moved?.title ?? "", days: 7 } });
  site.set({ setStatus: { title: cancelled?.title ?? "", status: "cancelled" } });
  site.set({ setStatus: { title: awarded?.title ?? "", status: "awarded" } });
  return { moved, cancelled, awarded } as Record<"moved" | "cancelled" | "awarded", PortalNotice>;
}

describe("lakeland", () => {
  const grid = "ctl00$cphMain$rgSolicitations$ctl00";
  const state = (body: string) => /id="__VIEWSTATE" value="([^"]+)"/.exec(body)?.[1] ?? "";
  const turn = (url: string, body: string, cookie: string, fields: Record<string, string>) =>
    fetch(url, {
      method: "POST",
      headers: { cookie },
      body: new URLSearchParams({ __VIEWSTATE: state(body), __EVENTTARGET: "", ...fields }),
    });

  it.each([false, true])("turns its grid within one session only, redesigned: %s", async (isRedesigned) => {
    const site = await start("lakeland");
    site.set({ isRedesigned });
    const first = await fetch(site.listingUrl);
    const cookie = first.headers.get("set-cookie")?.split(";")[0] ?? "";
    const bodies = [await first.text()];
    for (const number of [2, 3]) {
      const target = `${grid}$ctl03$ctl01$ctl${String(3 + number * 2).padStart(2, "0")}`;
      bodies.push(await (await turn(site.listingUrl, bodies.at(-1) ?? "", cookie, { __EVENTTARGET: target })).text());
    }
    expect(namedIn(site, bodies.join())).toEqual(titlesOf(site));
    const ids = new Set(bodies.join().match(/OpenSolicitation\(\d+\)/g));
    expect(ids).toEqual(new Set(site.register.all().map(({ id }) => `OpenSolicitation(${id})`)));
    const next = await turn(site.listingUrl, bodies[0] ?? "", cookie, { [`${grid}$ctl03$ctl01$btnNext`]: " " });
    expect(namedIn(site, await next.text())).toEqual(namedIn(site, bodies[1] ?? ""));
    for (const stranger of ["", "ASP.NET_SessionId=another"])
      expect(await (await turn(site.listingUrl, bodies[0] ?? "", stranger, {})).text()).toContain("Session Expired");
  });

  it("tells in the window of a solicitation what was moved, called off and awarded", async () => {
    const site = await start("lakeland");
    const page = (notice: PortalNotice) => read(site.origin + procurementSkins.lakeland.detailPath(notice));
    const { moved, cancelled, awarded } = threeDays(site);
    expect(await page(moved)).toContain("Previous closing: ");
    expect(await page(cancelled)).toContain(">Canceled<");
    expect(await page(awarded)).toContain("Awarded To");
    const notice = paperNeed(site);
    const address = /DownloadAttachment\.aspx\?sid=\d+&doc=1/.exec(await page(notice))?.[0];
    const paper = `${site.origin}/esop/public/${address}`;
    const before = await bytesOf(paper);
    expect(before).toContain("%PDF-");
    expect(await page(notice)).not.toContain(notice.paperNeeds?.[0]);
    site.set({ amendPaperNeed: { title: notice.title, need: "Sign in blue." } });
    expect(await bytesOf(paper)).not.toBe(before);
  });
});

describe("openDocket", () => {
  const api = "/api/public/opportunities";
  const all = async (origin: string, query = "") => {
    const items = [];
    for (;;) {
      const found = JSON.parse(await read(`${origin}${api}?${query}&offset=${items.length}`));
      items.push(...found.items);
      if (items.length >= found.page.total) return { items, facets: found.facets };
    }
  };

  it("gives all notices in turns, counts them by facets and tells of each what its register holds", async () => {
    const site = await start("openDocket");
    const { items, facets } = await all(site.origin);
    expect(items.map(({ title }) => title).sort()).toEqual(titlesOf(site).sort());
    const wanted = facets.category.find(({ value }: { value: string }) => value === "Parks");
    expect((await all(site.origin, "category=Parks")).items.length).toBe(wanted.count);
    for (const notice of site.register.all()) {
      const key = procurementSkins.openDocket.detailPath(notice).split("notice=")[1];
      const whole = JSON.parse(await read(`${site.origin}${api}/${key}`));
      expect(whole).toMatchObject({
        title: notice.title,
        agency: { name: notice.buyer },
        solicitationNumber: notice.reference,
        requirements: notice.needs,
        overview: notice.summary,
      });
      if (!notice.isPrior) expect(new Date(whole.closesAt)).toEqual(notice.deadline);
      for (const { href } of whole.documents) expect(await read(site.origin + href)).toContain("%PDF-");
    }
  });

  it("tells what was moved, called off and awarded, and is another at each answer beside that", async () => {
    const site = await start("openDocket");
    const whole = async (notice: PortalNotice) => {
      const key = procurementSkins.openDocket.detailPath(notice).split("notice=")[1];
      return JSON.parse(await read(`${site.origin}${api}/${key}`));
    };
    const was = site.register.all()[0]?.deadline;
    const { moved, cancelled, awarded } = threeDays(site);
    const shown = await whole(moved);
    expect(new Date(shown.addenda[0].previousClosesAt)).toEqual(was);
    expect(new Date(shown.closesAt)).toEqual(moved.deadline);
    expect((await whole(cancelled)).status).toBe("cancelled");
    expect((await whole(awarded)).award.supplier).toMatch(/\w/);
    expect((await whole(moved)).requestId).not.toBe(shown.requestId);
  });

  it("sends a shell and a script for each of its two designs", async () => {
    const site = await start("openDocket");
    const shell = await read(site.listingUrl);
    const address = site.origin + (/src="([^"]+)"/.exec(shell)?.[1] ?? "");
    const script = await read(address);
    expect(() => new Function(`return async () => {${script}}`)).not.toThrow();
    site.set({ isRedesigned: true });
    expect(await read(address)).not.toBe(script);
  });
});

describe("talstetten", () => {
  it.each([false, true])("shows all it has on one page with a document each, redesigned: %s", async (isRedesigned) => {
    const site = await start("talstetten");
    site.set({ isRedesigned });
    const page = await read(site.listingUrl);
    for (const notice of site.register.all()) {
      for (const fact of [notice.title, notice.reference, notice.buyer, notice.summary]) expect(page).toContain(fact);
      const path = procurementSkins.talstetten.detailPath(notice);
      expect(page).toContain(`href="${path}"`);
      expect((await bytesOf(site.origin + path)).slice(0, 5)).toBe("%PDF-");
    }
    expect(page).toContain("vergeben am ");
  });

  it("lists an addendum for each correction, with the former term beside the new one", async () => {
    const site = await start("talstetten");
    const { cancelled } = threeDays(site);
    const page = await read(site.listingUrl);
    expect(page).toContain("(bisher ");
    expect(page).toContain("Bieterinformation Nr. 1 vom 27.11.2026: Verlängerung der Angebotsfrist");
    const addenda = [...page.matchAll(/href="([^"]+Bieterinformation[^"]+)"/g)].map(([, path]) => path ?? "");
    expect(addenda.length).toBe(3);
    for (const path of addenda) expect((await bytesOf(site.origin + path)).slice(0, 5)).toBe("%PDF-");
    const row = page.split("<tr>").find((one) => one.includes(cancelled.title));
    expect(row).toContain("<td>aufgehoben</td>");
    const notice = paperNeed(site);
    const paper = site.origin + procurementSkins.talstetten.detailPath(notice);
    const before = await bytesOf(paper);
    site.set({ amendPaperNeed: { title: notice.title, need: "Der Bieter muss blau unterschreiben." } });
    expect(await bytesOf(paper)).not.toBe(before);
  });
});

it("a tender that stands on two of them has lookalikes that are others", async () => {
  const [here, there] = [await start("lakeland"), await start("openDocket")];
  const keys = (site: ProcurementSite) => new Set(site.register.all().map(({ key }) => key));
  const both = [...keys(here)].filter((key) => keys(there).has(key));
  expect(both).toEqual(["us:buses of forty feet"]);
  const buses = there.register.all().filter(({ title }) => title.includes("battery-electric buses"));
  expect(buses.length).toBe(2);
});

it.each(["lakeland", "openDocket", "talstetten"] as const)("%s names a closed one that is awarded", async (name) => {
  const site = await start(name);
  const { awarded } = procurementSkins[name].plan.listed ?? {};
  expect(site.register.all().find(({ title }) => title === awarded)?.status).toBe("closed");
});
