import { Parser } from "htmlparser2";
import { isSameSite } from "@/lib/canonical-url";

/** A page that only sends its reader on says no more than this. */
const longestStub = 8_000;
const mostWords = 40;
const soon = /^\s*[0-5](?:\.\d+)?\s*[;,]\s*(?:url\s*=\s*)?["']?([^"']{1,1500}?)["']?\s*$/i;
/** The visitor's own query and place may be put behind it. */
const scriptedMove =
  /^(?:(?:window|document|top|self)\.)?location(?:\.href)?(?:\s*=|\.(?:replace|assign)\s*\()\s*(["'])([^"'\\]{1,1500})\1\s*(?:\+\s*(?:(?:window|document)\.)?location\.(?:search|hash)\s*)*\)?\s*;?\s*$/;

/**
 * Where a page that says nothing itself sends its reader at once, on its own site: a generator that can answer with no other status writes such pages where
 * something has moved. Null for every page that says something, that sends nowhere, or that sends to another site.
 */
export function leadsOnTo(html: string, url: string): string | null {
  if (html.length > longestStub || !/http-equiv|location/i.test(html)) return null;
  let [refresh, script, words, inScript, inTitle]: [string | null, string, number, boolean, boolean] = [
    null,
    "",
    0,
    false,
    false,
  ];
  const parser = new Parser({
    onopentag(name, attribs) {
      inScript = name === "script" && !attribs.src;
      inTitle = name === "title" || name === "style";
      if (name === "meta" && /^refresh$/i.test(attribs["http-equiv"] ?? "")) refresh ??= attribs.content ?? "";
    },
    onclosetag() {
      inScript = false;
      inTitle = false;
    },
    ontext(text) {
      if (inScript) script += text;
      else if (!inTitle) words += text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
    },
  });
  parser.end(html);
  if (words > mostWords) return null;
  const target = soon.exec(refresh ?? "")?.[1] ?? scriptedMove.exec(script.trim())?.[2];
  const to = target ? URL.parse(target.trim(), url) : null;
  return to && isSameSite(to.href, url) && to.href.replace(/#.*$/, "") !== url.replace(/#.*$/, "") ? to.href : null;
}
