const deepest = 12;

/**
 * Finds JSON objects in text that arrives piece by piece, and hands each out as soon as its closing brace is there, inner
 * ones first: the elements of `{"elements":[{...},{...}]}`, and as well objects one per line, in fences or among words. Text
 * that is no JSON costs nothing but its length; deeper nesting than any of our schemas is skipped.
 */
export function createObjectScanner(): (piece: string) => unknown[] {
  let text = "";
  let at = 0;
  let isInString = false;
  let isEscaped = false;
  let opened: number[] = [];

  return (piece) => {
    text += piece;
    const found: unknown[] = [];
    for (; at < text.length; at++) {
      const character = text[at];
      if (isInString) {
        if (isEscaped) isEscaped = false;
        else if (character === "\\") isEscaped = true;
        else if (character === '"') isInString = false;
      } else if (character === '"') {
        // A quotation mark among words is none of JSON's.
        isInString = opened.length > 0;
      } else if (character === "{") {
        opened.push(at);
        if (opened.length > deepest) opened = [];
      } else if (character === "}") {
        const start = opened.pop();
        if (start === undefined) continue;
        const value = parseObject(text.slice(start, at + 1));
        if (value !== null) found.push(value);
      }
    }
    return found;
  };
}

function parseObject(text: string): object | null {
  try {
    return JSON.parse(text) as object;
  } catch {
    return null;
  }
}
