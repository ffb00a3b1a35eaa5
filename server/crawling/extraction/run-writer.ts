import { countWords } from "./count-words";
import { fold, isBlank, trimCode } from "./fold-text";
import type { ScannedElement, TextRun } from "./scanned-page";

/** Gathers the text between two block boundaries, and what of it is link, until it is a run. */
export class RunWriter {
  private text = "";
  private linkText = "";
  private links = 0;
  private codeDepth = 0;
  private afterImage = false;
  private imagePending = false;
  /** Only white space since the last line break. */
  private afterBreak = false;
  private lastCharacter = "";
  private afterInline = false;
  /** One inline element has closed and another opened since the last text. */
  private betweenInlines = false;

  constructor(private readonly runs: TextRun[]) {}

  /** Whether white space would be the first text of the run, where it means nothing. */
  ignores(text: string): boolean {
    return this.text === "" && this.codeDepth === 0 && isBlank(text);
  }

  add(text: string, isLink: boolean): void {
    if (this.text === "") {
      this.afterImage = this.imagePending;
      this.imagePending = false;
    }
    // Parts that only a style sheet sets apart: "Engineer" and "Berlin" in two elements without a space between them.
    if (this.betweenInlines && isWordEnd(this.lastCharacter) && isCapital(text.charAt(0))) this.text += " ";
    this.afterInline = false;
    this.betweenInlines = false;
    this.lastCharacter = text.at(-1) ?? "";
    this.text += text;
    if (this.afterBreak && !isBlank(text)) this.afterBreak = false;
    if (isLink) this.linkText += text;
  }

  openInline(): void {
    if (this.afterInline) this.betweenInlines = true;
  }

  closeInline(): void {
    this.afterInline = true;
  }

  startLink(): void {
    this.links++;
  }

  endLink(): void {
    this.linkText += " ";
  }

  startCode(): void {
    this.codeDepth++;
  }

  endCode(): void {
    this.codeDepth = Math.max(0, this.codeDepth - 1);
  }

  sawPicture(): void {
    this.imagePending = true;
  }

  /** A single line break is white space, two in a row end a paragraph. */
  breakLine(owner: ScannedElement, isInLink: boolean): void {
    if (this.codeDepth > 0) this.text += "\n";
    else if (this.text !== "") {
      if (this.afterBreak) this.end(owner, isInLink);
      else this.text += " ";
      this.afterBreak = true;
    }
  }

  /** Ends the run at a block boundary; without text there is none. */
  end(owner: ScannedElement, isInLink: boolean): void {
    const isCode = this.codeDepth > 0;
    const text = isCode ? trimCode(this.text) : fold(this.text);
    if (text !== "") {
      const words = countWords(text);
      const linkWords = Math.min(words, countWords(this.linkText));
      this.runs.push({ text, words, linkWords, links: this.links, owner, afterImage: this.afterImage, isCode });
    } else if (this.afterImage) this.imagePending = true;
    this.text = "";
    this.lastCharacter = "";
    this.afterInline = false;
    this.betweenInlines = false;
    this.afterBreak = false;
    this.linkText = "";
    this.links = isInLink ? 1 : 0;
    this.afterImage = false;
  }
}

function isWordEnd(character: string): boolean {
  return (character >= "0" && character <= "9") || character !== character.toUpperCase();
}

function isCapital(character: string): boolean {
  return character !== character.toLowerCase();
}
