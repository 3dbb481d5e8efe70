/** Chromium's sandbox cannot start as root; for everyone else it stays on. */
export const sandboxArguments = () => (process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [])
