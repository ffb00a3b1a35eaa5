import { isText } from "domhandler";
import { parseDocument } from "htmlparser2";

const punctuation = /[!-/:-@[-`{-~]/;

/**
 * Reads the text out of one Markdown line: emphasis marks, code marks, link targets, HTML tags and escapes go, the words stay, but for those that are struck out.
 * A single pass without backtracking over the input, so that a hostile line costs linear time.
 */
export function stripInline(source: string): string {
  let out = "";
  let index = 0;
  while (index < source.length) {
    const character = source[index] ?? "";
    const next = source[index + 1] ?? "";
    if (character === "\\" && punctuation.test(next)) {
      out += next;
      index += 2;
    } else if (character === "`") {
      const run = /^`+/.exec(source.slice(index, index + 40))?.[0] ?? "`";
      const close = source.indexOf(run, index + run.length);
      if (close < 0) {
        out += run;
        index += run.length;
      } else {
        out += source.slice(index + run.length, close);
        index = close + run.length;
      }
    } else if (character === "!" && next === "[") {
      index += 1;
    } else if (character === "[") {
      const link = readLink(source, index);
      if (link) {
        out += stripInline(link.text);
        index = link.end;
      } else {
        out += character;
        index += 1;
      }
    } else if (character === "<") {
      const tag =
        /^<(?:(https?:\/\/[^\s<>]{1,2000}|mailto:[^\s<>]{1,500}|[\w.+-]{1,100}@[\w.-]{1,200})|\/?[a-zA-Z][^<>]{0,2000}|!--[^>]{0,2000}--)>/.exec(
          source.slice(index, index + 2100),
        );
      const struck = tag ? struckTag(tag[0], source.slice(index, index + longestStrike)) : 0;
      if (struck > 0) index += struck;
      else if (tag) {
        out += tag[1] ?? "";
        index += tag[0].length;
      } else {
        out += character;
        index += 1;
      }
    } else if (character === "~" && next === "~" && closingTildes(source, index) > 0) {
      index = closingTildes(source, index);
    } else if (character === "*" || (character === "~" && next === "~")) {
      const run = /^(\*+|~+)/.exec(source.slice(index, index + 80))?.[0] ?? character;
      // A star between spaces is a star.
      const isFlanking = /\S/.test(source[index - 1] ?? " ") || /\S/.test(source[index + run.length] ?? " ");
      if (!isFlanking) out += run;
      index += run.length;
    } else if (character === "_") {
      const run = /^_+/.exec(source.slice(index, index + 80))?.[0] ?? "_";
      const before = /[\p{L}\p{N}]/u.test(source[index - 1] ?? " ");
      const after = /[\p{L}\p{N}]/u.test(source[index + run.length] ?? " ");
      if (
        run.length > 3 ||
        (before && after) ||
        (!before && !after && !/\S/.test(source[index + run.length] ?? " ") && !/\S/.test(source[index - 1] ?? " "))
      )
        out += run;
      index += run.length;
    } else if (character === "&") {
      const entity = /^&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[a-zA-Z][a-zA-Z\d]{1,30});/.exec(
        source.slice(index, index + 34),
      )?.[0];
      out += entity ? decodeEntity(entity) : character;
      index += entity?.length ?? 1;
    } else {
      out += character;
      index += 1;
    }
  }
  return out;
}

/** A span that is struck out ends this far on, or is none: looking on would make a line of marks quadratic. */
const longestStrike = 1_500;

/** Where a span of struck words ends; 0 where it is none. */
function closingTildes(source: string, start: number): number {
  const close = /^~~(?=[^~\s])(?:[^~]|~(?!~))*[^~\s]~~(?!~)/.exec(source.slice(start, start + longestStrike));
  return close ? start + close[0].length : 0;
}

/** How long an element that strikes its words out is; 0 for any other tag. */
function struckTag(tag: string, rest: string): number {
  const name = /^<(s|del|strike)(?:\s[^>]*)?>$/i.exec(tag)?.[1];
  const close = name ? rest.toLowerCase().indexOf(`</${name.toLowerCase()}>`) : -1;
  return name && close > 0 ? close + name.length + 3 : 0;
}

/** `[text](target)`, `[text][reference]`; plain brackets are text. */
function readLink(source: string, start: number): { text: string; end: number } | null {
  let depth = 0;
  const limit = Math.min(source.length, start + 2000);
  for (let index = start; index < limit; index++) {
    const character = source[index];
    if (character === "\\") index++;
    else if (character === "[") {
      // Links do not nest this deep; looking on would make a line of brackets quadratic.
      if (++depth > 20) return null;
    } else if (character === "]" && --depth === 0) {
      const text = source.slice(start + 1, index);
      const rest = source.slice(index + 1, index + 2100);
      const target =
        /^\((?:<[^<>]{0,2000}>|(?:[^()\s]|\([^()\s]{0,500}\)){0,2000})(?:\s+(?:"[^"]{0,500}"|'[^']{0,500}'))?\s*\)/.exec(
          rest,
        ) ?? /^\[[^\]]{0,200}\]/.exec(rest);
      return target && !/^\s*$/.test(text)
        ? { text, end: index + 1 + target[0].length }
        : target && text === ""
          ? { text: "", end: index + 1 + target[0].length }
          : null;
    }
  }
  return null;
}

function decodeEntity(entity: string): string {
  const [node] = parseDocument(entity).children;
  return node && isText(node) ? node.data : entity;
}
