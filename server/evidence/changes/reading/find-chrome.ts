import { type Document, type Element, isTag, isText } from "domhandler";
import { isShownOnChoice } from "@/lib/is-shown-on-choice";
import { isTabPanel } from "./is-tab-panel";
import { type Measure, type Measures, measureElements, unread } from "./measure";
import { elementsOf } from "./parse-page";

const landmarks = new Set(
  "navigation banner contentinfo dialog alertdialog search menu menubar toolbar tooltip status timer marquee log complementary".split(
    " ",
  ),
);
/** Parts of a page that are named for not being its subject. Whole words of `id` and `class`, never parts of words. */
const noiseNames = new Set(
  "cookie cookies consent gdpr ccpa breadcrumb breadcrumbs ad ads advert adverts advertisement advertising adsense sponsored promoted popup modal overlay toast snackbar recommendations helpful comments skiplink".split(
    " ",
  ),
);
/** Noise only as a whole name: a market share and a health-related part are subjects. */
const wholeNames = new Set("share sharing social related newsletter sharedaddy".split(" "));
/** What narrows a list down: it names the kinds of what is listed, and changes with what is. */
const filterNames = new Set("filter filters filterbar filter-bar facet facets refine refinements".split(" "));
/** One line of advertising, which with a heading and more text introduces the page; and the clock of a portal. */
const bannerNames = new Set(
  "banner promo promobar promotion offer-bar clock server-clock orologio horloge reloj uhrzeit klok zegar".split(" "),
);
const maxBannerCharacters = 200;
/** Noise only in such company: a price plan is "recommended", too, and an authority's announcements are what it publishes. */
const noisePairs: Readonly<Record<string, ReadonlySet<string>>> = {
  recommended: new Set("posts articles reading stories links content items".split(" ")),
  related: new Set("posts articles reading stories links content items products news pages".split(" ")),
  share: new Set("buttons button links bar icons social post this tools widget".split(" ")),
  sharing: new Set("buttons button links bar icons social tools widget".split(" ")),
  social: new Set("links icons media buttons bar share".split(" ")),
  newsletter: new Set("signup sign subscribe subscription form box widget cta banner popup block".split(" ")),
  announcement: new Set("bar banner strip ribbon top".split(" ")),
  notification: new Set("bar banner strip ribbon box".split(" ")),
  chat: new Set("widget bubble launcher button popup box".split(" ")),
  skip: new Set("link links to nav".split(" ")),
};
/** Policies speak of cookies, too: what is larger is content, whatever its name. */
const maxNoiseCharacters = 1_500;
const accepts =
  /\b(?:accept|agree|allow|reject|decline|deny|manage|got it|al(?:l )?right|fine|ok|okay|understood|dismiss|settings|preferences|einverstanden|akzeptieren|zustimmen|ablehnen|verstanden|einstellungen|accepter|refuser|gérer|paramétrer|aceptar|rechazar|configurar|gestionar|accetta|rifiuta|accepteren|weigeren|aceitar|recusar)(?![\p{L}])/iu;
const cookies = /cookie|consent|datenschutzeinstellungen|traceurs/i;
/** Cookie boxes hang near the body, whatever frames build around them. */
const maxCookieDepth = 6;
const maxBarDepth = 3;
/** The greeting of a chat hangs at the body. */
const maxGreetingDepth = 3;
const maxGreetingCharacters = 200;

/** A line at the body's edge is one, though a short page may say no more than it. */
const isBar = (depth: number, size: number) => depth <= maxBarDepth && size < maxBannerCharacters;

/** Elements that are not what the page is about: navigation, hidden parts, cookie boxes, advertisements. Their subtrees are meant, too. */
export function findChrome(
  root: Element | Document,
  languages: { alternates: ReadonlySet<string>; base: string } = noLanguages,
): ReadonlySet<Element> {
  const measures = measureElements(root, () => false);
  const total = measures.get(root)?.characters ?? 0;
  const chrome = new Set<Element>();
  const stack: { element: Element; depth: number; inMain: boolean; inHeading: boolean }[] = [];
  const push = (parent: Element | Document, depth: number, inMain: boolean, inHeading: boolean) => {
    for (let index = parent.children.length - 1; index >= 0; index--) {
      const child = parent.children[index];
      if (child && isTag(child) && !unread.has(child.name)) stack.push({ element: child, depth, inMain, inHeading });
    }
  };
  push(root, 1, false, false);
  for (let frame = stack.pop(); frame; frame = stack.pop()) {
    const { element, depth, inMain, inHeading } = frame;
    const size = measures.get(element)?.characters ?? 0;
    const isMost = size > total / 2;
    if (
      isHidden(element, size, isMost) ||
      (!isMost && (isLandmark(element, inMain) || isNoise(element, measures.get(element), total))) ||
      isControl(element, inHeading, measures) ||
      isLanguageSwitch(element, size, languages) ||
      (!isMost && !inMain && depth <= maxGreetingDepth && size < maxGreetingCharacters && isLive(element)) ||
      (depth <= maxCookieDepth && size < maxNoiseCharacters && (!isMost || isBar(depth, size)) && isCookieBox(element))
    ) {
      chrome.add(element);
      continue;
    }
    push(element, depth + 1, inMain || isMain(element), inHeading || /^h[1-6]$/.test(element.name));
  }
  return chrome;
}

const noLanguages = { alternates: new Set<string>(), base: "" };
const maxLanguageName = 24;

