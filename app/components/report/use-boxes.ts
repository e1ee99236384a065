import { type KeyboardEvent, type PointerEvent, useReducer } from "react";

export type Box = { x: number; y: number; width: number; height: number };
type Size = { width: number; height: number };

const SMALLEST = 6;
const STEP = 10;

type Act =
  | { do: "begin" | "stretch"; x: number; y: number }
  | { do: "end" | "undo" }
  | { do: "add" | "nudge"; box: Box };
type Drawn = { boxes: Box[]; from: { x: number; y: number } | null };

function next({ boxes, from }: Drawn, act: Act): Drawn {
  const rest = boxes.slice(0, -1);
  switch (act.do) {
    case "begin":
      return { boxes: [...boxes, { x: act.x, y: act.y, width: 0, height: 0 }], from: { x: act.x, y: act.y } };
    case "stretch":
      if (!from) return { boxes, from };
      return { boxes: [...rest, between(from, act)], from };
    case "end": {
      const last = boxes.at(-1);
      const slip = from && last && (last.width < SMALLEST || last.height < SMALLEST);
      return { boxes: slip ? rest : boxes, from: null };
    }
    case "undo":
      return { boxes: rest, from: null };
    case "add":
      return { boxes: [...boxes, act.box], from: null };
    case "nudge":
      return { boxes: [...rest, act.box], from: null };
  }
}

const between = (a: { x: number; y: number }, b: { x: number; y: number }): Box => ({
  x: Math.min(a.x, b.x),
  y: Math.min(a.y, b.y),
  width: Math.abs(a.x - b.x),
  height: Math.abs(a.y - b.y),
});

/** Black boxes in the picture's own pixels, drawn by pointer or moved by arrow keys. */
export function useBoxes(size: Size | null) {
  const [{ boxes }, act] = useReducer(next, { boxes: [], from: null });

  const at = ({ currentTarget, clientX, clientY }: PointerEvent<HTMLCanvasElement>) => {
    const frame = currentTarget.getBoundingClientRect();
    const scale = size ? size.width / frame.width : 1;
    return { x: (clientX - frame.left) * scale, y: (clientY - frame.top) * scale };
  };
  const addInMiddle = () => {
    if (!size) return;
    const [width, height] = [size.width / 4, size.height / 12];
    act({ do: "add", box: { x: (size.width - width) / 2, y: (size.height - height) / 2, width, height } });
  };
  return {
    boxes,
    addInMiddle,
    undo: () => act({ do: "undo" }),
    pointer: {
      onPointerDown(event: PointerEvent<HTMLCanvasElement>) {
        event.currentTarget.setPointerCapture(event.pointerId);
        act({ do: "begin", ...at(event) });
      },
      onPointerMove: (event: PointerEvent<HTMLCanvasElement>) => act({ do: "stretch", ...at(event) }),
      onPointerUp: () => act({ do: "end" }),
      onPointerCancel: () => act({ do: "end" }),
    },
    onKeyDown(event: KeyboardEvent) {
      const last = boxes.at(-1);
      const move = ARROWS[event.key];
      if (event.key === "Delete" || event.key === "Backspace") act({ do: "undo" });
      else if (last && move) act({ do: "nudge", box: nudged(last, move, event.shiftKey) });
      else return;
      event.preventDefault();
    },
  };
}

const ARROWS: Record<string, readonly [number, number]> = {
  ArrowLeft: [-STEP, 0],
  ArrowRight: [STEP, 0],
  ArrowUp: [0, -STEP],
  ArrowDown: [0, STEP],
};

function nudged(box: Box, [dx, dy]: readonly [number, number], resize: boolean): Box {
  if (!resize) return { ...box, x: box.x + dx, y: box.y + dy };
  return { ...box, width: Math.max(SMALLEST, box.width + dx), height: Math.max(SMALLEST, box.height + dy) };
}
