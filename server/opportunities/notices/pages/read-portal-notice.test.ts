import { expect, test } from "vitest";
import { startPortalSite } from "@/e2e/sites/portal/portal-site";
import { findListing } from "@/server/crawling/listings";
import type { NoticeFacts } from "../notice-facts";
import { readPortalNotice } from "./read-portal-notice";

const now = new Date("2031-05-05T08:00:00Z");

function readListing(html: string, url: string, pages: Record<string, string> = {}): NoticeFacts[] {
  const records = findListing(html, url)?.records ?? [];
  return records.flatMap((record) => {
    const shown = record.url ? pages[new URL(record.url).pathname] : undefined;
    return readPortalNotice({
      entry: { ...record, key: record.url ?? record.title },
      page: shown && record.url ? { url: record.url, html: shown, capturedAt: now } : null,
      listingUrl: url,
      capturedAt: now,
    }).notices;
  });
}

const detail = (title: string, body: string, lang = "en") =>
  `<html lang="${lang}"><body><header><h1>Portal</h1></header><main><h1>${title}</h1>${body}</main></body></html>`;

function readDetail(
  title: string,
  body: string,
  lang = "en",
  url = "https://portal.example/t/1",
): NoticeFacts | undefined {
  const entry = { key: url, title, url, fields: {}, text: title };
  return readPortalNotice({
    entry,
    page: { url, html: detail(title, body, lang), capturedAt: now },
    listingUrl: "https://portal.example/",
    capturedAt: now,
  }).notices[0];
}

test("every tender of a portal is read with title, buyer, reference, deadline and status", async () => {
  const site = await startPortalSite();
  const [open, withdrawn] = site.register.all();
  site.set({ withdraw: withdrawn?.reference });
  const url = `${site.origin}/tenders`;
  const listing = await (await fetch(url)).text();
  for (const record of findListing(listing, url)?.records ?? []) {
    const html = await (await fetch(record.url ?? "")).text();
    const tender = site.register.all().find(({ title }) => title === record.title);
    const [notice] = readPortalNotice({
      entry: { ...record, key: record.url ?? record.title },
      page: { url: record.url ?? "", html, capturedAt: new Date() },
      listingUrl: url,
      capturedAt: new Date(),
    }).notices;
    expect(notice).toMatchObject({
      title: tender?.title,
      buyer: tender?.buyer,
      reference: tender?.reference,
      status: "open",
      summary: tender?.summary,
      value: { amount: String(tender?.valuePounds), currency: "GBP" },
      contacts: [{ email: tender?.contact.email, name: tender?.contact.name }],
    });
    expect(notice?.deadlines[0]).toMatchObject({ kind: "submission", at: tender?.deadline.toISOString() });
    expect(notice?.attachments.map(({ mime }) => mime)).toEqual(["application/pdf", "text/csv"]);
  }
  expect(open?.title).toBeTruthy();
  const gone = await (await fetch(`${site.origin}/tenders/${withdrawn?.slug}`)).text();
  const [notice] = readPortalNotice({
    entry: {
      key: "k",
      title: withdrawn?.title ?? "",
      url: `${site.origin}/tenders/${withdrawn?.slug}`,
      fields: { Status: "open" },
      text: "",
    },
    page: { url: `${site.origin}/tenders/${withdrawn?.slug}`, html: gone, capturedAt: now },
    listingUrl: url,
    capturedAt: now,
  }).notices;
  expect(notice?.status).toBe("cancelled");
  await site.close();
});

const germanRow = (at: number, title: string, body: string, date: string) =>
  `<tr><td>V-2031-${at}</td><td><a href="/vergabe/${at}">${title}</a></td><td>${body}</td><td>02.05.2031</td><td>${date} Uhr</td><td>laufend</td></tr>`;

