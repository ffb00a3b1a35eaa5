import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { expect, test } from "vitest";
import { openApiDocument } from "./openapi";

const roots = ["README.md", "CONTRIBUTING.md"];
const docs = [...roots, ...readdirSync("docs", { recursive: true, encoding: "utf8" }).map((name) => join("docs", name))]
  .filter((name) => name.endsWith(".md"))
  .map((name) => ({ name, text: readFileSync(name, "utf8") }));

/** What stands between backticks on one line. */
const codeIn = (text: string) => [...text.matchAll(/`([^`\n]+)`/g)].map(([, code = ""]) => code);

test("every file and folder that the docs name is there", () => {
  const path =
    /^(?:app|bench|cli|components|deploy|docs|drizzle|e2e|inngest|lib|sample|scripts|server)\/[\w./()[\]-]*$/;
  const missing = docs.flatMap(({ name, text }) =>
    codeIn(text)
      .filter((code) => path.test(code) && ![code, `${code}.ts`, `${code}.tsx`].some((one) => existsSync(one)))
      .map((code) => `${name}: ${code}`),
  );
  expect(missing).toEqual([]);
});

test("every link between the docs leads somewhere", () => {
  const broken = docs.flatMap(({ name, text }) =>
    [...text.matchAll(/\]\(([^)#\s]+)[^)]*\)/g)]
      .map(([, target = ""]) => target)
      .filter((target) => !/^[a-z]+:/.test(target) && !existsSync(normalize(join(dirname(name), target))))
      .map((target) => `${name}: ${target}`),
  );
  expect(broken).toEqual([]);
});

test("every request that the docs name is one of the REST interface", () => {
  const shape = (path: string) => path.replace(/\{[^}]+\}/g, "{}");
  const known = new Set(
    Object.entries(openApiDocument().paths ?? {}).flatMap(([path, methods]) =>
      Object.keys(methods ?? {}).map((method) => `${method.toUpperCase()} ${shape(path)}`),
    ),
  );
  const unknown = docs.flatMap(({ name, text }) =>
    codeIn(text).flatMap((code) => {
      const [, method, path] = /^(GET|POST|PUT|PATCH|DELETE) (?:\/api\/v1)?(\/[^\s?…]+)(?:\?\S*)?$/.exec(code) ?? [];
      return method && path && !known.has(`${method} ${shape(path)}`) ? [`${name}: ${code}`] : [];
    }),
  );
  expect(unknown).toEqual([]);
});

test("architecture.md says what stands in every folder of the server and of opportunities", () => {
  const { text = "" } = docs.find(({ name }) => name === "docs/architecture.md") ?? {};
  const foldersOf = (path: string) =>
    readdirSync(path, { withFileTypes: true }).filter((entry) => entry.isDirectory() && entry.name !== "testing");
  const unnamed = [
    ...foldersOf("server").map(({ name }) => `server/${name}`),
    ...["crawling", "knowledge", "opportunities", "sources"].flatMap((domain) =>
      foldersOf(`server/${domain}`).map(({ name }) => name),
    ),
  ].filter((name) => !text.includes(`\`${name}\``));
  expect(unnamed).toEqual([]);
});
