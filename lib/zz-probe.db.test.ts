import { expect, it } from "vitest";
it("works", () => { console.log(process.env.TEST_DATABASE, process.env.TEST_DATABASE_URL); expect(1).toBe(1); });
