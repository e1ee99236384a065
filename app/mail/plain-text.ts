import { lettersFor } from "#app/i18n/letters-for.server.ts";
import type { Block, Outline } from "./outline.ts";

/** The outline for readers without HTML: nothing is left out. */
export function plainText({ lang, blocks, footer }: Outline): string {
  const { linkAt } = lettersFor(lang);
  const link = ({ label, url }: { label: string; url: string }) => linkAt(label, url);
  const end = [footer.text, ...(footer.link ? [link(footer.link)] : [])].join("\n");
  return `${[...blocks.map(written), `--\n${end}`].join("\n\n")}\n`;

  function written(block: Block): string {
    switch (block.kind) {
      case "text":
        return block.text;
      case "facts":
        return block.facts.map(({ label, value }) => `${label}: ${value}`).join("\n");
      case "news":
        return [
          ...(block.heading ? [block.heading.label, block.heading.url] : []),
          ...block.news.flatMap(({ when, sentence, quote }) => [`- ${when}  ${sentence}`, ...quoted(quote)]),
          ...(block.more ? [`- ${block.more}`] : []),
        ].join("\n");
      case "button":
        return link(block.link);
    }
  }
}

const quoted = (quote: string | null) => (quote === null ? [] : quote.split("\n").map((line) => `  > ${line}`));
