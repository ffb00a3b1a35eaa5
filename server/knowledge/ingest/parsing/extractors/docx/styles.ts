import type { Element } from "domhandler";
import { attribute, childElement, childElements } from "../../office-package";

export interface ParagraphStyle {
  headingLevel: number | null;
  isTitle: boolean;
  isBold: boolean;
  list: { numId: string; level: number } | null;
}

const plain: ParagraphStyle = { headingLevel: null, isTitle: false, isBold: false, list: null };

/** Paragraph styles with what they inherit: heading level, bold, list. */
export class Styles {
  private readonly nodes = new Map<string, Element>();
  private readonly resolved = new Map<string, ParagraphStyle>();
  private readonly fallback: string | undefined;

  constructor(root: Element | null) {
    for (const style of childElements(root, "style")) {
      if (attribute(style, "type") !== "paragraph") continue;
      const id = attribute(style, "styleId") ?? "";
      this.nodes.set(id, style);
      if (attribute(style, "default") === "1") this.fallback = id;
    }
  }

  get(id: string | undefined): ParagraphStyle {
    return this.resolve(id ?? this.fallback, 0);
  }

  private resolve(id: string | undefined, depth: number): ParagraphStyle {
    const node = id === undefined ? undefined : this.nodes.get(id);
    // A style that is based on itself would never end.
    if (id === undefined || depth > 20) return plain;
    if (!node) return byName(id, plain);
    const known = this.resolved.get(id);
    if (known) return known;
    const basedOn = attribute(childElement(node, "basedOn"), "val");
    const base = basedOn === undefined ? plain : this.resolve(basedOn, depth + 1);
    const properties = childElement(node, "pPr");
    const outline = attribute(childElement(properties, "outlineLvl"), "val");
    const numbering = childElement(properties, "numPr");
    const numId = attribute(childElement(numbering, "numId"), "val");
    const level = Number(attribute(childElement(numbering, "ilvl"), "val") ?? 0) || 0;
    const named = byName(attribute(childElement(node, "name"), "val") ?? id, base);
    const style: ParagraphStyle = {
      ...named,
      headingLevel:
        named.headingLevel ?? (outline !== undefined && Number(outline) < 9 ? Number(outline) + 1 : base.headingLevel),
      isBold: isOn(childElement(node, "rPr", "b")) ?? base.isBold,
      list:
        numId === undefined
          ? level > 0 && base.list
            ? { ...base.list, level }
            : base.list
          : numId === "0"
            ? null
            : { numId, level },
    };
    this.resolved.set(id, style);
    return style;
  }
}

function byName(name: string, base: ParagraphStyle): ParagraphStyle {
  const heading = /^heading\s*([1-9])/i.exec(name)?.[1];
  if (heading) return { ...base, headingLevel: Number(heading) };
  if (/^title$/i.test(name)) return { ...base, headingLevel: 1, isTitle: true };
  if (/^subtitle$/i.test(name)) return { ...base, headingLevel: 2 };
  return base;
}

/** A switch such as `<w:b/>`: on without a value, off with "0", "false" or "off"; null where it is not set. */
export function isOn(node: Element | null): boolean | null {
  if (!node) return null;
  return !/^(0|false|off|none)$/i.test(attribute(node, "val") ?? "1");
}
