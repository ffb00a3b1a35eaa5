import { generateOpenApiDocument } from "trpc-to-openapi";
import { z } from "zod";
import { baseUrl } from "@/lib/env";
import { problem } from "@/server/http/problem";
import { appRouter } from "./router";

/** The REST interface as OpenAPI 3.1, generated from the procedures; the routes of their own under app/api/v1 are added by hand. */
export function openApiDocument() {
  const document = generateOpenApiDocument(appRouter, {
    title: "Outrider",
    version: "1",
    openApiVersion: "3.1.0",
    baseUrl: `${baseUrl}/api/v1`,
    description:
      "Send `Authorization: Bearer ork_…` with a key from Settings → API keys; the key names the workspace. Errors are problem details (RFC 9457): `detail` for people, `code` for programs, `requestId` for the log.",
    securitySchemes: { key: { type: "http", scheme: "bearer" } },
  });
  const paths: Paths = { ...document.paths, ...rawRoutes };
  const schemas = Object.fromEntries(
    // The generator's own idea of errors, which is not how they are told.
    Object.entries(document.components?.schemas ?? {}).filter(([name]) => !name.startsWith("error.")),
  );
  return {
    ...document,
    paths: mapOperations(paths, (operation) => ({ ...operation, responses: withProblems(operation.responses) })),
    components: {
      ...document.components,
      schemas: { ...schemas, Problem: z.toJSONSchema(problem) },
      responses: {
        Problem: {
          description: "What is wrong, as problem details (RFC 9457)",
          content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
        },
      },
    },
  };
}

interface Operation {
  responses: Record<string, unknown>;
}
type Paths = Record<string, Record<string, unknown>>;

function mapOperations(paths: Paths, change: (operation: Operation) => Operation): Paths {
  return Object.fromEntries(
    Object.entries(paths).map(([path, item]) => [
      path,
      Object.fromEntries(Object.entries(item).map(([method, operation]) => [method, change(operation as Operation)])),
    ]),
  );
}

/** Replies that succeed as they are; every other has one form. */
function withProblems(responses: Record<string, unknown>): Record<string, unknown> {
  const successes = Object.entries(responses).filter(([status]) => status.startsWith("2"));
  return { ...Object.fromEntries(successes), default: { $ref: "#/components/responses/Problem" } };
}

const bytes = { "application/octet-stream": { schema: { type: "string" as const, format: "binary" } } };
const security = [{ key: [] }];
const ofVersion = {
  name: "snapshotId",
  in: "path" as const,
  required: true,
  schema: { type: "string" as const, format: "uuid" },
};
const text = { type: "string" as const };
const sampleFile = { type: "object" as const, required: ["path", "base64"], properties: { path: text, base64: text } };
const sampleFiles = {
  type: "object" as const,
  required: ["files"],
  properties: { files: { type: "array" as const, items: sampleFile } },
};
const rawRoutes = {
  "/uploads": {
    post: {
      operationId: "uploads",
      tags: ["documents"],
      summary: "Add a file: its bytes are the body",
      security,
      parameters: [
        { name: "path", in: "query" as const, required: true, schema: { type: "string" as const } },
        { name: "collectionId", in: "query" as const, schema: { type: "string" as const, format: "uuid" } },
      ],
      requestBody: { required: true, content: bytes },
      responses: {
        201: { description: "Stored; a job reads it" },
        200: { description: "These bytes were there already" },
      },
    },
  },
  "/files/{snapshotId}": {
    get: {
      operationId: "files",
      tags: ["documents"],
      summary: "The original bytes of a version",
      security,
      parameters: [ofVersion],
      responses: { 200: { description: "The file", content: bytes } },
    },
  },
  "/files/{snapshotId}/screenshot": {
    get: {
      operationId: "screenshot",
      tags: ["documents"],
      summary: "The picture of a captured page, where one was taken",
      security,
      parameters: [ofVersion],
      responses: {
        200: {
          description: "The picture",
          content: { "image/jpeg": { schema: { type: "string" as const, format: "binary" } } },
        },
      },
    },
  },
  "/sample-tender": {
    get: {
      operationId: "sampleTender",
      tags: ["opportunities"],
      summary: "The files of a sample tender, to try an import with",
      security,
      responses: {
        200: {
          description: "Paths and bytes",
          content: { "application/json": { schema: sampleFiles } },
        },
      },
    },
  },
};
