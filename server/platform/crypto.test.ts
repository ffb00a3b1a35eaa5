import { expect, test } from "vitest";
import { openText, SealError, sealText } from "./crypto";

const place = { workspaceId: "0198c0de-0000-7000-8000-000000000001", column: "model_settings.api_key" };

test("a sealed secret opens in its own place only", () => {
  const sealed = sealText("sk-canary-é", place);
  expect(sealed).not.toContain("canary");
  expect(openText(sealed, place)).toBe("sk-canary-é");
  expect(() => openText(sealed, { ...place, workspaceId: "0198c0de-0000-7000-8000-000000000002" })).toThrow(SealError);
  expect(() => openText(sealed, { ...place, column: "other.api_key" })).toThrow(SealError);
});

test("the same secret never looks the same twice", () => {
  expect(sealText("sk", place)).not.toBe(sealText("sk", place));
});

test("one changed character anywhere is noticed", () => {
  const sealed = sealText("sk-canary", place);
  for (let at = 0; at < sealed.length; at++) {
    const other = sealed[at] === "A" ? "B" : "A";
    const changed = sealed.slice(0, at) + other + sealed.slice(at + 1);
    // The last character of base64url carries unused bits: the same bytes may be spelt in two ways.
    if (at === sealed.length - 1) continue;
    expect(() => openText(changed, place), `position ${at}`).toThrow(SealError);
  }
});
