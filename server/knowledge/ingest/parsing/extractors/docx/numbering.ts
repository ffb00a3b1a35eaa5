import type { Element } from "domhandler";
import { attribute, childElement, childElements } from "../../office-package";

interface Level {
  format: string;
  text: string;
  start: number;
  /** Paragraph style that is numbered by this level. */
  style: string | undefined;
}

/** Word keeps list marks out of the text: they are counted here, as Word would show them. */
export class Numbering {
  private readonly definitions = new Map<string, Map<number, Level>>();
  private readonly counters = new Map<string, number[]>();
  private readonly abstractOf = new Map<string, string>();

  constructor(root: Element | null) {
    const abstracts = new Map<string, Map<number, Level>>();
    for (const abstract of childElements(root, "abstractNum")) {
      abstracts.set(attribute(abstract, "abstractNumId") ?? "", readLevels(abstract));
    }
    for (const num of childElements(root, "num")) {
      const id = attribute(num, "numId") ?? "";
      const abstractId = attribute(childElement(num, "abstractNumId"), "val") ?? "";
      const levels = new Map(abstracts.get(abstractId) ?? []);
      let isOverridden = false;
      for (const override of childElements(num, "lvlOverride")) {
        const index = Number(attribute(override, "ilvl") ?? 0);
        const replaced = childElement(override, "lvl");
        const start = attribute(childElement(override, "startOverride"), "val");
        const base = replaced ? readLevel(replaced) : levels.get(index);
        if (base) levels.set(index, start === undefined ? base : { ...base, start: Number(start) || 0 });
        isOverridden ||= start !== undefined;
      }
      this.definitions.set(id, levels);
      // Lists of one abstract definition count on together, unless one of them says where it starts.
      this.abstractOf.set(id, isOverridden ? `num:${id}` : `abstract:${abstractId}`);
    }
  }

  /** The mark of the next item; null where the level has none, undefined where there is no such list. */
  next(numId: string, level: number): string | null | undefined {
    const levels = this.definitions.get(numId);
    const definition = levels?.get(level);
    if (!levels || !definition) return undefined;
    const key = this.abstractOf.get(numId) ?? numId;
    const counts = this.counters.get(key) ?? [];
    counts[level] = (counts[level] ?? definition.start - 1) + 1;
    counts.length = level + 1;
    this.counters.set(key, counts);
    if (definition.format === "bullet") return "•";
    if (definition.format === "none") return null;
    const mark = definition.text.replace(/%([1-9])/g, (_, digit: string) => {
      const index = Number(digit) - 1;
      const at = levels.get(index);
      return at ? format(counts[index] ?? at.start, index === level ? at.format : legal(definition, at)) : "";
    });
    return mark.trim() || null;
  }
}

function legal(_level: Level, at: Level): string {
  return at.format === "bullet" ? "decimal" : at.format;
}

function readLevels(node: Element): Map<number, Level> {
  return new Map(childElements(node, "lvl").map((level) => [Number(attribute(level, "ilvl") ?? 0), readLevel(level)]));
}

function readLevel(level: Element): Level {
  return {
    format: attribute(childElement(level, "numFmt"), "val") ?? "decimal",
    text: attribute(childElement(level, "lvlText"), "val") ?? "",
    start: Number(attribute(childElement(level, "start"), "val") ?? 1) || 0,
    style: attribute(childElement(level, "pStyle"), "val"),
  };
}

function format(value: number, kind: string): string {
  switch (kind) {
    case "lowerLetter":
      return letters(value);
    case "upperLetter":
      return letters(value).toUpperCase();
    case "lowerRoman":
      return roman(value).toLowerCase();
    case "upperRoman":
      return roman(value);
    case "decimalZero":
      return String(value).padStart(2, "0");
    default:
      return String(value);
  }
}

function letters(value: number): string {
  if (value < 1) return String(value);
  return String.fromCharCode(97 + ((value - 1) % 26)).repeat(Math.min(8, Math.ceil(value / 26)));
}

const romanDigits: [number, string][] = [
  [1000, "M"],
  [900, "CM"],
  [500, "D"],
  [400, "CD"],
  [100, "C"],
  [90, "XC"],
  [50, "L"],
  [40, "XL"],
  [10, "X"],
  [9, "IX"],
  [5, "V"],
  [4, "IV"],
  [1, "I"],
];

function roman(value: number): string {
  if (value < 1 || value > 3999) return String(value);
  let rest = value;
  let out = "";
  for (const [amount, digit] of romanDigits) {
    while (rest >= amount) {
      out += digit;
      rest -= amount;
    }
  }
  return out;
}
