import { type Language, languages } from "./language";

/** A language as one byte of the index; the order of `languages` is therefore part of the stored format: only add at the end. */
export function languageCode(language: string): number {
  const at = languages.indexOf(language as Language);
  return at < 0 ? languages.indexOf("und") : at;
}

export function languageOf(code: number): Language {
  return languages[code] ?? "und";
}
