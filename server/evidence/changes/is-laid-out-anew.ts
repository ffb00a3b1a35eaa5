import type { PageSource } from "./reading/read-source";

/** Pages alike in less than this of their elements, or of their names, are of two makes. */
const sameMake = 0.8;
/** So much of what was there still is where something has only come. */
const wholly = 0.95;
/** A page that has kept so many of its names, and so much of what they stand in, is of the same make, whatever has come beside them. */
const [keptNames, keptPaths] = [0.9, 0.9];
/** Pages of fewer elements or names differ by chance. */
const enough = 8;

/** Whether the second capture of a page is built otherwise than the first: of other elements in each other, or under other names. */
export function isLaidOutAnew(before: PageSource, after: PageSource): boolean {
  // A box that moves about (a consent at the top or at the end) changes what its elements stand in, and no name.
  if (keeps(before.names, after.names, keptNames) && keeps(before.paths, after.paths, keptPaths)) return false;
  return isUnlike(before.paths, after.paths) || isUnlike(before.names, after.names);
}

function keeps(old: ReadonlySet<string>, fresh: ReadonlySet<string>, share: number): boolean {
  const common = [...old].filter((one) => fresh.has(one)).length;
  return old.size >= enough && common >= share * old.size;
}

function isUnlike(old: ReadonlySet<string>, fresh: ReadonlySet<string>): boolean {
  if (old.size < enough && fresh.size < enough) return false;
  const common = [...old].filter((one) => fresh.has(one)).length;
  // A part that has come brings its own elements and names, and leaves the others as they were.
  const hasGrown = old.size >= enough && common / old.size >= wholly;
  return !hasGrown && common / (old.size + fresh.size - common) < sameMake;
}
