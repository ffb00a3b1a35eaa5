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
