/** How much of one script, and of all scripts of a page, is read. */
const maxCharacters = 500_000;
const maxNodes = 2_000;
const maxDepth = 30;

/**
 * The objects of a page's JSON-LD scripts, arrays and `@graph` opened. Tolerant of comments and CDATA marks around the JSON, of raw line
 * breaks in strings and of a comma too much; what cannot be read even so is left out.
 */
export function readJsonLd(scripts: readonly string[]): Record<string, unknown>[] {
  const found: Record<string, unknown>[] = [];
  let read = 0;
  for (const script of scripts) {
    read += script.length;
    if (read > maxCharacters) break;
    const open: unknown[] = [parse(script)];
    while (open.length > 0 && found.length < maxNodes) {
      const value = open.shift();
      if (Array.isArray(value)) open.unshift(...value.slice(0, maxNodes));
      else if (isObject(value)) {
        if (Array.isArray(value["@graph"])) open.unshift(...value["@graph"].slice(0, maxNodes));
        else found.push(value);
      }
    }
  }
  return found.filter((value) => !isDeeperThan(value, maxDepth));
}

/** The first of the page's objects that has one of these types (the last part of the name, as "NewsArticle"). */
export function findTyped(objects: readonly Record<string, unknown>[], type: RegExp): Record<string, unknown> | null {
  return objects.find((object) => typesOf(object).some((name) => type.test(name))) ?? null;
}

export function typesOf(object: Record<string, unknown>): string[] {
  const type = object["@type"];
  const names = Array.isArray(type) ? type : [type];
  return names.filter((name) => typeof name === "string").map((name) => name.replace(/^.*[/#:]/, ""));
}

function parse(script: string): unknown {
  const text = script
    .trim()
    .replace(/^(?:<!--|\/\*\s*<!\[CDATA\[\s*\*\/|\/\/\s*<!\[CDATA\[|<!\[CDATA\[)/, "")
    .replace(/(?:-->|\/\*\s*\]\]>\s*\*\/|\/\/\s*\]\]>|\]\]>)$/, "")
    .trim()
    .replace(/;$/, "");
  return tryParse(text) ?? tryParse(repair(text));
}

function tryParse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Control characters inside strings are escaped, commas before a closing bracket are dropped. */
function repair(text: string): string {
  const out: string[] = [];
  let isInString = false;
  for (let at = 0; at < text.length; at++) {
    const character = text[at] as string;
    if (isInString) {
      if (character === "\\") {
        out.push(character, text[at + 1] ?? "");
        at++;
      } else if (character < " ") {
        out.push(character === "\n" ? "\\n" : " ");
      } else {
        if (character === '"') isInString = false;
        out.push(character);
      }
      continue;
    }
    if (character === '"') isInString = true;
    if (character === "}" || character === "]") {
      let back = out.length - 1;
      while (back >= 0 && (out[back] as string).trim() === "") back--;
      if (out[back] === ",") out.length = back;
    }
    out.push(character);
  }
  return out.join("");
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isDeeperThan(value: unknown, limit: number): boolean {
  const open: { value: unknown; depth: number }[] = [{ value, depth: 0 }];
  for (let next = open.pop(); next; next = open.pop()) {
    if (typeof next.value !== "object" || next.value === null) continue;
    if (next.depth > limit) return true;
    for (const child of Object.values(next.value)) open.push({ value: child, depth: next.depth + 1 });
  }
  return false;
}
