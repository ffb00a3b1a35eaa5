import { expect, test } from "vitest";
import { assertPasswordIsNotCommon, hashPassword, verifyPassword } from "./passwords";

const accept = (password: string) => () => assertPasswordIsNotCommon(password, "ada.lovelace@example.com");

test.each([
  "password1234",
  "P@ssw0rd2026!",
  "passwordpassword",
  "123456789012",
  "qwertyuiop123",
  "aaaaaaaaaaaa",
  "abcabcabcabc",
  "abcdefghijkl",
  "welcome2outrider!",
  "ada.lovelace2026",
  "letmein-letmein-1",
  "correcthorsebatterystaple",
  "Summer2026!!!",
])("refuses %s", (password) => expect(accept(password)).toThrow(/guessed first/));

test.each(["violet kettle north harbour", "vK9-tT2_qqLmZx7", "Größenwahn im Teekessel", "日本語の長い合言葉はこちら"])(
  "takes %s",
  (password) => expect(accept(password)).not.toThrow(),
);

test("a hash is memory-hard, salted, and covers the last letter of a long password", async () => {
  const long = "x1y2z3".repeat(100);
  const [first, second] = [await hashPassword(`${long}a`), await hashPassword(`${long}a`)];
  expect(first).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(first).not.toBe(second);
  expect(await verifyPassword(first, `${long}a`)).toBe(true);
  expect(await verifyPassword(first, `${long}b`)).toBe(false);
});

test("without an account, and with a broken hash, no password is right", async () => {
  expect(await verifyPassword(null, "an account that nobody has")).toBe(false);
  expect(await verifyPassword("-", "-")).toBe(false);
});
