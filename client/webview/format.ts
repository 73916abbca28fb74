/** Virtual time as people read it: `350 µs`, `1.2 ms`, `4.035 s`, `2 min 05.1 s`, `1 h 10 min`. */
export function formatTime(atUs: number): string {
  if (atUs === 0) return '0 s';
  if (atUs < 1000) return `${Math.round(atUs)} µs`;
  if (atUs < 1_000_000) return `${trim(atUs / 1000, 1)} ms`;
  const ms = Math.round(atUs / 1000);
  if (ms < 60_000) return `${ms / 1000} s`;
  const minutes = Math.floor(ms / 60_000);
  const rest = ms % 60_000;
  // Several events of a second must not look as if they were at one moment.
  if (minutes < 60) return `${minutes} min ${rest < 10_000 ? '0' : ''}${rest / 1000} s`;
  return `${Math.floor(minutes / 60)} h ${pad(minutes % 60)} min`;
}

/** The read-out of the clock: the same width at every moment of a run. */
export function formatClock(atUs: number): string {
  const whole = Math.floor(atUs / 1_000_000);
  const hours = Math.floor(whole / 3600);
  const clock = `${pad(Math.floor(whole / 60) % 60)}:${pad(whole % 60)}.${String(Math.floor(atUs % 1_000_000)).padStart(6, '0')}`;
  return hours > 0 ? `${hours}:${clock}` : clock;
}

/** `1 message`, `3 messages`. */
export const countOf = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

const pad = (value: number): string => String(value).padStart(2, '0');
const trim = (value: number, digits: number): string => String(Number(value.toFixed(digits)));
