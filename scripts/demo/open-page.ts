import { spawn } from 'node:child_process';

/** Commands that open a file in the browser, by the platform. */
const OPENERS: Readonly<Record<string, readonly string[]>> = {
  darwin: ['open'],
  linux: ['xdg-open'],
  win32: ['cmd', '/c', 'start', ''],
};

/** Opens a page in the browser when a person sits before a display; where it cannot be opened, nothing happens. */
export function openPage(file: string): void {
  const { CI, DISPLAY, WAYLAND_DISPLAY } = process.env;
  const hasDisplay = process.platform !== 'linux' || DISPLAY !== undefined || WAYLAND_DISPLAY !== undefined;
  const opener = OPENERS[process.platform];
  if (CI !== undefined || !process.stdout.isTTY || !hasDisplay || opener === undefined) return;
  const [command, ...args] = opener;
  spawn(command, [...args, file], { stdio: 'ignore', detached: true })
    .on('error', () => {})
    .unref();
}
