import type { Place } from "../tender-document";
import type { PackageIndex } from "./find-unclear";
import type { KindQuestion } from "./kinds/tally-signs";
import type { PackageContext } from "./parties";
import type { ReadUnit } from "./second-opinion/demand-features";
import type { DemandOdds } from "./second-opinion/demand-odds";

/** What every document of a package is read with. */
export interface ReadingContext extends ReadingHooks {
  names: PackageContext;
  index: PackageIndex;
}

/** What benches listen to and put in place. */
export interface ReadingHooks {
  /** Hears of every unit that could be a requirement. */
  onUnit?: (unit: ReadUnit, place: Place) => void;
  /** In place of what was learned from all tenders. */
  demandOdds?: DemandOdds;
  /** Hears of every requirement what its kind is judged by: kinds are learned from it. */
  onKindQuestion?: (question: KindQuestion, place: Place) => void;
}
