import { type ChildNode, type Element, isTag, isText } from "domhandler";

const holders = new Set("div section article main ul ol table thead tbody span".split(" "));
const listRoles = /^(?:list|feed|table|grid|treegrid|rowgroup|listbox|main|region)$/i;
/** What stands empty until somebody does something: messages, layers, ornaments and what others put into pages. */
const service =
  /(?:^|[^a-z])(?:toasts?|modals?|dialogs?|overlays?|pop-?ups?|pop-?overs?|tooltips?|snackbars?|notifications?|alerts?|announcer|live-?region|cookies?|consent|cmp|gdpr|captcha|turnstile|chat|intercom|ads?|advert\w*|banner|promo|player|video|maps?|charts?|graph|canvas|light-?box|drawer|off-?canvas|menu|nav\w*|header|footer|side-?bar|progress|spinner|loader|sentinel|spacer|divider|separator|clearfix|anchor|top|skip\w*|share|social|fb|twitter|gtm|analytics|pixel|tracking|newsletter|comments?|focus|portal-?root)(?:$|[^a-z])/i;
const maxCandidates = 400;

/**
 * Whether the page leaves a named place for a list or a matter empty that a script of its own may fill: `<div id="openings"></div>`. A guess only,
 * which a look in the browser confirms; what names messages, layers and ornaments is no such place.
 */
export function findHollow(elements: readonly Element[]): boolean {
  if (!elements.some(mayDraw)) return false;
  return elements.filter(isNamedHolder).slice(0, maxCandidates).some(isEmptyPlace);
}

function mayDraw({ name, attribs, children }: Element): boolean {
  if (name !== "script" || /json|template|html/i.test(attribs.type ?? "")) return false;
  if (attribs.src) return true;
  const code = children.map((child) => (isText(child) ? child.data : "")).join("");
  return /\bfetch\s*\(|XMLHttpRequest|\.innerHTML\b|\.append(?:Child)?\s*\(|\.replaceChildren\s*\(/.test(code);
}

function isNamedHolder({ name, attribs }: Element): boolean {
  if (!holders.has(name) && !name.includes("-")) return false;
  const isNamed =
    Boolean(attribs.id) ||
    name.includes("-") ||
    listRoles.test(attribs.role ?? "") ||
    Object.keys(attribs).some((one) => one.startsWith("data-") && !/^data-v-/.test(one));
  const said = `${name} ${attribs.id ?? ""} ${attribs.class ?? ""} ${Object.keys(attribs).join(" ")}`;
  return isNamed && !service.test(spaced(said));
}

/** `jobList` as the two words that it is. */
const spaced = (text: string) => text.replace(/([a-z])([A-Z])/g, "$1-$2");

function isEmptyPlace(element: Element): boolean {
  return !isAway(element) && isBare(element.children);
}

const around = new Set("nav header footer aside dialog noscript template form button a label".split(" "));

function isAway(element: Element): boolean {
  for (let at: Element | null = element; at; at = at.parent && isTag(at.parent) ? at.parent : null) {
    const { name, attribs } = at;
    const isHidden =
      "hidden" in attribs || attribs["aria-hidden"] === "true" || /display\s*:\s*none/i.test(attribs.style ?? "");
    if (isHidden || around.has(name) || "aria-live" in attribs) return true;
  }
  return false;
}

/** Nothing in it but further holders. */
function isBare(children: readonly ChildNode[]): boolean {
  const waiting = [...children];
  for (let node = waiting.pop(), seen = 0; node; node = waiting.pop()) {
    if (isText(node) ? node.data.trim() !== "" : isTag(node) && !holders.has(node.name)) return false;
    if (++seen > 200) return false;
    if (isTag(node)) waiting.push(...node.children);
  }
  return true;
}
