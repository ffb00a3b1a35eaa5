import { percent } from "../value-words";

const howWords: Record<string, string> = {
  procedure: "Joined by its procedure",
  reference: "Joined by its reference",
  likeness: "Joined by likeness",
  new: "Made this opportunity",
  merge: "Merged by hand",
  split: "Split off by hand",
};

/** Why a notice stands with this opportunity, as sentences. How sure it is is told only where it was judged by likeness. */
export function matchedWords({
  how,
  score,
  reasons,
}: {
  how: string;
  score: number;
  reasons: readonly string[];
}): string {
  const isJudged = score > 0 && score < 1;
  const sentences = reasons.map((reason) => (/[.!?]$/.test(reason) ? reason : `${reason}.`));
  return [`${howWords[how] ?? how}${isJudged ? ` (${percent(score)} sure)` : ""}.`, ...sentences].join(" ");
}
