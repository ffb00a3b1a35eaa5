import { expect, test } from "vitest";
import { defaultParseLimits } from "@/server/knowledge/ingest/parsing";
import { readEml } from "@/server/knowledge/ingest/parsing/extractors/eml";
import { readFields } from "../../fields/read-fields";
import { toTenderDocument } from "../../tender-document";
import { readMailNotice } from "./read-mail-notice";

const readAt = new Date("2031-03-01T10:00:00Z");

async function read(subject: string, ...body: string[]) {
  const source = ["From: Procurement <tenders@riverton.example>", `Subject: ${subject}`, "", ...body].join("\r\n");
  const { rendition } = await readEml(Buffer.from(source), defaultParseLimits);
  const document = toTenderDocument("mail.eml", "mail.eml", rendition);
  return readMailNotice({
    key: "hash",
    text: rendition.text,
    subject: rendition.title ?? null,
    stated: readFields([document], { now: readAt }),
    readAt,
  });
}

test("a mail that announces a tender in prose is a notice with its date", async () => {
  const { notices } = await read(
    "Fwd: Invitation to tender: street lamps",
    "Dear supplier,",
    "",
    "The City of Riverton invites tenders for the renewal of 400 street lamps.",
    "Tenders must be received no later than 2 p.m. UTC on 9 April 2031.",
  );
  expect(notices).toMatchObject([
    {
      scheme: "email",
      key: "hash",
      title: "Invitation to tender: street lamps",
      kind: "tender",
      deadlines: [{ kind: "submission", localDate: "2031-04-09", localTime: "14:00" }],
    },
  ]);
  expect(notices[0]?.deadlines[0]).not.toHaveProperty("place");
});

test("labelled lines count before prose", async () => {
  const { notices } = await read(
    "Request for quotation 2031/7: paper",
    "Buyer: City of Riverton",
    "Reference: 2031/7",
    "Deadline for submission: 12 April 2031 12:00",
  );
  expect(notices).toMatchObject([
    { kind: "rfq", buyer: "City of Riverton", reference: "2031/7", deadlines: [{ localDate: "2031-04-12" }] },
  ]);
});

test.each([
  ["a reply", "Re: Invitation to tender: street lamps", "Tenders must be received by 9 April 2031.", "reply"],
  ["a mail about a visit", "Visit on Tuesday", "We arrive by 9 April 2031 at noon.", "does not call itself"],
  ["a question", "Tender for street lamps", "Could you send us the drawings of annex 3?", "names no day"],
])("%s is correspondence", async (_, subject, body, reason) => {
  const { notices, refused } = await read(subject, body);
  expect(notices).toEqual([]);
  expect(refused[0]?.reason).toContain(reason);
});
