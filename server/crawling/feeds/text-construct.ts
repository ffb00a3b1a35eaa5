import { attributeOf, childrenOf, markupOf, textOf, type XmlNode } from "../xml";
import { htmlToText, looksLikeHtml, singleLine } from "./html-to-text";

export interface TextConstruct {
  text: string;
  /** Null when the feed says, or shows, that it is no markup. */
  html: string | null;
}

/**
 * A title, summary or content: inline markup, escaped markup, plain text or base64, as `type` and `mode` say (RFC 4287, 3.1; Atom 0.3).
 * RSS says nothing, so there what looks like markup is markup.
 */
export function readText(node: XmlNode | undefined): TextConstruct | null {
  if (!node) return null;
  const type = attributeOf(node, "type")?.trim().toLowerCase() ?? "";
  const mode = attributeOf(node, "mode")?.trim().toLowerCase() ?? "";
  if (childrenOf(node).length > 0) return fromHtml(inlineMarkup(node));
  const written = textOf(node);
  const value = mode === "base64" || isBase64Type(type) ? fromBase64(written) : written;
  if (type === "text" || (type === "text/plain" && mode !== "escaped")) return { text: singleLine(value), html: null };
  if (/html/.test(type) || looksLikeHtml(value)) return fromHtml(value);
  return { text: singleLine(value), html: null };
}

function fromHtml(html: string): TextConstruct {
  return { text: htmlToText(html), html: html.trim() };
}

/** XHTML content comes in one `div` that is not part of it. */
function inlineMarkup(node: XmlNode): string {
  const children = childrenOf(node);
  const only = children.length === 1 ? children[0] : undefined;
  const isWrapped =
    only?.name === "div" && node.content.every((part) => typeof part !== "string" || part.trim() === "");
  return markupOf(isWrapped && only ? only : node);
}

/** RFC 4287, 4.1.3.3: what is neither text nor XML is base64. */
function isBase64Type(type: string): boolean {
  return type.includes("/") && !type.startsWith("text/") && !/[/+]xml$/.test(type) && !type.includes("html");
}

function fromBase64(written: string): string {
  const compact = written.replace(/\s+/g, "");
  if (compact === "" || compact.length % 4 !== 0 || !/^[A-Za-z0-9+/]+={0,2}$/.test(compact)) return written;
  return Buffer.from(compact, "base64").toString("utf8");
}
