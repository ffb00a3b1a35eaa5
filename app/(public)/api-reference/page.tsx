import type { Metadata } from "next";
import { ApiReference } from "@/components/api-reference/api-reference";
import { openApiDocument } from "@/server/composition/openapi";
import { listOperations } from "./list-operations";

export const metadata: Metadata = { title: "REST interface" };

export default function ApiReferencePage() {
  const document = openApiDocument();
  return <ApiReference groups={listOperations(document)} baseUrl={document.servers?.[0]?.url ?? ""} />;
}
