import { generateOpenApiDocument } from "trpc-to-openapi";
import { baseUrl } from "@/lib/env";
import { appRouter } from "./router";

/** The REST interface as OpenAPI 3.1, generated from the procedures; the routes of their own under app/api/v1 are added by hand. */
export function openApiDocument() {
  const document = generateOpenApiDocument(appRouter, {
    title: "Outrider",
    version: "1",
    openApiVersion: "3.1.0",
    baseUrl: `${baseUrl}/api/v1`,
    description:
      "Send `Authorization: Bearer ork_…` with a key from Settings → API keys; the key names the workspace. Errors carry a code, a message for people and a request id.",
    securitySchemes: { key: { type: "http", scheme: "bearer" } },
  });
  return { ...document, paths: { ...document.paths, ...rawRoutes } };
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
