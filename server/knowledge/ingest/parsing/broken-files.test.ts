import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { makePdf, paragraphLines, textPdf } from "./testing/make-pdf";
import { makeDocx, makePptx, makeXlsx, makeZip } from "./testing/make-zip";
import { startTestPool } from "./testing/test-pool";

// What is told of a file that is broken is told of the file that a person sees, not of how it is packed inside.
let files: Awaited<ReturnType<typeof startTestPool>>;
beforeAll(async () => {
  files = await startTestPool();
}, 120_000);
afterAll(async () => {
  await files.close();
});

async function refusalOf(bytes: Uint8Array | string, name: string): Promise<string> {
  const read = files.pool.read({ path: await files.put(bytes), name });
  const outcome = await read.catch((error: Error) => error);
  if (!(outcome instanceof Error)) throw new Error(`${name} was read`);
  return outcome.message;
}

const docx = makeDocx(`<w:p><w:r><w:t>${"Offers are due at noon. ".repeat(40)}</w:t></w:r></w:p>`);
const xlsx = makeXlsx('<row r="1"><c r="A1"><v>1</v></c></row>');
const pptx = makePptx(["<p:sp><p:txBody><a:p><a:r><a:t>Hello</a:t></a:r></a:p></p:txBody></p:sp>"]);
const packages = [
  ["docx", docx, "Word document"],
  ["xlsx", xlsx, "Excel workbook"],
  ["pptx", pptx, "PowerPoint presentation"],
] as const;

/** A compound file of old Office whose directory, with its names, stands behind everything else. */
function compoundFile(name: string, padding: number): Uint8Array {
  const head = Buffer.alloc(512);
  Buffer.from("d0cf11e0a1b11ae1", "hex").copy(head);
  head.writeUInt16LE(9, 30);
  head.writeUInt32LE(padding / 512, 48);
  return Buffer.concat([head, Buffer.alloc(padding), Buffer.from(name, "utf16le"), Buffer.alloc(512)]);
}

/** Says of every entry that it is encrypted, as packers with a password do. */
function withPassword(zip: Uint8Array): Uint8Array {
  const bytes = Buffer.from(zip);
  for (const [mark, at] of [
    ["504b0304", 6],
    ["504b0102", 8],
  ] as const) {
    const found = Buffer.from(mark, "hex");
    for (let i = bytes.indexOf(found); i >= 0; i = bytes.indexOf(found, i + 4)) bytes.writeUInt16LE(1, i + at);
  }
  return bytes;
}

test("an office file is called by its own kind, whatever is wrong with it", async () => {
  for (const [extension, bytes, what] of packages) {
    const name = `offer.${extension}`;
    const half = bytes.subarray(0, bytes.length / 2);
    expect(await refusalOf(half, name)).toContain(`The ${what} is not whole: its end is missing`);
    // Also where nothing but its bytes says what it was.
    expect(await refusalOf(bytes.subarray(0, bytes.length - 30), "offer")).toContain(`The ${what} is not whole`);
    const torn = Buffer.from(bytes);
    torn.fill(0xff, torn.lastIndexOf(Buffer.from("504b0102", "hex")), torn.length - 22);
    expect(await refusalOf(torn, name)).toContain(`The ${what} is damaged`);
    expect(await refusalOf(withPassword(bytes), name)).toContain(`The ${what} is protected with a password`);
    const words = makeZip({ "[Content_Types].xml": "<Types/>", "docProps/core.xml": "<x/>" });
    expect(await refusalOf(words, name)).toContain(`The ${what} is damaged`);
    expect(await refusalOf(randomBytes(5_000), name)).toContain(`${what} but holds none`);
    for (const padding of [512, 3 * 1024 * 1024]) {
      const protectedFile = compoundFile("EncryptedPackage", padding);
      expect(await refusalOf(protectedFile, name)).toContain(`The ${what} is protected with a password`);
    }
  }
});

