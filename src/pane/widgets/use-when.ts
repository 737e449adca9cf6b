/** When something was, in words: 10:32 today, 11-28 21:49 on another day, and what nobody knows as earlier. */
import { useWords } from "../texts/language";
import { whenText } from "./time-of-day";

/** @param now milliseconds of the clock */
export function useWhen(now: number): (moment: number | null) => string {
  const { say } = useWords();
  return (moment) => (moment === null ? say("earlier") : whenText(moment, now));
}
