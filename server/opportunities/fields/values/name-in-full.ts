import { isSurelyOrganisation } from "./organisation-words";
import { contentTokens, type DocumentView, type Span, textOf, type Unit } from "./package-view";

/** A name where a paper has it. */
interface NamePlace {
  span: Span;
  unit: Unit;
  view: DocumentView;
}

/** "OECD" as the paper itself spells it out: "the Organisation for Economic Co-operation and Development (OECD)"; "George Mason" as the university that it is. */
export function nameInFull(one: NamePlace, views: readonly DocumentView[]): NamePlace {
  const { span, unit, view } = one;
  const inPapers = (read: (paper: DocumentView) => { span: Span; unit: Unit } | null) => {
    for (const paper of [view, ...views]) {
      const found = read(paper);
      if (found) return { ...found, view: paper };
    }
    return null;
  };
  const name = textOf(view.document, span);
  const acronym = /^\p{Lu}{3,8}$/u.test(name);
  if (acronym) return inPapers((paper) => spelledOut(paper, name)) ?? one;
  const defined = name.split(/\s+/).length <= 3 && inPapers((paper) => definedAs(paper, name));
  if (defined) return defined;
  const isShort = /^\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]+)?$/u.test(name) && !isSurelyOrganisation(name);
  const found = isShort && longer(view, name);
  return found ? { ...found, view } : { span, unit, view };
}

function spelledOut({ document }: DocumentView, acronym: string): { span: Span; unit: Unit } | null {
  const words =
    "(?<name>\\p{Lu}[\\p{L}’'-]+(?:\\s+(?:of|for|and|the|de|des|du|für|und|on|in|\\p{Lu}[\\p{L}’'-]+)){1,9})";
  // In brackets behind the name, or in a list of abbreviations before it.
  const spelt = new RegExp(`${words}\\s*\\((?:the\\s+)?[“"]?${acronym}(?![\\p{L}\\d])`, "u");
  const listed = new RegExp(`^${acronym}\\s*[|=:–-][|=:–\\s-]*${words}\\s*$`, "u");
  for (const unit of document.units.slice(0, 80)) {
    const text = textOf(document, unit);
    const found = spelt.exec(text) ?? listed.exec(text);
    const words = found?.groups?.name;
    if (!found || !words) continue;
    const name = withInitials(words, acronym) ?? (words[0] === acronym[0] ? words : null);
    if (name === null) continue;
    const start = unit.start + found.index + found[0].indexOf(words) + words.length - name.length;
    return { span: { start, end: start + name.length }, unit };
  }
  return null;
}

/** The last words that those letters stand for ("FHWA" may take two of one word): an address has another office right before the name. */
function withInitials(words: string, acronym: string): string | null {
  for (const { index } of [...words.matchAll(/(?<!\S)\p{Lu}/gu)].reverse()) {
    const part = words.slice(index);
    const initials = (part.match(/(?<![\p{L}’'])\p{Lu}/gu) ?? []).join("");
    if (initials[0] === acronym[0] && isWithin(initials, acronym) && isWithin(acronym, part.toUpperCase())) return part;
  }
  return null;
}

/** All letters of the first, in their order, among those of the second. */
function isWithin(letters: string, all: string): boolean {
  let at = 0;
  for (const letter of all) if (letter === letters[at]) at++;
  return at === letters.length;
}

/** "The San Francisco County Transportation Authority (Transportation Authority)": the name that a shorter one stands for. */
function definedAs({ document }: DocumentView, name: string): { span: Span; unit: Unit } | null {
  const short = name.replace(/[.*+?^${}()|[\]\\]/gu, "\\$&").replace(/\s+/g, "\\s+");
  const defined = new RegExp(
    `(?<name>(?:\\p{Lu}[\\p{L}’'.-]+\\s+(?:(?:of|for|and|the)\\s+){0,2}){1,8}\\p{Lu}[\\p{L}’'-]+)\\s*\\((?:hereinafter\\s+)?(?:the\\s+)?[“"]?${short}[”"]?\\)`,
    "u",
  );
  for (const unit of document.units.slice(0, 80)) {
    const found = defined.exec(textOf(document, unit));
    const whole = found?.groups?.name?.replace(/^The\s+/u, "");
    if (!found || !whole || !contentTokens(name).every((token) => contentTokens(whole).includes(token))) continue;
    const start = unit.start + found.index + found[0].indexOf(whole);
    return { span: { start, end: start + whole.length }, unit };
  }
  return null;
}

/** The same name with the word behind it that says what kind of organisation it is. */
function longer({ document }: DocumentView, name: string): { span: Span; unit: Unit } | null {
  const whole = new RegExp(
    `(?<![\\p{L}])${name.replace(/\s+/g, "\\s+")}(?:\\s+(?:(?:of|for|and)\\s+)?\\p{Lu}[\\p{L}’'-]+){1,4}`,
    "u",
  );
  for (const unit of document.units) {
    const found = whole.exec(textOf(document, unit));
    if (!found || !isSurelyOrganisation(found[0]) || /[’']s(?!\p{L})/u.test(found[0])) continue;
    return { span: { start: unit.start + found.index, end: unit.start + found.index + found[0].length }, unit };
  }
  return null;
}
