import { diffDesigns, printDiff } from '../../shared/design/diff.ts'
import { printJson, required } from './command-line.ts'
import type { LineCommand } from './command-line.ts'
import { loadDesign } from './load.ts'

export const diffCommand: LineCommand = {
  name: 'diff',
  usage: 'diff A B',
  summary: 'Says what changed from one design to another.',
  options: [],
  async run(given, surroundings) {
    const before = await loadDesign(required(given, 0, 'two files', diffCommand.usage), surroundings)
    const after = await loadDesign(required(given, 1, 'two files', diffCommand.usage), surroundings)
    const changes = diffDesigns(before.design, after.design)
    if (given.json) printJson(surroundings, changes)
    else surroundings.write(changes.length === 0 ? 'No difference in meaning.\n' : printDiff(changes))
    return 0
  },
}
