export function ChangeCounts({
  counts,
}: {
  counts: {
    added: number;
    removed: number;
    changed: number;
    affected?: number;
    deadline?: number;
    field?: number;
    text?: number;
  };
}) {
  const parts = [
    counts.added ? { key: "added", text: `+${counts.added} added`, className: "text-ok" } : null,
    counts.changed ? { key: "changed", text: `${counts.changed} changed`, className: "text-attention" } : null,
    counts.removed ? { key: "removed", text: `−${counts.removed} removed`, className: "text-danger" } : null,
    counts.affected ? { key: "affected", text: `${counts.affected} to look at`, className: "text-attention" } : null,
    counts.deadline
      ? {
          key: "dates",
          text: `${counts.deadline} ${counts.deadline === 1 ? "date" : "dates"} moved`,
          className: "text-attention",
        }
      : null,
    counts.field
      ? {
          key: "fields",
          text: `${counts.field} ${counts.field === 1 ? "factor or limit" : "factors and limits"}`,
          className: "text-attention",
        }
      : null,
    counts.text ? { key: "text", text: `${counts.text} elsewhere`, className: "text-muted" } : null,
  ].filter((part) => part !== null);
  return (
    <ul className="flex flex-wrap gap-x-3 text-sm font-medium tabular-nums">
      {parts.map((part) => (
        <li key={part.key} className={part.className}>
          {part.text}
        </li>
      ))}
    </ul>
  );
}
