import { Form } from "@remix-run/react";
import { ArrowDown, ArrowUp } from "lucide-react";
import { buttonClass } from "#app/ui/button.tsx";

/** One place up or down; `up` and `down` say what moves. */
export function OrderButtons({ id, up, down }: { id: number | string; up: string; down: string }) {
  const look = buttonClass("quiet", "target-square px-1 text-quiet hover:text-ink");
  return (
    <Form method="post" preventScrollReset className="-my-1 inline-flex gap-1 print:hidden">
      <input type="hidden" name="id" value={id} />
      <button type="submit" name="intent" value="up" aria-label={up} title={up} className={look}>
        <ArrowUp aria-hidden />
      </button>
      <button type="submit" name="intent" value="down" aria-label={down} title={down} className={look}>
        <ArrowDown aria-hidden />
      </button>
    </Form>
  );
}
