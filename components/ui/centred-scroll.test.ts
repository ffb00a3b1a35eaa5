import { expect, test } from "vitest";
import { centredScroll } from "./centred-scroll";

test("an item at the end of a narrow list comes to its middle, one at the beginning leaves it where it is", () => {
  expect(centredScroll(320, { offsetLeft: 700, offsetWidth: 80 })).toBe(580);
  expect(centredScroll(320, { offsetLeft: 0, offsetWidth: 80 })).toBe(0);
});
