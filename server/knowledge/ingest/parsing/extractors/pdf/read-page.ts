import type { PDFPageProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import { OPS, Util } from "pdfjs-dist/legacy/build/pdf.mjs";
import type { PageContent, Rule, Run } from "./geometry";
import { spellLigatures } from "./ligatures";
import { withoutStruckWords } from "./struck-runs";

const maxCoordinate = 20_000;

type Matrix = [number, number, number, number, number, number];

/** Reads the text runs, the ruling lines and the form values of one page into shown coordinates. */
export async function readPage(page: PDFPageProxy, label: string | null): Promise<PageContent> {
  const viewport = page.getViewport({ scale: 1 });
  const content = await page.getTextContent();
  const rules = await readOperators(page, viewport.transform as Matrix);
  const runs: Run[] = [];
  const turned = new Map<number, number>();
  const placed: { text: string; matrix: Matrix; width: number; font: string }[] = [];
  for (const item of spellLigatures(content.items.filter((one) => "str" in one))) {
    if (item.str.trim() === "") continue;
    const matrix = multiply(viewport.transform as Matrix, item.transform as Matrix);
    const angle = ((Math.round(Math.atan2(matrix[1], matrix[0]) / (Math.PI / 2)) % 4) + 4) % 4;
    turned.set(angle, (turned.get(angle) ?? 0) + item.str.length);
    placed.push({
      text: item.str,
      matrix,
      width: content.styles[item.fontName]?.vertical ? item.height : item.width,
      font: item.fontName,
    });
  }
  // A page whose text mostly stands sideways is read as its reader would turn it.
  const main = [...turned].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
  const bold = new Map<string, boolean>();
  for (const { text, matrix, width, font } of placed) {
    const size = Math.hypot(matrix[2], matrix[3]) || Math.hypot(matrix[0], matrix[1]) || 1;
    const isBold = bold.get(font) ?? isBoldFont(page, font);
    bold.set(font, isBold);
    const angle = Math.round(Math.atan2(matrix[1], matrix[0]) / (Math.PI / 2));
    const [x, y] = turn(matrix[4], matrix[5], main, viewport.width, viewport.height);
    const isAside = ((angle % 4) + 4) % 4 !== main;
    // A broken matrix puts text nowhere; no page is larger than this (PDF 32000-1, annex C).
    if (![x, y, width, size].every((value) => Number.isFinite(value) && Math.abs(value) < maxCoordinate)) continue;
    runs.push({ text, x, y, width: isAside ? size : Math.abs(width), size, isBold });
  }
  const standing = main === 0 ? withoutStruckWords(runs, rules) : { runs, rules, struck: 0 };
  for (const field of await readFields(page, viewport.transform as Matrix)) standing.runs.push(field);
  return {
    page: page.pageNumber,
    width: viewport.width,
    height: viewport.height,
    label,
    runs: standing.runs,
    rules: main % 2 === 0 ? standing.rules : [],
    struckWords: standing.struck,
  };
}

function turn(x: number, y: number, quarter: number, width: number, height: number): [number, number] {
  if (quarter === 1) return [y, width - x];
  if (quarter === 2) return [width - x, height - y];
  if (quarter === 3) return [height - y, x];
  return [x, y];
}

function isBoldFont(page: PDFPageProxy, name: string): boolean {
  try {
    const font: unknown = page.commonObjs.has(name) ? page.commonObjs.get(name) : null;
    if (typeof font !== "object" || font === null) return false;
    if ("bold" in font && font.bold === true) return true;
    return "name" in font && typeof font.name === "string" && /bold|black|heavy|semibold|demi\b/i.test(font.name);
  } catch {
    return false;
  }
}

/** Values that were typed into form fields and notes: they stand in annotations, not in the text of the page. */
async function readFields(page: PDFPageProxy, base: Matrix): Promise<Run[]> {
  const runs: Run[] = [];
  for (const annotation of await page.getAnnotations().catch(() => [])) {
    const values: unknown[] =
      annotation.subtype === "Widget"
        ? [annotation.fieldType === "Btn" ? tick(annotation) : annotation.fieldValue]
        : annotation.subtype === "FreeText"
          ? [annotation.contentsObj?.str]
          : [];
    if (annotation.subtype === "Widget" && !["Tx", "Ch", "Btn"].includes(annotation.fieldType)) continue;
    if (!Array.isArray(annotation.rect) || annotation.hidden) continue;
    const [x1, y1, x2, y2] = annotation.rect as number[];
    const [left, top] = apply(base, x1 ?? 0, y2 ?? 0);
    const [right, bottom] = apply(base, x2 ?? 0, y1 ?? 0);
    const lines = values
      .flat()
      .filter((value) => typeof value === "string")
      .join("\n")
      .split(/\r\n?|\n/)
      .filter((line) => line.trim() !== "");
    const size = Math.max(4, Math.min(12, Math.abs(bottom - top) / Math.max(1, lines.length)));
    for (const [index, text] of lines.entries()) {
      runs.push({
        text,
        x: Math.min(left, right),
        y: Math.min(top, bottom) + size * (index + 0.85),
        width: Math.min(Math.abs(right - left), text.length * size * 0.5),
        size,
        isBold: false,
      });
    }
  }
  return runs;
}

/** The box or button of a form that was chosen; what was left empty is drawn on the page itself. */
function tick(button: {
  checkBox?: boolean;
  radioButton?: boolean;
  fieldValue?: unknown;
  exportValue?: unknown;
  buttonValue?: unknown;
}): string | null {
  const { checkBox, radioButton, fieldValue } = button;
  const own = checkBox ? button.exportValue : radioButton ? button.buttonValue : undefined;
  return typeof own === "string" && own !== "Off" && own === fieldValue ? "☒" : null;
}

const drawing = new Set<number>([
  OPS.stroke,
  OPS.closeStroke,
  OPS.fill,
  OPS.eoFill,
  OPS.fillStroke,
  OPS.eoFillStroke,
  OPS.closeFillStroke,
  OPS.closeEOFillStroke,
]);
const strokes = new Set<number>([
  OPS.stroke,
  OPS.closeStroke,
  OPS.fillStroke,
  OPS.eoFillStroke,
  OPS.closeFillStroke,
  OPS.closeEOFillStroke,
]);
/** Thicker than this it is a bar or a box, not a line. */
const maxThickness = 3;
/** Shorter it is a dot or a dash; but word processors draw the corners of cells as hairs of their own, which join their sides. */
const minLength = 8;
const minHairLength = 4;
const hair = 1;
const maxRules = 4_000;

/** Walks the drawing operators for the lines of tables. Also loads the fonts, whose names tell bold from regular. */
async function readOperators(page: PDFPageProxy, base: Matrix): Promise<Rule[]> {
  const list = await page.getOperatorList().catch(() => null);
  const rules: Rule[] = [];
  let current: Matrix = base;
  const saved: Matrix[] = [];
  for (let index = 0; list && index < list.fnArray.length; index++) {
    const operator = list.fnArray[index] ?? 0;
    const args: unknown = list.argsArray[index];
    if (operator === OPS.save) saved.push(current);
    else if (operator === OPS.restore) current = saved.pop() ?? current;
    else if (operator === OPS.transform && isMatrix(args)) current = multiply(current, args);
    else if (operator === OPS.paintFormXObjectBegin) {
      saved.push(current);
      if (Array.isArray(args) && isMatrix(args[0])) current = multiply(current, args[0]);
    } else if (operator === OPS.paintFormXObjectEnd) current = saved.pop() ?? current;
    else if (operator === OPS.constructPath && Array.isArray(args) && drawing.has(Number(args[0]))) {
      const box = args[2];
      if (!(box instanceof Float32Array) || rules.length >= maxRules) continue;
      const [x1, y1] = apply(current, box[0] ?? 0, box[1] ?? 0);
      const [x2, y2] = apply(current, box[2] ?? 0, box[3] ?? 0);
      addRules(rules, strokes.has(Number(args[0])), {
        x: Math.min(x1, x2),
        y: Math.min(y1, y2),
        right: Math.max(x1, x2),
        bottom: Math.max(y1, y2),
      });
    }
  }
  return rules;
}

/** A thin path is one line; a stroked box of a cell's size gives its four sides. A filled one may be a marker's colour behind words. */
function addRules(rules: Rule[], isStroked: boolean, box: Rule): void {
  const width = box.right - box.x;
  const height = box.bottom - box.y;
  if (![width, height].every(Number.isFinite)) return;
  if (width <= maxThickness || height <= maxThickness) {
    const shortest = Math.min(width, height) <= hair ? minHairLength : minLength;
    if (Math.max(width, height) >= shortest) rules.push(box);
  } else if (isStroked && height >= 8 && height <= 400 && width >= 12) {
    rules.push(
      { ...box, bottom: box.y },
      { ...box, y: box.bottom },
      { ...box, right: box.x },
      { ...box, x: box.right },
    );
  }
}

function isMatrix(value: unknown): value is Matrix {
  return (Array.isArray(value) || value instanceof Float32Array) && value.length === 6 && typeof value[0] === "number";
}

function multiply(a: Matrix, b: Matrix): Matrix {
  return Util.transform(a, b) as Matrix;
}

function apply(matrix: Matrix, x: number, y: number): [number, number] {
  return [matrix[0] * x + matrix[2] * y + matrix[4], matrix[1] * x + matrix[3] * y + matrix[5]];
}
