/** What a click on something does, as far as a plain script says so. */
export type ScriptDeed =
  | { kind: "go"; href: string }
  /** Sends the form of this name or id (null: the one around it) after writing `fields` into it. */
  | { kind: "send"; form: string | null; fields: Record<string, string> };

export type PlainFunctions = ReadonlyMap<string, { parameters: string[]; body: string }>;

const longestBody = 2_000;
const maxFunctions = 400;

/** The small named functions of a page's scripts. */
export function functionsIn(scripts: string): PlainFunctions {
  const found = new Map<string, { parameters: string[]; body: string }>();
  const heads =
    /(?:\bfunction\s+([\w$]{1,60})\s?\(([\w$,\s]{0,200})\)|(?:^|[\s;{},(])(?:(?:var|let|const)\s+|window\.)?([\w$]{1,60})\s?=\s?(?:function\s?[\w$]{0,60}\s?\(([\w$,\s]{0,200})\)|\(?([\w$,\s]{0,200})\)?\s?=>))\s?\{/g;
  for (const match of scripts.matchAll(heads)) {
    if (found.size >= maxFunctions) break;
    const body = bodyFrom(scripts, match.index + match[0].length);
    const name = match[1] ?? match[3];
    if (!name || body === null) continue;
    const parameters = (match[2] ?? match[4] ?? match[5] ?? "").split(",").map((one) => one.trim());
    found.set(name, { parameters: parameters.filter((one) => one !== ""), body });
  }
  return found;
}

function bodyFrom(scripts: string, start: number): string | null {
  let depth = 1;
  let quote = "";
  for (let at = start; at < Math.min(scripts.length, start + longestBody); at++) {
    const sign = scripts[at] ?? "";
    if (quote !== "") {
      if (sign === "\\") at += 1;
      else if (sign === quote) quote = "";
    } else if (sign === '"' || sign === "'" || sign === "`") quote = sign;
    else if (sign === "{") depth += 1;
    else if (sign === "}" && --depth === 0) return scripts.slice(start, at);
  }
  return null;
}

/** The statement of a handler that does something: `return open(3);` and `open(3); return false` are `open(3)`. */
export function callIn(handler: string): string | null {
  const text = decode(handler).trim();
  return text === "" || /^(?:void|history|window\.print|return false)\b/.test(text) ? null : text;
}

/** Browsers read the addresses of `javascript:` links as any other: `%20` is a space. */
function decode(text: string): string {
  try {
    return /%[0-9a-f]{2}/i.test(text) ? decodeURIComponent(text) : text;
  } catch {
    return text;
  }
}

export function runCall(call: string, functions: PlainFunctions): ScriptDeed | null {
  return readStatements(call, new Map(), functions, 0);
}

const string = `"(?:[^"\\\\]|\\\\.){0,400}"|'(?:[^'\\\\]|\\\\.){0,400}'`;
const term = `(?:${string}|(?:encodeURIComponent|String)\\([\\w$.]{1,60}\\)|[\\w$.]{1,80})`;
// Terms with a plus between: read in one way only, so that no text takes long to be refused.
const sum = `${term}(?:\\s{0,9}\\+\\s{0,9}${term}){0,12}`;
const goes = new RegExp(
  `(?:(?:window|document|self|top|parent|this)\\.)*location(?:\\.href)?\\s?=(?!=)\\s?(${sum})|(?:(?:window|document|self|top|parent)\\.)*location\\.(?:assign|replace)\\(\\s?(${sum})\\)|(?:window\\.)?\\bopen\\(\\s?(${sum})[,)]`,
);
const writes = new RegExp(
  `(?:document\\.getElementById\\(\\s?(${string})\\s?\\)|(?:document\\.)?(?:forms\\.)?(?:(?:forms|elements)\\[\\s?(?:${string}|\\d)\\s?\\]\\.|[\\w$]{1,60}\\.){0,4}?(?:elements\\[\\s?(${string})\\s?\\]|([\\w$]{1,60})))\\.value\\s?=(?!=)\\s?(${sum})`,
  "g",
);
const keeps = new RegExp(`\\b(?:var|let|const)\\s+([\\w$]{1,60})\\s?=(?!=)\\s?(${sum})\\s{0,9}[;\\n]`, "g");
const sends = new RegExp(
  `(?:document\\.getElementById\\(\\s?(${string})\\s?\\)|document\\.forms\\[\\s?(${string}|\\d)\\s?\\]|(?:document\\.)?(?:forms\\.)?([\\w$]{1,60}))\\.submit\\(`,
);
const named = /([\w$]{1,60}(?:\.[\w$]{1,60}){0,4})\s?\(([^()]{0,600}(?:\([^()]{0,200}\)[^()]{0,600}){0,4})\)/g;

function readStatements(
  text: string,
  given: ReadonlyMap<string, string>,
  functions: PlainFunctions,
  depth: number,
): ScriptDeed | null {
  const values = withKept(text, given);
  const gone = goes.exec(text);
  const href = gone ? textOf(gone[1] ?? gone[2] ?? gone[3] ?? "", values) : null;
  if (href) return { kind: "go", href };
  const sent = sends.exec(text);
  if (sent) {
    const fields: Record<string, string> = {};
    for (const [, byId, element, name, written = ""] of text.matchAll(writes)) {
      const value = textOf(written, values);
      if (value === null) return null;
      fields[unquote(byId ?? element) ?? name ?? ""] = value;
    }
    const form = unquote(sent[1] ?? sent[2]) ?? sent[3] ?? null;
    // A form that a variable holds is the one around.
    return { kind: "send", form: form && /^(?:this|form|f|\d)$/.test(form) ? null : form, fields };
  }
  for (const [, name = "", list = ""] of text.matchAll(named)) {
    const own = functions.get(name);
    if (own && depth < 3) {
      const passed = splitList(list).map((one) => textOf(one, values));
      const inner = new Map(values);
      own.parameters.forEach((parameter, at) => {
        const value = passed[at];
        if (value !== null && value !== undefined) inner.set(parameter, value);
      });
      const deed = readStatements(own.body, inner, functions, depth + 1);
      if (deed) return deed;
    }
    const deed = depth === 0 ? sentByLibrary(name, list) : null;
    if (deed) return deed;
  }
  return null;
}

/** What a function puts together and keeps under a name before it uses it. */
function withKept(text: string, given: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const values = new Map(given);
  for (const [, name = "", written = ""] of text.matchAll(keeps)) {
    const value = textOf(written, values);
    if (value === null) values.delete(name);
    else values.set(name, value);
  }
  return values;
}

/**
 * Server frameworks send a form by a function of their library, to which the form and what is added to it are given: the form by its name or
 * element, the rest as an object of texts or as one name.
 */
function sentByLibrary(name: string, list: string): ScriptDeed | null {
  if (!/(?:submit|jsfcljs|clearFormHiddenParams|postback|post)/i.test(name) || /__doPostBack/.test(name)) return null;
  const [first = "", second = ""] = splitList(list);
  const byId =
    /^document\.getElementById\((.{1,200})\)$/.exec(first)?.[1] ?? /^document\.forms\[(.{1,200})\]$/.exec(first)?.[1];
  const form = unquote(byId ?? first) ?? /^document\.(?:forms\.)?([\w$]{1,60})$/.exec(first)?.[1] ?? null;
  if (form === null) return null;
  const pairs = [...second.matchAll(new RegExp(`(${string})\\s?:\\s?(${string})`, "g"))];
  const fields = Object.fromEntries(pairs.map(([, key, value]) => [unquote(key) ?? "", unquote(value) ?? ""]));
  const only = unquote(second);
  if (pairs.length === 0 && only) fields[only] = only;
  return Object.keys(fields).length > 0 ? { kind: "send", form, fields } : null;
}

function textOf(written: string, values: ReadonlyMap<string, string>): string | null {
  const parts = written.match(new RegExp(`${string}|[^+\\s][^+]{0,200}`, "g")) ?? [];
  let value = "";
  for (const part of parts) {
    const bare = part.trim().replace(/^(?:encodeURIComponent|String)\(\s?([\w$.]{1,60})\s?\)$/, "$1");
    const one = unquote(bare) ?? (/^\d{1,20}$/.test(bare) ? bare : values.get(bare.replace(/\.toString$/, "")));
    if (one === undefined || one === null) return null;
    value += one;
  }
  return parts.length > 0 ? value : null;
}

function unquote(text: string | undefined): string | null {
  const found = /^\s*(["'])([\s\S]*)\1\s*$/.exec(text ?? "");
  return found
    ? (found[2] ?? "").replace(/\\(?:u([0-9a-f]{4})|x([0-9a-f]{2})|(.))/gi, (_, long, short, sign) =>
        (long ?? short) ? String.fromCharCode(Number.parseInt(long ?? short, 16)) : sign,
      )
    : null;
}

/** At commas that stand outside of texts, brackets and braces. */
function splitList(list: string): string[] {
  const parts: string[] = [];
  let [depth, quote, from] = [0, "", 0];
  for (let at = 0; at <= list.length; at++) {
    const sign = list[at] ?? ",";
    if (at < list.length && quote !== "") {
      if (sign === "\\") at += 1;
      else if (sign === quote) quote = "";
    } else if (sign === '"' || sign === "'") quote = sign;
    else if ("([{".includes(sign)) depth += 1;
    else if (")]}".includes(sign)) depth -= 1;
    else if (sign === "," && (depth === 0 || at === list.length)) {
      parts.push(list.slice(from, at).trim());
      from = at + 1;
    }
  }
  return parts.filter((part) => part !== "");
}
