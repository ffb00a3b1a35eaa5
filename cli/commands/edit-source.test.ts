import { expect, test } from "vitest";
import { type EditOptions, editSource } from "./edit-source";

/** What the server is asked to change of a source that is read by cron, with quiet hours. */
async function askedFor(options: EditOptions) {
  const sent: unknown[] = [];
  const schedule = { every: "24h", cron: "0 6 * * 1", timeZone: "UTC", quietHours: { from: "22:00", to: "06:00" } };
  await editSource(
    {
      get: async <T>() => ({ schedule }) as T,
      send: async <T>(method: string, path: string, body: unknown) => {
        sent.push([method, path, JSON.parse(JSON.stringify(body))]);
        return {} as T;
      },
    },
    "s1",
    options,
  );
  return sent;
}

test("what is named is changed, and the rest of a schedule stays", async () => {
  expect(await askedFor({ name: "Elm", tag: ["works"], megabytes: 5 })).toEqual([
    ["PATCH", "/sources/s1", { name: "Elm", tags: ["works"], budget: { bytes: 5_000_000 } }],
  ]);
  const quietHours = { from: "22:00", to: "06:00" };
  expect(await askedFor({ timeZone: "Europe/Berlin" })).toEqual([
    ["PATCH", "/sources/s1", { schedule: { every: "24h", cron: "0 6 * * 1", timeZone: "Europe/Berlin", quietHours } }],
  ]);
  expect(await askedFor({ every: "6h", quiet: "none" })).toEqual([
    ["PATCH", "/sources/s1", { schedule: { every: "6h", timeZone: "UTC" } }],
  ]);
  expect(await askedFor({ ignoreRobots: "Ms Elm, by mail" })).toEqual([
    ["PATCH", "/sources/s1", { robots: "ignore", robotsReason: "Ms Elm, by mail" }],
  ]);
});

test("nothing to change and hours that are none are told in words, and nothing is sent", async () => {
  await expect(askedFor({})).rejects.toThrow("Say what to change");
  await expect(askedFor({ quiet: "at night" })).rejects.toThrow("22:00-06:00");
});
