import { createRequire } from "node:module";
import { dirname, join } from "node:path";

/** Languages that pictures are read in, each under the code of its own data package. Other languages are read as English. */
const codes = { en: "eng", de: "deu", fr: "fra", es: "spa" } as const;
export type OcrLanguage = keyof typeof codes;

export function isOcrLanguage(language: string): language is OcrLanguage {
  return language in codes;
}

/** What the OCR engine is started with for a language: its code and the folder of its data, found from `base` (a module's URL or path). */
export function ocrData(language: OcrLanguage, base: string | URL): { code: string; folder: string } {
  const code = codes[language];
  const manifest = createRequire(base).resolve(`@tesseract.js-data/${code}/package.json`);
  return { code, folder: join(dirname(manifest), "4.0.0_best_int") };
}
