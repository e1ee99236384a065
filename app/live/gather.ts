const GATHER_MS = 300;

/** Changes close together are told at once; null stands for "anything may have changed", told as an empty list. */
export function gather(tell: (numbers: number[]) => void) {
  const changed = new Set<number>();
  let everything = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    note(number: number | null) {
      if (number === null) everything = true;
      else changed.add(number);
      timer ??= setTimeout(() => {
        timer = undefined;
        const numbers = everything ? [] : [...changed];
        everything = false;
        changed.clear();
        tell(numbers);
      }, GATHER_MS);
    },
    stop: () => clearTimeout(timer),
  };
}
