export interface Lane<Card> {
  key: string;
  cards: readonly Card[];
}

export interface Place {
  lane: string;
  /** Index among the other cards of the lane: as if the moved one were not there. */
  index: number;
}

/** The lanes after a card was put elsewhere; the same lanes when there is no such card or lane. */
export function moveCard<Card extends { id: string }, L extends Lane<Card>>(
  lanes: readonly L[],
  id: string,
  to: Place,
): readonly L[] {
  const card = lanes.flatMap((lane) => lane.cards).find((one) => one.id === id);
  if (!card || !lanes.some((lane) => lane.key === to.lane)) return lanes;
  return lanes.map((lane) => {
    const others = lane.cards.filter((one) => one.id !== id);
    if (lane.key !== to.lane) return others.length === lane.cards.length ? lane : { ...lane, cards: others };
    return { ...lane, cards: [...others.slice(0, to.index), card, ...others.slice(to.index)] };
  });
}

export function placeOf<Card extends { id: string }>(lanes: readonly Lane<Card>[], id: string): Place | null {
  for (const lane of lanes) {
    const index = lane.cards.findIndex((card) => card.id === id);
    if (index >= 0) return { lane: lane.key, index };
  }
  return null;
}

/** Where an arrow leads a card that was picked up; null when there is nothing that way. */
export function placeAfterArrow<Card extends { id: string }>(
  lanes: readonly Lane<Card>[],
  id: string,
  at: Place,
  key: string,
): Place | null {
  const lane = lanes.findIndex((one) => one.key === at.lane);
  const others = (index: number) => lanes[index]?.cards.filter((card) => card.id !== id).length ?? 0;
  if (key === "ArrowUp") return at.index > 0 ? { ...at, index: at.index - 1 } : null;
  if (key === "ArrowDown") return at.index < others(lane) ? { ...at, index: at.index + 1 } : null;
  const next = lane + (key === "ArrowLeft" ? -1 : key === "ArrowRight" ? 1 : 0);
  const target = lanes[next];
  if (next === lane || !target) return null;
  return { lane: target.key, index: Math.min(at.index, others(next)) };
}

/** The index at which a card is let go: before the first card whose middle lies below the pointer. */
export function indexAt(middles: readonly number[], y: number): number {
  const below = middles.findIndex((middle) => y < middle);
  return below < 0 ? middles.length : below;
}
