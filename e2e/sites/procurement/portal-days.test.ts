import { unzipSync } from "fflate";
import { afterEach, expect, it } from "vitest";
import {
  eventsOf,
  firstReading,
  otherTenders,
  type PortalDay,
  portalStories,
  recordsOf,
  type StoriedPortal,
  sameTenders,
  stepTo,
} from "./portal-days";
import { type ProcurementSite, startProcurementSite } from "./procurement-site";

const open: ProcurementSite[] = [];
afterEach(() => Promise.all(open.splice(0).map((site) => site.close())));

async function start(name: StoriedPortal): Promise<ProcurementSite> {
  const site = await startProcurementSite(name, { now: firstReading });
  open.push(site);
  return site;
}
const plain = (text: string) => text.replaceAll("&quot;", '"').replaceAll("&amp;", "&");
const names = Object.keys(portalStories) as StoriedPortal[];
const days = [0, 1, 2, 3, 4] as const;

it.each(names)("%s tells on each day on the page of each notice what its register holds", async (name) => {
  const site = await start(name);
  const story = portalStories[name];
  const missing: string[] = [];
  for (const day of days) {
    for (const change of stepTo(story, day)) site.set(change);
    for (const { page, title, buyer, reference } of recordsOf(story, site.register)) {
      const reply = await fetch(site.origin + page);
      const text = plain(await reply.text());
      for (const value of [
        title,
        buyer,
        reference,
        ...(site.register.all().find((one) => one.title === title)?.needs ?? []),
      ])
        if (reply.status !== 200 || !text.includes(value)) missing.push(`${day} ${page}: ${value}`);
    }
  }
  expect(missing).toEqual([]);
});

it.each(names)("%s tells what happens, on its day and not the day before", async (name) => {
  const site = await start(name);
  const story = portalStories[name];
  const wrong: string[] = [];
  const look = async () => {
    const found = new Map<string, { page: string; status: string; body: string }>();
    for (const { page, title, status } of recordsOf(story, site.register))
      found.set(title, { page, status, body: plain(await (await fetch(site.origin + page)).text()) });
    return found;
  };
  let before = await look();
  for (const day of [1, 2, 3, 4] as PortalDay[]) {
    for (const change of stepTo(story, day)) site.set(change);
    const now = await look();
    const told = eventsOf(story, day);
    const titles = new Set([...before.keys(), ...now.keys()]);
    for (const title of titles) {
      const [was, is] = [before.get(title), now.get(title)];
      const seen = [
        ...(!was ? ["new"] : []),
        ...(!is ? ["gone"] : []),
        ...(was && is && was.status !== is.status ? [is.status] : []),
        ...(was && is && was.page !== is.page ? ["moved"] : []),
      ];
      const said = told.filter((one) => one.title === title && !["deadline", "need"].includes(one.what));
      if (seen.join() !== said.map(({ what }) => what).join())
        wrong.push(`${day} ${title}: ${seen} but ${said.length}`);
      if (was && is && was.page !== is.page) {
        const reply = await fetch(site.origin + was.page, { redirect: "manual" });
        if (reply.headers.get("location") !== is.page) wrong.push(`${day} ${was.page} does not lead on`);
      }
      if (was && !is && (await fetch(site.origin + was.page)).status !== 404) wrong.push(`${day} ${was.page} is there`);
    }
    for (const { title, was, is } of told) {
      if (was && !before.get(title)?.body.includes(was)) wrong.push(`${day} ${title}: ${was} was not there`);
      if (is && !now.get(title)?.body.includes(is)) wrong.push(`${day} ${title}: ${is} is not there`);
    }
    before = now;
  }
  expect(wrong).toEqual([]);
});

it.each(["wendle", "fellmarket", "vallombre"] as const)("%s lists each notice, before and after", async (name) => {
  const site = await start(name);
  for (const isRedesigned of [false, true]) {
    site.set({ isRedesigned });
    const pages = await Promise.all(
      [1, 2, 3, 4].map(async (page) => (await fetch(`${site.listingUrl}?page=${page}`)).text()),
    );
    const body = plain(pages.join());
    for (const { page, title } of recordsOf(portalStories[name], site.register)) {
      expect(body).toContain(`href="${page}"`);
      expect(body).toContain(title);
    }
  }
});

it("sandhill turns its grid, opens its bids and hands out its papers by postbacks alone", async () => {
  const site = await start("sandhill");
  for (const isRedesigned of [false, true]) {
    site.set({ isRedesigned });
    const post = (body: string, target: string, argument = "") =>
      fetch(site.listingUrl, {
        method: "POST",
        body: new URLSearchParams({
          __EVENTTARGET: target,
          __EVENTARGUMENT: argument,
          __VIEWSTATE: /id="__VIEWSTATE" value="([^"]+)"/.exec(body)?.[1] ?? "",
        }),
      });
    let body = await (await fetch(site.listingUrl)).text();
    const opened: string[] = [];
    for (let page = 1; page <= 3; page++) {
      if (page > 1) body = await (await post(body, "ctl00$MainContent$gvOpportunities", `Page$${page}`)).text();
      for (const [target] of body.matchAll(/ctl00\$MainContent\$gvOpportunities\$ctl\d\d\$lnkTitle/g)) {
        const bid = await (await post(body, target)).text();
        opened.push(/lblNo">([^<]+)/.exec(bid)?.[1] ?? "");
        const paper = await post(bid, "ctl00$MainContent$lnkPacket");
        expect(Buffer.from(await paper.arrayBuffer()).toString("latin1", 0, 5)).toBe("%PDF-");
      }
    }
    expect(opened.sort()).toEqual(
      site.register
        .all()
        .map(({ reference }) => reference)
        .sort(),
    );
  }
});

it("vallombre packs the dossier of a consultation into one archive", async () => {
  const site = await start("vallombre");
  const [notice] = site.register.all();
  const reply = await fetch(`${site.origin}/consultations/${notice?.id}/dce.zip`);
  expect(Object.keys(unzipSync(new Uint8Array(await reply.arrayBuffer())))).toEqual(["RC.pdf", "annexes/BPU.csv"]);
});

it("one tender has one key on both portals and what looks alike has another", async () => {
  const sites = Object.fromEntries(await Promise.all(names.map(async (name) => [name, await start(name)] as const)));
  const of = ({ portal, title }: { portal: string; title: string }) =>
    sites[portal]?.register.all().find((one) => one.title === title);
  for (const [one, other] of sameTenders) {
    expect(of(one as never)?.key).toBe(of(other as never)?.key);
    expect(of(one as never)?.deadline).toEqual(of(other as never)?.deadline);
  }
  for (const { notices } of otherTenders) {
    const keys = notices.map((one) => of(one)?.key);
    expect(keys.every(Boolean)).toBe(true);
    expect(new Set(keys).size).toBe(keys.length);
  }
});

it.each(names)("%s draws something anew at each visit", async (name) => {
  const site = await start(name);
  const [one, two] = [await (await fetch(site.listingUrl)).text(), await (await fetch(site.listingUrl)).text()];
  expect(one).not.toBe(two);
});
