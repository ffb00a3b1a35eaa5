import type { TextRun } from "./scanned-page";

/** A run of text that looks like prose: eight words or more, few of them links. */
export function isGood(run: TextRun): boolean {
  return run.words >= 8 && run.linkWords < run.words * 0.4;
}

/** Whether a run is little else than links. */
export function isLinkRun(run: TextRun): boolean {
  return run.linkWords > run.words * 0.8 && run.words > 0;
}

/** Whether a text ends as sentences do, in any script. */
export function endsSentence(text: string): boolean {
  return /[.!?:;…。！？：؟।"”»’)\]]$/.test(text);
}
