import type { Rendition } from "@/lib/rendition";
import { decodeText } from "../decode-text";
import { isCapitalsHeading, isLabelLine, isTitleLike, readNumberedHeading } from "../heading-lines";
import type { ParseLimits } from "../limits";
import { readListMark } from "../list-marks";
import { RenditionBuilder } from "../rendition-builder";
import { writeTable } from "../tables";
import { writeHtml } from "./html-blocks";
import { stripInline } from "./markdown-inline";

export function readMarkdown(bytes: Uint8Array, limits: ParseLimits): Rendition {
  const builder = new RenditionBuilder(limits.textLength);
  new MarkdownWriter(builder).write(decodeText(bytes).split(/\r\n?|\n/));
  builder.title = firstHeading(builder);
  return builder.build("markdown", 3);
}

function firstHeading(builder: RenditionBuilder): string | null {
  const rendition = builder.build("markdown", 3);
  const heading = rendition.blocks.find((block) => block.kind === "heading");
  // Emphasis that was not closed as the rules ask ("**Name **") keeps its marks in the text; a title has none.
  const title = heading && rendition.text.slice(heading.start, heading.end).replace(/^[*_\s]+|[*_\s]+$/g, "");
  return title || null;
}

interface Item {
  indent: number;
  level: number;
  marker: string | null;
}

const htmlBlock =
  /^ {0,3}<\/?(?:table|div|p|ul|ol|dl|h[1-6]|center|details|summary|section|article|blockquote|pre|figure|hr|thead|tbody|tr|td|th)\b/i;
const tableRule = /^\s*\|?\s*:?-{1,}:?\s*(?:\|\s*:?-{1,}:?\s*)*\|?\s*$/;

/** What front matter says to readers; layouts, addresses and tags are the publisher's own. */
const toldKeys =
  /^(?:title|subtitle|reference|ref|number|(?:tender|rf[pqi]|solicitation|bid|project)[_-]?(?:number|no|id|reference)|buyer|organi[sz]ation|agency|client|deadline|due([_-]?date)?|clos(?:es|ing)([_-]?date)?|submission[_-]?(?:deadline|date)|questions[_-]?(?:deadline|due)|budget)$/i;

/** Reads lines into blocks. Follows CommonMark where documents do, and the habits of people where they do not. */
class MarkdownWriter {
  private lines: string[] = [];
  private at = 0;
  private headingLevel = 1;
  /** Lines of the paragraph or item being gathered. */
  private gathered: string[] = [];
  private item: Item | null = null;
  private openItems: Item[] = [];

  constructor(private readonly builder: RenditionBuilder) {}

  write(lines: string[]): void {
    this.lines = lines;
    this.at = this.readFrontMatter();
    while (this.at < this.lines.length) this.readLine();
    this.flush();
  }