test("a German table", () => {
  const notices = readListing(
    `<html lang="de"><body><main><h1>Ausschreibungen</h1><table><thead><tr><th>Aktenzeichen</th><th>Bezeichnung</th><th>Vergabestelle</th><th>Veröffentlicht</th><th>Angebotsfrist</th><th>Status</th></tr></thead><tbody>
${germanRow(101, "Neubau der Feuerwache Süd", "Stadt Musterhausen", "03.06.2031, 11:00")}
${germanRow(102, "Lieferung von Schulmöbeln", "Landkreis Beispiel", "04.06.2031, 10:30")}
${germanRow(103, "Winterdienst auf Kreisstraßen", "Gemeinde Probe", "05.06.2031, 12:00")}
${germanRow(104, "Gebäudereinigung der Rathäuser", "Stadt Probstadt", "06.06.2031, 09:00")}
</tbody></table></main></body></html>`,
    "https://vergabe.beispiel.de/liste",
  );
  expect(notices).toHaveLength(4);
  expect(notices[0]).toMatchObject({
    title: "Neubau der Feuerwache Süd",
    buyer: "Stadt Musterhausen",
    reference: "V-2031-101",
    status: "open",
    publishedAt: "2031-05-02",
    country: "DE",
  });
  expect(notices[0]?.deadlines[0]).toMatchObject({
    kind: "submission",
    localDate: "2031-06-03",
    localTime: "11:00",
    at: "2031-06-03T09:00:00.000Z",
  });
});

test("French cards with labels in the text", () => {
  const card = (at: number, title: string, buyer: string, day: string) =>
    `<article class="carte"><h3><a href="/avis/${at}">${title}</a></h3><p>Acheteur : ${buyer}</p><p>Référence : MAPA-31-${at}</p><p>Date limite de remise des offres : ${day} à 12h00</p></article>`;
  const notices = readListing(
    `<html lang="fr"><body><main><h1>Consultations</h1><div>${card(11, "Réfection de la toiture du gymnase", "Ville de Pau", "12 juin 2031")}${card(12, "Entretien des espaces verts", "Commune de Dax", "13 juin 2031")}${card(13, "Fourniture de repas scolaires", "Département du Gers", "16 juin 2031")}</div></main></body></html>`,
    "https://marches.exemple.fr/avis",
  );
  expect(notices).toHaveLength(3);
  expect(notices[1]).toMatchObject({
    title: "Entretien des espaces verts",
    buyer: "Commune de Dax",
    reference: "MAPA-31-12",
  });
  expect(notices[1]?.deadlines[0]).toMatchObject({
    kind: "submission",
    localDate: "2031-06-13",
    localTime: "12:00",
    at: "2031-06-13T10:00:00.000Z",
  });
});

test("cards without labels: relative dates are counted from the capture and flagged", () => {
  const card = (at: number, title: string, buyer: string, days: number) =>
    `<li class="card"><a class="card-title" href="/o/${at}">${title}</a><span class="org">${buyer}</span><span class="code">QX-${at}-31</span><span>Posted 2 days ago</span><span>Closes in ${days} days</span></li>`;
  const notices = readListing(
    `<html lang="en"><body><main><h1>Opportunities</h1><ul>${card(771, "Dredging of the inner harbour", "Port of Elm", 5)}${card(772, "Catering at the town hall", "Town of Elk Council", 9)}${card(773, "Translation of leaflets", "Ministry of Health", 12)}</ul></main></body></html>`,
    "https://tenders.example.com/list",
  );
  expect(notices.map(({ buyer, reference }) => [buyer, reference])).toEqual([
    ["Port of Elm", "QX-771-31"],
    ["Town of Elk Council", "QX-772-31"],
    ["Ministry of Health", "QX-773-31"],
  ]);
  expect(notices[0]?.deadlines).toMatchObject([
    { kind: "submission", localDate: "2031-05-10", flags: expect.arrayContaining(["relative"]) },
  ]);
  expect(notices[0]?.publishedAt).toBe("2031-05-03");
});

