/** The element that a key leads to in a list with one tab stop: arrows, Home, End, or the first letters. Null for other keys. */
export function nextInList<Item extends { textContent: string | null }>(
  items: readonly Item[],
  current: unknown,
  key: string,
): Item | null {
  const index = items.indexOf(current as Item);
  const at = (position: number) => items[(position + items.length) % items.length] ?? null;
  if (items.length === 0) return null;
  if (key === "ArrowDown" || key === "ArrowRight") return at(index + 1);
  if (key === "ArrowUp" || key === "ArrowLeft") return at(index <= 0 ? items.length - 1 : index - 1);
  if (key === "Home") return at(0);
  if (key === "End") return at(items.length - 1);
  if (key.length !== 1 || key === " ") return null;
  const letter = key.toLowerCase();
  const inTurn = [...items.slice(index + 1), ...items.slice(0, index + 1)];
  return inTurn.find((item) => item.textContent?.trim().toLowerCase().startsWith(letter)) ?? null;
}
