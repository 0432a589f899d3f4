import host from "node:process";

/** What ends a process, but not in the midst of writing a file: Ctrl+C, `kill`, a terminal that closes. */
const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

let isFinishing = false;

/**
 * Lets what is being written be finished when a signal comes meanwhile. The signal ends the process as soon as nothing is done any more
 * but to wait; a program that has a plan of its own for it keeps that.
 */
export function finishing(): void {
  if (isFinishing) return;
  isFinishing = true;
  const end = (signal: NodeJS.Signals): void => {
    stop();
    if (host.listenerCount(signal) === 0) host.kill(host.pid, signal);
  };
  const stop = (): void => {
    isFinishing = false;
    for (const signal of signals) host.off(signal, end);
  };
  for (const signal of signals) host.on(signal, end);
  // Signals are handed out before that: https://nodejs.org/en/learn/asynchronous-work/event-loop-timers-and-nexttick
  setImmediate(stop);
}
