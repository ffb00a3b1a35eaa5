import { createCanvas } from "@napi-rs/canvas";
import { OPS, type PDFPageProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import type { Page } from "tesseract.js";
import { median, type PageContent, type Run } from "./geometry";

/** Pixels for each point: 216 dots an inch, which scanned letters of usual size need; large sheets get fewer. */
const scale = 3;
const maxSide = 4_000;
const minConfidence = 30;

/**
 * Draws a page and reads the text out of the picture, in the coordinates of a text layer. Null where the page shows no picture or
 * drawing, or none that says
 * much more than the `knownLength` characters of its text layer.
 */
export async function recognisePage(
  page: PDFPageProxy,
  label: string | null,
  knownLength: number,
  readPicture: (image: Uint8Array) => Promise<Page>,
): Promise<PageContent | null> {
  const { width, height } = page.getViewport({ scale: 1 });
  if (pictureArea(await page.getOperatorList()) < width * height * minPictureShare) return null;
  const size = page.getViewport({ scale: 1 });
  const zoom = Math.min(scale, maxSide / Math.max(size.width, size.height, 1));
  const viewport = page.getViewport({ scale: zoom });
  const canvas = createCanvas(Math.max(1, Math.ceil(viewport.width)), Math.max(1, Math.ceil(viewport.height)));
  const context = canvas.getContext("2d");
  context.fillStyle = "#ffffff";
  context.fillRect(0, 0, canvas.width, canvas.height);
  // The canvas of this library has what pdf.js draws with, under types of its own.
  await page.render({ canvas: null, canvasContext: context as unknown as CanvasRenderingContext2D, viewport }).promise;
  if (isBlank(context.getImageData(0, 0, canvas.width, canvas.height).data)) return null;
  const image = await canvas.encode("png");
  const data = await readPicture(image);
  const lines = (data.blocks ?? []).flatMap((block) => block.paragraphs.flatMap((paragraph) => paragraph.lines));
  const heights = lines.map((line) => (line.bbox.y1 - line.bbox.y0) / zoom);
  const usual = median(heights);
  const runs: Run[] = [];
  for (const line of lines) {
    const height = (line.bbox.y1 - line.bbox.y0) / zoom;
    // Heights follow the letters of a line: small differences are no difference in size.
    const points = Math.abs(height - usual) < usual * 0.35 ? usual : height;
    for (const word of line.words) {
      if (word.confidence < minConfidence || word.text.trim() === "") continue;
      runs.push({
        text: word.text,
        x: word.bbox.x0 / zoom,
        y: (line.baseline?.y0 ?? line.bbox.y1) / zoom,
        width: (word.bbox.x1 - word.bbox.x0) / zoom,
        size: points,
        isBold: false,
      });
    }
  }
  const letters = runs
    .map((run) => run.text)
    .join("")
    .replace(/[^\p{L}\p{N}]/gu, "");
  if (letters.length < Math.max(3, knownLength * 2)) return null;
  return { page: page.pageNumber, width: size.width, height: size.height, label, runs, rules: [], struckWords: 0 };
}

/** A logo or a rule is no scanned page. */
const minPictureShare = 0.1;

/** Area of all pictures a page draws, in square points; a scanner may cut one page into strips. */
function pictureArea(list: { fnArray: number[]; argsArray: unknown[] }): number {
  let area = 0;
  let current = 1;
  const saved: number[] = [];
  for (const [index, operator] of list.fnArray.entries()) {
    const args: unknown = list.argsArray[index];
    const matrix: unknown = operator === OPS.paintFormXObjectBegin && Array.isArray(args) ? args[0] : args;
    if (operator === OPS.save || operator === OPS.paintFormXObjectBegin) saved.push(current);
    if (operator === OPS.restore || operator === OPS.paintFormXObjectEnd) current = saved.pop() ?? current;
    else if (operator === OPS.transform || operator === OPS.paintFormXObjectBegin) current *= determinant(matrix);
    else if (repeated.has(operator)) return Number.POSITIVE_INFINITY;
    else if (pictures.has(operator)) area += current;
  }
  return area;
}

/** How much a matrix enlarges an area. */
function determinant(matrix: unknown): number {
  if (!Array.isArray(matrix) && !(matrix instanceof Float32Array)) return 1;
  const value = Math.abs(Number(matrix[0]) * Number(matrix[3]) - Number(matrix[1]) * Number(matrix[2]));
  return Number.isFinite(value) ? value : 1;
}

const pictures = new Set<number>([OPS.paintImageXObject, OPS.paintInlineImageXObject, OPS.paintImageMaskXObject]);
/** Operators that draw many pictures at once, each placed by arguments of its own. */
const repeated = new Set<number>([
  OPS.paintImageXObjectRepeat,
  OPS.paintImageMaskXObjectRepeat,
  OPS.paintImageMaskXObjectGroup,
  OPS.paintInlineImageXObjectGroup,
]);

/** One colour all over: nothing to read, and OCR of nothing takes its time too. */
function isBlank(pixels: Uint8ClampedArray): boolean {
  const first = (pixels[0] ?? 0) + (pixels[1] ?? 0) + (pixels[2] ?? 0);
  for (let index = 0; index < pixels.length; index += 4) {
    if (Math.abs((pixels[index] ?? 0) + (pixels[index + 1] ?? 0) + (pixels[index + 2] ?? 0) - first) > 24) return false;
  }
  return true;
}
