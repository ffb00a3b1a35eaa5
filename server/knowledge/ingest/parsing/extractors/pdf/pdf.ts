import type { PageSpan, Rendition } from "@/lib/rendition";
import { damaged, UnreadableFileError } from "../../errors";
import { isContentsHeading } from "../../heading-lines";
import { kindWords } from "../../kind-words";
import type { ParseLimits } from "../../limits";
import { RenditionBuilder } from "../../rendition-builder";
import type { PageContent, PageLayout } from "./geometry";
import { layOutPage } from "./layout";
import { recognisePage } from "./ocr";
import { createPictureReader } from "./ocr-engine";
import { openPdf } from "./open-pdf";
import { readPage } from "./read-page";
import { dropRepeatedLines } from "./repeated-lines";
import { writePages } from "./write-pages";

export interface PageProgress {
  page: number;
  pages: number;
}

/** Reads the text layer of a PDF; pages that have none and show something are read by OCR. */
export async function readPdf(
  bytes: Uint8Array,
  limits: ParseLimits,
  onProgress?: (progress: PageProgress) => void,
): Promise<Rendition> {
  const document = await openPdf(bytes, { withImages: false });
  try {
    const count = document.numPages;
    if (count > limits.pages) {
      throw new UnreadableFileError(
        "too_many_pages",
        `The PDF has ${count.toLocaleString("en")} pages; up to ${limits.pages.toLocaleString("en")} can be read. Split it into parts and upload those.`,
      );
    }
    if (count === 0)
      throw new UnreadableFileError("empty", "The PDF has no pages. Check the original and upload it again.");
    const labels = await document.getPageLabels().catch(() => null);
    const builder = new RenditionBuilder(limits.textLength);
    const pages: PageLayout[] = [];
    const scanned: ScannedPage[] = [];
    const broken: number[] = [];
    const struck: number[] = [];
    let length = 0;
    let sample = "";
    for (let number = 1; number <= count; number++) {
      try {
        const page = await document.getPage(number);
        const content = await readPage(page, labels?.[number - 1] ?? null);
        page.cleanup();
        if (content.struckWords > 0) struck.push(number);
        length += textLength(content);
        if (sample.length < sampleLength) sample += `${content.runs.map(({ text }) => text).join(" ")}\n`;
        if (textLength(content) < fewCharacters) scanned.push({ number, length: textLength(content) });
        pages.push(layOutPage(content));
      } catch (error) {
        if (error instanceof UnreadableFileError) throw error;
        broken.push(number);
      }
      // Text is written at the end, so that repeated lines can be told: the limit must hold before that.
      if (length > limits.textLength) builder.paragraph("x".repeat(limits.textLength + 1));
      onProgress?.({ page: number, pages: count });
    }
    if (broken.length === count) throw damaged(kindWords.pdf);
    const recognised = await recognise(bytes, { scanned, labels, pages, sample }, limits, onProgress);
    builder.warnings.push(...recognised.warnings);
    if (broken.length > 0)
      builder.warnings.push(
        `${pageList(broken)} could not be read and ${broken.length === 1 ? "is" : "are"} left out.`,
      );
    if (struck.length > 0)
      builder.warnings.push(`${pageList(struck)}: words that are struck out no longer hold and were left out.`);
    const metadata = await document.getMetadata().catch(() => null);
    const info: unknown = metadata?.info;
    const title =
      typeof info === "object" && info !== null && "Title" in info && typeof info.Title === "string"
        ? info.Title
        : null;
    writePages(builder, dropRepeatedLines(pages));
    const rendition = builder.build(recognised.count > 0 ? "pdf-ocr" : "pdf", 2);
    const heading = rendition.blocks.find(
      ({ kind, level, start, end }) =>
        kind === "heading" && (level ?? 6) <= 2 && !isContentsHeading(rendition.text.slice(start, end)),
    );
    const ownTitle =
      title && !/^(untitled|microsoft word|\(anonymous\))|\.(docx?|pdf|indd|xlsx?|html?|pptx?|odt)$/i.test(title.trim())
        ? title.trim()
        : null;
    return withPages(
      { ...rendition, title: ownTitle || (heading ? rendition.text.slice(heading.start, heading.end) : null) },
      pages,
    );
  } finally {
    await document.loadingTask.destroy();
  }
}

