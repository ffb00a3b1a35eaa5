import type { Judgement } from "./judgement";

/** A clause under a list that is not ours to fulfil ("the buyer will:") is too long to be an item of it, and binds us by its own words. */
const fewestOwnWords = 10;

/** Whether a sentence obliges us although the list that it stands in does not. */
export function bindsByItself(text: string, { sign, isMandatory }: Judgement): boolean {
  if (text.split(" ").length < fewestOwnWords) return false;
  return sign === "binding" || sign === "exclusion" || (sign === "thing" && isMandatory);
}
