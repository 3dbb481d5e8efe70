import { execFileSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { timeOf, type Measure } from './bench.ts'

/** `lintel analyse FILE` as a whole process, from its start to its end: what a build server waits for. */
export const measure: Measure = ({ root }) => {
  const commandLine = join(root, 'dist/cli.js')
  const folder = join(root, 'resources/templates')
  const analyse = (file: string) => (): unknown =>
    execFileSync(process.execPath, [commandLine, 'analyse', join(folder, file)], { stdio: 'pipe' })
  return readdirSync(folder).map((file) => ({
    what: `analyse ${file}`,
    value: timeOf(analyse(file), 7),
    unit: 'ms' as const,
  }))
}