interface ScannedPage {
  number: number;
  /** Characters of its text layer. */
  length: number;
}

/** What was read of a PDF without looking at its pictures. */
interface TextLayer {
  scanned: ScannedPage[];
  labels: string[] | null;
  pages: PageLayout[];
  /** Its beginning, which tells the language. */
  sample: string;
}

const sampleLength = 4_000;

/** A scan may carry a stamp or a page number as text; a page with this little is looked at as a picture too. */
const fewCharacters = 40;

function textLength(content: PageContent): number {
  return content.runs.reduce((sum, run) => sum + run.text.length, 0);
}

/** Reads pages that are pictures; their layouts replace the empty ones. */
async function recognise(
  bytes: Uint8Array,
  { scanned, labels, pages, sample }: TextLayer,
  limits: ParseLimits,
  onProgress?: (progress: PageProgress) => void,
): Promise<{ count: number; warnings: string[] }> {
  const warnings: string[] = [];
  const readable = scanned.slice(0, limits.ocrPages);
  if (readable.length === 0) return { count: 0, warnings };
  const document = await openPdf(bytes, { withImages: true });
  const done: number[] = [];
  let at = 0;
  const tell = () => onProgress?.({ page: at, pages: document.numPages });
  const readPicture = createPictureReader(sample, tell);
  try {
    for (const { number, length } of readable) {
      at = number;
      try {
        const page = await document.getPage(number);
        const content = await recognisePage(page, labels?.[number - 1] ?? null, length, readPicture);
        page.cleanup();
        const place = pages.findIndex((other) => other.page === number);
        if (content && place >= 0) {
          pages[place] = layOutPage(content);
          done.push(number);
        }
      } catch (error) {
        if (error instanceof UnreadableFileError) throw error;
        warnings.push(`Page ${number} is a picture that could not be read by OCR.`);
      }
      tell();
    }
  } finally {
    await document.loadingTask.destroy();
  }
  if (done.length > 0)
    warnings.push(
      `${pageList(done)} ${done.length === 1 ? "has" : "have"} no text layer and ${done.length === 1 ? "was" : "were"} read by OCR.`,
    );
  if (scanned.length > readable.length)
    warnings.push(
      `${scanned.length - readable.length} more pages are pictures and were not read: OCR reads up to ${limits.ocrPages} pages of a file.`,
    );
  return { count: done.length, warnings };
}

export function pageList(pages: number[]): string {
  const shown = pages.slice(0, 12).join(", ");
  return `${pages.length === 1 ? "Page" : "Pages"} ${shown}${pages.length > 12 ? ` and ${pages.length - 12} more` : ""}`;
}

/** Pages follow from the lines: a paragraph may run over the end of one, which blocks alone would not tell. */
function withPages(rendition: Rendition, layouts: PageLayout[]): Rendition {
  const spans = new Map<number, { start: number; end: number }>();
  for (const line of rendition.lines) {
    const span = spans.get(line.page);
    if (!span) spans.set(line.page, { start: line.start, end: line.end });
    else span.end = Math.max(span.end, line.end);
  }
  let end = 0;
  const pages: PageSpan[] = layouts.map((layout) => {
    const span = spans.get(layout.page) ?? { start: end, end };
    end = span.end;
    return {
      page: layout.page,
      ...span,
      ...(layout.label ? { label: layout.label } : {}),
      width: layout.width,
      height: layout.height,
    };
  });
  const pageAt = (offset: number) => pages.findLast((page) => page.start <= offset && page.end > page.start)?.page;
  return {
    ...rendition,
    pages,
    blocks: rendition.blocks.map((block) => {
      const page = pageAt(block.start);
      return page === undefined ? block : { ...block, page };
    }),
  };
}
