import { generateOpenApiDocument } from "trpc-to-openapi";
import { baseUrl } from "@/lib/env";
import { appRouter } from "./router";

/** The REST interface as OpenAPI 3.1, generated from the procedures; the two raw-byte routes are added by hand. */
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
      parameters: [
        {
          name: "snapshotId",
          in: "path" as const,
          required: true,
          schema: { type: "string" as const, format: "uuid" },
        },
      ],
      responses: { 200: { description: "The file", content: bytes } },
    },
  },
};
