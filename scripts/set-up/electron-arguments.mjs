/** What Electron is started with besides the program: its own chatter off, and what this machine asks for. */
export function electronArguments() {
  if (process.platform !== 'linux') return ['--log-level=3']
  const asRoot = process.getuid?.() === 0
  const waylandAlone = Boolean(process.env.WAYLAND_DISPLAY) && !process.env.DISPLAY
  return [
    '--log-level=3',
    // Chromium's sandbox cannot start as root; for everyone else it stays on.
    ...(asRoot ? ['--no-sandbox'] : []),
    ...(waylandAlone ? ['--ozone-platform-hint=auto'] : []),
  ]
}
