import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { analyse } from './analyse.ts'
import { parseDesign } from './design/file.ts'
import { linesOf } from './findings/lines.ts'
import { vocabulary } from './vocabulary.ts'

const resources = join(import.meta.dirname, '../resources')
const prices: object = JSON.parse(readFileSync(join(resources, 'prices/price-book.json'), 'utf8'))
const templates = readdirSync(join(resources, 'templates')).filter((name) => name.endsWith('.lintel.json'))

/**
 * What each template says, line by line: a changed rule shows here what it does to real designs. `npm run goldens`
 * writes the files anew; read the difference before it is committed.
 */
it.each(templates)('%s gives exactly its expected findings and questions', async (name) => {
  const read = parseDesign(readFileSync(join(resources, 'templates', name), 'utf8'), { vocabulary })
  if (!read.ok) throw new Error(read.problems.map(({ sentence }) => sentence).join('\n'))
  const { problems, findings, questions, requirements } = analyse(read.value.design, { prices, today: '2026-11-21' })
  expect(problems).toEqual([])
  const found = linesOf(findings).flatMap((line) => [
    ...line.findings.map((each) => {
      const aliases = each.aliases.length === 0 ? '' : ` (${each.aliases.join(', ')})`
      return `${each.status} ${each.severity} ${each.rule}${aliases} at ${each.anchors.join(' + ')}`
    }),
    `  ${line.findings[0].title}`,
  ])
  const asked = questions.map(
    ({ id, weight, elements }) => `${weight} ${id} of ${elements.map(({ on }) => on).join(', ')}`,
  )
  const lines = [
    'findings',
    ...indent(found),
    'questions',
    ...indent(asked),
    'requirements',
    ...indent(requirements.map(({ requirement, verdict }) => `${verdict} ${requirement}`)),
    '',
  ]
  await expect(lines.join('\n')).toMatchFileSnapshot(`goldens/${name.replace('.lintel.json', '.txt')}`)
})

function indent(lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? ['  none'] : lines.map((line) => `  ${line}`)
}
