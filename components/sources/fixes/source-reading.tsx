"use client";
import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { placeHref } from "@/components/shell/places";
import { useShell } from "@/components/shell/shell-context";
import { useTRPC } from "@/components/shell/trpc";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { Progress } from "@/components/ui/progress";
import { roleMay } from "@/lib/vocabulary/workspaces";
import { isLive } from "../run-result";
import type { SourceView } from "../source-types";
import { count, extractionWords } from "../source-words";
import type { ReadingView } from "./fix-types";
import { fieldWords, originWords } from "./fix-words";
import { TeachButton } from "./teach-button";

const shownFields = 12;
const thinned = 0.5;

/** How the entries of a source are read: by which rung, by which rule, and how full each field is beside what is usual. */
export function SourceReading({ source }: { source: SourceView }) {
  const { workspace, member } = useShell();
  const trpc = useTRPC();
  const mayManage = roleMay(member.role, "sources:manage");
  const reading = useQuery(trpc.listingRules.get.queryOptions({ id: source.id }));
  const fixes = useQuery(trpc.fixTasks.list.queryOptions({ sourceId: source.id, limit: 1 }, { enabled: mayManage }));
  const { data } = reading;
  if (!data || (data.records === 0 && data.rungs.length === 0 && !data.current)) return null;
  // Nothing is said of the last run while the first one is still under way.
  if (data.records === 0 && source.runs.every((run) => isLive(run))) return null;
  const [task] = fixes.data?.tasks ?? [];
  return (
    <Card
      title={headline(data)}
      description={howRead(data)}
      actions={
        <span className="flex flex-wrap items-center gap-2">
          {task ? (
            <Link
              href={`${placeHref(workspace.slug, "sources")}/fixes/${task.id}`}
              className="text-attention underline hover:no-underline"
            >
              {count(fixes.data?.total ?? 1, "matter")} to fix
            </Link>
          ) : null}
          {mayManage && data.current?.rule.kind !== "json" ? <TeachButton sourceId={source.id} /> : null}
        </span>
      }
    >
      {data.fields.length > 0 ? (
        <table aria-label="How full the fields are" className="w-full text-left text-sm">
          <thead>
            <tr className="text-muted">
              <th scope="col" className="py-1 pr-3 font-medium">
                Field
              </th>
              <th scope="col" className="w-2/5 py-1 pr-3 font-medium">
                Filled in the last run
              </th>
              <th scope="col" className="py-1 text-right font-medium">
                Usually
              </th>
            </tr>
          </thead>
          <tbody>
            {data.fields.slice(0, shownFields).map((field) => (
              <FieldRow key={field.name} field={field} />
            ))}
          </tbody>
        </table>
      ) : null}
    </Card>
  );
}

function FieldRow({ field }: { field: ReadingView["fields"][number] }) {
  const isThin = field.rate < field.usual * thinned;
  const percent = Math.round(field.rate * 100);
  return (
    <tr>
      <th scope="row" className="py-1 pr-3 font-normal wrap-anywhere">
        {fieldWords(field.name)} {isThin ? <Badge meaning="attention">emptied</Badge> : null}
      </th>
      <td className="py-1 pr-3">
        <span className="flex items-center gap-2">
          <Progress
            label={`${fieldWords(field.name)} filled`}
            value={field.rate}
            meaning={isThin ? "attention" : "accent"}
            className="max-w-40"
          />
          <span className="w-10 shrink-0 tabular-nums">{percent}%</span>
        </span>
      </td>
      <td className="py-1 text-right text-muted tabular-nums">{Math.round(field.usual * 100)}%</td>
    </tr>
  );
}

function headline({ records, fields }: ReadingView): string {
  const thin = fields.filter(({ rate, usual }) => rate < usual * thinned).length;
  const entries = `${count(records, "entry", "entries")} in the last run`;
  return thin > 0 ? `${entries}, ${count(thin, "field")} emptied` : entries;
}

function howRead({ rungs, current }: ReadingView): string {
  const how = rungs.map(({ rung, count: amount }) =>
    rungs.length > 1 ? `${amount.toLocaleString("en")} ${extractionWords[rung]}` : extractionWords[rung],
  );
  const rule = current ? `Rule: ${originWords[current.origin]}.` : "No rule yet: the structure of the page decides.";
  const text = how.join(", ");
  return text ? `${text.charAt(0).toUpperCase()}${text.slice(1)}. ${rule}` : rule;
}
