import { expect, test } from "vitest";
import { readFeedNotice, readTextNotice } from "./read-text-notice";

const readAt = new Date("2031-05-05T08:00:00Z");
const feed = (title: string, text: string, fields = {}) =>
  readFeedNotice({
    entry: { key: "guid-1", title, url: "https://news.example/1", fields, text },
    page: null,
    listingUrl: "https://news.example/feed",
    capturedAt: readAt,
  });

test("an entry of a feed that states a deadline is a tender, one that tells news is not", () => {
  const { notices } = feed("Bridge repair", "Buyer: County of Ash\nClosing date: 20 June 2031 12:00 UTC", {
    published: "2031-05-01T00:00:00.000Z",
  });
  expect(notices[0]).toMatchObject({
    scheme: "feed",
    buyer: "County of Ash",
    publishedAt: "2031-05-01T00:00:00.000Z",
    deadlines: [{ kind: "submission", at: "2031-06-20T12:00:00.000Z" }],
  });
  expect(feed("Mayor opens the new library", "A day of music and cake.").refused[0]?.reason).toContain("news");
  expect(feed("Request for proposals: audit of accounts", "See the site.").notices[0]?.kind).toBe("rfp");
});

test("a mail is read by its subject and its labelled lines", () => {
  const text = `From: Procurement <tenders@town.example>
Subject: Fwd: Invitation to tender: Playground equipment

Contracting authority: Town of Elk
Reference number: TE-31-008
Deadline for submission: 12 June 2031, 14:00 (UTC)
Contact: Ann Lee, ann.lee@town.example`;
  const { notices } = readTextNotice({ scheme: "email", key: "m1", title: null, text, readAt });
  expect(notices[0]).toMatchObject({
    scheme: "email",
    title: "Invitation to tender: Playground equipment",
    buyer: "Town of Elk",
    reference: "TE-31-008",
    status: "open",
    contacts: [{ name: "Ann Lee", email: "ann.lee@town.example" }],
  });
  expect(notices[0]?.deadlines[0]?.at).toBe("2031-06-12T14:00:00.000Z");
});

test("a pasted text has its first line as the title, and nothing is no notice", () => {
  const pasted = readTextNotice({
    scheme: "paste",
    key: "p1",
    title: null,
    text: "CANCELLED: Snow clearing\nBuyer: Elk",
    readAt,
  });
  expect(pasted.notices[0]).toMatchObject({ title: "Snow clearing", status: "cancelled", type: "cancellation" });
  expect(readTextNotice({ scheme: "paste", key: "p2", title: null, text: " \n", readAt }).refused).toHaveLength(1);
});