/** A short link to the same page in another language. */
function isLanguageSwitch(
  { name, attribs }: Element,
  size: number,
  { alternates, base }: { alternates: ReadonlySet<string>; base: string },
): boolean {
  if (name !== "a" || size > maxLanguageName || !attribs.href) return false;
  return attribs.hreflang !== undefined || alternates.has(URL.parse(attribs.href, base)?.href ?? "");
}

/** Of the page, and not of a card or an article in it. */
const footers =
  /^(?:(?:page|site|main|global|app|web|layout)[-_]?)?footer(?:[-_]?(?:wrap|wrapper|container|inner|bottom))?$/i;
const isNamedFooter = ({ attribs }: Element) =>
  `${attribs.id ?? ""} ${attribs.class ?? ""}`.split(/\s+/, 40).some((name) => footers.test(name));

/** What is read out as it comes: said by scripts, and not by the page. */
const isLive = ({ attribs }: Element) => /^(?:polite|assertive)$/i.test(attribs["aria-live"] ?? "");

export function isMain(element: Element): boolean {
  return element.name === "main" || element.name === "article" || element.attribs.role === "main";
}

function isHidden(element: Element, size: number, isMost: boolean): boolean {
  const { attribs } = element;
  // Whole pages are hidden from screen readers while a dialog is open, and streamed ones until a script shows them.
  if (isMost || isShownOnChoice(attribs)) return false;
  return (isUnseen(attribs) && !isTabPanel(element)) || (attribs["aria-hidden"] === "true" && size < 300);
}

/** By its own attributes; what a style sheet hides cannot be told. */
export function isUnseen(attribs: Element["attribs"]): boolean {
  if ("hidden" in attribs && attribs.hidden !== "until-found") return true;
  return /display\s*:\s*none|visibility\s*:\s*hidden/i.test(attribs.style ?? "");
}

function isLandmark(element: Element, inMain: boolean): boolean {
  if (element.name === "nav" || element.name === "aside" || element.name === "dialog") return true;
  if (landmarks.has((element.attribs.role ?? "").toLowerCase())) return true;
  if (inMain) return false;
  return element.name === "header" || element.name === "footer" || (element.name === "div" && isNamedFooter(element));
}

function isNoise(element: Element, measure: Measure | undefined, total: number): boolean {
  const { characters: size, parts } = measure ?? { characters: 0, parts: 0 };
  if (size >= maxNoiseCharacters || size > total / 3) return false;
  const names = `${element.attribs.id ?? ""} ${element.attribs.class ?? ""}`;
  if (names.length < 2 || names.length > 1_000) return false;
  const words = wordsOfNames(names);
  const isWhole = (known: ReadonlySet<string>) =>
    names
      .toLowerCase()
      .split(/\s+/)
      .some((name) => known.has(name));
  if (isWhole(wholeNames) || (isWhole(filterNames) && holdsChoices(element))) return true;
  if (size < maxBannerCharacters && parts <= 1 && isWhole(bannerNames) && !holdsHeading(element)) return true;
  return words.some((word) => noiseNames.has(word) || words.some((other) => noisePairs[word]?.has(other)));
}

/** The words that names are made of. What a machine has counted or hashed ("2ad41f") holds none, whatever letters stand together in it. */
function wordsOfNames(names: string): string[] {
  return names
    .split(/[^A-Za-z\d]+/)
    .filter((part) => /^[A-Za-z]+\d{0,4}$/.test(part))
    .flatMap((part) =>
      part
        .replace(/([a-z])([A-Z])/g, "$1 $2")
        .replace(/\d+$/, "")
        .toLowerCase()
        .split(" "),
    );
}

/** Several boxes to tick, and none of them has a price. */
function holdsChoices(element: Element): boolean {
  let [choices, looked] = [0, 0];
  for (const { name, attribs, children } of elementsOf(element)) {
    if (name === "input" && /^(?:radio|checkbox)$/i.test(attribs.type ?? "")) choices++;
    if (children.some((child) => isText(child) && /\p{Sc}/u.test(child.data)) || ++looked > 400) return false;
  }
  return choices > 1;
}

function holdsHeading(element: Element): boolean {
  let looked = 0;
  for (const { name } of elementsOf(element)) {
    if (/^h[1-6]$/.test(name)) return true;
    if (++looked > 50) break;
  }
  return false;
}

/** Buttons are doors, not text; but accordions write their questions on them. */
function isControl(element: Element, inHeading: boolean, measures: Measures): boolean {
  if (element.name !== "button" && element.attribs.role !== "button") return false;
  return !inHeading && (measures.get(element)?.characters ?? 0) < 20;
}

/** A small box with the word cookie and a button to accept, reject or choose. */
function isCookieBox(element: Element): boolean {
  if (element.name === "a" || element.name === "p" || isMain(element)) return false;
  let text = "";
  let buttons = "";
  const stack: { node: Element; inButton: boolean }[] = [{ node: element, inButton: false }];
  for (let frame = stack.pop(); frame; frame = stack.pop()) {
    const { node } = frame;
    const inButton =
      frame.inButton ||
      node.name === "button" ||
      node.attribs.role === "button" ||
      /\b(?:btn|button)\b/i.test(node.attribs.class ?? "");
    if (node.name === "input") buttons += ` ${node.attribs.value ?? ""} `;
    for (const child of node.children) {
      if (isText(child)) {
        text += ` ${child.data}`;
        if (inButton) buttons += ` ${child.data}`;
      } else if (isTag(child) && !unread.has(child.name)) stack.push({ node: child, inButton });
    }
  }
  return cookies.test(text) && accepts.test(buttons);
}
