import type { Span, Unit } from "@/server/knowledge/units";
import type { DocumentText } from "./document-text";
import { goesOn, shapeOfMark } from "./item-marks";
import type { ListOpening } from "./judgement";
import { opensList } from "./list-openings";

/** Items that follow a lead-in as plain lines; a run may stand within another. */
export interface ItemRun {
  opening: ListOpening;
  span: Span;
  marks: Set<string>;
  outer: ItemRun | null;
  depth: number;
}

/** No paper is nested deeper; a hostile one must not be. */
const deepest = 8;
/** A bare line under a lead-in is an item of it as long as it reads as one. */
const mostItemWords = 25;

/** The lead-ins whose items follow as plain lines instead of a list: "(i) Company name", "4.2.1 Insurance of vehicles" or a bare line under "... is required:". */
export class ItemRuns {
  private running: ItemRun | null = null;

  constructor(private readonly text: DocumentText) {}

  end(): void {
    this.running = null;
  }

  /** What follows stands under this lead-in; one within a run of duties goes on with them. */
  open(opening: ListOpening, span: Span): void {
    const outer = this.running && this.running.depth < deepest ? this.running : null;
    const inherits = opening.effect === "open" && outer?.opening.effect === "duties";
    this.running = {
      opening: inherits ? outer.opening : opening,
      span,
      marks: new Set(),
      outer,
      depth: (outer?.depth ?? 0) + 1,
    };
  }

  /** The run of which a line is an item; null when the line speaks for itself, which may end the runs. `last`: the unit before it. */
  runOf(unit: Unit, text: string, last: Unit | undefined): ItemRun | null {
    const mark = shapeOfMark(text);
    for (let run = this.running; run; run = run.outer) {
      // What follows within an item's own paragraph does not end the run.
      if (!mark && run.marks.size > 0 && last?.block === unit.block) return null;
      const isBare = !/[.!?:]$/.test(text) && text.split(" ").length <= mostItemWords;
      if (mark ? !goesOn(text, mark, run.marks, this.text.at(run.span)) : !isBare || run.marks.size > 0) continue;
      if (mark) run.marks.add(mark);
      this.running = run;
      // An item that introduces others opens a run within the run; a bare line ends it.
      if (!opensList(text)) return run;
      if (!mark) this.running = null;
      return null;
    }
    this.running = null;
    return null;
  }
}
