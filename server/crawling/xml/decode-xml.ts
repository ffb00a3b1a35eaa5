/** Names that documents use for charsets which the decoder knows by another one. */
const aliases: Record<string, string> = {
  "tis-620": "windows-874",
  "x-mac-roman": "macintosh",
  "iso-10646-ucs-2": "utf-16",
  "ucs-2": "utf-16",
  "iso-8859-1-windows-3.1-latin-1": "windows-1252",
};

/**
 * The text of an XML or JSON document from its bytes: byte order mark, then what the bytes can only be (UTF-16 and UTF-32 without one),
 * then what the server or the document says, whichever of the two decodes without an error, then UTF-8, then windows-1252.
 */
export function decodeXml(bytes: Uint8Array, contentType?: string): string {
  const marked = byMark(bytes) ?? byZeros(bytes);
  if (marked)
    return marked.startsWith("utf-32") ? decodeUtf32(bytes, marked === "utf-32le") : (decode(bytes, marked) ?? "");
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 1024)).toString("latin1");
  const declared = /^\s*<\?xml[^>]{0,300}?encoding\s*=\s*["']\s*([\w.:-]{2,40})/i.exec(head)?.[1];
  const served = /charset\s*=\s*["']?\s*([\w.:-]{2,40})/i.exec(contentType ?? "")?.[1];
  // An XML parser believes the server first; servers are wrong more often than documents, so the one that fits wins.
  for (const name of [declared, served, "utf-8"]) {
    // A document that was read as text to get here is no UTF-16 whatever it says.
    const text = name && !/^(utf-?(16|32)|ucs)/i.test(name) ? decode(bytes, name, true) : null;
    if (text !== null) return text;
  }
  return decode(bytes, declared ?? served ?? "") ?? decode(bytes, "windows-1252") ?? "";
}

function byMark(bytes: Uint8Array): string | null {
  const [a, b, c, d] = bytes;
  if (a === 0xff && b === 0xfe && c === 0 && d === 0) return "utf-32le";
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff) return "utf-32be";
  if (a === 0xef && b === 0xbb && c === 0xbf) return "utf-8";
  if (a === 0xff && b === 0xfe) return "utf-16le";
  if (a === 0xfe && b === 0xff) return "utf-16be";
  return null;
}

/** A document begins with a character of ASCII: where its zero bytes stand tells the width. */
function byZeros(bytes: Uint8Array): string | null {
  const [a, b, c, d] = bytes;
  if (a === 0 && b === 0 && c === 0 && d) return "utf-32be";
  if (a && b === 0 && c === 0 && d === 0) return "utf-32le";
  if (a === 0 && b && c === 0) return "utf-16be";
  if (a && b === 0 && c && d === 0) return "utf-16le";
  return null;
}

function decodeUtf32(bytes: Uint8Array, isLittle: boolean): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts: string[] = [];
  for (let offset = 0; offset + 4 <= bytes.byteLength; offset += 4) {
    const code = view.getUint32(offset, isLittle);
    if (code !== 0xfeff) parts.push(code <= 0x10ffff ? String.fromCodePoint(code) : "\ufffd");
  }
  return parts.join("");
}

function decode(bytes: Uint8Array, name: string, fatal = false): string | null {
  const label = name.trim().toLowerCase();
  try {
    return new TextDecoder(Object.hasOwn(aliases, label) ? aliases[label] : label, { fatal }).decode(bytes);
  } catch {
    return null;
  }
}
