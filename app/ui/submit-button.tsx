import { useNavigation } from "@remix-run/react";
import type { ButtonHTMLAttributes } from "react";
import { type ButtonVariant, buttonClass } from "./button.tsx";
import { cx } from "./cx.ts";

type Props = ButtonHTMLAttributes<HTMLButtonElement> & { variant?: ButtonVariant; pending?: boolean };

/** Says that it is working without ever being disabled; a second press while it works is swallowed. */
export function SubmitButton({ variant = "primary", pending, className, children, onClick, ...rest }: Props) {
  const busy = useBusy(rest.name, rest.value, rest.formAction) || pending === true;
  return (
    <button
      type="submit"
      aria-busy={busy || undefined}
      className={buttonClass(variant, cx("relative", className))}
      onClick={(event) => (busy ? event.preventDefault() : onClick?.(event))}
      {...rest}
    >
      {children}
      {busy && <span aria-hidden className="pulse-dot absolute inset-x-3 bottom-1 h-0.5 rounded-full bg-current" />}
    </button>
  );
}

function useBusy(name?: string, value?: unknown, formAction?: string): boolean {
  const { state, formData, formAction: going } = useNavigation();
  if (state === "idle" || !formData) return false;
  if (formAction && going !== formAction) return false;
  return name === undefined || formData.get(name) === String(value ?? "");
}
