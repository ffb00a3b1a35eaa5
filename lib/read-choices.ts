import { Parser } from "htmlparser2";

/** One way in which a thing is sold: a size, a colour, a pack. */
export interface Choice {
  name: string;
  /** As the page writes it, or the figure that it holds. */
  price: string | null;
}

const mayHave = /<select\b|\bdata-[\w-]{0,40}(?:varia|product|offer|sku)/i;
const dataName = /^data-(?:[\w-]*[_-])?(?:varia(?:nts?|tions?)|products?|offers?|skus?)(?:[_-][\w-]*)?$/;
const maxData = 300_000;
const mostChoices = 60;
const maxName = 80;
/** Choices that are about the visit or the purchase, and not about the thing. */
const otherMatter =
  /country|currenc|lang|locale|region|state|province|quant|qty|menge|anzahl|sort|order|month|year|day|pays|land|devise|w(?:ä|ae)hrung/i;
const priceNames = ["price_html", "price_formatted", "formatted_price", "display_price", "price", "amount", "value"];

type Json = Record<string, unknown>;

/**
 * The ways in which the one thing that a page sells can be chosen, with their prices: what a script would show when somebody chooses. From a list of
 * variants that the page keeps in an attribute, else from the choices of a form that asks nothing but to choose.
 */
export function readChoices(html: string): Choice[] {
  if (!mayHave.test(html)) return [];
  const held: string[] = [];
  const forms: Form[] = [];
  let form: Form | null = null;
  let select: { isAsked: boolean; options: string[] } | null = null;
  let option: string | null = null;
  const endOption = () => {
    const name = (option ?? "").replace(/\s+/g, " ").trim();
    if (select && option !== null && name !== "") select.options.push(name);
    option = null;
  };
  const parser = new Parser({
    onopentag(tag, attributes) {
      for (const [name, value] of Object.entries(attributes))
        if (dataName.test(name) && /^\s*[[{]/.test(value) && value.length <= maxData && held.length < 20)
          held.push(value);
      if (tag === "form") {
        form = { isPost: /^post$/i.test(attributes.method ?? ""), asksElse: false, hasButton: false, selects: [] };
        forms.push(form);
      } else if (tag === "select") {
        const about = `${attributes.name ?? ""} ${attributes.id ?? ""}`;
        select = { isAsked: !otherMatter.test(about) && attributes.multiple === undefined, options: [] };
      } else if (tag === "option" && select) {
        endOption();
        // Without a value it only says what is to be done: "Choose a size". With one that cannot be chosen now it is sold out.
        option = attributes.value === "" || (attributes.disabled !== undefined && !attributes.value) ? null : "";
      } else if (form && tag === "textarea") form.asksElse = true;
      else if (form && tag === "button") form.hasButton ||= !/^(?:button|reset)$/i.test(attributes.type ?? "");
      else if (form && tag === "input") {
        const type = (attributes.type ?? "text").toLowerCase();
        if (type === "submit" || type === "image") form.hasButton = true;
        else if (/^(?:text|email|tel|password|search|url|date|file)$/.test(type)) form.asksElse = true;
      }
    },
    ontext(text) {
      if (option !== null && option.length < maxName * 2) option += text;
    },
    onclosetag(tag) {
      if (tag === "option") endOption();
      if (tag === "select") {
        endOption();
        if (select?.isAsked && form) form.selects.push(select.options);
        select = null;
      }
      if (tag === "form") form = null;
    },
  });
  parser.end(html);
  const stated = held.map(statedChoices).find((choices) => choices.length > 0);
  if (stated) return stated;
  const chosen = forms.filter(({ isPost, asksElse, hasButton }) => isPost && hasButton && !asksElse);
  // Several things with a choice each are a list, whose entries have their own pages.
  if (chosen.filter(({ selects }) => selects.length > 0).length > 1) return [];
  return chosen
    .flatMap(({ selects }) => selects)
    .filter(
      (options) => options.length > 0 && options.length <= mostChoices && options.some((name) => /\p{L}/u.test(name)),
    )
    .flatMap((options) => options.map((name) => ({ name: name.slice(0, maxName), price: null })));
}

interface Form {
  isPost: boolean;
  asksElse: boolean;
  hasButton: boolean;
  selects: string[][];
}

/** What is said of a choice in one line. */
export function choiceLine({ name, price }: Choice): string {
  return price ? `${name}: ${price}` : name;
}

function statedChoices(text: string): Choice[] {
  let root: unknown;
  try {
    root = JSON.parse(text);
  } catch {
    return [];
  }
  const listed = Array.isArray(root) ? root : isObject(root) ? (root.variants ?? root.variations ?? root.offers) : null;
  const objects = (Array.isArray(listed) ? listed : []).filter(isObject).slice(0, mostChoices);
  // A price is what makes a list of objects one of things for sale.
  if (!objects.some((one) => priceNames.some((name) => name in one))) return [];
  const choices = objects.flatMap((one): Choice[] => {
    const name = nameOf(one)?.replace(/\s+/g, " ").trim().slice(0, maxName);
    return name ? [{ name, price: priceOf(one) }] : [];
  });
  return new Set(choices.map(({ name }) => name)).size === choices.length ? choices : [];
}

function nameOf(one: Json): string | null {
  const attributes = one.attributes ?? one.options ?? one.option_values;
  const values = Array.isArray(attributes) ? attributes : isObject(attributes) ? Object.values(attributes) : [];
  const chosen = values.map(textOf).filter(Boolean);
  if (chosen.length > 0) return chosen.join(", ");
  const options = [one.option1, one.option2, one.option3].map(textOf).filter(Boolean);
  if (options.length > 0) return options.join(", ");
  return [one.title, one.name, one.label, one.size, one.sku].map(textOf).find(Boolean) ?? null;
}

function priceOf(one: Json): string | null {
  for (const name of priceNames) {
    const text = textOf(one[name])
      .replace(/<[^>]{0,500}>/g, " ")
      .replace(/\s+/g, " ")
      .trim();
    if (/\d/.test(text) && text.length <= 60) return text;
  }
  return null;
}

function textOf(value: unknown): string {
  if (typeof value === "string" || typeof value === "number") return String(value);
  return isObject(value) ? textOf(value.value ?? value.name ?? value.label ?? value.amount) : "";
}

function isObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
