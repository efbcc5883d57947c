/* The exam clock. Pure: a clock is {deadline, left}; running it has a deadline, paused it has what is left (ms). */

export const startClock = (minutes, now) => ({ deadline: now + minutes * 60_000, left: null });
export const isPaused = (clock) => clock.deadline === null;

/** Milliseconds that remain; the clock goes on while the page is closed. */
export const remaining = (clock, now) => Math.max(0, isPaused(clock) ? clock.left : clock.deadline - now);
export const pauseClock = (clock, now) => (isPaused(clock) ? clock : { deadline: null, left: remaining(clock, now) });
export const resumeClock = (clock, now) => (isPaused(clock) ? { deadline: now + clock.left, left: null } : clock);

/** 3661000 -> "1:01:01"; 61000 -> "1:01". Rounded up, so that 0:00 means that time is over. */
export function asTime(ms) {
  const seconds = Math.ceil(ms / 1000);
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const two = (value) => String(value).padStart(2, "0");
  return h ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`;
}

/** 3661000 -> "1 hour 1 minute", for screen readers and sentences. */
export function inWords(ms) {
  const minutes = Math.round(ms / 60_000);
  if (minutes < 1) return `${Math.round(ms / 1000)} seconds`;
  const parts = [[Math.floor(minutes / 60), "hour"], [minutes % 60, "minute"]].filter(([value]) => value);
  return parts.map(([value, unit]) => `${value} ${unit}${value === 1 ? "" : "s"}`).join(" ");
}
