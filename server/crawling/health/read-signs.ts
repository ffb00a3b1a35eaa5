import { type ChildNode, type Element, isTag, isText } from "domhandler";
import { parseDocument } from "htmlparser2";
import { openParts } from "@/lib/open-parts";
import { type BotCheck, findBotCheck } from "./find-bot-check";
import { findHollow } from "./find-hollow";

/** What a capture shows at a glance. */
export interface Signs {
  title: string;
  /** The first headings of levels 1 and 2. */
  headings: string[];
  /** The first words outside of navigation, header and footer. */
  opening: string;
  /** The first of its texts, as they are parted by markup. */
  pieces: string[];
  /** Visible words outside of navigation, header and footer; of scripts without spaces, characters. */
  words: number;
  /** Terms and headings of rows and columns: names of values, which no apology has. */
  labels: number;
  hasPassword: boolean;
  botCheck: BotCheck | null;
  /** Sends the visitor elsewhere at once, by a meta tag or a script. */
  refreshes: boolean;
  hasScripts: boolean;
  /** Shows another page inside itself, large enough to be read. */
  hasFrame: boolean;
  /** Holds an empty place for scripts to write to, or says that something is coming. */
  isUnwritten: boolean;
  /** A part of it says nothing but that it is coming, for its scripts to put something in its place. */
  awaitsPart: boolean;
  /** Tells readers without scripts to use some. */
  asksForScripts: boolean;
  /** A named place in it is empty, and its scripts may fill it. */
  isHollow: boolean;
}

const maxCharacters = 4_000_000;
const maxMarks = 40_000;
const maxOpening = 400;
const maxPieces = 12;
const maxHeadings = 3;
/** "Loading…" may stand where the scripts will write. */
const maxMountText = 20;
const unread = new Set(
  "style template svg math object embed canvas audio video select datalist textarea iframe noscript script head".split(
    " ",
  ),
);
const around = new Set("nav header footer aside dialog".split(" "));
const mountIds = /^(?:root|app|__next|__nuxt|___gatsby|svelte|q-app|main-app|react-root|application)$/i;
const maxLoadingWords = 8;
/** "Loading opportunities", and no sentence about loading. */
const maxPartWords = 3;
/** All that a page says until its scripts have drawn it. */
const saysLoading =
  /^(?:loading|please wait|one moment|initiali[sz]ing|(?:wird|seite wird|anwendung wird|inhalte werden) geladen|l(?:ä|ae)dt|bitte warten|chargement|veuillez patienter|cargando|espere|caricamento|attendere|bezig met laden|a carregar|carregando|ładowanie|laddar)(?!\p{L})/iu;
const mountTags = /^(?:app-root|app-shell|ng-component|my-app)$/;
const word = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]|[\p{L}\p{N}]+/gu;

const wordsIn = (text: string) => text.match(word)?.length ?? 0;

export function readSigns(html: string): Signs {
  const { texts, elements } = walk(parseDocument(openParts(html.slice(0, maxCharacters))).children);
  const visible = texts.filter((text) => text !== "");
  let words = 0;
  let opening = "";
  for (const text of visible) {
    words += wordsIn(text);
    if (opening.length < maxOpening) opening += `${text} `;
  }
  const scripts = elements.filter(({ name }) => name === "script");
  const noscript = elements.filter(({ name }) => name === "noscript").map((element) => plainText(element.children));
  const hasMount = elements.some(
    (element) =>
      (mountIds.test(element.attribs.id ?? "") || mountTags.test(element.name)) &&
      plainText(element.children).length <= maxMountText,
  );
  const title = elements.find(({ name }) => name === "title");
  return {
    title: title ? plainText(title.children) : "",
    headings: elements
      .filter(({ name }) => name === "h1" || name === "h2")
      .slice(0, maxHeadings)
      .map((element) => plainText(element.children)),
    opening: opening.trim(),
    pieces: visible.slice(0, maxPieces),
    words,
    labels: elements.filter(({ name }) => name === "dt" || name === "th").length,
    hasPassword: elements.some(({ name, attribs }) => name === "input" && attribs.type?.toLowerCase() === "password"),
    botCheck: findBotCheck(marksOf(elements), words, hasMount),
    refreshes: elements.some(isRefresh) || (words <= 20 && scripts.some(isScriptedMove)),
    hasScripts: scripts.length > 0,
    hasFrame: elements.some(isShownFrame),
    isUnwritten: scripts.length > 0 && (hasMount || (words <= maxLoadingWords && saysLoading.test(opening.trim()))),
    awaitsPart: scripts.length > 0 && visible.some((text) => saysLoading.test(text) && wordsIn(text) <= maxPartWords),
    asksForScripts: scripts.length > 0 && noscript.some((text) => /javascript/i.test(text)),
    isHollow: findHollow(elements),
  };
}

