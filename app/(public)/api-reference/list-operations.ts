import type { OperationGroup } from "@/components/api-reference/api-reference";
import type { openApiDocument } from "@/server/composition/openapi";

const methods = ["get", "post", "patch", "put", "delete"] as const;

interface Schema {
  type?: string | string[];
  format?: string;
  enum?: unknown[];
  anyOf?: Schema[];
  items?: Schema;
  properties?: Record<string, Schema>;
  required?: string[];
}

/** The operations of the document by tag, flat enough to be read by people. */
export function listOperations(document: ReturnType<typeof openApiDocument>): OperationGroup[] {
  const groups = new Map<string, OperationGroup>();
  for (const [path, item] of Object.entries(document.paths ?? {})) {
    for (const method of methods) {
      const operation = (item as Record<string, unknown>)[method] as
        | {
            summary?: string;
            description?: string;
            tags?: string[];
            parameters?: { name: string; in: string; required?: boolean; schema?: Schema }[];
            requestBody?: { content?: Record<string, { schema?: Schema }> };
          }
        | undefined;
      if (!operation) continue;
      const tag = operation.tags?.[0] ?? "other";
      const group = groups.get(tag) ?? { tag, operations: [] };
      groups.set(tag, group);
      const body = operation.requestBody?.content?.["application/json"]?.schema;
      group.operations.push({
        method: method.toUpperCase(),
        path,
        summary: operation.summary ?? "",
        description: operation.description ?? null,
        fields: [
          ...(operation.parameters ?? []).map((parameter) => ({
            name: parameter.name,
            place: parameter.in,
            type: typeOf(parameter.schema),
            isRequired: parameter.required === true,
          })),
          ...Object.entries(body?.properties ?? {}).map(([name, schema]) => ({
            name,
            place: "body",
            type: typeOf(schema),
            isRequired: body?.required?.includes(name) === true,
          })),
        ],
      });
    }
  }
  return [...groups.values()].sort((a, b) => a.tag.localeCompare(b.tag, "en"));
}

function typeOf(schema: Schema | undefined): string {
  if (!schema) return "";
  if (schema.enum) return schema.enum.map(String).join(" | ");
  if (schema.anyOf) return [...new Set(schema.anyOf.map(typeOf))].join(" | ");
  if (schema.type === "array") return `${typeOf(schema.items)}[]`;
  return [schema.type].flat().filter(Boolean).join(" | ") + (schema.format ? ` (${schema.format})` : "");
}
