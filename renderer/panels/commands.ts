export { runCommand } from '../app/commands/run.ts'
export { shortcutWords, useShortcutWords } from '../app/keys.ts'
