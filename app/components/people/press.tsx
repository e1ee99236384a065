import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import type { ButtonVariant } from "#app/ui/button.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";

type PressProps = {
  intent: string;
  /** What else the form carries. */
  carries?: Record<string, string | number>;
  variant?: ButtonVariant;
  children: ReactNode;
};

/** A button that does one thing to the person of this page. */
export function Press({ intent, carries = {}, variant = "secondary", children }: PressProps) {
  return (
    <Form method="post">
      {Object.entries(carries).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <SubmitButton name="intent" value={intent} variant={variant}>
        {children}
      </SubmitButton>
    </Form>
  );
}
