import { Parser } from "htmlparser2";
import { wordsOf } from "./words";

/** What the source of a page is made of and says, also where a reader does not see it. */
export interface PageSource {
  /** Elements, each with those that it stands in. */
  paths: Set<string>;
  /** Names by which style sheets know its elements. */
  names: Set<string>;
  /** Every word in lower case: hidden texts, names of pictures, data beside them and what is said to machines, too. */
  words: Set<string>;
  /** Its texts, each as it stands between two tags. */
  texts: string[];
}

/** An element counts with the three that it stands in. */
const pathLength = 4;
const maxElements = 20_000;
const maxAttribute = 1_000;
const unread = new Set(["script", "style", "template", "svg"]);
const saying = /^(?:alt|title|content|value|placeholder|aria-label|data-.*)$/;
/** What build tools put behind a name, or in the place of one, is another with each release. */
const madeByTools = /(?:__|--|_)(?=[\w-]*\d)[\w-]{4,12}$|^(?:css|sc|jsx|jss|svelte|emotion)-[\w-]+$/i;

export function readSource(html: string): PageSource {
  const source: PageSource = { paths: new Set(), names: new Set(), words: new Set(), texts: [] };
  const open: string[] = [];
  let [silent, count] = [0, 0];
  const say = (text: string) => {
    for (const word of wordsOf(text)) source.words.add(word.toLowerCase());
    source.texts.push(text);
  };
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        open.push(name);
        if (isSilent(name, attributes)) silent++;
        if (silent > 0 || count++ > maxElements) return;
        source.paths.add(open.slice(-pathLength).join(" "));
        for (const one of (attributes.class ?? "").slice(0, maxAttribute).split(/\s+/)) {
          const name = uncounted(one.replace(madeByTools, ""));
          if (name !== "") source.names.add(name);
        }
        for (const [name, value] of Object.entries(attributes))
          if (saying.test(name) && value.length <= maxAttribute) say(value);
      },
      onclosetag(name) {
        open.pop();
        if (silent > 0 && unread.has(name)) silent--;
      },
      ontext(text) {
        if (silent === 0) say(text);
      },
    },
    { decodeEntities: true },
  );
  parser.end(html);
  return source;
}

/** What a machine has counted or hashed in a name ("menu-item-4", "theme-2ebl1") is another at each build, or at each visit. */
function uncounted(name: string): string {
  return name.replace(/[^-_]*\d[^-_]*/g, "#");
}

function isSilent(name: string, { type = "" }: Record<string, string>): boolean {
  return unread.has(name) && !(name === "script" && /ld\+json/i.test(type));
}
