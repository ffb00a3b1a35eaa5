const wordKind = 1;
const unspacedKind = 2;
/** An apostrophe or a hyphen does not end a word. */
const joinerKind = 3;

/** The kind of each UTF-16 unit, looked up: whole pages are counted. */
const kinds = Uint8Array.from({ length: 0x10000 }, (_, code) => {
  if (isUnspaced(code)) return unspacedKind;
  if (isWordCharacter(code)) return wordKind;
  return code === 0x27 || code === 0x2019 || code === 0x2d ? joinerKind : 0;
});

/**
 * Words of a text. Scripts without spaces (Chinese, Japanese, Thai ...) count one word for two characters, so that lengths compare
 * across languages. Punctuation alone is no word.
 */
export function countWords(text: string): number {
  let words = 0;
  let unspaced = 0;
  let inWord = false;
  for (let at = 0; at < text.length; at++) {
    switch (kinds[text.charCodeAt(at)]) {
      case wordKind:
        if (!inWord) words++;
        inWord = true;
        break;
      case unspacedKind:
        unspaced++;
        inWord = false;
        break;
      case joinerKind:
        break;
      default:
        inWord = false;
    }
  }
  return words + Math.ceil(unspaced / 2);
}

/** Whether the script of this UTF-16 unit is written without spaces between words. */
export function isUnspaced(code: number): boolean {
  return (
    (code >= 0x3040 && code <= 0x30ff) ||
    (code >= 0x3400 && code <= 0x9fff) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0xff66 && code <= 0xff9f) ||
    (code >= 0x0e00 && code <= 0x0eff) ||
    (code >= 0x1780 && code <= 0x17ff) ||
    (code >= 0xd840 && code <= 0xd87f)
  );
}

function isWordCharacter(code: number): boolean {
  if (code < 0x80)
    return (code >= 0x30 && code <= 0x39) || (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
  if (code < 0xc0) return code === 0xaa || code === 0xb5 || code === 0xba;
  return !(
    code === 0xd7 ||
    code === 0xf7 ||
    (code >= 0x2000 && code <= 0x2bff) ||
    (code >= 0x3000 && code <= 0x303f) ||
    (code >= 0xfe00 && code <= 0xfe6f) ||
    (code >= 0xff00 && code <= 0xff0f)
  );
}