test("cards of a framework: badge, code, buyer and dates without a label", () => {
  const card = (at: number, title: string, buyer: string) =>
    `<div class="col"><div class="card"><div class="card-header"><span class="badge">Open</span><span class="text-muted">RFT-2031-${at}</span></div><div class="card-body"><h5 class="card-title"><a href="/t/${at}">${title}</a></h5><p class="card-text">${buyer}</p><p>Closes ${at - 700} Jun 2031 2:00 PM AEST</p><p>Published 2 days ago</p></div></div></div>`;
  const notices = readListing(
    `<html lang="en"><body><main><h1>Find tenders</h1><div class="row">${card(711, "Dredging of the inner harbour", "Port of Elm")}${card(712, "Catering at the town hall", "Elk City Council")}${card(713, "Translation of leaflets", "Ministry of Health")}</div></main></body></html>`,
    "https://tenders.example.com.au/",
  );
  expect(notices[1]).toMatchObject({
    title: "Catering at the town hall",
    buyer: "Elk City Council",
    reference: "RFT-2031-712",
  });
  expect(notices[1]?.deadlines[0]?.at).toBe("2031-06-12T04:00:00.000Z");
});

test("a stamp over the heading says where it stands; sentences and what else may be liked name no buyer", () => {
  const entry = {
    key: "k",
    title: "Bus shelters",
    url: "https://p.example/t/1",
    fields: { buyer: "Elk City Council" },
    text: "",
  };
  const html = `<html lang="en"><body><main><article><span class="pill cancelled">Cancelled</span><h1>Bus shelters</h1>
    <p>Published by <a href="/buyers">Elk City Council</a> · posted 2 weeks ago</p>
    <div class="facts"><div><span>Closing</span><span>12 May 2031 at 12 noon</span></div></div>
    <p>Elk City Council is procuring the following: Bus shelters. Goods are to be delivered to the places listed.</p></article>
    <section><h2>You may also like</h2><ul><li><a href="/t/2">School meals</a> <small>Closed 10 days ago</small></li></ul></section></main></body></html>`;
  const page = { url: "https://p.example/t/1", html, capturedAt: now };
  const [notice] = readPortalNotice({ entry, page, listingUrl: "https://p.example/", capturedAt: now }).notices;
  expect(notice).toMatchObject({ buyer: "Elk City Council", status: "cancelled" });
  expect(notice?.deadlines).toMatchObject([{ localDate: "2031-05-12" }]);
});

test("the page's own statement stands before the listing's, and a struck date before neither", () => {
  const notice = readPortalNotice({
    entry: {
      key: "k",
      title: "Street lamps",
      url: "https://p.example/t/1",
      fields: { Buyer: "Town", Deadline: "12 May 2031", Reference: "T-1000" },
      text: "Street lamps",
    },
    page: {
      url: "https://p.example/t/1",
      html: detail(
        "Street lamps",
        "<table><tr><th>Closing date</th><td><del>12 May 2031, 12:00</del> 19 May 2031, 12:00 (UTC)</td></tr><tr><th>Contracting authority</th><td>Town of Elk</td></tr></table>",
      ),
      capturedAt: now,
    },
    listingUrl: "https://p.example/",
    capturedAt: now,
  }).notices[0];
  expect(notice).toMatchObject({ buyer: "Town of Elk", reference: "T-1000" });
  expect(notice?.deadlines).toMatchObject([{ localDate: "2031-05-19", at: "2031-05-19T12:00:00.000Z" }]);
});

