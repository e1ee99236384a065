import { useLocation } from "@remix-run/react";
import { useRef } from "react";

/** What the server answered, until the next thing is sent or opened: a reload of the data alone takes it away. */
export function useKept<T>(answer: T | undefined): T | undefined {
  const { key: visit } = useLocation();
  const kept = useRef({ visit, answer });
  if (answer !== undefined || kept.current.visit !== visit) kept.current = { visit, answer };
  return kept.current.answer;
}
