import { expect, test } from "vitest";
import { readPortalNotice } from "./read-portal-notice";

const now = new Date("2031-05-05T08:00:00Z");

/** What is read of a notice's own page, and of the pages that belong to it. */
const pageOf = (body: string, entry: { title?: string; fields?: Record<string, string>; parts?: string[] } = {}) => {
  const url = "https://portal.example/t/4711";
  const title = entry.title ?? "Relining of two sewers";
  return readPortalNotice({
    entry: { key: url, title, url, fields: entry.fields ?? {}, text: title },
    page: {
      url,
      html: `<html lang="en"><body><header><h1>Portal</h1></header><main><h1>${title}</h1>${body}</main></body></html>`,
      capturedAt: now,
    },
    parts: (entry.parts ?? []).map((html, at) => ({ url: `${url}/part${at}`, html })),
    listingUrl: "https://portal.example/",
    capturedAt: now,
  }).notices[0];
};

test("a notice whose own publication is still expected is planned, and its day is no closing date", () => {
  const notice = pageOf(
    "<dl><dt>Anticipated release</dt><dd>4 October 2031</dd><dt>Buyer</dt><dd>Hale Water</dd></dl>",
  );
  expect(notice).toMatchObject({ status: "planned", deadlines: [], publishedAt: null });
});

test("a buyer's reference stands before the identifier that a form makes up", () => {
  const uuid = "0f9c2a54-7b1d-4c66-9a3e-5d2f8e7b6c10";
  const rows = (first: string, second: string) =>
    `<dl><dt>Procedure identifier</dt><dd>${first}</dd><dt>Internal reference</dt><dd>${second}</dd></dl>`;
  expect(pageOf(rows(uuid, "HW-31-07"))?.reference).toBe("HW-31-07");
  expect(pageOf(rows("HW-31-07", uuid))?.reference).toBe("HW-31-07");
});

test("when an office closes is no closing date, nor is what a menu says", () => {
  const notice = pageOf(
    '<div id="left-nav"><ul><li><a href="/">Home</a></li></ul><p><b>Closing:</b> we close on 24 December 2031.</p></div><p><strong>Office closing:</strong> we are closed on 26 December 2031.</p><dl><dt>Closing date</dt><dd>9 July 2031, 12:00</dd></dl>',
  );
  expect(notice?.deadlines.map(({ localDate }) => localDate)).toEqual(["2031-07-09"]);
});

test("boxes that hold a label and its value each are read box by box", () => {
  const box = (label: string, value: string) => `<div><strong>${label}</strong><span>${value}</span></div>`;
  const notice = pageOf(
    `<div class="facts">${box("Buyer", "Hale Water")}${box("Notice number", "HW-31-07")}${box("Status", "Open")}${box("Closing date", "9 July 2031, 12:00")}</div>`,
  );
  expect(notice).toMatchObject({ buyer: "Hale Water", reference: "HW-31-07" });
});

test("under a heading for the buyer with lines of its own, the line of the name is the buyer", () => {
  for (const lines of [
    "<table><tr><th>Official name</th><td>Hale Water</td></tr><tr><th>E-mail</th><td>x@hale.example</td></tr></table>",
    "<div><div>Name:</div><div>Hale Water</div></div><div><div>Street:</div><div>Weir Road 4</div></div>",
  ])
    expect(pageOf(`<h3>1. Contracting authority</h3>${lines}<h3>2. Subject</h3><p>Sewers</p>`)?.buyer).toBe(
      "Hale Water",
    );
});

test("papers are known by their names, also on pages that belong to the entry, without a number of the visit", () => {
  const notice = pageOf('<main><a href="/get;jsessionid=1A?d=4711-1">Invitation to tender.pdf</a></main>', {
    parts: [
      '<body><main><a href="/get?d=4711-2">Price schedule (XLSX, 12 kB)</a><a href="/t/4711">Back</a></main></body>',
    ],
  });
  expect(notice?.attachments.map(({ url, mime }) => [url, mime?.split(/[/.]/).at(-1)])).toEqual([
    ["https://portal.example/get?d=4711-1", "pdf"],
    ["https://portal.example/get?d=4711-2", "sheet"],
  ]);
});

test("a line right under the heading says that it is over, whatever it is called", () => {
  const told = (line: string) => pageOf(`<p class="x9">${line}</p><h2>Subject</h2><p class="x9">Closed</p>`)?.status;
  expect(["Déclarée sans suite", "Clôturé", "Zuschlag erteilt", "Two lots"].map(told)).toEqual([
    "cancelled",
    "closed",
    "awarded",
    "open",
  ]);
});

test("what is wanted may stand in a frame of fields under its legend, and a number of the portal's own is no reference", () => {
  const notice = pageOf(
    "<table><tr><td>RFx ID</td><td>:</td><td>31844034</td></tr><tr><td>Reference #</td><td>:</td><td>HW 26/121</td></tr><tr><td>Stage</td><td>:</td><td>Under evaluation</td></tr><tr><td>Close Date</td><td>:</td><td>12:00 PM 10 Dec 2031 (Pacific/Auckland UTC+13:00)</td></tr></table><fieldset><legend>Scope</legend><span>Two sewers of 900 metres are relined without digging.</span></fieldset>",
  );
  expect(notice).toMatchObject({
    reference: "HW 26/121",
    status: "closed",
    summary: "Two sewers of 900 metres are relined without digging.",
    deadlines: [{ kind: "submission", at: "2031-12-09T23:00:00.000Z" }],
  });
});
