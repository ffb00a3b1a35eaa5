import { type Document, type Element, isTag, isText } from "domhandler";
import type { ChangeItem } from "../comparison";
import { elementsOf } from "./parse-page";
import { shownText } from "./words";

/** Whether the one thing that a page sells can be had, in the words of its button. */
export interface Availability {
  isAvailable: boolean;
  text: string;
}

const canBeHad =
  /^(?:add to (?:cart|bag|basket|trolley)|buy(?: it)? now|order now|in den (?:warenkorb|einkaufswagen)(?: legen)?|jetzt (?:kaufen|bestellen)|ajouter au panier|acheter(?: maintenant)?|añadir (?:al carrito|a la cesta)|comprar(?: ahora| agora)?|aggiungi al carrello|in winkelwagen|lägg i (?:varukorgen|kundvagnen)|dodaj do koszyka|adicionar ao carrinho)$/iu;
const cannotBeHad =
  /^(?:sold out|out of stock|currently unavailable|unavailable|no longer available|notify me(?: when (?:it is )?available)?|ausverkauft|nicht (?:auf lager|verfügbar|lieferbar)|derzeit nicht verfügbar|vergriffen|épuisé|rupture de stock|en rupture(?: de stock)?|indisponible|agotado|sin existencias|no disponible|esaurito|non disponibile|uitverkocht|slutsåld|wyprzedane|esgotado|indisponível)$/iu;
const longest = 40;
/** A bar that follows the reader has the button once more; a list has one for each of its things. */
const mostButtons = 3;

/** By the buttons of a page that sells one thing; null where it has none, or one for each of several. */
export function readAvailability(document: Document): Availability | null {
  const found: Availability[] = [];
  for (const element of elementsOf(document)) {
    const text = isButton(element) ? labelOf(element) : "";
    if (canBeHad.test(text)) found.push({ isAvailable: true, text });
    else if (cannotBeHad.test(text)) found.push({ isAvailable: false, text });
    if (found.length > mostButtons) return null;
  }
  const [first] = found;
  return first && found.every(({ isAvailable }) => isAvailable === first.isAvailable) ? first : null;
}

/** A thing that can be had again, or no more. In which words it could and can be had is no change. */
export function describeAvailability(
  before: Availability | null = null,
  after: Availability | null = null,
): ChangeItem[] {
  if (!before || !after || before.isAvailable === after.isAvailable) return [];
  return [{ kind: "text", before: before.text, after: after.text, heading: null }];
}

/** Whether the line of a choice ends in saying that it cannot be had: "Green - Sold out". */
export function saysSoldOut(line: string | null): boolean {
  return cannotBeHad.test(line?.split(/\s+[-–—:|]\s+|:\s+/).at(-1) ?? "");
}

const stock =
  /(?<![\p{L}])(?:in stock|sold out|out of stock|(?:un)?available|availability|back-?order(?:ed)?|pre-?order|deliver(?:y|ed|able)|dispatch(?:ed)?|ships?|(?:auf|ab) lager|lagernd|vorrätig|lieferbar|lieferung|lieferzeit|verfügbar|ausverkauft|vergriffen|en stock|rupture|épuisée?|disponibles?|livraison|livré|agotad[oa]|existencias|entrega|disponibil[ei]|esaurit[oa]|consegna|op voorraad|leverbaar|levertijd|uitverkocht)(?![\p{L}])/iu;

/** Whether few words are about how many there are, or when they come: "12 in stock", "Delivery in three weeks". */
export function speaksOfStock(text: string): boolean {
  return text.length <= 80 && stock.test(text);
}

function isButton({ name, attribs }: Element): boolean {
  return (
    name === "button" ||
    attribs.role === "button" ||
    (name === "input" && /^(?:submit|button)$/i.test(attribs.type ?? "")) ||
    (name === "a" && /\b(?:btn|button)\b/i.test(attribs.class ?? ""))
  );
}

function labelOf(button: Element): string {
  let text = "";
  const stack = [...button.children].reverse();
  for (let node = stack.pop(); node && text.length <= longest; node = stack.pop()) {
    if (isText(node)) text += ` ${node.data}`;
    else if (isTag(node)) stack.push(...[...node.children].reverse());
  }
  return shownText(text || (button.attribs.value ?? ""));
}
