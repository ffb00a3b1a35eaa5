/** Pictures: the text of a page that shows it only as a picture. */
import { recognisePicture } from "./recognise-picture";
import { wordsToMarkup } from "./words-to-markup";

/** The text of a picture as markup in its layout; null when it shows hardly any, or when that took too long. */
export async function readPictureAsMarkup(
  picture: Buffer,
  language: string,
  signal: AbortSignal,
): Promise<string | null> {
  return wordsToMarkup(await recognisePicture(picture, language, signal));
}
