import type { RunProblem } from "@/drizzle/schema";

/** So many addresses that differ in their query alone are told one by one. */
const mostAlike = 3;

/**
 * Problems as people read them: of many addresses on which the same went wrong and that differ only behind the "?" the first stands for all, as a button
 * that carries the number of the visit brings one for each page. So is a value that the pages of a site have lost under one name.
 */
export function foldProblems(problems: readonly RunProblem[]): RunProblem[] {
  const alike = Map.groupBy(problems, (one) => emptiedName(one) ?? `${one.code} ${one.url.replace(/\?.*$/s, "?")}`);
  return [...alike.values()].flatMap((same): RunProblem[] => {
    const [first] = same;
    if (!first || same.length <= mostAlike) return same;
    const others = same.length - 1;
    if (emptiedName(first)) return [{ ...first, reason: `${first.reason} It is empty on ${others} more pages.` }];
    return [
      { ...first, reason: `${first.reason} The same goes for ${others} more addresses that differ behind the "?".` },
    ];
  });
}

/** The name of the one value that a page has lost. */
function emptiedName({ code, reason }: RunProblem): string | null {
  const [, name] = (code === "value_emptied" && /^“([^”]{1,80})” is empty; it said “[^”]{0,80}”\.$/.exec(reason)) || [];
  return name ? `${code} ${name}` : null;
}
