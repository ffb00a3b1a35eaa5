import { expect, test } from "vitest";
import { actorWords, detailWords, subjectWords } from "./audit-words";

const [bridge, snapshot] = ["0190d5a2-8f7e-7c3a-b1d2-000000000001", "0190d5a2-8f7e-7c3a-b1d2-000000000002"];
const names = { [bridge]: "Footbridge over the Elbe" };

test("things are told by name, and an id without a name is not put before people", () => {
  expect(subjectWords({ subjectId: bridge, names, detail: {} })).toBe("Footbridge over the Elbe");
  expect(subjectWords({ subjectId: snapshot, names, detail: {} })).toBe("");
  const detail = { ids: [bridge], stage: "qualifying", snapshotId: snapshot, revision: 2 };
  expect(detailWords({ detail, names, subjectId: null })).toBe(
    "which: Footbridge over the Elbe, stage: qualifying, revision: 2",
  );
  expect(detailWords({ detail: { ids: [snapshot, snapshot] }, names, subjectId: null })).toBe("which: 2");
});

test("a job is told by what it does and what it is about", () => {
  const detail = { job: "outrider-read-snapshot", documentId: bridge };
  expect(subjectWords({ subjectId: snapshot, names, detail })).toBe("Read snapshot");
  expect(detailWords({ detail, names, subjectId: snapshot })).toBe(
    "job: Read snapshot, document: Footbridge over the Elbe",
  );
});

test("fields are named in words and not as the program names them", () => {
  const detail = {
    runId: "r1",
    leftOut: 3,
    isApproved: true,
    from: null,
    spentMicros: 1_250_000,
    bytes: 2_048,
    requirementIds: ["R-1", "R-2"],
    queryId: "q",
  };
  expect(detailWords({ detail, names: {}, subjectId: null })).toBe(
    "run: r1, left out: 3, approved: yes, from: none, spent: $1.25, bytes: 2.0 kB, requirements: R-1, R-2, question: q",
  );
});

test("who did it is a person, a key of theirs or a job", () => {
  expect(actorWords({ actorKind: "user", actorId: bridge, actorName: "Ada" })).toBe("Ada");
  expect(actorWords({ actorKind: "user", actorId: bridge, actorName: null })).toBe("a former member");
  expect(actorWords({ actorKind: "apiKey", actorId: bridge, actorName: "Ada" })).toBe("Ada, by API key");
  expect(actorWords({ actorKind: "job", actorId: null, actorName: null })).toBe("a job");
});
