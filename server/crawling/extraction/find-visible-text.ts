import { markFrame } from "./mark-junk";
import type { PageScan, ScannedElement, TextRun } from "./scanned-page";

/** Everything on a page that a reader sees outside navigation, header, footer, consent and forms: what a list or a portal has to say. */
export function findVisibleText(scan: PageScan): { runs: TextRun[]; isFrame: (element: ScannedElement) => boolean } {
  const frame = markFrame(scan);
  const isFrame = (element: ScannedElement) => frame[element.index] === 1;
  return { runs: scan.runs.filter((run) => !isFrame(run.owner)), isFrame };
}