test.each([
  ["a status row", "Lamps", "<dl><dt>Status</dt><dd>Closed</dd></dl>", "closed"],
  ["a banner", "Lamps", '<div class="alert">This tender has been cancelled by the buyer.</div>', "cancelled"],
  ["a title", "CANCELLED: Lamps for the park", "", "cancelled"],
  ["a title at its end", "Lamps for the park (withdrawn)", "", "cancelled"],
  ["a German row", "Lampen", "<dl><dt>Status</dt><dd>aufgehoben</dd></dl>", "cancelled"],
  ["a French row", "Lampes", "<dl><dt>Statut</dt><dd>Attribué</dd></dl>", "awarded"],
  ["a Spanish row", "Lámparas", "<table><tr><td>Estado</td><td>Desierta</td></tr></table>", "cancelled"],
  ["an Italian row", "Lampade", "<dl><dt>Stato</dt><dd>Aggiudicata</dd></dl>", "awarded"],
  ["an open one", "Lamps", "<dl><dt>Status</dt><dd>Open</dd></dl>", "open"],
  ["a planned one", "Lamps", "<dl><dt>Status</dt><dd>Forthcoming</dd></dl>", "planned"],
  ["a struck title", "<s>Lamps</s>", "", "cancelled"],
])("what is over is not open: %s", (_what, title, body, status) => {
  expect(readDetail(title, body)?.status ?? "").toBe(title.startsWith("<s>") ? "cancelled" : status);
});

test("label and value side by side, in bold, in a line, under a heading", () => {
  const notice = readDetail(
    "Ferry service to the island",
    `<div class="row"><div class="k">Contracting authority</div><div class="v">Island County</div></div>
<p><strong>Tender number:</strong> IC/31/0042</p><p>Submission deadline: 30 May 2031 at 15:00 EST</p><p>Deadline for questions: 20 May 2031</p>
<h2>Description</h2><p>A ferry, twice a day.</p><h3>Contract value</h3><p>$1.2 million</p><p>CPV: 60610000 - Ferry transport services</p>`,
  );
  expect(notice).toMatchObject({
    buyer: "Island County",
    reference: "IC/31/0042",
    summary: "A ferry, twice a day.",
    value: { amount: "1200000", currency: "USD" },
    categories: [{ scheme: "CPV", code: "60610000", label: "Ferry transport services" }],
  });
  expect(notice?.deadlines.map(({ kind, localDate, at }) => [kind, localDate, at])).toEqual([
    ["submission", "2031-05-30", "2031-05-30T20:00:00.000Z"],
    ["questions", "2031-05-20", null],
  ]);
});

test("numeric days are read as the portal writes them", () => {
  const notice = readDetail(
    "Paving",
    "<dl><dt>Published</dt><dd>13/04/2031</dd><dt>Closing date</dt><dd>06/05/2031</dd></dl>",
  );
  expect(notice?.deadlines[0]?.localDate).toBe("2031-05-06");
});

test("a grid of boxes without anything around a pair, and a closing time under a label of its own", () => {
  const notice = readDetail(
    "Ferry service to the island",
    `<div class="grid"><div>File number:</div><div>IC/31/0042</div><div>Contracting authority:</div><div>Island County</div>
<div>Published:</div><div>2 April 2031</div><div>Closing date:</div><div>30 May 2031</div></div><h4>Closing time</h4><p>12 noon</p>`,
  );
  expect(notice).toMatchObject({ buyer: "Island County", reference: "IC/31/0042" });
  expect(notice?.deadlines.map(({ kind, localDate, localTime }) => [kind, localDate, localTime])).toEqual([
    ["submission", "2031-05-30", "12:00"],
  ]);
});

test("a notice that is told in sentences", () => {
  const notice = readDetail(
    "Ferry service to the island",
    `<p>Island County Council is inviting tenders for a ferry service. Tenders must be submitted by 5pm on Friday 30 May 2031.</p>
<p>To take part, please quote reference IC/31/0042. The notice was published on 2 April 2031.</p>`,
    "en-GB",
  );
  expect(notice).toMatchObject({ buyer: "Island County Council", reference: "IC/31/0042" });
  expect(notice?.deadlines).toMatchObject([
    { kind: "submission", localDate: "2031-05-30", localTime: "17:00", at: "2031-05-30T16:00:00.000Z" },
  ]);
});

