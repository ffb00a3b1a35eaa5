import { createWorker, OEM, type Page, type Worker } from "tesseract.js";
import { detectLanguage } from "@/server/knowledge/retrieval/language";
import { isOcrLanguage, type OcrLanguage, ocrData } from "@/server/platform/ocr/languages";
import { Patience } from "../../patience";

/** Noise, screens and drawings can keep OCR busy for minutes; pages of text take one to three seconds. */
const pageMs = 20_000;
const checkMs = 250;
/** Fewer words do not tell a language. */
const fewWords = 20;

let engine: { language: OcrLanguage; worker: Promise<Worker> } | undefined;

/** The one OCR engine of this process, in one language at a time. Everything it loads comes from packages on disk. */
async function engineFor(language: OcrLanguage): Promise<Worker> {
  if (engine?.language !== language) {
    await stopEngine();
    const { code, folder } = ocrData(language, import.meta.url);
    const options = { langPath: folder, gzip: true, cacheMethod: "none", errorHandler: () => {} };
    engine = { language, worker: createWorker(code, OEM.LSTM_ONLY, options) };
  }
  return engine.worker;
}

/** Of all threads of this process, the engine's among them. */
function ownProcessorMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

async function stopEngine(): Promise<void> {
  const stopping = engine;
  engine = undefined;
  await (await stopping?.worker)?.terminate();
}

async function recogniseIn(language: OcrLanguage, image: Buffer): Promise<Page> {
  const worker = await engineFor(language);
  const patience = new Patience(pageMs);
  let watch: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    watch = setInterval(() => {
      if (patience.isOver(ownProcessorMs())) reject(new Error("OCR took too long"));
    }, checkMs);
  });
  try {
    const { data } = await Promise.race([worker.recognize(image, {}, { blocks: true, text: false }), late]);
    return data;
  } catch (error) {
    await stopEngine();
    throw error;
  } finally {
    clearInterval(watch);
  }
}

/**
 * Reads the pictures of one document in its language: the one that its text layer shows, else the one that the words of its first picture
 * with enough of them show in whatever language the engine stands, which is then read once more. `onRead` hears of each reading.
 */
export function createPictureReader(textLayer: string, onRead?: () => void): (image: Uint8Array) => Promise<Page> {
  let language = engine?.language ?? "en";
  let isSure = wordsOf(textLayer).length >= fewWords;
  if (isSure) language = ocrLanguage(textLayer);
  return async (image) => {
    const bytes = Buffer.from(image);
    const page = await recogniseIn(language, bytes);
    onRead?.();
    if (isSure) return page;
    const text = textOf(page);
    if (wordsOf(text).length < fewWords) return page;
    isSure = true;
    const shown = ocrLanguage(text);
    if (shown === language) return page;
    language = shown;
    return recogniseIn(language, bytes);
  };
}

function ocrLanguage(text: string): OcrLanguage {
  const language = detectLanguage(text);
  return isOcrLanguage(language) ? language : "en";
}

const wordsOf = (text: string) => text.match(/\p{L}{2,}/gu) ?? [];

function textOf(page: Page): string {
  const lines = (page.blocks ?? []).flatMap(({ paragraphs }) => paragraphs.flatMap((one) => one.lines));
  return lines.flatMap(({ words }) => words.map(({ text }) => text)).join(" ");
}
