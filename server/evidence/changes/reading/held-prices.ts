import { readHeldPrices } from "@/lib/read-held-prices";
import type { Block } from "./block";
import { switchedLine } from "./switched-prices";

const maxNameWords = 8;

/**
 * Prices that the page holds in the data of its scripts for those who move a switch, of what it names; without those that it shows under that name, or
 * that it holds elsewhere too (`others`).
 */
export function heldPrices(html: string, shown: readonly Block[], others: readonly Block[]): Block[] {
  const names = new Set(
    shown.flatMap(({ text, words }) => (words > 0 && words <= maxNameWords ? [text.toLowerCase()] : [])),
  );
  const known = [...shown, ...others];
  return readHeldPrices(html, names).flatMap(({ name, term, price }) => {
    const isShown = ({ heading, text }: Block) =>
      heading?.toLowerCase() === name.toLowerCase() && holdsPrice(text, price);
    return known.some(isShown) ? [] : [switchedLine({ state: term, text: price, heading: name })];
  });
}

/** "$19" is not shown by "$190". */
function holdsPrice(text: string, price: string): boolean {
  const at = text.replaceAll(" ", "").indexOf(price.replaceAll(" ", ""));
  return at >= 0 && !/^[.,]?\d/.test(text.replaceAll(" ", "").slice(at + price.replaceAll(" ", "").length));
}
