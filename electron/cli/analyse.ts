import type { Analysis } from '../../shared/analysis.ts'
import { nameOf } from '../../shared/design/collections.ts'
import type { Design } from '../../shared/design/design.ts'
import { unstableWords } from '../../shared/estimate/steady-state.ts'
import { formatBand, formatMs, formatShare, formatUsd } from '../../shared/kinds/number-format.ts'
import { alignColumns, printJson, required } from './command-line.ts'
import type { LineCommand } from './command-line.ts'
import { analyseFile, pricesOption } from './load.ts'

export const analyseCommand: LineCommand = {
  name: 'analyse',
  usage: 'analyse FILE [--prices FILE]',
  summary: 'Estimates cost, latency and availability and verifies the requirements.',
  options: [pricesOption],
  async run(given, surroundings) {
    const path = required(given, 0, 'a file', analyseCommand.usage)
    const { design, analysis } = await analyseFile(path, given, surroundings)
    if (given.json) printJson(surroundings, analysis)
    else surroundings.write(summary(design, analysis))
    return 0
  },
}

function summary(design: Design, analysis: Analysis): string {
  const { estimate } = analysis
  const headline = [
    ['Technology', `${formatBand(estimate.technologyUsdPerMonth, formatUsd)} a month`],
    ['People', `${formatBand(estimate.peopleUsdPerMonth, formatUsd)} a month`],
    ...(estimate.availability ? [['Availability', formatBand(estimate.availability, formatShare)]] : []),
  ]
  const actions = estimate.actions.flatMap((action) => [
    ...(action.first ? [[`${action.name}, first words p95`, formatBand(action.first.p95, formatMs)]] : []),
    ...(action.full ? [[`${action.name}, full answer p95`, formatBand(action.full.p95, formatMs)]] : []),
    ...(action.unstable
      ? [[`${action.name}, answer`, unstableWords(action.unstable, (id) => nameOf(design, id))]]
      : []),
  ])
  const names = new Map(
    design.requirements?.map((requirement) => [requirement.id, requirement.name ?? requirement.metric]),
  )
  const verdicts = analysis.requirements.map((result) => [
    result.verdict,
    names.get(result.requirement) ?? result.requirement,
    result.arithmetic,
  ])
  const open = analysis.findings.filter((finding) => finding.status === 'open').length
  return [
    `${design.name}\n\n`,
    alignColumns([...headline, ...actions]),
    verdicts.length === 0 ? '' : `\nRequirements\n${alignColumns(verdicts)}`,
    `\n${open} findings open, ${analysis.questions.length} questions. Prices of ${estimate.priceBookDate}.\n`,
  ].join('')
}
