"use client";
import type { ReactNode } from "react";
import { CopyButton } from "@/components/ui/copy-button";
import { Dialog } from "@/components/ui/dialog";
import { FactList } from "@/components/ui/page-layout";
import { fieldWords, plainWords } from "./audit-field-words";
import { type AuditRow, actorWords, subjectWords } from "./audit-words";

/** The deed, which opens everything that was written down about it: names, and the ids that they stand for. */
export function AuditEntryDialog({ entry }: { entry: AuditRow }) {
  const { actorId, subjectId, requestId, detail, names } = entry;
  return (
    <Dialog
      title={`Entry ${entry.seq}: ${entry.action}`}
      trigger={
        <button type="button" className="max-w-full truncate rounded-sm text-left hover:underline">
          <code className="font-mono text-xs">{entry.action}</code>
        </button>
      }
    >
      <FactList
        facts={[
          { name: "When", value: new Date(entry.createdAt).toISOString() },
          { name: "By", value: withId(actorWords(entry), actorId) },
          { name: "About", value: subjectId ? withId(subjectWords(entry), subjectId) : null },
          ...Object.entries(detail).map(([key, value]) => ({
            name: capitalised(fieldWords(key)),
            value: <Value field={key} value={value} names={names} />,
          })),
          { name: "Request", value: requestId ? <Id id={requestId} /> : null },
        ]}
      />
    </Dialog>
  );
}

function withId(words: string, id: string | null): ReactNode {
  return (
    <>
      {words} {id ? <Id id={id} /> : null}
    </>
  );
}

function Id({ id }: { id: string }) {
  return (
    <span className="inline-flex items-center gap-1 text-muted">
      <code className="font-mono text-xs">{id}</code>
      <CopyButton text={id} label="Copy the id" />
    </span>
  );
}

function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function Value({ field, value, names }: { field: string; value: unknown; names: Record<string, string> }) {
  if (Array.isArray(value)) {
    return (
      <ul>
        {[...new Set(value.map((item) => (typeof item === "string" ? item : JSON.stringify(item))))].map((item) => (
          <li key={item}>{names[item] ? withId(names[item], item) : item}</li>
        ))}
      </ul>
    );
  }
  if (typeof value === "string" && names[value]) return withId(names[value], value);
  return plainWords(field, value);
}
