import { printJson, problemLine, required } from './command-line.ts'
import type { LineCommand } from './command-line.ts'
import { loadDesign } from './load.ts'

export const validateCommand: LineCommand = {
  name: 'validate',
  usage: 'validate FILE',
  summary: 'Says what is wrong with a file, each fault with its place.',
  options: [],
  async run(given, surroundings) {
    const path = required(given, 0, 'a file', validateCommand.usage)
    const { problems } = await loadDesign(path, surroundings)
    const errors = problems.filter((problem) => problem.level === 'error')
    if (given.json) printJson(surroundings, { ok: errors.length === 0, problems })
    else if (problems.length === 0) surroundings.write(`${path} is a valid design.\n`)
    else for (const problem of problems) surroundings.write(`${problem.level}  ${problemLine(problem)}\n`)
    return errors.length === 0 ? 0 : 1
  },
}
