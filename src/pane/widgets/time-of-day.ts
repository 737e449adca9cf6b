/** 11-28 21:49 of a moment on another day than `now`; 10:32 of one today. */
export function whenText(moment: number, now: number): string {
  const [date, today] = [new Date(moment), new Date(now)];
  if (date.toDateString() === today.toDateString()) return timeOfDay(moment);
  const day = [date.getMonth() + 1, date.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
  return `${date.getFullYear() === today.getFullYear() ? "" : `${date.getFullYear()}-`}${day} ${timeOfDay(moment)}`;
}

/** 10:32 of a moment in milliseconds, by the computer's clock and place. */
export function timeOfDay(moment: number): string {
  const date = new Date(moment);
  return [date.getHours(), date.getMinutes()].map((part) => String(part).padStart(2, "0")).join(":");
}
