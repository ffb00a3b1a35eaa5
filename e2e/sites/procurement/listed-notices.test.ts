import { unzipSync } from "fflate";
import { afterEach, describe, expect, it } from "vitest";
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
  return Buffer.from(await reply.arrayBuffer()).toString("latin1");
}

const ids = (texts: string[], pattern: RegExp) => new Set(texts.flatMap((text) => text.match(pattern) ?? []));
const attribute = (address: string) => address.replaceAll("&amp;", "&");
const names = [
  "shires",
  "threeRivers",
  "noticeFinder",
  "prairie",
  "marchesOuest",
  "nordmark",
  "southern",
  "tidewater",
  "oberrhein",
  "lakeland",
  "openDocket",
  "talstetten",
] as const;

describe.each(names)("%s", (name) => {
  it("holds a dozen notices or more with titles, numbers and addresses of their own", async () => {
    const { register } = await start(name);
    const all = register.all();
    expect(all.length).toBeGreaterThanOrEqual(12);
    for (const tell of [
      ({ title }: (typeof all)[0]) => title,
      ({ id }: (typeof all)[0]) => id,
      ({ reference }: (typeof all)[0]) => reference,
      procurementSkins[name].detailPath,
    ])
      expect(new Set(all.map((one): unknown => tell(one))).size).toBe(all.length);
    for (const { status, isPrior, deadline } of all) {
      if (!isPrior && status !== "cancelled") expect(deadline > now).toBe(status === "open");
    }
  });

  it("publishes one more within three days", async () => {
    const site = await start(name);
    const before = site.register.all().length;
    site.set({ now: new Date(now.getTime() + 3 * 86_400_000).toISOString() });
    expect(site.register.all().length).toBe(before + 1);
    await read(site.listingUrl);
  });
});

it.each([
  ["shires", "noticeFinder", 4],
  ["threeRivers", "prairie", 3],
  ["marchesOuest", "annonces", 1],
  ["marchesOuest", "plateforme", 1],
  ["nordmark", "vergabe", 1],
  ["nordmark", "landesportal", 1],
  ["tidewater", "bidmarket", 1],
  ["tidewater", "statebids", 1],
  ["oberrhein", "landesportal", 2],
  ["lakeland", "openDocket", 1],
] as const)("%s and %s tell of the same tenders at the same instant", async (one, other, count) => {
  const here = (await start(one)).register.all();
  const there = (await start(other)).register.all();
  const twice = here.flatMap((notice) => there.filter(({ key }) => key === notice.key).map((same) => [notice, same]));
  expect(twice.length).toBe(count);
  for (const [notice, same] of twice) {
    expect(notice?.deadline).toEqual(same?.deadline);
    expect(notice?.title).not.toBe(same?.title);
  }
});

