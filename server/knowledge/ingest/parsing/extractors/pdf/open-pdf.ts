import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { getDocument, type PDFDocumentProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import { cutOff, damaged, locked } from "../../errors";
import { kindWords } from "../../kind-words";

const home = dirname(createRequire(import.meta.url).resolve("pdfjs-dist/package.json"));

/** Opens a PDF with everything it may need from the package itself; nothing is fetched. */
export async function openPdf(bytes: Uint8Array, options: { withImages: boolean }): Promise<PDFDocumentProxy> {
  const task = getDocument({
    // pdf.js takes the buffer over, so it gets one of its own.
    data: new Uint8Array(bytes),
    verbosity: 0,
    useSystemFonts: false,
    disableFontFace: !options.withImages,
    fontExtraProperties: true,
    standardFontDataUrl: join(home, "standard_fonts/"),
    cMapUrl: join(home, "cmaps/"),
    wasmUrl: join(home, "wasm/"),
    iccUrl: join(home, "iccs/"),
    enableXfa: false,
    // Images larger than this are not decoded: reading text needs none of them, and a page for OCR only what a scanner makes.
    maxImageSize: options.withImages ? 64 * 1024 * 1024 : 1,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
  });
  try {
    return await task.promise;
  } catch (error) {
    const name = error instanceof Error ? error.name : "";
    if (name === "PasswordException") {
      throw locked(kindWords.pdf, error);
    }
    throw hasEnd(bytes) ? damaged(kindWords.pdf, error) : cutOff(kindWords.pdf, error);
  }
}

/** Every PDF ends in this mark; some programs write a little behind it. */
function hasEnd(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).subarray(-2048).includes("%%EOF");
}
