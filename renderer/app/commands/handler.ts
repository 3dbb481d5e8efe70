import type { CommandId } from '../../../shared/commands.ts'

/** What a command does in the page. */
export interface CommandHandler {
  readonly run: () => void | Promise<void>
  /** For commands that are on or off. */
  readonly checked?: () => boolean
}

/** The commands of one group with their handlers. */
export type CommandHandlers = Partial<Readonly<Record<CommandId, CommandHandler>>>
