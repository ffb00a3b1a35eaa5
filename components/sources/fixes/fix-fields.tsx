"use client";
import { Plus, X } from "lucide-react";
import { type FormEvent, useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Checkbox } from "@/components/ui/checkbox";
import { cn } from "@/components/ui/class-names";
import { IconButton } from "@/components/ui/icon-button";
import { Input } from "@/components/ui/input";
import type { ClickAction, ClickState } from "./clicks.logic";
import { fieldWords } from "./fix-words";

/** The fields of an entry, one after the other: which is shown next, and what has been shown. */
export function FixFields({ state, dispatch }: { state: ClickState; dispatch: (action: ClickAction) => void }) {
  const name = useId();
  const [added, setAdded] = useState("");
  const shown = state.isSecond ? state.second : state.picks;

  function add(event: FormEvent) {
    event.preventDefault();
    dispatch({ kind: "add", field: added });
    setAdded("");
  }

  return (
    <Card
      title={state.isSecond ? "A second entry" : "One entry"}
      description="Choose a field, then click on the page where it stands. The link is taken from the title."
      actions={
        state.picks.length > 0 ? (
          <Button variant="ghost" onClick={() => dispatch({ kind: "restart" })}>
            Start again
          </Button>
        ) : null
      }
    >
      <fieldset className="flex min-w-0 flex-col">
        <legend className="sr-only">Field that the next click shows</legend>
        {state.fields.map((field) => {
          const pick = shown.find((one) => one.field === field);
          const isCurrent = field === state.current;
          return (
            <div
              key={field}
              className={cn("flex min-w-0 items-center gap-2 rounded-sm px-1", isCurrent && "bg-selected")}
            >
              <label className="flex min-h-row min-w-0 flex-1 cursor-pointer items-center gap-2">
                <input
                  type="radio"
                  name={name}
                  className="accent-accent"
                  checked={isCurrent}
                  onChange={() => dispatch({ kind: "choose", field })}
                />
                <span className="shrink-0 font-medium">{fieldWords(field)}</span>
                <span className={cn("min-w-0 truncate text-sm", pick ? "text-muted" : "text-subtle")}>
                  {pick ? pick.text : isCurrent ? "click it on the page" : ""}
                </span>
              </label>
              {pick ? (
                <IconButton label={`Take back ${fieldWords(field)}`} onClick={() => dispatch({ kind: "clear", field })}>
                  <X aria-hidden />
                </IconButton>
              ) : null}
            </div>
          );
        })}
      </fieldset>
      <form onSubmit={add} className="mt-2 flex gap-2">
        <Input
          aria-label="Name of another field"
          placeholder="Another field"
          value={added}
          maxLength={100}
          onChange={(event) => setAdded(event.target.value)}
        />
        <Button type="submit" disabled={added.trim() === ""}>
          <Plus aria-hidden /> Add
        </Button>
      </form>
      <div className="mt-3">
        <Checkbox
          label="Show a second entry, too"
          checked={state.isSecond}
          onChange={(event) => dispatch({ kind: "second", isSecond: event.target.checked })}
        />
      </div>
    </Card>
  );
}
