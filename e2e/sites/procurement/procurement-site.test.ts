import { afterEach, describe, expect, it } from "vitest";
import { clockOf, type PortalNotice } from "./notice";
import { type ProcurementSite, type ProcurementSkin, procurementSkins, startProcurementSite } from "./procurement-site";
import { pageSize } from "./skin";

let site: ProcurementSite | null = null;
afterEach(() => site?.close());

const names = Object.keys(procurementSkins) as ProcurementSkin[];
const isDrawn = ["hub", "hashApp", "noticeFinder", "tidewater", "openDocket", "brevanne"];
const plain = (text: string) =>
  text.replace(/&(amp|quot);/g, (_, name) => (name === "amp" ? "&" : '"')).replace(/<[^>]*>|\s+/g, " ");
const post = async (url: string, fields: Record<string, string>) =>
  (await fetch(url, { method: "POST", body: new URLSearchParams(fields) })).text();

async function readPage(url: string): Promise<string> {
  const reply = await fetch(url);
  expect([url, reply.status]).toEqual([url, 200]);
  const bytes = Buffer.from(await reply.arrayBuffer());
  return bytes.toString(bytes.includes("charset=iso-8859-1") ? "latin1" : "utf8");
}

/** What a notice must say somewhere on its page, in one of the writings that people use. */
function said({ title, buyer, reference, deadline, needs, summary }: PortalNotice, zone: string) {
  const { year, day } = clockOf(deadline, zone);
  return {
    facts: [title.slice(1), buyer, reference, ...needs, summary],
    date: new RegExp(`\\b0?${day}(st|nd|rd|th)?\\b`),
    year: String(year),
  };
}

const withPages = names.filter((name) => !isDrawn.includes(name) && !procurementSkins[name].isWithoutPages);
it.each([...withPages, "licitaciones", "prairie"] as ProcurementSkin[])(
  "%s says on the page of each notice what its register holds",
  async (name) => {
    site = await startProcurementSite(name);
    for (const isRedesigned of [false, true]) {
      site.set({ isRedesigned });
      for (const notice of site.register.all()) {
        const text = plain(await readPage(site.origin + procurementSkins[name].detailPath(notice)));
        const { facts, date, year } = said(notice, procurementSkins[name].plan.zone);
        for (const fact of facts) expect(text).toContain(fact);
        expect(text).toMatch(date);
        expect(text).toContain(year);
      }
    }
  },
);

describe("the notices of the second set", () => {
  it("stand on one page of a city, with a document each", async () => {
    site = await startProcurementSite("cityHall");
    const page = plain(await readPage(site.listingUrl));
    for (const notice of site.register.all()) {
      const { facts, date } = said(notice, "America/New_York");
      for (const fact of facts) expect(page).toContain(fact);
      expect(page).toMatch(date);
      const reply = await fetch(site.origin + procurementSkins.cityHall.detailPath(notice));
      expect(Buffer.from(await reply.arrayBuffer()).toString("latin1", 0, 5)).toBe("%PDF-");
    }
  });

  it("are turned and opened by posts that carry the view state", async () => {
    site = await startProcurementSite("licitaciones");
    const stateIn = (body: string) => /ViewState:0" value="([^"]+)"/.exec(body)?.[1] ?? "";
    let body = await readPage(site.listingUrl);
    let opened = 0;
    for (let page = 1; page <= Math.ceil(site.register.all().length / pageSize); page++) {
      const state = { "javax.faces.ViewState": stateIn(body) };
      for (const [, name = "", reference = ""] of body.matchAll(/'(frm:tabla:\d+:ver)'\},[^>]*>([^<]+)</g)) {
        const detail = plain(await post(site.listingUrl, { ...state, [name]: name }));
        expect(detail).toContain(site.register.all().find((one) => one.reference === reference)?.title ?? "none");
        opened++;
      }
      body = await post(site.listingUrl, { ...state, "frm:siguiente": "frm:siguiente" });
    }
    expect(opened).toBe(site.register.all().length);
    expect(await post(site.listingUrl, { "frm:siguiente": "frm:siguiente" })).toContain("ViewExpiredException");
  });

  it("come as JSON behind a hash", async () => {
    site = await startProcurementSite("hashApp");
    const ids: string[] = [];
    for (let page = 1; page <= 3; page++) {
      const { data } = await (await fetch(`${site.origin}/suppliers/api/opportunities?page=${page}`)).json();
      ids.push(...data.map(({ id }: { id: string }) => id));
    }
    expect(new Set(ids)).toEqual(new Set(site.register.all().map(({ id }) => String(id))));
    for (const notice of site.register.all()) {
      const { data } = await (await fetch(`${site.origin}/suppliers/api/opportunities/${notice.id}`)).json();
      expect(data.attributes).toMatchObject({
        title: notice.title,
        referenceNumber: notice.reference,
        conditions: notice.needs,
        closesAt: notice.deadline.toISOString(),
      });
    }
  });

  it("are listed by frames in an old encoding and turned by postbacks", async () => {
    site = await startProcurementSite("kreisblatt");
    expect(await readPage(site.listingUrl)).toContain('SRC="liste.asp"');
    const first = await readPage(`${site.origin}/liste.asp`);
    const reply = await fetch(`${site.origin}/liste.asp`, {
      method: "POST",
      body: new URLSearchParams({ __EVENTTARGET: "gridListe", __EVENTARGUMENT: "seite$2", __VIEWSTATE: "x" }),
    });
    const second = Buffer.from(await reply.arrayBuffer()).toString("latin1");
    const opened = [...(first + second).matchAll(/javascript:zeige\((\d+)\)/g)].map(([, id]) => Number(id));
    expect(new Set(opened)).toEqual(new Set(site.register.all().map(({ id }) => id)));
    expect(first + second).toContain("Büromöbel (Rahmenvertrag)");
  });

  it("tell what was amended, and share tenders with the first set at the same instant", async () => {
    const first = await startProcurementSite("council", { now: new Date("2026-11-27T14:00:00Z") });
    site = await startProcurementSite("agenda", { now: new Date("2026-11-27T14:00:00Z") });
    const twice = site.register.all().flatMap((notice) => {
      const same = first.register.all().find(({ key }) => key === notice.key);
      return same ? [[notice.deadline.toISOString(), same.deadline.toISOString()]] : [];
    });
    await first.close();
    expect(twice.length).toBeGreaterThan(0);
    for (const [here, there] of twice) expect(here).toBe(there);
    const [notice] = site.register.all();
    site.set({ moveDeadline: { title: notice?.title ?? "", days: 7 } });
    expect(await readPage(site.origin + procurementSkins.agenda.detailPath(notice as PortalNotice))).toContain(
      "Closing date amended",
    );
  });
});
