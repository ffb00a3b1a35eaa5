import { Badge } from "@/components/ui/badge";
import type { ChangeItemView } from "./change-types";
import { changeKindWords } from "./change-words";
import { Added, ChangedWords, Removed } from "./changed-words";

/** Each place that changed: what it is, where it stands, and the words. */
export function ChangeItems({ items }: { items: readonly ChangeItemView[] }) {
  return (
    <ol aria-label="What changed" className="divide-y divide-subtle">
      {items.map((item, index) => (
        <li
          // biome-ignore lint/suspicious/noArrayIndexKey: a comparison is written once and never reordered
          key={index}
          className="flex flex-col gap-1 px-4 py-3"
        >
          <span className="flex flex-wrap items-center gap-2">
            <Badge>{changeKindWords[item.kind]}</Badge>
            {placeOf(item) ? <span className="min-w-0 truncate text-sm text-muted">{placeOf(item)}</span> : null}
          </span>
          <p className="whitespace-pre-wrap wrap-anywhere">
            <ItemWords item={item} />
          </p>
        </li>
      ))}
    </ol>
  );
}

/** What the value is called, and under which heading it stands. */
function placeOf({ value, heading }: ChangeItemView): string {
  return [value?.of, heading].filter(Boolean).join(" · ");
}

function ItemWords({ item }: { item: ChangeItemView }) {
  if (item.words?.length) return <ChangedWords words={item.words} side="both" />;
  return (
    <>
      {item.before ? <Removed>{item.before}</Removed> : null}
      {item.before && item.after ? <span aria-hidden> → </span> : null}
      {item.after ? <Added>{item.after}</Added> : null}
      {!item.before && !item.after ? <span className="text-muted">No words belong to it.</span> : null}
    </>
  );
}
