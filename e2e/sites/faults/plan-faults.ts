import { seededRandom } from "../ground/random";
import { type FaultKind, type FaultTruth, faultKinds } from "./fault-kinds";

const goods = "timber rope slate salt glass lamps bricks copper canvas pumps valves cables seed paper".split(" ");
const places = "Ashby Saltgate Tollbridge Penrow Lidd Dunmoor Eastmere Northfold".split(" ");

/**
 * Which page has which fault: the same for the same seed. `share` of the pages misbehave, in equal parts for each kind that
 * is asked for.
 */
export function planFaults(pages: number, seed: number, share: number, kinds: FaultKind[]): FaultTruth[] {
  const random = seededRandom(seed);
  const ill = shuffle(
    Array.from({ length: pages }, (_, page) => page),
    random,
  ).slice(0, Math.round(pages * share));
  const order = new Map(ill.map((page, position) => [page, kinds[position % kinds.length] ?? "fine"]));
  return Array.from({ length: pages }, (_, page) => {
    const fault = order.get(page) ?? "fine";
    const needed = faultKinds[fault].attempts;
    const attempts = needed === "some" ? 2 + Math.floor(random() * 3) : needed;
    const pick = (words: string[]) => words[Math.floor(random() * words.length)];
    return {
      path: `/page/${page}`,
      fault,
      isRecoverable: attempts !== null,
      attempts,
      text: `Lot ${page} is ${3 + Math.floor(random() * 900)} tonnes of ${pick(goods)} for the café of ${pick(places)}.`,
    };
  });
}

function shuffle(values: number[], random: () => number): number[] {
  const mixed = [...values];
  for (let at = mixed.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    [mixed[at], mixed[other]] = [mixed[other] ?? 0, mixed[at] ?? 0];
  }
  return mixed;
}
