import { textContent } from "domutils";
import { parseDocument } from "htmlparser2";

export function decodeEntities(text: string): string {
  return text.includes("&") ? textContent(parseDocument(text)) : text;
}
