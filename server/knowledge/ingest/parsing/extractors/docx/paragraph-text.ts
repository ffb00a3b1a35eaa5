import { type ChildNode, type Element, isTag } from "domhandler";
import { attribute, childElement, localName, textOf } from "../../office-package";
import { isOn } from "./styles";

/** Written out of the way: hidden, or struck through as no longer holding. */
const unshown = ["vanish", "strike", "dstrike"];

export interface ParagraphText {
  /** One entry, or several where the writer broke lines by hand. */
  lines: string[];
  /** Contents of text boxes anchored here, to be read after the paragraph. */
  boxes: Element[];
  isBold: boolean;
}

/** Reads the runs of a paragraph as they show: without deleted and struck text, field codes and hidden text. Iterative, for nesting is hostile. */
export function readParagraph(paragraph: Element, styleIsBold: boolean): ParagraphText {
  let text = "";
  let letters = 0;
  let boldLetters = 0;
  let fieldDepth = 0;
  const instructionDepths: boolean[] = [];
  const boxes: Element[] = [];
  const stack: ChildNode[] = [...paragraph.children].reverse();
  let isBoldRun = styleIsBold;
  const add = (part: string) => {
    if (instructionDepths.some(Boolean)) return;
    text += part;
    const count = part.replace(/[^\p{L}\p{N}]/gu, "").length;
    letters += count;
    if (isBoldRun) boldLetters += count;
  };
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (!isTag(node)) continue;
    switch (localName(node)) {
      case "t":
        add(textOf(node));
        break;
      case "tab":
      case "ptab":
        add(" ");
        break;
      case "br":
        add(attribute(node, "type") === "page" || attribute(node, "type") === "column" ? " " : "\n");
        break;
      case "cr":
        add("\n");
        break;
      case "noBreakHyphen":
        add("-");
        break;
      case "sym":
        add(symbol(attribute(node, "char")));
        break;
      case "footnoteReference":
      case "endnoteReference":
        add(`[${attribute(node, "id") ?? ""}]`);
        break;
      case "fldChar": {
        const type = attribute(node, "fldCharType");
        if (type === "begin") {
          const box = childElement(node, "ffData", "checkBox");
          if (box) add(isTicked(box) ? "☒ " : emptyBox);
          fieldDepth += 1;
          instructionDepths.push(true);
        } else if (type === "separate" && fieldDepth > 0) instructionDepths[fieldDepth - 1] = false;
        else if (type === "end" && fieldDepth > 0) {
          fieldDepth -= 1;
          instructionDepths.pop();
        }
        break;
      }
      case "txbxContent":
        boxes.push(node);
        break;
      case "AlternateContent": {
        const choice = childElement(node, "Choice") ?? childElement(node, "Fallback");
        if (choice) stack.push(choice);
        break;
      }
      case "pPr":
      case "rPr":
      case "del":
      case "moveFrom":
      case "delText":
      case "instrText":
      case "sdtPr":
      case "rt":
        break;
      case "r":
        if (unshown.some((name) => isOn(childElement(node, "rPr", name)))) break;
        isBoldRun = isOn(childElement(node, "rPr", "b")) ?? styleIsBold;
        push(stack, node);
        break;
      default:
        push(stack, node);
    }
  }
  // Empty boxes only tell something beside a ticked one.
  const lines = text
    .replaceAll(emptyBox, text.includes("☒") ? "☐ " : "")
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
  return { lines, boxes, isBold: letters > 0 && boldLetters / letters > 0.95 };
}

function push(stack: ChildNode[], node: Element): void {
  for (let index = node.children.length - 1; index >= 0; index--) {
    const child = node.children[index];
    if (child) stack.push(child);
  }
}

/** Stands for an empty box of a form while its paragraph is read; no text holds it. */
const emptyBox = "\u{F8FF}";

/** A box of a protected form: as it was left, else as it was drawn. */
function isTicked(box: Element): boolean {
  return isOn(childElement(box, "checked")) ?? isOn(childElement(box, "default")) ?? false;
}

/** Symbol fonts keep their characters at U+F000; the few that matter are boxes and bullets. */
function symbol(code: string | undefined): string {
  const value = Number.parseInt(code ?? "", 16);
  if (Number.isNaN(value)) return "";
  const low = value & 0xff;
  if (low === 0xa8 || low === 0x6f || low === 0x71) return "☐";
  if (low === 0xfe || low === 0xfd || low === 0x52) return "☒";
  if (low === 0xb7 || low === 0xa7) return "•";
  return value < 0xf000 ? String.fromCodePoint(value) : "";
}
