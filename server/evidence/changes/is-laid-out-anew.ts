import type { PageSource } from "./reading/read-source";

/** Pages alike in less than this of their elements, or of their names, are of two makes. */
const sameMake = 0.8;
/** So much of what was there still is where something has only come. */
const wholly = 0.95;
/** Pages of fewer elements or names differ by chance. */
const enough = 8;

/** Whether the second capture of a page is built otherwise than the first: of other elements in each other, or under other names. */
export function isLaidOutAnew(before: PageSource, after: PageSource): boolean {
  return isUnlike(before.paths, after.paths) || isUnlike(before.names, after.names);
}

function isUnlike(old: ReadonlySet<string>, fresh: ReadonlySet<string>): boolean {
  if (old.size < enough && fresh.size < enough) return false;
  const common = [...old].filter((one) => fresh.has(one)).length;
  // A part that has come brings its own elements and names, and leaves the others as they were.
  const hasGrown = old.size >= enough && common / old.size >= wholly;
  return !hasGrown && common / (old.size + fresh.size - common) < sameMake;
}
