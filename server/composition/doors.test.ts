import { expect, test } from "vitest";
import { accessTable } from "./testing/access-table";
import { procedures, schemaOf } from "./testing/inputs";

type Schema = ReturnType<typeof schemaOf>;

/** Every object in a schema, with the path that leads to it. */
function* objects(schema: Schema, path: string): Generator<[string, Schema]> {
  if (schema.properties) yield [path, schema];
  for (const [name, inner] of Object.entries(schema.properties ?? {})) yield* objects(inner, `${path}.${name}`);
  for (const [index, inner] of (schema.anyOf ?? []).entries()) yield* objects(inner, `${path}|${index}`);
  for (const [index, inner] of (schema.oneOf ?? []).entries()) yield* objects(inner, `${path}|${index}`);
  for (const inner of schema.allOf ?? []) yield* objects(inner, path);
  if (schema.items) yield* objects(schema.items, `${path}[]`);
  if (schema.additionalProperties && typeof schema.additionalProperties === "object") {
    yield* objects(schema.additionalProperties as Schema, `${path}{}`);
  }
}

test("every input takes what it names and nothing else, at every depth", () => {
  const open: string[] = [];
  for (const { path, inputs } of procedures) {
    for (const type of inputs) {
      for (const [place, object] of objects(schemaOf(type, "input"), path)) {
        if (object.additionalProperties !== false) open.push(place);
      }
    }
  }
  expect(open).toEqual([]);
});

test("no input can say whose something is, who somebody is, when it was, or what it cost", () => {
  const ofTheServer =
    /^(workspace_?id|tenant(_?id)?|created_?(at|by)|updated_?(at|by)|is_?operator|suspended_?at|cost(_?micros)?|(token|password|key)_?hash|seq)$/i;
  const named: string[] = [];
  for (const { path, inputs } of procedures) {
    for (const type of inputs) {
      for (const [place, object] of objects(schemaOf(type, "input"), path)) {
        for (const name of Object.keys(object.properties ?? {})) {
          if (ofTheServer.test(name)) named.push(`${place}.${name}`);
        }
      }
    }
  }
  expect(named).toEqual([]);
});

test("what takes an input is a procedure with a schema, and those that take none refuse nothing they would have read", () => {
  const without = procedures.filter(({ inputs }) => inputs.length === 0).map(({ path }) => path);
  for (const path of without) expect(accessTable[path]?.input?.({ target: "" }) ?? null, path).toBeNull();
});

test("every reply has a schema, and no schema names a hash, a token or a secret", () => {
  const secret = /hash|token|password|secret|cipher|salt|sealed|api_?key$|workspace_?id|embedding|storage_?key/i;
  // Shown once, to the person who made it: the key, the addresses of an invitation and of a calendar; sums of a model's tokens.
  const allowed =
    /^(apiKeys\.create|installation\.init|invitations\.create)\.|(input|output)Tokens$|hasApiKey$|Password$/;
  const bare = procedures.filter(({ type, output }) => type !== "subscription" && !output).map(({ path }) => path);
  expect(bare).toEqual([]);
  const named: string[] = [];
  for (const { path, output } of procedures) {
    if (!output) continue;
    for (const [place, object] of objects(schemaOf(output, "output"), path)) {
      for (const name of Object.keys(object.properties ?? {})) {
        if (secret.test(name) && !allowed.test(`${place}.${name}`)) named.push(`${place}.${name}`);
      }
    }
  }
  expect(named).toEqual([]);
});
