import { type Element, isTag } from "domhandler";
import type { PageTree } from "./page-tree";
import { plainText } from "./plain-text";

/** Something that can be clicked, with what it says to people and to screen readers. */
export interface Control {
  element: Element;
  text: string;
  /** Words for those who do not see the text. */
  hints: string[];
  href: string | null;
}

const maxControls = 5_000;
const notPages =
  /(?:^|[\s_-])(?:carousel|slider|slideshow|swiper|slick|gallery|lightbox|calendar|datepicker|testimonials?|flickity|splide|glide)(?:$|[\s_-])/i;

/** Links and buttons of a page, without those that turn slides or months and those that are switched off. */
export function controlsOf(tree: PageTree): Control[] {
  const turning = new Uint8Array(tree.nodes.length);
  const controls: Control[] = [];
  tree.nodes.forEach(({ element, parent }, index) => {
    const { name, attribs } = element;
    const isTurning =
      turning[parent] === 1 || notPages.test(`${attribs.class ?? ""} ${attribs.id ?? ""}`.slice(0, 400));
    turning[index] = isTurning ? 1 : 0;
    const isButton =
      name === "button" ||
      attribs.role === "button" ||
      (name === "input" && /^(?:submit|button|image)$/i.test(attribs.type ?? ""));
    if (isTurning || (name !== "a" && !isButton) || isDisabled(element) || controls.length >= maxControls) return;
    controls.push({
      element,
      text: (plainText(element) || attribs.value || "").slice(0, 120),
      hints: [attribs["aria-label"], attribs.title, imageText(element)].filter((hint) => hint !== undefined),
      href: attribs.href ?? null,
    });
  });
  return controls;
}

function imageText(element: Element): string | undefined {
  for (const child of element.children) if (isTag(child) && child.name === "img") return child.attribs.alt;
  return undefined;
}

export function isDisabled(element: Element): boolean {
  const off = (one: Element) =>
    "disabled" in one.attribs ||
    one.attribs["aria-disabled"] === "true" ||
    /(?:^|[\s_-])(?:disabled|inactive)(?:$|\s)/.test(one.attribs.class ?? "");
  const { parent } = element;
  return off(element) || (parent !== null && isTag(parent) && parent.name === "li" && off(parent));
}

/** In the browser's own words, by what the control says: where it stands changes with what a page shows. */
export function selectorByWords({ element, text }: Control): string {
  const { name, attribs } = element;
  const stated = name === "input" ? ["aria-label", "value", "title", "alt"] : ["aria-label", "title"];
  for (const attribute of stated) {
    const value = attribs[attribute];
    if (value) return `${name}[${attribute}=${JSON.stringify(value)}]`;
  }
  return `${name}:text-is(${JSON.stringify(text)})`;
}
