import { expect, test } from "vitest";
import { canonicalEmail } from "./email";

test.each([
  ["ada@example.com", "ada@example.com"],
  ["  Ada.Lovelace@Example.COM ", "ada.lovelace@example.com"],
  ["ada+bids@sub.example.co.uk", "ada+bids@sub.example.co.uk"],
  ["ada@xn--mller-kva.example", "ada@xn--mller-kva.example"],
  ["ａｄａ＠ｅｘａｍｐｌｅ．ｃｏｍ", "ada@example.com"],
  ["o'brien@example.com", "o'brien@example.com"],
  ["me@localhost", "me@localhost"],
])("%s is kept as %s", (text, email) => expect(canonicalEmail(text)).toBe(email));

test.each([
  ["no sign", "ada.example.com"],
  ["two signs", "ada@b@example.com"],
  ["a second sign by compatibility", "ada＠b@example.com"],
  ["quoted local part", '"ada lovelace"@example.com'],
  ["quote inside", 'a"da@example.com'],
  ["a list", "ada@example.com,eve@evil.example"],
  ["a list by semicolon", "ada@example.com;eve@evil.example"],
  ["line break", "ada@example.com\r\nbcc: eve@evil.example"],
  ["line break inside", "ada\r\n@example.com"],
  ["null", "ada\0@example.com"],
  ["name and address", "Ada <ada@example.com>"],
  ["comment", "ada(work)@example.com"],
  ["space inside", "ada lovelace@example.com"],
  ["Cyrillic letter that looks alike", "аda@example.com"],
  ["homoglyph domain", "ada@exаmple.com"],
  ["zero-width joiner", "a\u200dda@example.com"],
  ["right-to-left override", "ada\u202e@example.com"],
  ["backslash", "ada\\@example.com"],
  ["dots at the ends", ".ada.@example.com"],
  ["two dots", "ada..l@example.com"],
  ["no domain dot", "ada@example"],
  ["empty label", "ada@example..com"],
  ["hyphen at the end of a label", "ada@example-.com"],
  ["address literal", "ada@[127.0.0.1]"],
  ["long local part", `${"a".repeat(65)}@example.com`],
  [
    "long address",
    `ada@${"a".repeat(60)}.${"b".repeat(60)}.${"c".repeat(60)}.${"d".repeat(60)}.${"e".repeat(60)}.example`,
  ],
  ["nothing", ""],
])("refuses %s", (_, text) => expect(canonicalEmail(text)).toBeNull());