  /** Settings of whoever publishes the page stand in front; of them the title and what a reader is told beside it belong to the text. */
  private readFrontMatter(): number {
    if (this.lines[0]?.trim() !== "---") return 0;
    const end = this.lines.slice(1, 60).findIndex((line) => /^(---|\.\.\.)\s*$/.test(line));
    const inner = end < 0 ? [] : this.lines.slice(1, end + 1);
    if (inner.length === 0 || !inner.every((line) => /^\s*$|^[\w-]+\s*:|^\s+\S|^- /.test(line))) return 0;
    const told = inner.flatMap((line) => {
      const { key, value } = /^(?<key>[\w-]+)\s*:\s*(?<value>\S.*)$/.exec(line)?.groups ?? {};
      const text = value?.replace(/^(["'])(.*)\1$/, "$2").trim();
      return key && text && toldKeys.test(key) ? [{ key: key.toLowerCase(), text }] : [];
    });
    const title = told.find(({ key }) => key === "title")?.text;
    const isRepeated = this.lines.slice(end + 2).some((line) => title && line.replace(/^#+\s*/, "").trim() === title);
    if (title && !isRepeated) this.heading(1, title);
    for (const { key, text } of told) {
      if (key === "title") continue;
      const label = key.replace(/[_-]+/g, " ");
      this.builder.paragraph(`${label.charAt(0).toUpperCase()}${label.slice(1)}: ${text}`);
    }
    return end + 2;
  }

  private readLine(): void {
    const raw = this.lines[this.at] ?? "";
    const line = unquote(raw);
    if (line.trim() === "") {
      this.flush();
      this.at += 1;
    } else if (this.readFence(line) || this.readComment(line) || this.readHtml(line) || this.readTable(line)) {
      return;
    } else if (this.readUnderline(line) || this.readHeading(line)) {
      this.at += 1;
    } else {
      this.readText(line);
      this.at += 1;
    }
  }

  private readFence(line: string): boolean {
    const fence = /^\s{0,12}(`{3,}|~{3,})[^`]*$/.exec(line)?.[1];
    if (!fence) return false;
    this.flush();
    const code: string[] = [];
    for (this.at += 1; this.at < this.lines.length; this.at++) {
      const inner = this.lines[this.at] ?? "";
      if (inner.trim().startsWith(fence)) break;
      code.push(inner);
    }
    this.at += 1;
    this.builder.code(code.join("\n"));
    return true;
  }

  private readComment(line: string): boolean {
    if (!/^\s*<!--/.test(line)) return false;
    this.flush();
    while (this.at < this.lines.length && !(this.lines[this.at] ?? "").includes("-->")) this.at += 1;
    this.at += 1;
    return true;
  }

  private readHtml(line: string): boolean {
    if (!htmlBlock.test(line)) return false;
    this.flush();
    const isTable = /^\s*<table\b/i.test(line);
    const html: string[] = [];
    for (; this.at < this.lines.length; this.at++) {
      const inner = unquote(this.lines[this.at] ?? "");
      if (!isTable && inner.trim() === "") break;
      html.push(inner);
      if (isTable && /<\/table>/i.test(inner)) {
        this.at += 1;
        break;
      }
    }
    writeHtml(this.builder, html.join("\n"));
    return true;
  }

  private readTable(line: string): boolean {
    const rule = unquote(this.lines[this.at + 1] ?? "");
    if (!line.includes("|") || !rule.includes("|") || !tableRule.test(rule)) return false;
    this.flush();
    const rows = [{ cells: splitRow(line), isHeader: true }];
    for (this.at += 2; this.at < this.lines.length; this.at++) {
      const row = unquote(this.lines[this.at] ?? "");
      if (row.trim() === "" || !row.includes("|")) break;
      rows.push({ cells: splitRow(row), isHeader: false });
    }
    writeTable(this.builder, rows);
    return true;
  }

  /** A line of = or -: heads what stands above it, or is decoration. */
  private readUnderline(line: string): boolean {
    const mark = /^\s{0,3}(={2,}|-{2,}|(?:[-*_]\s*){3,})\s*$/.exec(line)?.[1];
    if (!mark) return false;
    const isRule = !/^[=-]+$/.test(mark);
    if (!isRule && this.gathered.length > 0 && this.item === null) {
      const text = this.gathered.map((part) => part.trim()).join(" ");
      this.gathered = [];
      this.heading(mark.startsWith("=") ? 1 : 2, text);
    } else this.flush();
    return true;
  }

  private readHeading(line: string): boolean {
    const match = /^\s{0,3}(#{1,6})(\s*)(.*?)(?:\s+#+)?\s*$/.exec(line.slice(0, 2000));
    if (!match?.[1] || (match[2] === "" && !/^[\p{Lu}\d*]/u.test(match[3] ?? ""))) return false;
    if (match[2] === "" && match[1].length === 1 && /^\d/.test(match[3] ?? "")) return false;
    this.flush();
    this.heading(match[1].length, match[3] ?? "");
    return true;
  }

  private heading(level: number, source: string): void {
    this.flush();
    this.openItems = [];
    this.headingLevel = level;
    this.builder.heading(level, stripInline(source));
  }

  private readText(line: string): void {
    const indent = indentOf(line);
    const text = line.trim();
    const mark = readListMark(text);
    if (mark && this.startsItem(mark.marker, mark.rest, indent)) {
      this.flush();
      this.startItem(indent, mark.marker);
      this.gathered.push(`${unquote(mark.rest)}${hardBreak(line)}`);
      return;
    }
    const previous = this.gathered.at(-1);
    if (
      previous !== undefined &&
      this.item === null &&
      (isLabelLine(stripInline(text)) || /^(\*\*|__)[^*_]{1,80}:?\1:?(\s|$)/.test(text)) &&
      previous.length < 72
    )
      this.flush();
    if (previous === undefined && indent === 0) this.openItems = [];
    this.gathered.push(`${text}${hardBreak(line)}`);
  }

  /** Inside a paragraph only bullets and first numbers begin a list: "in the year\n2. of" is text. */
  private startsItem(marker: string, rest: string, indent: number): boolean {
    if (/^\d/.test(marker) && /^\d{1,3}(\.\d{1,3})+/.test(marker)) return false;
    if (rest.trim() === "") return /^[-*+•]$/.test(marker) && this.gathered.length === 0;
    if (/^[–—·]$/.test(marker) && this.gathered.length > 0 && this.item === null) return false;
    if (this.gathered.length === 0 || this.item !== null || indent > 0) return true;
    return (
      /^[-*+•●○◦▪]$/.test(marker) || /^\(?[1aAi][.)]$/.test(marker) || (this.gathered.at(-1) ?? "").trim().endsWith(":")
    );
  }

  private startItem(indent: number, marker: string): void {
    while (
      this.openItems.length > 0 &&
      (this.openItems.at(-1)?.indent ?? 0) > indent - 1 &&
      (this.openItems.at(-1)?.indent ?? 0) >= indent
    )
      this.openItems.pop();
    const parent = this.openItems.at(-1);
    this.item = { indent, level: parent ? parent.level + 1 : 0, marker };
    this.openItems.push(this.item);
  }

  private flush(): void {
    const lines = this.gathered;
    const item = this.item;
    this.gathered = [];
    this.item = null;
    if (lines.length === 0) return;
    if (item) {
      this.builder.listItem(item.level, item.marker, stripInline(lines.map((line) => line.trim()).join(" ")));
      return;
    }
    let isUnmarkedList = false;
    for (const part of paragraphs(lines)) {
      const text = stripInline(part.replace(/<br\s*\/?>/gi, " ")).trim();
      const level = this.headingLevelOf(part, text, lines.length);
      if (level) {
        this.headingLevel = Math.min(level, Math.max(2, this.headingLevel + 1));
        this.builder.heading(level, text);
      } else if (isUnmarkedList) this.builder.listItem(0, null, text);
      else this.builder.paragraph(text);
      isUnmarkedList ||= text.endsWith(":");
    }
  }

  /** Headings without a mark: bold lines, numbered titles, capitals, each standing alone. */
  private headingLevelOf(source: string, text: string, lineCount: number): number | null {
    if (lineCount > 2 || text.length > 120) return null;
    const trimmed = source.trim();
    const isBold = /^(\*\*|__)(?!\s)[^*]+\1:?$/.test(trimmed) || /^\*\*\*[^*]+\*\*\*$/.test(trimmed);
    if (isBold && text.split(/\s+/).length <= 14 && !/[.!?;,]$/.test(text.replace(/^[\dA-Z.]+\s/, ""))) {
      return readNumberedHeading(text)?.level ?? Math.min(6, this.boldLevel());
    }
    if (lineCount > 1) return null;
    const numbered = readNumberedHeading(text);
    if (numbered && /^\d|^[A-Z]\.|^(?:section|part|article|attachment|appendix|exhibit|chapter|annex)/i.test(text))
      return numbered.level;
    return isCapitalsHeading(text) && isTitleLike(text) && !text.includes(":") ? this.boldLevel() : null;
  }

  private boldLevel(): number {
    return Math.min(6, this.headingLevel + 1);
  }
}

/** Wrapped lines become one text; a hard break ends it. */
function paragraphs(lines: string[]): string[] {
  const found: string[] = [];
  let current: string[] = [];
  for (const line of lines) {
    const isBroken = line.endsWith("  ");
    const pieces = line.split(/<br\s*\/?>/i);
    for (const [index, piece] of pieces.entries()) {
      if (piece.trim() !== "") current.push(piece.trim());
      if ((index < pieces.length - 1 || isBroken) && current.length > 0) {
        found.push(current.join(" "));
        current = [];
      }
    }
  }
  if (current.length > 0) found.push(current.join(" "));
  return found;
}

function hardBreak(line: string): string {
  return /(?: {2,}|\\)$/.test(line) ? "  " : "";
}

function unquote(line: string): string {
  return line.replace(/^(\s*)(?:>\s?){1,20}/, "$1");
}

function indentOf(line: string): number {
  const space = /^[ \t]*/.exec(line)?.[0] ?? "";
  return space.replace(/\t/g, "    ").length;
}

function splitRow(line: string): { content: string; column: number }[] {
  const cells: string[] = [];
  let cell = "";
  for (let index = 0; index < line.length; index++) {
    const character = line[index] ?? "";
    if (character === "\\" && line[index + 1] === "|") {
      cell += "|";
      index++;
    } else if (character === "|") {
      cells.push(cell);
      cell = "";
    } else cell += character;
  }
  cells.push(cell);
  if (line.trimStart().startsWith("|")) cells.shift();
  if (cells.length > 1 && cells.at(-1)?.trim() === "") cells.pop();
  return cells.map((content, column) => ({
    content: content
      .split(/<br\s*\/?>/i)
      .map((part) => stripInline(part).trim())
      .filter(Boolean)
      .join("\n"),
    column,
  }));
}
