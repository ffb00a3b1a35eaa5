import { Parser } from "htmlparser2";

const silent = new Set(["script", "style", "applet", "noscript", "template", "iframe", "head"]);
const breaking = new Set(
  "address article aside blockquote br dd div dl dt figure footer form h1 h2 h3 h4 h5 h6 header hr li main ol p pre section table td th tr ul".split(
    " ",
  ),
);
const longest = 2_000_000;
const deepest = 500;

/** The words of a piece of markup on one line: no tags, no scripts, references replaced, white space single. */
export function htmlToText(html: string): string {
  let text = "";
  let hidden = 0;
  let depth = 0;
  const parser = new Parser({
    onopentagname(name) {
      depth++;
      if (silent.has(name)) hidden++;
      if (breaking.has(name)) text += " ";
    },
    onclosetag(name) {
      depth--;
      if (silent.has(name)) hidden--;
      if (breaking.has(name)) text += " ";
    },
    ontext(part) {
      if (hidden === 0) text += part;
    },
  });
  // In pieces, and no deeper than people write: every end is looked for among all that is open.
  const end = Math.min(html.length, longest);
  for (let start = 0; start < end && depth < deepest; start += 16_384)
    parser.write(html.slice(start, Math.min(end, start + 16_384)));
  parser.end();
  return singleLine(text);
}

export function singleLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

const tagNames =
  "a|abbr|acronym|address|applet|area|article|aside|audio|b|big|blink|blockquote|body|br|button|caption|center|cite|code|col|dd|del|details|dfn|div|dl|dt|em|embed|fieldset|figure|font|footer|form|frame|frameset|h[1-6]|head|header|hr|html|i|iframe|img|input|ins|kbd|label|legend|li|link|main|map|mark|meta|nav|object|ol|option|p|param|pre|q|s|samp|script|section|select|small|span|strike|strong|style|sub|summary|sup|svg|table|tbody|td|textarea|tfoot|th|thead|time|title|tr|tt|u|ul|var|video";
const tag = new RegExp(`</?(?:${tagNames})(?=[\\s/>])|<!--|<!doctype`, "i");

/** Whether a text that may be either was meant as markup: it has an element of HTML, or a reference that was escaped twice. */
export function looksLikeHtml(text: string): boolean {
  return tag.test(text) || /&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]{2,31});/.test(text);
}