test.each([
  ["de", "Der Zuschlag wurde erteilt.", "awarded"],
  ["de", "Die Frist ist abgelaufen.", "closed"],
  ["fr", "La date limite de réponse est dépassée.", "closed"],
  ["fr", "Le marché a été attribué.", "awarded"],
])("%s: %s", (language, sentence, status) => {
  const notice = readDetail("Fährverbindung", `<p class="notice">${sentence}</p>`, language);
  expect(notice?.status).toBe(status);
});

test("a notice that is no page is read where it stands, and the body whose portal it is buys", () => {
  const read = (text: string, fields: Record<string, string> = {}) =>
    readPortalNotice({
      entry: { key: "k", title: "Lamps for the old town", url: "https://town.example/f/q7.pdf", fields, text },
      page: null,
      listingUrl: "https://town.example/bids",
      capturedAt: now,
      portalNames: ["Quotations | Town of Brook"],
    }).notices[0];
  expect(read("Lamps for the old town\nQuotation 7/31\nThis tender has been withdrawn.")).toMatchObject({
    buyer: "Town of Brook",
    status: "cancelled",
    attachments: [{ url: "https://town.example/f/q7.pdf", mime: "application/pdf" }],
  });
  expect(read("Lamps for the old town", { icon: "Closed" })?.status).toBe("closed");
  expect(read("Lamps for the old town\nReference 2031/77\nClosing date 19 May 2031 12:00")).toMatchObject({
    reference: "2031/77",
    deadlines: [{ kind: "submission", localDate: "2031-05-19", localTime: "12:00" }],
  });
});

test("numbered labels, pictures for values and links beside them are read as a person reads them", () => {
  const body = `<ul><li><a href="/">Buyer profile</a><ul><li><a href="/a">Tenders</a></li><li><a href="/b">Help</a></li></ul></li></ul>
    <table><tr><td><b>a) Contracting authority</b></td><td>Harbour Board</td></tr><tr><td><b>II.2) Offers received by</b></td><td>19.05.2031, 14:00</td></tr>
    <tr><th>Status</th><td><img src="x.png" alt="Withdrawn"></td></tr></table><p>Link to this notice: <a href="/n/7?x=1">/n/7?x=1</a></p>`;
  expect(readDetail("Dredging", body)).toMatchObject({
    buyer: "Harbour Board",
    status: "cancelled",
    url: "https://portal.example/n/7?x=1",
    deadlines: [{ localDate: "2031-05-19", localTime: "14:00" }],
  });
});

test("a state that the listing sets under a title is none of its words, under whatever label its page names it", () => {
  const url = "https://portal.example/t/9";
  const html = detail(
    "Amtsblatt",
    "<dl><dt>Leistung</dt><dd>Neubau der Hafenbrücke</dd><dt>Frist</dt><dd>3. Juni 2031, 10:00 Uhr</dd></dl>",
    "de",
  );
  const [notice] = readPortalNotice({
    entry: {
      key: url,
      title: "Neubau der Hafenbrücke aufgehoben",
      url,
      fields: {},
      text: "Neubau der Hafenbrücke aufgehoben",
    },
    page: { url, html, capturedAt: now },
    listingUrl: "https://portal.example/",
    capturedAt: now,
  }).notices;
  expect(notice).toMatchObject({ title: "Neubau der Hafenbrücke", status: "cancelled" });
});

test("a day in a list is what the line above it calls it, where boxes name their values in nothing else", () => {
  const listed = (label: string) =>
    readPortalNotice({
      entry: {
        key: "k",
        title: "Shuttle buses between two campuses",
        url: null,
        fields: {
          Status: "Upcoming",
          text: "Type",
          "text 2": "Proposal",
          "text 3": label,
          date: "7 January 2033, 12:00",
        },
        text: `Upcoming\nShuttle buses between two campuses\nType\nProposal\n${label}\n7 January 2033, 12:00`,
      },
      page: null,
      listingUrl: "https://portal.example/",
      capturedAt: now,
    }).notices[0];
  expect(listed("Estimated Open")?.deadlines).toEqual([]);
  expect(listed("Close")?.deadlines).toMatchObject([{ kind: "submission", localDate: "2033-01-07", note: null }]);
});

