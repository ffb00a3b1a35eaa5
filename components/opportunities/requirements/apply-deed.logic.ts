export interface Placed {
  id: string;
  position: number;
  state: "active" | "removed" | "dropped" | "merged" | "split";
}

/** The list after a deed: what it changed is replaced, what no longer stands is gone, what is new stands at its position. */
export function applyDeed<R extends Placed>(list: readonly R[], changed: readonly R[]): R[] {
  const byId = new Map(changed.map((one) => [one.id, one]));
  const kept = list.map((one) => byId.get(one.id) ?? one).filter((one) => one.state === "active");
  const known = new Set(list.map((one) => one.id));
  const fresh = changed.filter((one) => one.state === "active" && !known.has(one.id));
  const hasMoved = changed.some((one) => list.some((old) => old.id === one.id && old.position !== one.position));
  if (fresh.length === 0 && !hasMoved) return kept;
  return [...kept, ...fresh].sort((one, other) => one.position - other.position);
}
