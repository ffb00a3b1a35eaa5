import { cva, type VariantProps } from "class-variance-authority";
import type { ComponentProps } from "react";
import { cn } from "./class-names";

const badgeClass = cva(
  "inline-flex h-5 max-w-full items-center gap-1 rounded-sm px-1.5 text-xs font-medium whitespace-nowrap [&_svg]:size-3 [&_svg]:shrink-0",
  {
    variants: {
      meaning: {
        neutral: "border border-subtle bg-sunken text-muted",
        ok: "bg-ok-soft text-ok",
        attention: "bg-attention-soft text-attention",
        danger: "bg-danger-soft text-danger",
        model: "bg-model-soft text-model",
        accent: "bg-accent-soft text-accent",
      },
    },
    defaultVariants: { meaning: "neutral" },
  },
);

export type Meaning = NonNullable<VariantProps<typeof badgeClass>["meaning"]>;

/** A short state in words. The colour is a meaning, and never the only bearer of it. */
export function Badge({ meaning, className, ...props }: ComponentProps<"span"> & { meaning?: Meaning }) {
  return <span className={cn(badgeClass({ meaning }), className)} {...props} />;
}
