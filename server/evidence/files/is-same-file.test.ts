import { strToU8, zipSync } from "fflate";
import { expect, test } from "vitest";
import { isSameFile } from "./is-same-file";

interface Stamps {
  at: string;
  id: string;
  words: string;
}
/** A file as a server prints it: an information object, a packet of properties, a table of where its parts lie. */
const printed = ({ at, id, words }: Stamps) => {
  const head = `%PDF-1.4
1 0 obj << /Producer (Printer 2) /CreationDate (D:${at}) /ModDate (D:${at}Z) >> endobj
2 0 obj << /Type /Metadata >> stream
<x:xmpmeta><xmp:CreateDate>${at}</xmp:CreateDate><r:D xmpMM:InstanceID="uuid:${id}"/></x:xmpmeta>
endstream endobj
3 0 obj << /Length 9 >> stream
BT (${words}) Tj ET
endstream endobj
`;
  const table = `xref\n0 2\n0000000000 65535 f \n${String(head.indexOf("2 0 obj")).padStart(10, "0")} 00000 n \n`;
  const end = `trailer << /ID [<${id}> <${id}>] >>\nstartxref\n${head.length}\n%%EOF\n`;
  return Buffer.from(head + table + end, "latin1");
};
const first = { at: "20270301120000", id: "ab12", words: "Deliver within 26 weeks" };

test("a file that a server printed anew is the same, another figure in it is not", () => {
  const again = { ...first, at: "20270302070915+01'00'", id: "ff00ff00" };
  expect(isSameFile(printed(first), printed(again))).toBe(true);
  expect(isSameFile(printed(first), printed({ ...again, words: "Deliver within 20 weeks" }))).toBe(false);
});

const packed = (text: string, mtime: string, saved: string, level: 0 | 9 = 9) =>
  Buffer.from(
    zipSync(
      { "word/document.xml": strToU8(text), "docProps/core.xml": strToU8(`<modified>${saved}</modified>`) },
      { mtime, level },
    ),
  );

test("an office file that was only saved again is the same, however it was packed", () => {
  const one = packed("Bids by noon", "2027-03-01", "2027-03-01");
  expect(isSameFile(one, packed("Bids by noon", "2027-03-02", "2027-03-02", 0))).toBe(true);
  expect(isSameFile(one, packed("Bids by four", "2027-03-01", "2027-03-01"))).toBe(false);
});

test("what is neither is told by its bytes, and broken ends are no reason to stop", () => {
  const text = (words: string) => Buffer.from(words);
  expect([isSameFile(text("a;b"), text("a;b")), isSameFile(text("a;b"), text("a;c"))]).toEqual([true, false]);
  const cut = packed("Bids by noon", "2027-03-01", "2027-03-01").subarray(0, -30);
  const lies = Buffer.concat([Buffer.from("x"), Buffer.from("PK\x05\x06", "latin1"), Buffer.alloc(18, 255)]);
  expect([isSameFile(cut, lies), isSameFile(lies, cut), isSameFile(lies, text(""))]).toEqual([false, false, false]);
});
