import type { Element } from "domhandler";

/** Words that say how an element stands among its like, not what it is. */
const positional =
  /^(?:odd|even|alt|first|last|active|current|selected|highlight(?:ed)?|featured|new|hover|open|closed|is-\S{1,30}|has-\S{1,30}|\S{0,60}(?:alternat(?:e|ing)|odd|even))$/i;

/** Class names that can name a kind of element: no positions, states, numbers or ids of one thing. */
export function classTokens(element: Element): string[] {
  const value = element.attribs.class;
  if (!value) return [];
  return value
    .slice(0, 1_000)
    .split(/\s+/)
    .filter((token) => token !== "" && !/\d{2}/.test(token) && !positional.test(token))
    .slice(0, 12);
}
