import { analyseCommand } from './analyse.ts'
import { checkCommand } from './check.ts'
import type { LineCommand } from './command-line.ts'
import { diffCommand } from './diff.ts'
import { exportCommand } from './export.ts'
import { importCommand } from './import.ts'
import { listCommand } from './list.ts'
import { newCommand } from './new.ts'
import { pricesCommand } from './prices.ts'
import { validateCommand } from './validate.ts'

/** All commands, in the order of the help. */
export const lineCommands: readonly LineCommand[] = [
  listCommand,
  newCommand,
  validateCommand,
  analyseCommand,
  checkCommand,
  exportCommand,
  importCommand,
  diffCommand,
  pricesCommand,
]