test("a meeting of suppliers moves no clock of a French page to the island that is called like it", () => {
  const due = (more: string) =>
    readDetail(
      "Entretien des fontaines",
      `<dl><dt>Date limite de remise des offres</dt><dd>lundi 14 avril 2031 11:00</dd></dl><p>${more}</p>`,
      "fr",
    )?.deadlines[0]?.at;
  expect(due("Réunion des fournisseurs le 21 mars. Une réunion est prévue.")).toBe("2031-04-14T09:00:00.000Z");
  expect(due("Conseil départemental de La Réunion")).toBeNull();
});

test("the day that held before, in a history of changes, is no further closing date", () => {
  const terms = `<dl><dt>Angebotsfrist</dt><dd>Freitag, 18. April 2031, 10:00 Uhr</dd></dl>`;
  const history = `<table><tr><th>Zeitpunkt</th><th>Änderung</th></tr><tr><td>28.03.2031</td><td>Verlängerung der Angebotsfrist (bisher: Freitag, 11. April 2031, 10:00 Uhr)</td></tr></table>`;
  const days = readDetail("Schülerverkehr", terms + history, "de")?.deadlines.filter(
    ({ kind }) => kind === "submission",
  );
  expect(days?.map(({ localDate }) => localDate)).toEqual(["2031-04-18"]);
});

test("a page that lists demands under a heading of its own says so, beside its papers", () => {
  const papers = '<h2>Documents</h2><ul><li><a href="/d/itt.pdf">Invitation to tender</a></li></ul>';
  const list = "<ul><li>Insurance of at least 5 million.</li><li>Bidders must hold ISO 9001.</li></ul>";
  const read = (heading: string, lang = "en") => readDetail("Lamps", `<h2>${heading}</h2>${list}${papers}`, lang);
  for (const heading of ["Requirements", "Minimum requirements for bidders", "What you need", "Teilnahmebedingungen"])
    expect(read(heading)).toMatchObject({ demandsOnPage: true, attachments: [{ title: "Invitation to tender" }] });
  for (const heading of ["Description", "Conditions of use of this site", "Further lots"])
    expect(read(heading)?.demandsOnPage).toBeUndefined();
});

const plain = (fields: Record<string, string>, title: string, text: string) =>
  readPortalNotice({
    entry: { key: "N-7", title, url: "https://hale.example/n-7/notice.pdf", fields, text },
    page: null,
    listingUrl: "https://hale.example/tenders",
    capturedAt: now,
    portalNames: ["Tenders - Hale Valley Hospitals Group"],
  }).notices[0];

test("a row without a page has all the papers to which its list leads, and a body's own portal names the buyer", () => {
  const papers = "https://hale.example/n-7/notice.pdf Notice\nhttps://hale.example/n-7/spec.pdf Specification";
  const notice = plain({ "papers@href": papers, Closing: "12 June 2031" }, "Hire of linen", "N-7\nHire of linen");
  expect(notice?.attachments.map(({ url }) => url)).toEqual([
    "https://hale.example/n-7/notice.pdf",
    "https://hale.example/n-7/spec.pdf",
  ]);
  expect(notice?.buyer).toBe("Hale Valley Hospitals Group");
});

test("a state that stands under the title in its cell is no part of it", () => {
  const notice = plain({ Closing: "12 June 2031" }, "Hire of linen Cancelled", "N-7\nHire of linen\nCancelled");
  expect(notice).toMatchObject({ title: "Hire of linen", status: "cancelled" });
});
