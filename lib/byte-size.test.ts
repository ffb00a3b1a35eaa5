import { expect, test } from "vitest";
import { byteSize } from "./byte-size";

test.each([
  [0, "0 B"],
  [532, "532 B"],
  [1_400, "1.4 kB"],
  [119_700, "120 kB"],
  [999_600, "1.0 MB"],
  [2_500_000_000, "2.5 GB"],
])("%i bytes read %s", (bytes, words) => {
  expect(byteSize(bytes)).toBe(words);
});
