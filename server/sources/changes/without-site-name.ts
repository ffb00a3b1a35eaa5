const separator = /\s+[|·•»–—-]\s+/gu;
/** Titles of a site that must end alike before the end is taken for its name. */
const fewestAlike = 3;

/** A page's title without what the titles of its site all end with. */
export function withoutSiteName(title: string, others: readonly string[]): string {
  const last = [...title.matchAll(separator)].at(-1);
  if (!last || last.index === 0) return title;
  const ending = title.slice(last.index);
  return others.filter((other) => other.endsWith(ending) && other !== ending).length >= fewestAlike
    ? title.slice(0, last.index)
    : title;
}
