import { app } from 'electron'
import { readArguments } from './arguments.ts'

/**
 * Makes this the only running program of its user data folder: two of them would write the same library.
 * A second start hands its files over and ends. Answers whether this is the first.
 */
export function claimInstance(onSecondStart: (files: string[]) => void): boolean {
  if (!app.requestSingleInstanceLock()) return false
  app.on('second-instance', (_event, argv, workingFolder) => onSecondStart(readArguments(argv, workingFolder).files))
  return true
}
