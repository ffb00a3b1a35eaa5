import { cva, type VariantProps } from "class-variance-authority";
import { LoaderCircle } from "lucide-react";
import type { ComponentProps } from "react";
import { cn } from "./class-names";

/** The look of a button, for links that act like one: `<Link className={buttonClass({ variant: "primary" })}>`. */
export const buttonClass = cva(
  "inline-flex shrink-0 items-center justify-center gap-1.5 rounded-md border font-medium select-none transition-colors disabled:cursor-not-allowed disabled:opacity-55 [&_svg]:size-4 [&_svg]:shrink-0",
  {
    variants: {
      variant: {
        primary: "border-transparent bg-accent text-on-accent not-disabled:hover:bg-accent-hover",
        secondary: "border-strong bg-surface text-ink not-disabled:hover:bg-hover",
        ghost: "border-transparent text-muted not-disabled:hover:bg-hover not-disabled:hover:text-ink",
        danger: "border-transparent bg-danger text-on-danger not-disabled:hover:bg-danger-hover",
      },
      size: {
        sm: "h-7 px-2 text-sm whitespace-nowrap",
        md: "h-8 px-3 text-base whitespace-nowrap",
        lg: "h-10 px-4 text-lg whitespace-nowrap",
        icon: "size-8 text-base",
        // Holds a whole sentence, in as many lines as it needs.
        sentence: "min-h-7 max-w-full px-2 py-0.5 text-left text-sm wrap-anywhere",
      },
    },
    defaultVariants: { variant: "secondary", size: "md" },
  },
);

export interface ButtonProps extends ComponentProps<"button">, VariantProps<typeof buttonClass> {
  /** Shows a spinner and refuses clicks; the label stays, so that the width does not jump. */
  isLoading?: boolean;
}

export function Button({ variant, size, isLoading, className, children, disabled, type, ...props }: ButtonProps) {
  return (
    <button
      type={type ?? "button"}
      className={cn(buttonClass({ variant, size }), className)}
      disabled={disabled || isLoading}
      aria-busy={isLoading || undefined}
      {...props}
    >
      {isLoading ? <LoaderCircle className="animate-spin" aria-hidden /> : null}
      {children}
    </button>
  );
}
