import { type ChildNode, isTag, isText } from "domhandler";
import { parseDocument } from "htmlparser2";

/** What a capture shows at a glance. */
export interface Signs {
  title: string;
  /** The first headings of levels 1 and 2. */
  headings: string[];
  /** The first words outside of navigation, header and footer. */
  opening: string;
  /** Visible words of the whole page, without navigation, header and footer. */
  words: number;
  hasPassword: boolean;
  /** A bot check's own script, frame or field is the page: what it is called. */
  challenge: string | null;
  /** Sends the visitor elsewhere at once. */
  refreshes: boolean;
  /** Holds an empty place for scripts to write to, and scripts. */
  isShell: boolean;
}

const maxCharacters = 4_000_000;
const maxOpening = 400;
const maxHeadings = 3;
const unread = new Set(
  "script style template svg math iframe object embed canvas audio video select datalist textarea".split(" "),
);
const around = new Set("nav header footer aside dialog".split(" "));
/** Scripts, frames and fields that only a page of a bot check carries as its subject. */
const challenges: readonly [RegExp, string][] = [
  [/cdn-cgi\/challenge-platform|challenges\.cloudflare\.com|cf-chl-|__cf_chl/i, "Cloudflare"],
  [/captcha-delivery\.com|geo\.captcha-delivery/i, "DataDome"],
  [/_incapsula_resource|incapsula incident/i, "Imperva"],
  [/px-captcha|perimeterx\.net|human-challenge/i, "HUMAN"],
  [/awswaf\.com|aws-waf-token|awsWafCookieDomainList/i, "AWS WAF"],
  [/geetest|arkoselabs|funcaptcha/i, "puzzle"],
];
/** Fields that forms on good pages carry, too: they say something only where there is hardly any text. */
const captchaFields = /g-recaptcha|h-captcha|hcaptcha\.com|cf-turnstile|recaptcha\/api/i;
const maxCheckWords = 60;

export function readSigns(html: string): Signs {
  const document = parseDocument(html.slice(0, maxCharacters));
  const signs: Signs = {
    title: "",
    headings: [],
    opening: "",
    words: 0,
    hasPassword: false,
    challenge: null,
    refreshes: false,
    isShell: false,
  };
  let marks = "";
  let scripts = 0;
  let hasMount = false;
  let asksForScripts = false;
  const mark = (text: string | undefined) => {
    if (text && marks.length < 20_000) marks += ` ${text.slice(0, 2_000)}`;
  };
  const stack: { node: ChildNode; isAround: boolean; isInMain: boolean }[] = [];
  const push = (nodes: readonly ChildNode[], isAround: boolean, isInMain: boolean) => {
    for (let index = nodes.length - 1; index >= 0; index--) {
      const node = nodes[index];
      if (node) stack.push({ node, isAround, isInMain });
    }
  };
  push(document.children, false, false);
  for (let frame = stack.pop(); frame; frame = stack.pop()) {
    const { node, isAround, isInMain } = frame;
    if (isText(node)) {
      const text = node.data.replace(/\s+/g, " ").trim();
      if (text === "" || isAround) continue;
      signs.words += text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
      if (signs.opening.length < maxOpening) signs.opening += `${text} `;
      continue;
    }
    if (!isTag(node)) continue;
    const { name, attribs } = node;
    if (name === "title") {
      signs.title ||= plain(node.children);
      continue;
    }
    if (name === "meta" && /^refresh$/i.test(attribs["http-equiv"] ?? "")) {
      signs.refreshes ||= /^\s*[0-5]\s*[;,]\s*(?:url\s*=)?\s*\S/i.test(attribs.content ?? "");
    }
    if (name === "script") {
      scripts += 1;
      mark(attribs.src ?? plain(node.children));
      continue;
    }
    if (name === "noscript") {
      asksForScripts ||= /javascript|script/i.test(plain(node.children));
      continue;
    }
    if (name === "iframe") mark(attribs.src);
    if (name === "form") mark(attribs.action);
    if (attribs.id) mark(attribs.id);
    if (attribs.class && name === "div") mark(attribs.class);
    if (name === "input" && attribs.type?.toLowerCase() === "password") signs.hasPassword = true;
    if (unread.has(name) || "hidden" in attribs) continue;
    if (
      /^(?:root|app|__next|__nuxt|___gatsby|svelte|q-app|main-app)$/i.test(attribs.id ?? "") ||
      /^(?:app-root|ng-component)$/.test(name)
    ) {
      hasMount ||= plain(node.children) === "";
    }
    if ((name === "h1" || name === "h2") && signs.headings.length < maxHeadings)
      signs.headings.push(plain(node.children));
    const isMain = isInMain || name === "main" || name === "article" || attribs.role === "main";
    push(node.children, isAround || (!isMain && around.has(name)), isMain);
  }
  signs.challenge = challenges.find(([pattern]) => pattern.test(marks))?.[1] ?? null;
  if (!signs.challenge && signs.words <= maxCheckWords && captchaFields.test(marks)) signs.challenge = "CAPTCHA";
  signs.isShell = hasMount || (scripts > 0 && asksForScripts);
  return signs;
}

function plain(nodes: readonly ChildNode[]): string {
  let text = "";
  const stack = [...nodes].reverse();
  for (let node = stack.pop(); node && text.length < 2_000; node = stack.pop()) {
    if (isText(node)) text += node.data;
    else if (isTag(node) && !unread.has(node.name)) stack.push(...[...node.children].reverse());
    else if (isTag(node)) continue;
    else if ("children" in node) stack.push(...[...(node.children as ChildNode[])].reverse());
  }
  return text.replace(/\s+/g, " ").trim();
}