function walk(nodes: readonly ChildNode[]): { texts: string[]; elements: Element[] } {
  const texts: string[] = [];
  const elements: Element[] = [];
  const stack: { node: ChildNode; isSeen: boolean; isInMain: boolean }[] = [];
  const push = (children: readonly ChildNode[], isSeen: boolean, isInMain: boolean) => {
    for (let index = children.length - 1; index >= 0; index--) {
      const node = children[index];
      if (node) stack.push({ node, isSeen, isInMain });
    }
  };
  push(nodes, true, false);
  for (let frame = stack.pop(); frame; frame = stack.pop()) {
    const { node, isSeen, isInMain } = frame;
    if (isText(node)) {
      if (isSeen) texts.push(node.data.replace(/\s+/g, " ").trim());
    } else if (isTag(node)) {
      elements.push(node);
      const isMain = isInMain || node.name === "main" || node.name === "article" || node.attribs.role === "main";
      const isLeft = unread.has(node.name) || "hidden" in node.attribs || (!isMain && around.has(node.name));
      push(node.children, isSeen && !isLeft, isMain);
    }
  }
  return { texts, elements };
}

/** Names and addresses by which bot checks are known. */
function marksOf(elements: readonly Element[]): string {
  let marks = "";
  for (const { name, attribs, children } of elements) {
    if (marks.length > maxMarks) break;
    const inline = name === "script" && !attribs.src ? plainText(children).slice(0, 2_000) : "";
    marks += ` ${attribs.id ?? ""} ${attribs.class ?? ""} ${attribs.src ?? ""} ${name === "form" ? (attribs.action ?? "") : ""} ${inline}`;
  }
  return marks.slice(0, maxMarks);
}

function isShownFrame({ name, attribs }: Element): boolean {
  const isSmall = [attribs.width, attribs.height].some((size) => size !== undefined && Number.parseInt(size, 10) <= 2);
  const isHidden = "hidden" in attribs || /display\s*:\s*none|visibility\s*:\s*hidden/i.test(attribs.style ?? "");
  return (
    (name === "iframe" || name === "frame") &&
    !isSmall &&
    !isHidden &&
    /^(?!about:|data:|javascript:)\S/i.test(attribs.src ?? "")
  );
}

function isRefresh({ name, attribs }: Element): boolean {
  return (
    name === "meta" &&
    /^refresh$/i.test(attribs["http-equiv"] ?? "") &&
    /^\s*[0-5]\s*[;,]\s*(?:url\s*=)?\s*\S/i.test(attribs.content ?? "")
  );
}

function isScriptedMove({ children, attribs }: Element): boolean {
  if (attribs.src) return false;
  const code = plainText(children).trim();
  return code.length < 500 && /^(?:window\.|document\.|top\.)?location(?:\.href|\.replace|\.assign)?\s*[=(]/.test(code);
}

function plainText(nodes: readonly ChildNode[]): string {
  let text = "";
  const stack = [...nodes].reverse();
  for (let node = stack.pop(); node && text.length < 2_000; node = stack.pop()) {
    if (isText(node)) text += node.data;
    else if (isTag(node)) for (const child of [...node.children].reverse()) stack.push(child);
  }
  return text.replace(/\s+/g, " ").trim();
}
