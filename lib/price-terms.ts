/** What a switch of prices is moved to, by the words that names of elements, attributes and data give it. */
const terms: readonly [string, RegExp][] = [
  ["yearly", /^(?:year|years|yearly|annual|annually|annum|jahr|jährlich|jaehrlich|annuel|anual)$/],
  ["quarterly", /^(?:quarter|quarterly|quartal|trimestre|trimestriel)$/],
  ["monthly", /^(?:month|months|monthly|monat|monatlich|mensuel|mensual)$/],
  ["weekly", /^(?:week|weekly|woche|wöchentlich)$/],
  ["one-off", /^(?:once|lifetime|oneoff|onetime)$/],
];

/** The term that a name holds ("price-annual": "yearly"); null where it holds none. */
export function termIn(name: string): string | null {
  const parts = name
    .slice(0, 300)
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .split(/[^\p{L}]+/u);
  return terms.find(([, pattern]) => parts.some((part) => pattern.test(part)))?.[0] ?? null;
}