describe("every notice is reached", () => {
  it("by numbered pages of a sorted grid", async () => {
    const { origin, listingUrl, register } = await start("shires");
    const pages = await Promise.all([1, 2].map((page) => read(`${listingUrl}?sort=-title&page=${page}`)));
    expect(ids(pages, /TID=\d+/g)).toEqual(new Set(register.all().map(({ id }) => `TID=${id}`)));
    expect(pages.join()).toContain("WITHDRAWN");
    const [notice] = register.all();
    const text = await read(`${origin}${procurementSkins.shires.detailPath(notice as never)}`);
    expect(text).toContain("Wednesday 16th December 2026 at noon");
  });

  it("by cards that tell distances, in departments and pages", async () => {
    const { listingUrl, register } = await start("threeRivers");
    const pages = await Promise.all([1, 2].map((page) => read(`${listingUrl}?page=${page}`)));
    expect(ids(pages, /projects\/\d+/g)).toEqual(new Set(register.all().map(({ id }) => `projects/${id}`)));
    expect(pages.join()).toContain("Posted yesterday");
    expect(await read(`${listingUrl}?department=Human+Resources`)).toContain("Closes in 24 days");
  });

  it("as JSON by pages and identifiers", async () => {
    const { origin, register } = await start("noticeFinder");
    const found = [];
    for (let page = 0; page < 4; page++)
      found.push(...JSON.parse(await read(`${origin}/api/v1/notices?page=${page}&size=5`)).content);
    expect(new Set(found.map(({ title }) => title)).size).toBe(register.all().length);
    for (const { id, closingDate } of found) {
      const whole = JSON.parse(await read(`${origin}/api/v1/notices/${id}`));
      expect(whole.closingDate).toBe(closingDate);
      for (const { href } of JSON.parse(await read(`${origin}/api/v1/notices/${id}/documents`)))
        expect(await read(origin + href)).toContain("%PDF-");
    }
  });

  it("by postbacks that carry the view state and lead to an address", async () => {
    const { listingUrl, register } = await start("prairie");
    const turn = (body: string, target: string, argument: string) =>
      fetch(listingUrl, {
        method: "POST",
        body: new URLSearchParams({
          __EVENTTARGET: target,
          __EVENTARGUMENT: argument,
          __VIEWSTATE: /id="__VIEWSTATE" value="([^"]+)"/.exec(body)?.[1] ?? "",
        }),
      });
    const opened = new Set<string>();
    let body = await read(listingUrl);
    for (let page = 1; page <= 3; page++) {
      if (page > 1) body = await (await turn(body, "ctl00$cphBody$gvBids", `Page$${page}`)).text();
      for (const [target] of body.matchAll(/ctl00\$cphBody\$gvBids\$ctl\d+\$lnkBid/g)) {
        const reply = await turn(body, target, "");
        expect(reply.url).toContain("BidDetail.aspx?e=");
        opened.add(/lblBidNo">([^<]+)/.exec(await reply.text())?.[1] ?? "none");
      }
    }
    expect(opened).toEqual(new Set(register.all().map(({ reference }) => reference.replaceAll("&", "&amp;"))));
    expect((await turn("", "ctl00$cphBody$gvBids", "Page$2")).status).toBe(500);
  });

  it("by a button that brings more", async () => {
    const { origin, listingUrl, register } = await start("marchesOuest");
    const pages = [await read(listingUrl)];
    let next: string | null = /data-url="([^"]+)"/.exec(pages[0] ?? "")?.[1] ?? null;
    while (next) {
      const { html, suivant } = JSON.parse(await read(origin + next));
      pages.push(html);
      next = suivant;
    }
    expect(ids(pages, /consultation\/\d+/g)).toEqual(new Set(register.all().map(({ id }) => `consultation/${id}`)));
  });

  it("behind tabs, with a session in the links until a cookie is kept", async () => {
    const { origin, listingUrl, register } = await start("nordmark");
    const cookie = { headers: { cookie: "JSESSIONID=1" } };
    expect(await read(listingUrl)).toMatch(/Publication;jsessionid=[0-9A-F]{32}\?function=Detail/);
    const pages: string[] = [];
    for (const category of ["tender", "prior", "archive"])
      for (const page of [1, 2]) pages.push(await read(`${listingUrl}?category=${category}&page=${page}`, cookie));
    expect(new Set([...ids(pages, /\/NordServer\/Publication\?[^"]+/g)].map(attribute))).toEqual(
      new Set(register.all().map(procurementSkins.nordmark.detailPath)),
    );
    const [notice] = register.all();
    expect(await read(origin + procurementSkins.nordmark.detailPath(notice as never))).toContain(
      "5.1.12 Bedingungen f",
    );
  });
});

describe("every notice of the newest portals is reached", () => {
  it("by a button whose postback shows five more and drops none", async () => {
    const { listingUrl, register } = await start("southern");
    const all = register.all().length;
    let body = await read(listingUrl);
    for (let shown = 5; shown < all; shown += 5) {
      expect(ids([body], /rfx=\d+/g).size).toBe(shown);
      const state = /id="__VIEWSTATE" value="([^"]+)"/.exec(body)?.[1] ?? "";
      const form = { __VIEWSTATE: state, ctl00$Main$btnMore: "Show more notices" };
      body = await read(listingUrl, { method: "POST", body: new URLSearchParams(form) });
    }
    expect(ids([body], /rfx=\d+/g)).toEqual(new Set(register.all().map(({ id }) => `rfx=${id}`)));
    expect(body).not.toContain("btnMore");
    expect(body).toContain("Posted yesterday");
    expect(body).not.toMatch(/\d{4}<\/strong>/);
    const invalid = await fetch(listingUrl, { method: "POST", body: new URLSearchParams({ __VIEWSTATE: "x" }) });
    expect(invalid.status).toBe(500);
  });

  it("by a cursor in the answers to posts, and told whole by its key", async () => {
    const { origin, register } = await start("tidewater");
    const api = `${origin}/vendor/api/v2/solicitations`;
    const hits: { key: string; name: string; dueOn: number | null }[] = [];
    let cursor: string | null = "";
    while (cursor !== null) {
      const answer = JSON.parse(await read(`${api}/search?cursor=${cursor}`, { method: "POST", body: "{}" }));
      hits.push(...answer.hits);
      cursor = answer.nextCursor;
    }
    expect(hits.map(({ name }) => name).sort()).toEqual(
      register
        .all()
        .map(({ title }) => title)
        .sort(),
    );
    for (const { key, name, dueOn } of hits) {
      const notice = register.all().find(({ title }) => title === name);
      const whole = await (await fetch(`${api}/${key}`)).json();
      expect(whole).toMatchObject({
        dueOn: notice?.isPrior ? null : notice?.deadline.getTime(),
        solicitationNumber: notice?.reference,
        minimumRequirements: notice?.needs,
      });
      expect(dueOn).toBe(whole.dueOn);
      expect(procurementSkins.tidewater.detailPath(notice as never)).toContain(`view=${key}`);
      for (const { href } of whole.files) expect(await read(origin + href)).toContain("%PDF-");
    }
  });

  it("behind tabs and pages in both languages, each naming the other", async () => {
    const { origin, listingUrl, register } = await start("oberrhein");
    const paths = new Set(register.all().map(procurementSkins.oberrhein.detailPath));
    for (const list of [listingUrl, `${origin}/fr/avis`]) {
      const pages: string[] = [];
      for (const over of ["", "stand=beendet&"])
        for (const page of [1, 2]) pages.push(await read(`${list}?${over}seite=${page}`));
      const found = ids(pages, /\/(?:de\/bekanntmachungen|fr\/avis)\/[a-z0-9-]+/g);
      expect(new Set([...found].map((path) => path.replace("/fr/avis", "/de/bekanntmachungen")))).toEqual(paths);
    }
    const [notice] = register.all();
    const path = procurementSkins.oberrhein.detailPath(notice as never);
    expect(await read(origin + path.replace("/de/bekanntmachungen", "/fr/avis"))).toContain(
      `hreflang="de" href="${path}`,
    );
    expect(await read(origin + path)).toContain("12 Uhr mittags");
  });
});

