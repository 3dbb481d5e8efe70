import { severities } from '../../shared/findings/finding.ts'
import type { Severity } from '../../shared/findings/finding.ts'
import { alignColumns, Misuse, printJson, required } from './command-line.ts'
import type { LineCommand } from './command-line.ts'
import { analyseFile, pricesOption } from './load.ts'

export const checkCommand: LineCommand = {
  name: 'check',
  usage: 'check FILE [--fail-on SEVERITY] [--prices FILE]',
  summary: 'Lists findings and threats; exit code 1 when one is open at or above the severity.',
  options: ['fail-on', pricesOption],
  async run(given, surroundings) {
    const path = required(given, 0, 'a file', checkCommand.usage)
    const limit = severityOf(given.options['fail-on'])
    const { analysis } = await analyseFile(path, given, surroundings)
    const open = analysis.findings.filter((finding) => finding.status === 'open')
    const worst =
      limit === undefined ? [] : open.filter((one) => severities.indexOf(one.severity) <= severities.indexOf(limit))
    if (given.json) {
      printJson(surroundings, { ok: worst.length === 0, findings: analysis.findings, questions: analysis.questions })
    } else {
      surroundings.write(alignColumns(open.map((finding) => [finding.severity, finding.rule, finding.problem])))
      const asked = analysis.questions.length
      surroundings.write(`${open.length} findings open, ${asked} ${asked === 1 ? 'question' : 'questions'}.\n`)
    }
    return worst.length === 0 ? 0 : 1
  },
}

function severityOf(text: string | undefined): Severity | undefined {
  if (text === undefined) return undefined
  const found = severities.find((severity) => severity === text)
  if (!found) throw new Misuse(`"${text}" is no severity. Known are: ${severities.join(', ')}.`)
  return found
}
