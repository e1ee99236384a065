import { Form } from "@remix-run/react";
import type { Reading } from "#app/domain/tickets/search/search-query.ts";
import { useLang, useWords } from "#app/i18n/words.tsx";
import { formatNumber } from "#app/lib/format.ts";
import { Button } from "#app/ui/button.tsx";
import { TextField } from "#app/ui/field.tsx";

/** What a search makes of typed words, before anybody has to find it out. */
export function TryOut({ typed, readings }: { typed: string; readings: readonly Reading[] }) {
  const words = useWords().places.abbreviations;
  const lang = useLang();
  return (
    <div className="grid gap-3">
      <Form key={typed} method="get" className="flex flex-wrap items-end gap-3">
        <TextField
          name="try"
          label={words.tryLabel}
          hint={words.tryHint}
          defaultValue={typed}
          maxLength={100}
          autoComplete="off"
          className="min-w-0 grow sm:max-w-96 max-sm:w-full"
        />
        <Button type="submit">{words.try}</Button>
      </Form>
      {readings.length > 0 && (
        <dl className="grid gap-1">
          {readings.map(({ typed: word, written, places, systems }, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the same word may be typed twice
            <div key={at} className="flex flex-wrap gap-x-2">
              <dt className="font-medium">{word}</dt>
              <dd className="text-quiet">
                {[
                  ...written,
                  ...(places > 0 ? [words.places(formatNumber(places, lang))] : []),
                  ...(systems > 0 ? [words.systems(formatNumber(systems, lang))] : []),
                ].join(" · ") || words.asTyped}
              </dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  );
}
