import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { Parser, type Tokenizer } from "htmlparser2";
import { describe, expect, it } from "vitest";
import { fastTokenizer } from "./fast-tokenizer";

/** Everything that a parser tells of a page. */
function eventsOf(html: string, options: { Tokenizer?: typeof Tokenizer } = {}): unknown[] {
  const events: unknown[] = [];
  const parser = new Parser(
    {
      onopentag: (name, attributes, isImplied) => events.push(["open", name, { ...attributes }, isImplied]),
      onclosetag: (name, isImplied) => events.push(["close", name, isImplied]),
      ontext: (text) => events.push(["text", text]),
      oncomment: (text) => events.push(["comment", text]),
      onprocessinginstruction: (name, text) => events.push(["instruction", name, text]),
      onend: () => events.push(["end"]),
    },
    { lowerCaseTags: true, lowerCaseAttributeNames: true, ...options },
  );
  parser.end(html);
  return events;
}

/** A tokenizer that hands out every attribute of a page. */
function fastFor(html: string) {
  const names = new Set<string>();
  const parser = new Parser({ onattribute: (name) => names.add(name) }, { lowerCaseAttributeNames: true });
  parser.end(html);
  return fastTokenizer(names);
}

const oddities = [
  "",
  "text",
  "a < b & c &amp; d &nbsp e &#x41; &unknown; &",
  "<p>one<p>two</p></p></div>",
  "<a href=\"x?a=1&amp;b=2&c\" b='it''s' c=un&lt;quoted d e= f = \"g\" =h/ i/>link</a >",
  '<a href="never closed <p>text</p>',
  "<a href='never closed &amp; <p>text</p>",
  "<a =x '=y \"=z><b/c/d><e/ >",
  "< p>no tag</ p>no end</><!><?php echo ?><!doctype html><!-- a -- b --!><!---->x<!-->y<!--->z<!-- open",
  "<script>if (a < b && c) { '</scr' + 'ipt>' }</script ><style>a > b</style><title>a &amp; <b></title>t",
  "<script src=x/><p>in script</p></script>after<textarea><p>&lt;</textarea><xmp><p></xmp><iframe><p></iframe>",
  "<SCRIPT>x</ScRiPt><STRONG CLASS=A Class=b>s</STRONG><small><section><table><tr><td>1<td>2</table><noscript>n</noscript>",
  "<svg><title>t</title><path d='m'/><script>s</script><foreignObject><p>x</foreignObject></svg><math><mi/></math>",
  "<plaintext><p>all",
  "<![CDATA[ x ]]><div a\n=\n'b'\tc></div\n x>",
  "<p title=\"a\"class='b'id>glued</p>",
  "<",
  "</",
  "<a",
  "<a ",
  "<a b",
  "<a b=",
  '<a b="',
  "<a b='c",
  "</a",
  "</a x",
  "<form><form></form></form><option>1<option>2<li>x<li>y</br></p>",
];

describe("the fast tokenizer", () => {
  it("tells of odd pages what the original tells", () => {
    for (const html of oddities) expect(eventsOf(html, { Tokenizer: fastFor(html) }), html).toEqual(eventsOf(html));
  });

  it("tells the same of pages put together at random", () => {
    const pieces = [
      ..."<>&\"'=/! -?ab\n",
      "<p ",
      "</p>",
      "<script>",
      "</script",
      "<!--",
      "-->",
      "&amp;",
      "&#39",
      "<title>",
      "</title>",
      ' class="',
      " id='",
      "<svg>",
      "</svg>",
      "<style ",
      "<td>",
      "text ",
      "<a href=",
      "\u00e9\u4e2d",
    ];
    let seed = 7;
    const random = () => {
      seed = (seed * 1103515245 + 12345) % 2147483648;
      return seed / 2147483648;
    };
    for (let round = 0; round < 4_000; round++) {
      const length = Math.floor(random() * 24);
      const html = Array.from({ length }, () => pieces[Math.floor(random() * pieces.length)]).join("");
      expect(eventsOf(html, { Tokenizer: fastFor(html) }), html).toEqual(eventsOf(html));
    }
  });

  const folder = join(process.cwd(), "../shared/data/article-extraction/html");
  it.skipIf(!existsSync(folder))("tells the same of real pages (skipped where there are none)", () => {
    for (const name of readdirSync(folder).filter((file) => file.endsWith(".html.gz"))) {
      const html = gunzipSync(readFileSync(join(folder, name))).toString("utf8");
      expect(eventsOf(html, { Tokenizer: fastFor(html) }), name).toEqual(eventsOf(html));
    }
  });

  it("leaves out the attributes that nobody asks for", () => {
    const some = fastTokenizer(new Set(["href", "class"]));
    expect(eventsOf('<a data-x="1" HREF="y" onclick="z" class="c&amp;d">', { Tokenizer: some })[0]).toEqual([
      "open",
      "a",
      { href: "y", class: "c&d" },
      false,
    ]);
  });

  it("takes a page of nothing but signs in one pass", () => {
    const started = performance.now();
    for (const sign of ["&", "<", '"', "<a b='&", "&amp;", '<a b="&amp;', "<!--", "<a ", "</a"])
      eventsOf(sign.repeat(200_000), { Tokenizer: fastTokenizer(new Set(["b"])) });
    expect(performance.now() - started).toBeLessThan(45_000);
  });
});
