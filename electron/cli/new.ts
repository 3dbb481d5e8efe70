import { printDesign } from '../../shared/design/file.ts'
import { Misuse, writeResult } from './command-line.ts'
import type { LineCommand } from './command-line.ts'
import { readTemplates } from './resources.ts'

export const newCommand: LineCommand = {
  name: 'new',
  usage: 'new --template ID [-o FILE]',
  summary: 'Starts a design from a template.',
  options: ['template', 'output', 'name'],
  async run(given, surroundings) {
    const id = given.options['template']
    const templates = readTemplates()
    const known = templates.map((template) => template.id).join(', ')
    if (id === undefined) throw new Misuse(`Name a template with --template. Known are: ${known}.`)
    const template = templates.find((one) => one.id === id)
    if (!template) throw new Misuse(`There is no template "${id}". Known are: ${known}.`)
    const suffix = Math.floor(surroundings.random() * 36 ** 4)
      .toString(36)
      .padStart(4, '0')
    const design = {
      ...template.design,
      id: `d-${suffix}`,
      name: given.options['name'] ?? template.design.name,
      origin: { template: template.id, version: String(template.design.version) },
    }
    await writeResult(given.options['output'], printDesign(design), surroundings)
    return 0
  },
}
