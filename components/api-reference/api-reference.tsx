import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { Page } from "@/components/ui/page-layout";

export interface OperationGroup {
  tag: string;
  operations: {
    method: string;
    path: string;
    summary: string;
    description: string | null;
    fields: { name: string; place: string; type: string; isRequired: boolean }[];
  }[];
}

/** The REST interface for people: what there is, where, and what it takes. */
export function ApiReference({ groups, baseUrl }: { groups: OperationGroup[]; baseUrl: string }) {
  return (
    <Page isNarrow>
      <PageHeader
        title="REST interface"
        description={
          <>
            Base address <code className="font-mono text-sm">{baseUrl}</code>. Send{" "}
            <code className="font-mono text-sm">Authorization: Bearer ork_…</code> with a key from Settings → API keys.
            For programs:{" "}
            <a className="text-accent underline" href="/api/v1/openapi.json">
              OpenAPI 3.1
            </a>
            .
          </>
        }
      />
      <nav aria-label="Groups" className="flex flex-wrap gap-3">
        {groups.map((group) => (
          <a key={group.tag} href={`#${group.tag}`} className="text-accent underline">
            {group.tag}
          </a>
        ))}
      </nav>
      {groups.map((group) => (
        <section key={group.tag} id={group.tag} className="flex flex-col gap-3 scroll-mt-4">
          <h2 className="text-lg font-semibold">{group.tag}</h2>
          {group.operations.map((operation) => (
            <Card key={`${operation.method} ${operation.path}`}>
              <h3 className="flex flex-wrap items-baseline gap-2 font-medium wrap-anywhere">
                <code className="font-mono text-sm">
                  {operation.method} {operation.path}
                </code>
                <span>{operation.summary}</span>
              </h3>
              {operation.description ? <p className="mt-1 text-muted">{operation.description}</p> : null}
              {operation.fields.length > 0 ? (
                <dl className="mt-2 grid gap-x-4 gap-y-1 text-sm sm:grid-cols-[minmax(120px,auto)_minmax(0,1fr)]">
                  {operation.fields.map((field) => (
                    <div key={`${field.place} ${field.name}`} className="contents">
                      <dt className="font-medium wrap-anywhere">{field.name}</dt>
                      <dd className="text-muted wrap-anywhere">
                        {field.type}, in {field.place}
                        {field.isRequired ? ", required" : ""}
                      </dd>
                    </div>
                  ))}
                </dl>
              ) : null}
            </Card>
          ))}
        </section>
      ))}
    </Page>
  );
}
