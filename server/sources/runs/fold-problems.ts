import type { RunProblem } from "@/drizzle/schema";

/** So many addresses that differ in their query alone are told one by one. */
const mostAlike = 3;

/**
 * Problems as people read them: of many addresses on which the same went wrong and that differ only behind the "?" the first stands for all, as a button
 * that carries the number of the visit brings one for each page.
 */
export function foldProblems(problems: readonly RunProblem[]): RunProblem[] {
  const alike = Map.groupBy(problems, ({ url, code }) => `${code} ${url.replace(/\?.*$/s, "?")}`);
  return [...alike.values()].flatMap((same): RunProblem[] => {
    const [first] = same;
    if (!first || same.length <= mostAlike) return same;
    const others = same.length - 1;
    return [
      { ...first, reason: `${first.reason} The same goes for ${others} more addresses that differ behind the "?".` },
    ];
  });
}
