import { cn } from "@/components/ui/class-names";
import { barsOfRuns } from "./runs-chart.logic";
import type { RunView } from "./source-types";
import { count } from "./source-words";

const height = 56;
const step = 16;
/** As many as the server hands out, so that the bars of a young source stay as narrow as those of an old one. */
const room = 20;

/** The last runs as bars; the table below holds the same numbers. A failed run without pages has a mark on the ground. */
export function RunsChart({ runs, label }: { runs: readonly RunView[]; label: string }) {
  const bars = barsOfRuns(runs);
  const width = room * step;
  const first = room - bars.length;
  return (
    <svg
      viewBox={`0 0 ${width} ${height + 4}`}
      preserveAspectRatio="xMinYMid meet"
      role="img"
      aria-label={label}
      className="h-16 w-full max-w-110"
    >
      <line x1={0} x2={width} y1={height} y2={height} className="stroke-current text-subtle" strokeWidth={0.5} />
      {bars.map((bar, index) => {
        const x = (first + index) * step + 3;
        const tall = (share: number) => (share === 0 ? 0 : Math.max(2, share * (height - 2)));
        const same = tall(bar.parts.same);
        const fresh = tall(bar.parts.fresh);
        const problems = tall(bar.parts.problems);
        const piece = (from: number, size: number, className: string) =>
          size > 0 ? (
            <rect x={x} y={height - from - size} width={step - 6} height={size} className={className} />
          ) : null;
        return (
          <g key={bar.id}>
            <title>
              {`${count(bar.pages, "page")} read, ${bar.fresh} new or changed, ${count(bar.problems, "problem")}`}
            </title>
            <rect x={x - 3} y={0} width={step} height={height} className="fill-transparent" />
            {piece(0, same, "fill-current text-subtle opacity-50")}
            {piece(same, fresh, "fill-accent")}
            {piece(same + fresh, problems, "fill-danger")}
            {bar.isFailed ? (
              <path
                d={`M${x + 2} ${height - 8}l6 6m0-6l-6 6`}
                className={cn("stroke-danger", same + fresh + problems > 0 && "hidden")}
                strokeWidth={1.5}
              />
            ) : null}
          </g>
        );
      })}
    </svg>
  );
}
