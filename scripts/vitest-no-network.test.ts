import { get } from "node:http";
import { connect } from "node:net";
import { expect, it } from "vitest";

it("lets no test leave this machine", async () => {
  expect(() => connect(443, "192.0.2.1")).toThrow("tests stay on this machine");
  expect(() => get("http://192.0.2.1/")).toThrow("tests stay on this machine");
  await expect(fetch("http://example.com/")).rejects.toMatchObject({
    cause: { message: expect.stringContaining("stay on this machine") },
  });
});
