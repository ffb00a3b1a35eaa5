import type { DayBar } from "./usage-chart.logic";

const height = 72;
const step = 12;

/** Bars by day; the table beside it holds the same numbers for those who cannot see them. */
export function UsageChart({
  bars,
  label,
  format,
}: {
  bars: DayBar[];
  label: string;
  format: (value: number) => string;
}) {
  const width = bars.length * step;
  return (
    <svg
      viewBox={`0 0 ${width} ${height + 14}`}
      preserveAspectRatio="xMinYMid meet"
      role="img"
      aria-label={label}
      className="h-28 w-full max-w-150"
    >
      <line x1={0} x2={width} y1={height} y2={height} className="stroke-current text-subtle" strokeWidth={0.5} />
      {bars.map((bar) => {
        const tall = bar.value === 0 ? 0 : Math.max(1.5, bar.share * (height - 4));
        return (
          <g key={bar.day}>
            <title>{`${bar.day}: ${format(bar.value)}`}</title>
            <rect x={(bar.day - 1) * step} y={0} width={step} height={height} className="fill-transparent" />
            <rect
              x={(bar.day - 1) * step + 2}
              y={height - tall}
              width={step - 4}
              height={tall}
              rx={1}
              className="fill-accent"
            />
            {bar.day === 1 || bar.day % 5 === 0 ? (
              <text
                x={(bar.day - 0.5) * step}
                y={height + 11}
                textAnchor="middle"
                className="fill-current text-muted"
                fontSize={8}
              >
                {bar.day}
              </text>
            ) : null}
          </g>
        );
      })}
    </svg>
  );
}
