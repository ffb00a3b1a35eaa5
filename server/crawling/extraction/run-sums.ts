import type { ScannedElement, TextRun } from "./scanned-page";

/** Sums over the runs of any element in constant time. */
export class RunSums {
  private readonly words: Float64Array;
  private readonly linkWords: Float64Array;
  private readonly good: Float64Array;
  readonly totalGood: number;

  constructor(runs: readonly TextRun[], isGood: (run: TextRun) => boolean) {
    const size = runs.length + 1;
    this.words = new Float64Array(size);
    this.linkWords = new Float64Array(size);
    this.good = new Float64Array(size);
    runs.forEach((run, at) => {
      this.words[at + 1] = (this.words[at] as number) + run.words;
      this.linkWords[at + 1] = (this.linkWords[at] as number) + run.linkWords;
      this.good[at + 1] = (this.good[at] as number) + (isGood(run) ? run.words : 0);
    });
    this.totalGood = this.good[runs.length] as number;
  }

  wordsOf(element: ScannedElement): number {
    return between(this.words, element);
  }

  linkWordsOf(element: ScannedElement): number {
    return between(this.linkWords, element);
  }

  goodWordsOf(element: ScannedElement): number {
    return between(this.good, element);
  }
}

function between(sums: Float64Array, element: ScannedElement): number {
  return (sums[element.endRun] as number) - (sums[element.firstRun] as number);
}
