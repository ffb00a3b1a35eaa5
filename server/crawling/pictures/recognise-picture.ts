import { join } from "node:path";
import { createWorker, OEM } from "tesseract.js";
import { isOcrLanguage, ocrData } from "@/server/platform/ocr/languages";

/** A word of a picture, in its pixels. */
export interface PictureWord {
  text: string;
  left: number;
  right: number;
  top: number;
  bottom: number;
}

const minConfidence = 40;
/** Long pages of text take some seconds; noise can keep it busy for minutes. */
const longestMs = 45_000;

/**
 * The words that a picture shows, line by line. The engine runs in a thread of its own that ends with the picture: pages that need it are
 * rare, and it holds a hundred megabytes. `language` is a code such as "de"; one that OCR has no data for is read as English. Everything it loads comes from packages on disk. Empty when it took too long.
 */
export async function recognisePicture(
  picture: Uint8Array,
  language: string,
  signal: AbortSignal,
): Promise<PictureWord[][]> {
  const { code, folder } = ocrData(isOcrLanguage(language) ? language : "en", join(process.cwd(), "package.json"));
  const worker = await createWorker(code, OEM.LSTM_ONLY, {
    langPath: folder,
    gzip: true,
    cacheMethod: "none",
    errorHandler: () => {},
  });
  const over = AbortSignal.any([signal, AbortSignal.timeout(longestMs)]);
  const late = new Promise<null>((resolve) => over.addEventListener("abort", () => resolve(null), { once: true }));
  try {
    const read = worker.recognize(Buffer.from(picture), {}, { blocks: true, text: false });
    read.catch(() => {});
    const page = await Promise.race([read, late]);
    const lines = (page?.data.blocks ?? []).flatMap(({ paragraphs }) => paragraphs.flatMap((one) => one.lines));
    return lines
      .map(({ words }) =>
        words
          .filter(({ confidence, text }) => confidence >= minConfidence && text.trim() !== "")
          .map(({ text, bbox }) => ({
            text: text.trim(),
            left: bbox.x0,
            right: bbox.x1,
            top: bbox.y0,
            bottom: bbox.y1,
          })),
      )
      .filter((words) => words.length > 0);
  } catch {
    // A picture that cannot be opened shows nothing.
    return [];
  } finally {
    await worker.terminate().catch(() => {});
  }
}
