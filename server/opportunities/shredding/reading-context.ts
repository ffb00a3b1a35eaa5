import type { Place } from "../tender-document";
import type { PackageIndex } from "./find-unclear";
import type { KindQuestion } from "./kinds/tally-signs";
import type { PackageContext } from "./parties";

/** What every document of a package is read with. */
export interface ReadingContext {
  names: PackageContext;
  index: PackageIndex;
  /** Hears of every requirement what its kind is judged by: kinds are learned from it. */
  onKindQuestion?: (question: KindQuestion, place: Place) => void;
}
