import { parseDocument } from "htmlparser2";
import type { Rendition } from "@/lib/rendition";
import { decodeHtml } from "../decode-text";
import type { ParseLimits } from "../limits";
import { RenditionBuilder } from "../rendition-builder";
import { plainText, writeHtml } from "./html-blocks";

export function readHtml(bytes: Uint8Array, limits: ParseLimits): Rendition {
  const html = decodeHtml(bytes);
  const builder = new RenditionBuilder(limits.textLength);
  const title = /<title[^>]{0,200}>([^<]{1,2000})/i.exec(html)?.[1];
  builder.title = title ? plainText(parseDocument(title).children) : null;
  writeHtml(builder, html);
  return builder.build("html", 2);
}
