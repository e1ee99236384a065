import { Link, type LinkProps } from "@remix-run/react";
import type { ButtonHTMLAttributes, Ref } from "react";
import { cx } from "./cx.ts";

export type ButtonVariant = "primary" | "secondary" | "quiet" | "danger";

const LOOKS: Record<ButtonVariant, string> = {
  primary: "bg-accent text-on-accent hover:bg-accent-strong border-transparent font-semibold",
  secondary: "bg-raised text-ink border-edge hover:bg-sunken font-medium",
  quiet: "text-ink border-transparent hover:bg-sunken font-medium",
  danger: "bg-raised text-red border-red-line hover:bg-red-soft font-medium",
};

/** For the rare element that must look like a button without being one of these two. */
export const buttonClass = (variant: ButtonVariant = "secondary", className?: string) =>
  cx(
    "target inline-flex items-center justify-center gap-2 rounded-md border px-3 py-1 text-center leading-normal no-underline",
    "transition-colors duration-[120ms] [&_svg]:size-[18px] [&_svg]:shrink-0",
    LOOKS[variant],
    className,
  );

type ButtonProps = ButtonHTMLAttributes<HTMLButtonElement> & {
  variant?: ButtonVariant;
  buttonRef?: Ref<HTMLButtonElement>;
};

export function Button({ variant, className, type = "button", buttonRef, ...rest }: ButtonProps) {
  return <button ref={buttonRef} type={type} className={buttonClass(variant, className)} {...rest} />;
}

export function ButtonLink({ variant, className, ...rest }: LinkProps & { variant?: ButtonVariant }) {
  return <Link className={buttonClass(variant, className)} {...rest} />;
}
