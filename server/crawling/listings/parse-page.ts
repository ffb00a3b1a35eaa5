import { type ChildNode, DomHandler } from "domhandler";
import { Parser } from "htmlparser2";
import { openParts } from "@/lib/open-parts";
import { followScripts } from "./follow-scripts";
import { openDisclosures } from "./open-disclosures";

const maxCharacters = 8_000_000;
const chunkLength = 16_384;
/** The parser's work for each tag grows with the elements that are open; browsers give up nesting at 512. */
const maxOpen = 1_000;

class CountingHandler extends DomHandler {
  open = 0;
  override onopentag(name: string, attribs: Record<string, string>): void {
    this.open += 1;
    super.onopentag(name, attribs);
  }
  override onclosetag(): void {
    this.open -= 1;
    super.onclosetag();
  }
}

/** The nodes of a page. What stands below a thousand open elements, or after eight million characters, is not read. */
export function parsePage(markup: string): ChildNode[] {
  const html = openParts(markup);
  const handler = new CountingHandler();
  const parser = new Parser(handler);
  const length = Math.min(html.length, maxCharacters);
  for (let at = 0; at < length && handler.open <= maxOpen; at += chunkLength)
    parser.write(html.slice(at, Math.min(length, at + chunkLength)));
  parser.end();
  openDisclosures(handler.dom);
  followScripts(handler.dom);
  return handler.dom;
}
