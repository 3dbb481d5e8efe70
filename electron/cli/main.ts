import { processSurroundings } from '../surroundings.ts'
import { runCommandLine } from './run.ts'

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // A reader that has seen enough ("| head") closes the pipe; that is no fault.
  if (error.code !== 'EPIPE') throw error
})
process.exitCode = await runCommandLine(process.argv.slice(2), processSurroundings())
