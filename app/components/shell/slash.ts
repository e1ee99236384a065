/** The only key of its kind: letters belong to Telex, and in a field a slash is a slash. */
export function focusOnSlash(find: () => HTMLInputElement | null, signal: AbortSignal): void {
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== "/" || event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
    if (event.defaultPrevented || document.activeElement?.matches("input, textarea, select, [contenteditable]")) return;
    const field = find();
    // Hidden on a phone, and behind a dialog.
    if (!field?.offsetParent || document.querySelector("dialog[open]")) return;
    event.preventDefault();
    field.select();
  };
  if (!signal.aborted) document.addEventListener("keydown", onKey, { signal });
}
