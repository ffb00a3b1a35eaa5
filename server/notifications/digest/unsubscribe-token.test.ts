import { expect, test } from "vitest";
import { newId } from "@/lib/ids";
import { readUnsubscribe, signUnsubscribe } from "./unsubscribe-token";

test("a link names one person's mail of one workspace, and no other can be made from it", () => {
  const reader = { workspaceId: newId(), userId: newId() };
  const token = signUnsubscribe(reader);
  expect(readUnsubscribe(token)).toEqual(reader);
  const [body = "", mac = ""] = token.split(".");
  const [otherBody = ""] = signUnsubscribe({ ...reader, userId: newId() }).split(".");
  for (const forged of [
    `${otherBody}.${mac}`,
    `${body}.`,
    body,
    "",
    ".",
    `${token}.x`,
    `${body}.${"A".repeat(43)}`,
    `${body.slice(2)}.${mac}`,
  ]) {
    expect(readUnsubscribe(forged)).toBeNull();
  }
});
