/** Text of unknown encoding: byte order mark, then strict UTF-8, then UTF-16 by its zero bytes, then windows-1252. */
export function decodeText(bytes: Uint8Array, declared?: string): string {
  const marked = byteOrderMark(bytes);
  if (marked) return decode(bytes, marked) ?? "";
  const utf8 = decode(bytes, "utf-8", true);
  // What is valid UTF-8 with a character above ASCII is hardly ever meant as anything else, whatever is declared.
  if (utf8 !== null && !looksUtf16(bytes)) return utf8;
  const guessed = looksUtf16(bytes);
  if (guessed) return decode(bytes, guessed) ?? "";
  const fromDeclared = declared && !/^utf-?8$/i.test(declared.trim()) ? decode(bytes, declared.trim(), true) : null;
  return fromDeclared ?? decode(bytes, mostlyUtf8(bytes) ? "utf-8" : "windows-1252") ?? "";
}

export function decodeHtml(bytes: Uint8Array): string {
  const head = decode(bytes.subarray(0, 2048), "latin1") ?? "";
  const declared =
    /charset\s*=\s*["']?\s*([\w-]{2,40})/i.exec(head)?.[1] ??
    /^\s*<\?xml[^>]{0,200}encoding\s*=\s*["']([\w-]{2,40})/i.exec(head)?.[1];
  return decodeText(bytes, declared);
}

function byteOrderMark(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return "utf-8";
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  return null;
}

function looksUtf16(bytes: Uint8Array): "utf-16le" | "utf-16be" | null {
  const length = Math.min(bytes.length & ~1, 4096);
  if (length < 4) return null;
  let even = 0;
  let odd = 0;
  for (let index = 0; index < length; index += 2) {
    if (bytes[index] === 0) even++;
    if (bytes[index + 1] === 0) odd++;
  }
  const pairs = length / 2;
  if (odd > pairs * 0.4 && even < pairs * 0.1) return "utf-16le";
  if (even > pairs * 0.4 && odd < pairs * 0.1) return "utf-16be";
  return null;
}

/** A UTF-8 file with a few broken bytes (cut in the middle, pasted) is still UTF-8. */
function mostlyUtf8(bytes: Uint8Array): boolean {
  const text = decode(bytes.subarray(0, 262_144), "utf-8") ?? "";
  let broken = 0;
  let good = 0;
  for (const character of text) {
    if (character === "\ufffd") broken++;
    else if (character > "\u007f") good++;
  }
  return good >= broken * 2;
}

function decode(bytes: Uint8Array, encoding: string, fatal = false): string | null {
  try {
    return new TextDecoder(encoding, { fatal }).decode(bytes);
  } catch {
    return null;
  }
}