it.each([
  ["southern", "It was 4:00 PM", "Withdrawn", ""],
  ["oberrhein", "Früherer Termin", "Verfahren aufgehoben", "?tab=corrections"],
] as const)(
  "%s tells of a moved deadline with the former one, and of a cancellation",
  async (name, former, word, tab) => {
    const site = await start(name);
    const [moved, cancelled] = site.register.all();
    const address = (notice: typeof moved) => site.origin + procurementSkins[name].detailPath(notice as never);
    const before = await read(address(moved));
    site.set({ moveDeadline: { title: moved?.title ?? "", days: 7 } });
    site.set({ setStatus: { title: cancelled?.title ?? "", status: "cancelled" } });
    expect(await read(address(moved))).not.toBe(before);
    expect(Buffer.from(await read(address(moved) + tab), "latin1").toString()).toContain(former);
    expect(await read(address(cancelled))).toContain(word);
  },
);

it("tidewater tells of a moved deadline with the former one, and of a cancellation", async () => {
  const site = await start("tidewater");
  const [moved, cancelled] = site.register.all();
  const was = moved?.deadline.getTime() ?? 0;
  site.set({ moveDeadline: { title: moved?.title ?? "", days: 7 } });
  site.set({ setStatus: { title: cancelled?.title ?? "", status: "cancelled" } });
  const whole = async (notice: typeof moved) => {
    const key = procurementSkins.tidewater.detailPath(notice as never).split("view=")[1];
    return (await fetch(`${site.origin}/vendor/api/v2/solicitations/${key}`)).json();
  };
  expect(await whole(moved)).toMatchObject({
    dueOn: was + 7 * 86_400_000,
    addenda: [{ kind: "DUE_DATE", formerDueOn: was }],
  });
  expect(await whole(cancelled)).toMatchObject({ statusCode: "CAN", addenda: [{ kind: "STATUS" }] });
});

