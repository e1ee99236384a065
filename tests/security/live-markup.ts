/** What a browser would run or load: tags and attributes, outside the text of our own scripts. */
export function liveMarkup(html: string, policy: unknown): string[] {
  const nonce = /'nonce-([^']+)'/.exec(String(policy))?.[1] ?? "";
  const own = new RegExp(`<script nonce="${nonce.replace(/[+/]/g, "\\$&")}"[^>]*>.*?</script>`, "gs");
  const tags = html.replaceAll(own, "").match(/<[a-z!][^>]*>/gi) ?? [];
  const risky =
    /^<(script(?![^>]* nonce=)|iframe|base|math|!--<)|\son\w+=|(href|src|action)="?\s*(javascript|data|vbscript):|run\(/i;
  return tags
    .map((tag) =>
      tag.replace(/\s(?!on|href|src|action|formaction|style)[\w-]+="[^"]*"|\s(href|action)="\/(?!\/)[^"]*"/gi, ""),
    )
    .filter((tag) => risky.test(tag));
}
