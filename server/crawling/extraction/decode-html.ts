import { isUtf8 } from "node:buffer";

/** How far into the page its own declaration of the charset is looked for, as in browsers. */
const declarationBytes = 1024;

/**
 * Text of a page from its bytes. The order is that of browsers (https://encoding.spec.whatwg.org): byte order mark, Content-Type header,
 * declaration in the first 1024 bytes, and then by validity: UTF-8 where the bytes are UTF-8, otherwise windows-1252. A declared charset
 * that the bytes contradict (UTF-8 declared, bytes invalid; another declared, bytes valid UTF-8 beyond ASCII) gives way to the bytes.
 * `charset` is the name that was used, as `TextDecoder` spells it.
 */
export function decodeHtml(body: Buffer, contentType: string | null): { text: string; charset: string } {
  const marked = byteOrderMark(body);
  if (marked) return decode(body, marked);
  const declared = known(charsetOf(contentType ?? "")) ?? known(declaredIn(body));
  const isValidUtf8 = isUtf8(body);
  if (declared && /^utf-16/.test(declared)) {
    // A page that declares UTF-16 in bytes that read as ASCII is not UTF-16.
    return decode(body, looksUtf16(body) ? declared : isValidUtf8 ? "utf-8" : "windows-1252");
  }
  // Escape sequences of ISO-2022-JP are ASCII, so validity as UTF-8 says nothing against it.
  if (declared === "iso-2022-jp") return decode(body, declared);
  if (isValidUtf8) return { text: body.toString("utf8"), charset: "utf-8" };
  if (declared && declared !== "utf-8") return decode(body, declared);
  return decode(body, isMostlyUtf8(body) ? "utf-8" : "windows-1252");
}

function byteOrderMark(body: Buffer): string | null {
  if (body[0] === 0xef && body[1] === 0xbb && body[2] === 0xbf) return "utf-8";
  if (body[0] === 0xff && body[1] === 0xfe) return "utf-16le";
  if (body[0] === 0xfe && body[1] === 0xff) return "utf-16be";
  return null;
}

function declaredIn(body: Buffer): string | null {
  const head = body.toString("latin1", 0, declarationBytes);
  const meta = /<meta[^>]{0,300}?charset\s{0,9}=\s{0,9}["']?\s{0,9}([\w:.-]{2,40})/i.exec(head)?.[1];
  return meta ?? /^\s{0,99}<\?xml[^>]{0,100}?encoding\s{0,9}=\s{0,9}["']([\w:.-]{2,40})/i.exec(head)?.[1] ?? null;
}

function charsetOf(contentType: string): string | null {
  return /charset\s{0,9}=\s{0,9}["']?\s{0,9}([\w:.-]{2,40})/i.exec(contentType.slice(0, 500))?.[1] ?? null;
}

/** The name that `TextDecoder` gives a label, or null where it knows none. */
function known(label: string | null): string | null {
  if (label === null) return null;
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return null;
  }
}

function decode(body: Buffer, charset: string): { text: string; charset: string } {
  return { text: new TextDecoder(charset).decode(body), charset };
}

function looksUtf16(body: Buffer): boolean {
  const length = Math.min(body.length & ~1, 4096);
  let zeros = 0;
  for (let at = 0; at < length; at++) if (body[at] === 0) zeros++;
  return length >= 4 && zeros > length * 0.2;
}

/** A few broken bytes (cut in the middle, pasted) do not make a page another charset. */
function isMostlyUtf8(body: Buffer): boolean {
  const text = new TextDecoder().decode(body.subarray(0, 262_144));
  let broken = 0;
  let good = 0;
  for (const character of text) {
    if (character === "\ufffd") broken++;
    else if (character > "\u007f") good++;
  }
  return good >= broken * 2;
}
