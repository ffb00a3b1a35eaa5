"use client";
import { useId, useMemo } from "react";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { sourceIntervals } from "@/lib/vocabulary/sources";
import type { FormProblems, SourceForm } from "./source-form.logic";
import { intervalWords } from "./source-words";

interface ScheduleFieldsProps {
  form: SourceForm;
  problems: FormProblems;
  onChange: (changes: Partial<SourceForm>) => void;
  /** Said of the choice that leaves it to the kind of source; without it there is no such choice. */
  recommended?: string;
}

export function ScheduleFields({ form, problems, onChange, recommended }: ScheduleFieldsProps) {
  function choose(value: string) {
    const every = sourceIntervals.find((one) => one === value) ?? (value === "cron" ? "cron" : "");
    // Whoever names an hour means their own.
    onChange(every === "cron" && form.every !== "cron" ? { every, timeZone: zoneHere() } : { every });
  }
  return (
    <div className="grid gap-3 sm:grid-cols-2">
      <Field label="How often it is read">
        {(control) => (
          <Select
            {...control}
            value={form.every}
            onChange={(event) => choose(event.target.value)}
            options={[
              ...(recommended ? [{ value: "", label: recommended }] : []),
              ...sourceIntervals.map((value) => ({ value, label: capital(intervalWords[value]) })),
              { value: "cron", label: "At certain hours (cron)" },
            ]}
          />
        )}
      </Field>
      {form.every === "cron" ? (
        <Field label="Cron expression" error={problems.cron} hint="Minute, hour, day, month, weekday: “0 7 * * 1-5”.">
          {(control) => (
            <Input
              {...control}
              className="font-mono"
              value={form.cron}
              maxLength={100}
              placeholder="0 7 * * 1-5"
              onChange={(event) => onChange({ cron: event.target.value })}
            />
          )}
        </Field>
      ) : null}
      {form.every === "cron" || form.quietFrom || form.quietTo ? (
        <ZoneField value={form.timeZone} onChange={(timeZone) => onChange({ timeZone })} />
      ) : null}
    </div>
  );
}

/** Hours in which a source is left alone. */
export function QuietHoursFields({ form, problems, onChange }: Omit<ScheduleFieldsProps, "recommended">) {
  function change(changes: Partial<SourceForm>) {
    const isFirst = form.every !== "cron" && !form.quietFrom && !form.quietTo;
    onChange(isFirst ? { ...changes, timeZone: zoneHere() } : changes);
  }
  return (
    <div className="grid gap-3 sm:grid-cols-2">
      <Field label="Not read from" hint="Leave empty to read at any hour.">
        {(control) => (
          <Input
            {...control}
            type="time"
            value={form.quietFrom}
            onChange={(event) => change({ quietFrom: event.target.value })}
          />
        )}
      </Field>
      <Field label="Until" error={problems.quietTo}>
        {(control) => (
          <Input
            {...control}
            type="time"
            value={form.quietTo}
            onChange={(event) => change({ quietTo: event.target.value })}
          />
        )}
      </Field>
    </div>
  );
}

function ZoneField({ value, onChange }: { value: string; onChange: (zone: string) => void }) {
  const listId = useId();
  const zones = useMemo(() => ["UTC", ...Intl.supportedValuesOf("timeZone")], []);
  return (
    <Field label="Time zone">
      {(control) => (
        <>
          <Input
            {...control}
            value={value}
            list={listId}
            maxLength={60}
            onChange={(event) => onChange(event.target.value)}
          />
          <datalist id={listId}>
            {zones.map((zone) => (
              <option key={zone} value={zone} />
            ))}
          </datalist>
        </>
      )}
    </Field>
  );
}

function zoneHere(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone || "UTC";
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
