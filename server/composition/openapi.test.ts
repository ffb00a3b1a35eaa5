import { readdirSync } from "node:fs";
import { dirname } from "node:path";
import { expect, test } from "vitest";
import { openApiDocument } from "./openapi";

interface Operation {
  summary?: string;
  parameters?: { name: string; in: string; schema?: Record<string, unknown> }[];
}

test("every procedure with an address is in the description, and every parameter says what it is", () => {
  const paths = openApiDocument().paths as Record<string, Record<string, Operation>>;
  const operations = Object.entries(paths).flatMap(([path, verbs]) =>
    Object.entries(verbs).map(([verb, operation]) => ({ name: `${verb} ${path}`, path, operation })),
  );
  expect(operations.length).toBeGreaterThan(100);
  const unsaid = operations.flatMap(({ name, operation }) =>
    (operation.parameters ?? [])
      .filter(({ schema }) => !schema || Object.keys(schema).length === 0)
      .map((parameter) => `${name}: ${parameter.name}`),
  );
  expect(unsaid).toEqual([]);
  expect(operations.filter(({ operation }) => !operation.summary).map(({ name }) => name)).toEqual([]);
});

test("every operation tells its errors in one form, and the generator's own is gone", () => {
  const { paths, components } = openApiDocument();
  const operations = Object.values(paths).flatMap((item) => Object.values(item)) as { responses: object }[];
  for (const { responses } of operations) {
    expect(responses).toMatchObject({ default: { $ref: "#/components/responses/Problem" } });
    expect(Object.keys(responses).filter((status) => !/^(2\d\d|default)$/.test(status))).toEqual([]);
  }
  expect(JSON.stringify({ paths, components })).not.toContain("error.");
  expect(components.schemas.Problem).toMatchObject({
    required: ["type", "title", "status", "detail", "code", "retry", "requestId"],
  });
});

test("every route of its own under /api/v1 is in the description", () => {
  const routes = readdirSync("app/api/v1", { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith("/route.ts"))
    .map((name) => `/${dirname(name).replace(/\[([^\]]+)\]/g, "{$1}")}`)
    // The procedures, and the description itself.
    .filter((path) => path !== "/{...path}" && path !== "/openapi.json");
  expect(Object.keys(openApiDocument().paths ?? {})).toEqual(expect.arrayContaining(routes));
});
