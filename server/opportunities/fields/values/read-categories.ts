import type { Category } from "../../notices/notice-facts";
import type { FoundField } from "../tender-fields";
import { type DocumentView, placeOf, plain, textOf, trimmed } from "./package-view";

/** A scheme's name and its codes after it; several may follow one name. */
const schemes: readonly { scheme: string; name: RegExp; code: RegExp }[] = [
  { scheme: "CPV", name: /(?<!\p{L})CPV(?!\p{L})/u, code: /(?<!\d)\d{8}(?:-\d)?(?!\d)/g },
  {
    scheme: "NAICS",
    name: /(?<!\p{L})NAICS(?!\p{L})|North American Industry Classification System/u,
    code: /(?<![\d-])\d{5,6}(?![\d-])/g,
  },
  {
    scheme: "PSC",
    name: /(?<!\p{L})(?:PSC|FSC)(?!\p{L}|\s+\d+,?\s+(?:BOX|UNIT)|\s+is not)|(?:Product|Federal Supply)(?: and)? Service Codes?|Product Service Code/u,
    code: /(?<![\p{L}\d-])(?:[A-Z]\d[A-Z\d]{2}|[A-Z]{2}\d{2}|[1-9]\d{3})(?![\p{L}\d-])/gu,
  },
  { scheme: "UNSPSC", name: /(?<!\p{L})UNSPSC(?!\p{L})/u, code: /(?<!\d)\d{8}(?:\d{2})?(?!\d)/g },
  {
    scheme: "SIN",
    name: /(?<!\p{L})SINs?(?!\p{L})|Special Item Numbers?/u,
    code: /(?<![\d-])(?:\d{2,3}[ -]\d{1,3}[A-Z]?|\d{6}[A-Z]*)(?![\d-])/g,
  },
];

/** Codes stand this close to the name of their scheme. */
const reach = 90;

export function readCategories(views: readonly DocumentView[]): FoundField[] {
  const found: FoundField[] = [];
  const seen = new Set<string>();
  for (const view of views) {
    if (view.weight === 0) continue;
    for (const unit of view.document.units) {
      const text = textOf(view.document, unit);
      if (/(?<!\p{L})(?:TBD|TBC|possibly|to be determined)(?!\p{L})/iu.test(text)) continue;
      for (const { scheme, name, code } of schemes) {
        const context = unit.header ? `${textOf(view.document, unit.header)} ` : "";
        const named = name.exec(text);
        if (!named && !(unit.kind === "table_row" && name.test(context))) continue;
        const from = named ? named.index + named[0].length : 0;
        for (const match of text.slice(from, named ? from + reach : undefined).matchAll(code)) {
          const value: Category = {
            scheme,
            code: match[0].replace(/ /g, "-"),
            label: labelAfter(text.slice(from + match.index + match[0].length)),
          };
          const key = `${scheme} ${value.code}`;
          // A number beside "ITEM NO" counts lines.
          if (seen.has(key) || /^item/i.test(value.label ?? "")) continue;
          seen.add(key);
          const span = trimmed(view.document, unit);
          found.push({
            name: "category",
            value,
            text: value.label ? `${key} ${value.label}` : key,
            place: placeOf(view.document, span, unit),
            quote: textOf(view.document, span),
            score: view.weight,
          });
        }
      }
    }
  }
  return found;
}

/** "72000000-5 (IT services)", "541512: Computer Systems Design Services". */
function labelAfter(rest: string): string | null {
  const match =
    /^\s*(?:[-–:,(|]\s*|\s)(?<label>\p{Lu}[\p{L} ,&'/-]{4,80}?)(?=[).;|\n]|\s+(?:and|with|SIN|under)\s|$)/u.exec(rest);
  const label = match?.groups?.label ? plain(match.groups.label) : null;
  return label && !/^(?:SIN|NAICS|PSC|CPV|Size|The|This|Contract|Number)/.test(label) ? label : null;
}
