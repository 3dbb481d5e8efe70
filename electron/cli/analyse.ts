import type { Analysis } from '../../shared/analysis.ts'
import { count } from '../../shared/findings/wording.ts'
import { nameOf } from '../../shared/design/collections.ts'
import type { Design } from '../../shared/design/design.ts'
import type { ActionEstimate } from '../../shared/estimate/estimate.ts'
import type { Makeup } from '../../shared/estimate/estimate-parts.ts'
import { makeupSentence } from '../../shared/estimate/uncertainty/standing.ts'
import { leastLost } from '../../shared/estimate/left-out.ts'
import { noTimeWords, whyNoTime } from '../../shared/estimate/no-time.ts'
import { outsideHoursWords } from '../../shared/estimate/outside-hours-words.ts'
import { currencyNote, moneyFormatter, shownCurrency } from '../../shared/kinds/figures/money-format.ts'
import { formatBand, formatMs, formatShare } from '../../shared/kinds/figures/number-format.ts'
import { alignColumns, printJson, required } from './command-line.ts'
import type { LineCommand } from './command-line.ts'
import { analyseFile, pricesOption, standardsOption } from './load.ts'

export const analyseCommand: LineCommand = {
  name: 'analyse',
  usage: 'analyse FILE [--prices FILE] [--standards FILE]',
  summary: 'Estimates cost, latency and availability and verifies the requirements.',
  options: [pricesOption, standardsOption],
  async run(given, surroundings) {
    const path = required(given, 0, 'a file', analyseCommand.usage)
    const { design, analysis } = await analyseFile(path, given, surroundings)
    if (given.json) printJson(surroundings, analysis)
    else {
      // What is not counted, or not as it was meant, is said beside the numbers.
      for (const { sentence } of analysis.problems) surroundings.complain(sentence)
      surroundings.write(summary(design, analysis))
    }
    return 0
  },
}

/** "22 % measured or listed, 15 % assumed", where there is a value to rest on anything. */
function restsOn(label: string, makeup: Makeup | undefined): readonly (readonly string[])[] {
  return makeup === undefined ? [] : [[label, makeupSentence(makeup)]]
}

function noAnswerRow(design: Design, action: ActionEstimate): readonly string[][] {
  const why = whyNoTime(action)
  return why === undefined ? [] : [[`${action.name}, answer`, noTimeWords(why, (id) => nameOf(design, id))]]
}

function timeoutRow(design: Design, { name, timedOut }: ActionEstimate): readonly string[][] {
  if (timedOut === undefined || timedOut.share < leastLost) return []
  const flows = timedOut.flows.filter(({ share }) => share >= leastLost)
  const where = flows.map(({ flow }) => nameOf(design, flow)).join(', ')
  const words = `${formatShare(timedOut.share)} of the requests end in a timeout instead (${where}), which these times leave out.`
  return [[`${name}, timeouts`, words]]
}

function summary(design: Design, analysis: Analysis): string {
  const { estimate } = analysis
  const money = moneyFormatter(shownCurrency(design))
  const note = currencyNote(design)
  const headline = [
    ['Technology', `${formatBand(estimate.technologyUsdPerMonth, money)} a month`],
    ['People', `${formatBand(estimate.peopleUsdPerMonth, money)} a month`],
    ...(estimate.onceUsd.value > 0 ? [['Once', formatBand(estimate.onceUsd, money)]] : []),
    ...(estimate.usdPerThousandRequests
      ? [['Per 1,000 requests', formatBand(estimate.usdPerThousandRequests, money)]]
      : []),
    ...(estimate.usdPerResolvedTask ? [['Per resolved task', formatBand(estimate.usdPerResolvedTask, money)]] : []),
    ...restsOn('Cost rests on', estimate.totalUsdPerMonth.makeup),
    ...(estimate.availability ? [['Availability', formatBand(estimate.availability, formatShare)]] : []),
  ]
  const actions = estimate.actions.flatMap((action) => [
    ...(action.first ? [[`${action.name}, first words p95`, formatBand(action.first.p95, formatMs)]] : []),
    ...(action.full ? [[`${action.name}, full answer p95`, formatBand(action.full.p95, formatMs)]] : []),
    ...noAnswerRow(design, action),
    ...timeoutRow(design, action),
    ...(action.outsideHours ?? []).map((waits) => [
      `${action.name}, outside hours`,
      outsideHoursWords(waits, (id) => nameOf(design, id), 'these times leave out'),
    ]),
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
    `\n${count(open, 'finding')} open, ${count(analysis.questions.length, 'question')}. Prices of ${estimate.priceBookDate}${note === undefined ? '' : `, shown in ${note}`}.\n`,
  ].join('')
}
