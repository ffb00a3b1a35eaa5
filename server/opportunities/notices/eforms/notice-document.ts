import { attributeOf, textOf, type XmlNode } from "@/server/crawling/xml";
import { textOf as lineOf, proseOf } from "../json-values";
import type { Money } from "../notice-facts";
import { findElements, parentsOf } from "./find-elements";

const extension = "ext:UBLExtensions/ext:UBLExtension/ext:ExtensionContent/efext:EformsExtension";

/** A notice's tree with what is asked of it: elements, words in the notice's own language, amounts. */
export class NoticeDocument {
  private readonly parents: ReadonlyMap<XmlNode, XmlNode>;
  readonly language: string | null;

  constructor(readonly root: XmlNode) {
    this.parents = parentsOf(root);
    this.language = this.value(root, "cbc:NoticeLanguageCode");
  }

  all(from: XmlNode, path: string): XmlNode[] {
    return findElements(from, path.replace(/^~/, extension), this.parents);
  }

  value(from: XmlNode, path: string): string | null {
    return this.values(from, path)[0] ?? null;
  }

  values(from: XmlNode, path: string): string[] {
    return this.all(from, path).flatMap((node) => lineOf(textOf(node)) ?? []);
  }

  /** In the notice's own language where it has it, else in the one that comes first. */
  words(from: XmlNode, path: string): string | null {
    const texts = this.all(from, path);
    const own = texts.find((node) => attributeOf(node, "languageid") === this.language);
    for (const node of [own, ...texts]) {
      const text = node ? proseOf(textOf(node)) : null;
      if (text) return text;
    }
    return null;
  }

  money(from: XmlNode, path: string): Money | null {
    for (const node of this.all(from, path)) {
      const amount = lineOf(textOf(node));
      if (amount && /^\d+(?:\.\d+)?$/.test(amount)) return { amount, currency: attributeOf(node, "currencyid") };
    }
    return null;
  }

  attribute(node: XmlNode | undefined, name: string): string | null {
    return node ? attributeOf(node, name) : null;
  }
}