test("a workbook without its sheets and a presentation without its slides are damaged, not empty", async () => {
  const { unzipSync } = await import("fflate");
  const without = (bytes: Uint8Array, part: string) => {
    const parts = unzipSync(bytes);
    delete parts[part];
    return makeZip({ "[Content_Types].xml": "<Types/>", ...parts });
  };
  expect(await refusalOf(without(xlsx, "xl/worksheets/sheet1.xml"), "a.xlsx")).toContain(
    "The Excel workbook is damaged",
  );
  expect(await refusalOf(without(xlsx, "xl/workbook.xml"), "a")).toContain("The Excel workbook is damaged");
  expect(await refusalOf(without(pptx, "ppt/slides/slide1.xml"), "a.pptx")).toContain(
    "PowerPoint presentation is damaged",
  );
  expect(await refusalOf(without(docx, "word/document.xml"), "a.docx")).toContain("The Word document is damaged");
});

test("a PDF says whether it is cut off, damaged, empty or locked", async () => {
  const pdf = textPdf([paragraphLines(["Hello there"], 72, 100)]);
  expect(await refusalOf(pdf.subarray(0, 60), "a.pdf")).toContain("The PDF is not whole");
  const trailer =
    "/Encrypt<</Filter/Standard/V 1/R 2/O(01234567890123456789012345678901)/U(01234567890123456789012345678901)/P -4>>/ID[(a)(a)]";
  const locked = makePdf(
    [{ body: "<</Type/Catalog/Pages 2 0 R>>" }, { body: "<</Type/Pages/Kids[]/Count 0>>" }],
    trailer,
  );
  expect(await refusalOf(locked, "a.pdf")).toContain("The PDF is protected with a password");
  const none = makePdf([{ body: "<</Type/Catalog/Pages 2 0 R>>" }, { body: "<</Type/Pages/Kids[]/Count 0>>" }]);
  expect(await refusalOf(none, "a.pdf")).toBe("The PDF has no pages. Check the original and upload it again.");
  expect(await refusalOf(textPdf([[]]), "a.pdf")).toContain("The PDF holds no text that could be read");
  expect(await refusalOf(Buffer.from("%PDF-1.7\nnothing\n%%EOF\n"), "a.pdf")).toContain("The PDF is damaged");
});

test("archives stay archives, mails mails and tables tables", async () => {
  const zip = makeZip({ "a.txt": "words", "b.docx": docx });
  expect(await refusalOf(zip.subarray(0, zip.length / 2), "papers.zip")).toContain("The archive is not whole");
  expect(await refusalOf(withPassword(zip), "papers.zip")).toContain(
    "The archive is protected with a password. Unpack it",
  );
  expect(await refusalOf("MIME-Version: 1.0\nSubject:\n\n", "a.eml")).toContain("The mail holds no text and no files");
  expect(await refusalOf("", "a.csv")).toContain("The file is empty");
  expect(await refusalOf(",,\n,,\n", "a.csv")).toContain("The table has no filled cells");
});

test("what is only unusual is read: archives three deep, mails without a body, text in UTF-16 with and without its mark", async () => {
  const read = async (bytes: Uint8Array | string, name: string) =>
    files.pool.read({ path: await files.put(bytes), name });
  const deep = await read(makeZip({ "b.zip": makeZip({ "c.zip": makeZip({ "deep.txt": "Deep." }) }) }), "a.zip");
  expect(deep).toMatchObject({ kind: "container", members: [{ path: "b/c/deep.txt" }] });
  const mail = await read("From: a@a.example\nMIME-Version: 1.0\nSubject: Addendum 2\n\n", "a.eml");
  expect(mail).toMatchObject({ rendition: { title: "Addendum 2", warnings: ["The mail has no text of its own."] } });
  const text = "Die Angebote müssen bis zum 4. März eingegangen sein.";
  const little = Buffer.from(text, "utf16le");
  for (const bytes of [
    little,
    Buffer.concat([Buffer.from([0xff, 0xfe]), little]),
    Buffer.from(little).swap16(),
    Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(little).swap16()]),
  ]) {
    expect(await read(bytes, "a.txt")).toMatchObject({ kind: "document", rendition: { text } });
  }
});