it("oberrhein packs its documents and words a demand anew within the archive alone", async () => {
  const site = await start("oberrhein");
  const notice = site.register.all().find(({ paperNeeds }) => paperNeeds);
  if (!notice) throw new Error("No notice has a document of its own demands.");
  const page = site.origin + procurementSkins.oberrhein.detailPath(notice);
  const archive = /\/dokumente\/\d+\/unterlagen\.zip/.exec(await read(`${page}?tab=papers`))?.[0] ?? "";
  const unpack = async () => unzipSync(new Uint8Array(await (await fetch(site.origin + archive)).arrayBuffer()));
  const [first, before] = [await unpack(), await read(page)];
  expect(Object.keys(first).map((name) => name.slice(0, 2))).toEqual(["01", "02"]);
  site.set({ amendPaperNeed: { title: notice.title, need: "Der Bieter muss blau unterschreiben." } });
  const second = await unpack();
  const paper = "01 Aufforderung und Leistungsbeschreibung.pdf";
  expect(second[paper]).not.toEqual(first[paper]);
  expect(second["02 Preisblatt.csv"]).toEqual(first["02 Preisblatt.csv"]);
  expect(await read(page)).toBe(before);
  expect(await read(`${page}?tab=corrections`)).toContain("Die Bedingungen wurden");
});

it.each([
  ["shires", /Download\.ashx\?doc=\d+-1/, ""],
  ["southern", /\/suppliers\/Download\.ashx\?rfx=\d+/, ""],
  ["threeRivers", /[^"]+\/attachments\/[^"]+/, "&tab=documents"],
  ["prairie", /\/eproc\/public\/Attachment[^"]+n=1/, ""],
  ["marchesOuest", /[^"]+reglement\.pdf/, ""],
  ["nordmark", /\/NordServer\/Publication[^"]+file=1/, "Documents"],
] as const)("%s words a demand anew on the page and in the attached document", async (name, pattern, more) => {
  const site = await start(name);
  const notice = site.register.all().find(({ paperNeeds }) => paperNeeds);
  if (!notice) throw new Error("No notice has a document of its own demands.");
  const address = site.origin + procurementSkins[name].detailPath(notice);
  const place = more === "Documents" ? address.replace("Detail", more) : more ? `${address}?${more.slice(1)}` : address;
  const paper = async () => {
    const found = attribute(pattern.exec(await read(place))?.[0] ?? "");
    return read(new URL(found, name === "shires" ? `${site.origin}/etendering/` : site.origin).href);
  };
  const first = await paper();
  expect(first.slice(0, 5)).toMatch(name === "nordmark" ? /^PK/ : /^%PDF-/);
  expect(await read(address)).not.toContain(notice.paperNeeds?.[0]);
  site.set({ amendPaperNeed: { title: notice.title, need: "The bidder must sign in blue." } });
  const second = await paper();
  expect(second).not.toBe(first);
  site.set({ amendNeed: { title: notice.title, need: "The bidder must sign twice." } });
  expect(await read(address)).toContain("The bidder must sign twice.");
  expect(await paper()).not.toBe(second);
});
