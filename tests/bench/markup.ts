import { createElement, type ReactElement, type ReactNode } from "react";

const VOID = new Set(["area", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr", "path", "circle"]);
const RAW = new Set(["script", "style"]);
const NAMES: Record<string, string> = {
  class: "className",
  for: "htmlFor",
  charset: "charSet",
  tabindex: "tabIndex",
  value: "defaultValue",
  checked: "defaultChecked",
  selected: "data-selected",
};
const TOKEN = /<!--[\s\S]*?-->|<!doctype[^>]*>|<(\/?)([a-z][\w-]*)((?:\s+[^\s=>/]+(?:="[^"]*")?)*)\s*(\/?)>|([^<]+)/gi;
const ATTRIBUTE = /([^\s=]+)(?:="([^"]*)")?/g;
const ENTITIES: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', "#x27": "'" };
const decode = (text: string) => text.replace(/&(amp|lt|gt|quot|#x27);/g, (whole, name) => ENTITIES[name] ?? whole);

type Open = { tag: string; props: Record<string, unknown>; children: ReactNode[] };

/** The elements that render to this markup, as React itself wrote it: the least work that could have made the page. */
export function elementsOf(html: string): ReactElement {
  const root: Open = { tag: "html", props: {}, children: [] };
  const stack: Open[] = [root];
  const add = (node: ReactNode) => stack.at(-1)?.children.push(node);
  const close = () => {
    const done = stack.pop();
    if (done) add(createElement(done.tag, { ...done.props, key: stack.at(-1)?.children.length }, ...done.children));
  };
  TOKEN.lastIndex = 0;
  for (let found = TOKEN.exec(html); found; found = TOKEN.exec(html)) {
    const [, slash, tag = "", attributes = "", selfClosed, text] = found;
    if (text !== undefined) add(decode(text));
    if (!tag || tag === "html") continue;
    if (slash) {
      if (stack.length > 1) close();
      continue;
    }
    stack.push({ tag, props: propsOf(attributes), children: [] });
    if (RAW.has(tag)) {
      const end = html.indexOf(`</${tag}`, TOKEN.lastIndex);
      const inner = html.slice(TOKEN.lastIndex, end);
      const open = stack.at(-1);
      if (open && inner) open.props.dangerouslySetInnerHTML = { __html: inner };
      TOKEN.lastIndex = html.indexOf(">", end) + 1;
      close();
    } else if (selfClosed || VOID.has(tag)) close();
  }
  while (stack.length > 1) close();
  return createElement("html", null, ...root.children);
}

function propsOf(attributes: string): Record<string, unknown> {
  return Object.fromEntries(
    [...attributes.matchAll(ATTRIBUTE)].map(([, name = "", value]) => [NAMES[name] ?? name, decode(value ?? "")]),
  );
}
