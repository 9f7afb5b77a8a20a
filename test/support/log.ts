import { jest } from '@jest/globals';

/** Does the work and gives the lines it wrote to the log of the job. */
export function linesOf(work: () => void): string[] {
  let written = '';
  const spy = jest.spyOn(process.stdout, 'write').mockImplementation((chunk) => {
    written += String(chunk);
    return true;
  });
  try {
    work();
  } finally {
    spy.mockRestore();
  }
  return written.split('\n').slice(0, -1);
}
