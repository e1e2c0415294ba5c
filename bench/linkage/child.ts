import { fork } from "node:child_process";

const FLAG = "--job=";

/** The job that this process was started for; undefined in the process that starts the others. */
export function jobOfProcess<J>(): J | undefined {
  const told = process.argv.find((word) => word.startsWith(FLAG));
  return told === undefined ? undefined : (JSON.parse(told.slice(FLAG.length)) as J);
}

/** Tells the parent what a job found. */
export function tellParent(found: unknown): void {
  process.send?.(found);
}

/**
 * Starts this script again for one job (子进程), so that its memory is its own and no job warms another's code.
 * @param script file of the running script
 * @param heapMegabytes most heap; Node's own choice where undefined
 */
export function inChild<R>(script: string, job: unknown, heapMegabytes?: number): Promise<R> {
  const heap = heapMegabytes === undefined ? [] : [`--max-old-space-size=${heapMegabytes}`];
  return new Promise((resolve, reject) => {
    const child = fork(script, [FLAG + JSON.stringify(job)], { execArgv: [...process.execArgv, ...heap] });
    let found: R | undefined;
    child.on("message", (message) => {
      found = message as R;
    });
    child.on("error", reject);
    child.on("close", (code, signal) => {
      if (code === 0 && found !== undefined) resolve(found);
      else reject(new Error(`the job ${JSON.stringify(job)} ended with ${signal ?? `status ${code}`}`));
    });
  });
}
