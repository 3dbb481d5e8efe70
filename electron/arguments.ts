import { resolve } from 'node:path'
import { isOpenable } from '../shared/design/file-endings.ts'

export interface StartArguments {
  /** Everything after `--cli`: run the command line and show no window. */
  commandLine: string[] | undefined
  /** Design files to open, as absolute paths. */
  files: string[]
  /** `--user-data-dir=...`: where settings, backups and the library go instead of the usual folder. */
  userDataFolder: string | undefined
}

const userDataSwitch = '--user-data-dir='

/**
 * What a start of the program asks for.
 * Switches of Electron and Chromium, and in development the folder of the program itself, may stand anywhere between:
 * so a file is whatever is no switch and ends as a file does that can be opened.
 */
export function readArguments(argv: readonly string[], workingFolder: string): StartArguments {
  const given = argv.slice(1)
  const mark = given.indexOf('--cli')
  if (mark >= 0) return { commandLine: given.slice(mark + 1), files: [], userDataFolder: undefined }
  const files = given
    .filter((argument) => !argument.startsWith('-') && isOpenable(argument))
    .map((argument) => resolve(workingFolder, argument))
  const folder = given.find((argument) => argument.startsWith(userDataSwitch))?.slice(userDataSwitch.length)
  return {
    commandLine: undefined,
    files,
    userDataFolder: folder === undefined || folder === '' ? undefined : resolve(workingFolder, folder),
  }
}
