import { expect, test } from "vitest";
import { saySameAtVisits } from "./say-same-at-visits";

test("the line at the foot of a page that counts visits and tells the time is one line at each visit", () => {
  const foot = (visit: string, count: number, at: string) =>
    `Session n° ${visit} - ${count} visiteurs - 29/11/2026 ${at} - Mentions légales`;
  const first = foot("2q606rmdc43xiv9vr41ddvygv7k", 96, "01:05:49");
  expect(saySameAtVisits(first, foot("2kh4aaayo5ktjuy6m8jhfqb7cw", 57, "01:05:58"))).toBe(true);
  expect(saySameAtVisits(first, first.replace("visiteurs", "offres"))).toBe(false);
});

test("a line that people wrote is another with another figure", () => {
  expect(saySameAtVisits("Answer within 30 minutes.", "Answer within 60 minutes.")).toBe(false);
  expect(saySameAtVisits("Offers until 3 May 2031 12:00:00.", "Offers until 4 May 2031 12:00:00.")).toBe(false);
  expect(saySameAtVisits("Pump AX12B34CD56EF78 or equal", "Pump AX12B34CD56EF99 or equal")).toBe(false);
  expect(saySameAtVisits("Offers until 12:00 on 3 May 2031.", "Offers until 14:00 on 3 May 2031.")).toBe(false);
});
