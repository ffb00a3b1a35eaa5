import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { breakFile } from "./testing/break-file";
import { makePptx, makeXlsx, makeZip } from "./testing/make-zip";
import { readBroken } from "./testing/read-broken";
import { startTestPool } from "./testing/test-pool";

let files: Awaited<ReturnType<typeof startTestPool>>;
beforeAll(async () => {
  files = await startTestPool({ size: 2 });
}, 240_000);
afterAll(async () => {
  await files.close();
});

const docx = readFileSync("sample/tenders/clinic-scheduling/Request for Quotation.docx");
const markdown = readFileSync("sample/past-answers/Security.md");
const rows = Array.from(
  { length: 60 },
  (_none, row) => `<row r="${row + 1}"><c r="A${row + 1}" t="inlineStr"><is><t>Item ${row}</t></is></c></row>`,
);
const slides = ["Our offer", "Our price", "Our people"].map(
  (title) => `<p:sp><p:txBody><a:p><a:r><a:t>${title}</a:t></a:r></a:p></p:txBody></p:sp>`,
);
const mail = `From: a@a.example\nMIME-Version: 1.0\nSubject: Addendum\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\nSee the file.\n--b\nContent-Type: text/markdown\nContent-Transfer-Encoding: base64\nContent-Disposition: attachment; filename=a.md\n\n${markdown.toString("base64")}\n--b--\n`;
/** Each kind with its number of copies: those that are packed break in more ways. */
const whole: [name: string, bytes: Uint8Array, copies: number][] = [
  ["invitation.pdf", readFileSync("sample/tenders/harbour-records/Invitation to Tender.pdf"), 14],
  ["quotation.docx", docx, 12],
  ["prices.xlsx", makeXlsx(rows.join("")), 10],
  ["offer.pptx", makePptx(slides), 10],
  ["papers.zip", makeZip({ "a/quotation.docx": docx, "security.md": markdown }), 8],
  ["notice.html", readFileSync("sample/tenders/library-network/Tender Notice.html"), 4],
  ["mail.eml", Buffer.from(mail), 4],
];

// `npm run bench -- broken` does the same with hundreds of files that others have made.
test("files broken in every way are read or refused with a reason, none hangs, and the next one is read", async () => {
  const broken = whole.flatMap(([name, bytes, copies], at) =>
    breakFile(bytes, copies, at + 1).map((copy) => ({ name, ...copy })),
  );
  expect(broken).toHaveLength(62);
  const outcomes = await Promise.all(
    broken.map(async ({ name, way, bytes }) => readBroken(files.pool, { path: await files.put(bytes), name, way })),
  );
  const failed = outcomes.filter(({ outcome }) => outcome !== "read");
  expect(failed.filter(({ outcome }) => outcome === "timeout" || outcome === "out_of_memory")).toEqual([]);
  expect(failed.filter(({ unforeseen }) => unforeseen !== null)).toEqual([]);
  // A person is told what it is and what to do now.
  expect(failed.filter(({ message }) => !/^(The|A) .*\. .*\.$/s.test(message))).toEqual([]);
  expect(failed.length).toBeGreaterThan(20);
  for (let reader = 0; reader < 2; reader++) {
    const sound = await files.pool.read({ path: await files.put("Still here."), name: "a.txt" });
    expect(sound).toMatchObject({ kind: "document", rendition: { text: "Still here." } });
  }
}, 400_000);
