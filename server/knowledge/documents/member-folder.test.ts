import { expect, test } from "vitest";
import { mayHoldMembers, memberFolder } from "./member-folder";
import { documentPath } from "./schemas";

test("what comes out of an archive stands in a folder of its name, and of its address where it was found on the web", () => {
  expect(memberFolder("Tenders/Lift 2031.zip")).toBe("Tenders/Lift 2031");
  expect(memberFolder("https://portal.example/papers/12/all.zip")).toBe("portal.example/papers/12/all");
  expect(memberFolder("http://portal.example//get/../file?id=12&kind=zip")).toBe(
    "portal.example/get/file?id=12&kind=zip",
  );
  for (const path of ["https://portal.example/papers/12/all.zip", "https://portal.example/", "a//b.zip"])
    expect(documentPath.safeParse(`${memberFolder(path)}/01 Scope.pdf`).success).toBe(true);
});

test("an address may lead to an archive without saying so, a path of a file that is none does not", () => {
  expect(mayHoldMembers("https://portal.example/get?id=12")).toBe(true);
  expect(mayHoldMembers("Tenders/Lift.ZIP")).toBe(true);
  expect(mayHoldMembers("Tenders/Lift.pdf")).toBe(false);
});
