import type { Rendition } from "@/lib/rendition";
import { decodeText } from "../decode-text";
import type { ParseLimits } from "../limits";
import { RenditionBuilder } from "../rendition-builder";
import { writePlainText } from "./text-blocks";

export function readText(bytes: Uint8Array, limits: ParseLimits): Rendition {
  const builder = new RenditionBuilder(limits.textLength);
  writePlainText(builder, decodeText(bytes));
  return builder.build("text", 1);
}
