import { openShadowRoots } from "./open-shadow-roots";
import { placeStreamedParts } from "./place-streamed-parts";

/** The markup as its readers see it once it is there: parts that came late in their places, open shadow roots as part of the page. */
export function openParts(html: string): string {
  return openShadowRoots(placeStreamedParts(html));
}
