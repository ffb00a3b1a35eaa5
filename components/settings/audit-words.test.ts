import { expect, test } from "vitest";
import { actorWords, detailWords, subjectWords } from "./audit-words";

const [bridge, snapshot] = ["0190d5a2-8f7e-7c3a-b1d2-000000000001", "0190d5a2-8f7e-7c3a-b1d2-000000000002"];
const names = { [bridge]: "Footbridge over the Elbe" };

test("things are told by name, and an id without a name is not put before people", () => {
  expect(subjectWords({ subjectId: bridge, names })).toBe("Footbridge over the Elbe");
  expect(subjectWords({ subjectId: snapshot, names })).toBe("");
  const detail = { ids: [bridge], stage: "qualifying", snapshotId: snapshot, revision: 2 };
  expect(detailWords({ detail, names, subjectId: null })).toBe(
    "ids: Footbridge over the Elbe, stage: qualifying, revision: 2",
  );
  expect(detailWords({ detail: { ids: [snapshot, snapshot] }, names, subjectId: null })).toBe("ids: 2");
});

test("who did it is a person, a key of theirs or a job", () => {
  expect(actorWords({ actorKind: "user", actorId: bridge, actorName: "Ada" })).toBe("Ada");
  expect(actorWords({ actorKind: "user", actorId: bridge, actorName: null })).toBe("a former member");
  expect(actorWords({ actorKind: "apiKey", actorId: bridge, actorName: "Ada" })).toBe("Ada, by API key");
  expect(actorWords({ actorKind: "job", actorId: null, actorName: null })).toBe("a job");
});
