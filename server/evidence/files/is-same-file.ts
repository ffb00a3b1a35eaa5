/**
 * Servers write the files of a tender anew at each request: the bytes differ, and nothing in them but when that was. Two files are the same when
 * they differ only in such stamps: dates and numbers of the file in a PDF, the times of the parts and the properties in an archive or office file.
 */
export function isSameFile(before: Buffer, after: Buffer): boolean {
  if (before.equals(after)) return true;
  if (isPdf(before) && isPdf(after)) return withoutStamps(before) === withoutStamps(after);
  const [was, is] = [partsOf(before), partsOf(after)];
  return was !== null && was === is;
}

/** Larger ones are compared by their bytes. */
const largest = 40 * 1024 * 1024;
const isPdf = (file: Buffer) => file.length <= largest && file.subarray(0, 5).toString("latin1") === "%PDF-";

const stamps: [RegExp, string][] = [
  [/\/(CreationDate|ModDate)\s{0,4}(?:\([^()]{0,60}\)|<[0-9A-Fa-f\s]{0,200}>)/g, "/$1"],
  [/\/ID\s{0,4}\[\s{0,4}(?:<[0-9A-Fa-f]{0,128}>\s{0,4}){2}\]/g, "/ID"],
  [/<((?:xmp|xap):(?:Create|Modify|Metadata)Date)>[^<]{0,60}</g, "<$1><"],
  [/\b((?:xmp|xap):(?:Create|Modify|Metadata)Date)\s{0,4}=\s{0,4}(["'])[^"']{0,60}\2/g, "$1"],
  [/<((?:xmpMM|xapMM):(?:Document|Instance|OriginalDocument)ID)>[^<]{0,120}</g, "<$1><"],
  [/\b((?:xmpMM|xapMM):(?:Document|Instance|OriginalDocument)ID)\s{0,4}=\s{0,4}(["'])[^"']{0,120}\2/g, "$1"],
  // Where its parts lie moves with the length of a stamp.
  [/\b\d{10} (\d{5} [nf])/g, "$1"],
  [/startxref\s{1,4}\d{1,12}/g, "startxref"],
];

function withoutStamps(file: Buffer): string {
  return stamps.reduce((text, [stamp, left]) => text.replace(stamp, left), file.toString("latin1"));
}

const endMark = 0x06054b50;
const partMark = 0x02014b50;
const mostParts = 20_000;
const properties = /^(?:docProps\/(?:core|app)|meta)\.xml$/;

/** What an archive holds, by the names and sums of its parts; null for what is none. */
function partsOf(file: Buffer): string | null {
  const end = file.length < 22 ? -1 : file.lastIndexOf(Buffer.from("PK\x05\x06", "latin1"));
  if (end < 0 || end + 22 > file.length || file.readUInt32LE(end) !== endMark) return null;
  const parts: string[] = [];
  let at = file.readUInt32LE(end + 16);
  for (let count = file.readUInt16LE(end + 10); count > 0; count--) {
    if (parts.length > mostParts || at + 46 > file.length || file.readUInt32LE(at) !== partMark) return null;
    const [nameLength, extraLength, noteLength] = [28, 30, 32].map((offset) => file.readUInt16LE(at + offset));
    const name = file.toString("utf8", at + 46, at + 46 + (nameLength ?? 0));
    // The sum of what is inside, and its length; how it was packed and when is no part of it.
    if (!properties.test(name)) parts.push(`${name} ${file.readUInt32LE(at + 16)} ${file.readUInt32LE(at + 24)}`);
    at += 46 + (nameLength ?? 0) + (extraLength ?? 0) + (noteLength ?? 0);
  }
  return parts.length === 0 ? null : parts.sort().join("\n");
}
