import { spawn } from 'node:child_process'

/** Whether a window could be shown. */
export const hasDisplay = () =>
  process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)

/**
 * Starts a virtual screen on a free number and answers `{ display, stop }`, or nothing if there is no Xvfb.
 * The X server itself finds the number, so several runs do not meet.
 */
export async function startVirtualScreen() {
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1600x1000x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  })
  const number = await new Promise((resolve) => {
    server.on('error', () => resolve(undefined))
    server.on('exit', () => resolve(undefined))
    server.stdio[3].once('data', (data) => resolve(Number(String(data).trim())))
  })
  if (number === undefined) return undefined
  process.on('exit', () => server.kill())
  return { display: `:${number}`, stop: () => server.kill() }
}
