import { severities } from '../../shared/findings/finding.ts'
import type { Severity } from '../../shared/findings/finding.ts'
import { failuresOf, type Report } from '../../shared/findings/report/report.ts'
import { writeJunit } from '../../shared/findings/report/write-junit.ts'
import { writeSarif } from '../../shared/findings/report/write-sarif.ts'
import { alignColumns, Misuse, required, writeResult } from './command-line.ts'
import type { Arguments, LineCommand } from './command-line.ts'
import { entryOf } from '../../shared/threats/frameworks/name-reference.ts'
import { analyseFile, cataloguesOption, loadCatalogues, pricesOption, standardsOption } from './load.ts'
import { version } from './resources.ts'

type Writer = (report: Report) => string
const writers: Readonly<Record<string, Writer>> = {
  text: writeText,
  json: writeJson,
  sarif: writeSarif,
  junit: writeJunit,
}

export const checkCommand: LineCommand = {
  name: 'check',
  usage:
    'check FILE [--fail-on SEVERITY] [--format text|json|sarif|junit] [--standards FILE] [--catalogues FILE] [--prices FILE] [--output FILE]',
  summary: 'Lists findings and threats; exit code 1 when one is open at or above the severity.',
  options: ['fail-on', 'format', 'output', standardsOption, cataloguesOption, pricesOption],
  async run(given, surroundings) {
    const path = required(given, 0, 'a file', checkCommand.usage)
    const failOn = severityOf(given.options['fail-on'])
    const write = writerOf(given)
    const { text, design, analysis, applied, standardsProblems, problems } = await analyseFile(
      path,
      given,
      surroundings,
    )
    const catalogues = await loadCatalogues(given, surroundings)
    const report: Report = {
      file: path,
      text,
      design,
      findings: analysis.findings,
      questions: analysis.questions,
      rules: applied.rules,
      off: applied.off,
      version,
      entryOf: (reference) => entryOf(reference, catalogues),
      ...(failOn === undefined ? {} : { failOn }),
    }
    await writeResult(given.options['output'], write(report), surroundings)
    // What could not be read did not look: whoever relies on it has to know.
    if (standardsProblems.length > 0 || problems.some(({ level }) => level === 'error')) return 2
    return failuresOf(report).length === 0 ? 0 : 1
  },
}

function writeText({ findings, questions, off, design }: Report): string {
  const open = findings.filter(({ status }) => status === 'open')
  const treated = findings.length - open.length
  const rows = open.map(({ severity, rule, problem }) => [severity, rule, problem])
  const count = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? '' : 's'}`
  const summary = `${count(open.length, 'finding')} open${treated === 0 ? '' : `, ${treated} treated`}, ${count(questions.length, 'question')} in "${design.name}".`
  const notLooked = off.map(({ id, reason }) => `${id}${reason === undefined ? '' : ` (${reason})`}`)
  const silent = notLooked.length === 0 ? '' : `Switched off, so not looked at: ${notLooked.join(', ')}.\n`
  return `${alignColumns(rows)}${summary}\n${silent}`
}

function writeJson(report: Report): string {
  const { findings, questions, off } = report
  const ok = failuresOf(report).length === 0
  return `${JSON.stringify({ ok, findings, questions, switchedOff: off }, undefined, 2)}\n`
}

function writerOf({ json, options }: Arguments): Writer {
  const format = options['format'] ?? (json ? 'json' : 'text')
  const writer = Object.hasOwn(writers, format) ? writers[format] : undefined
  if (writer !== undefined) return writer
  throw new Misuse(`"${format}" is no format of a check. Known are: ${Object.keys(writers).join(', ')}.`)
}

function severityOf(text: string | undefined): Severity | undefined {
  if (text === undefined) return undefined
  const found = severities.find((severity) => severity === text)
  if (!found) throw new Misuse(`"${text}" is no severity. Known are: ${severities.join(', ')}.`)
  return found
}
