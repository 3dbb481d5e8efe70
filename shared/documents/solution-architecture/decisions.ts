import { splitWords } from '../../design/wording.ts'
import type { Decision } from '../../design/design.ts'
import { isOutdated } from '../adr/outdated.ts'
import { badge, heading, list, paragraph, strong, table } from '../blocks.ts'
import type { Words } from '../blocks.ts'
import type { DocumentContext } from '../document.ts'
import type { Block } from '../outline.ts'
import { decisionNumber } from '../text/file-name.ts'
import { countOf, listWords } from '../text/numbers.ts'
import { asSentence } from '../text/sentences.ts'
import type { Chapter } from './chapter.ts'

const chosenOf = ({ options, chosen }: Decision): string | undefined => options.find(({ id }) => id === chosen)?.title

/** The choices that shape it, with why, and what each part is left to others for. */
export function strategy({ design, graph }: DocumentContext): Chapter | undefined {
  const standing = (design.decisions ?? []).filter(
    (decision) => decision.status === 'accepted' && chosenOf(decision) !== undefined,
  )
  const bought = (design.components ?? []).filter(({ id }) => graph.has(id, 'vendor-hosted'))
  const own = (design.components ?? []).filter(({ id }) => graph.has(id, 'self-hosted'))
  const guards = (design.components ?? []).filter(({ id }) => graph.has(id, 'gates'))
  if (standing.length + bought.length + own.length + guards.length === 0) return undefined
  const names = (parts: readonly { readonly name: string }[]): string =>
    listWords(
      parts.map(({ name }) => name),
      6,
    )
  const approach: readonly Words[] = [
    ...standing.map((decision): Words => [
      strong(decision.name),
      `: ${chosenOf(decision) ?? ''}.`,
      decision.because === undefined ? '' : ` ${asSentence(decision.because)}`,
    ]),
    ...(bought.length === 0 ? [] : [[strong('Bought as a service'), `: ${names(bought)}.`]]),
    ...(own.length === 0 ? [] : [[strong('Run on own machines'), `: ${names(own)}.`]]),
    ...(guards.length === 0 ? [] : [[strong('Checked on the way'), `: ${names(guards)}.`]]),
  ]
  return {
    says:
      standing.length === 0
        ? 'as drawn; no decision has been accepted yet'
        : `${countOf(standing.length, 'accepted decision')} ${standing.length === 1 ? 'shapes' : 'shape'} it`,
    blocks: [list(approach)],
  }
}

/** The log in short; each record is a file of its own. */
export function decisionChapter(context: DocumentContext): Chapter | undefined {
  const { design, graph } = context
  const log = (design.decisions ?? []).toSorted((a, b) => a.number - b.number)
  if (log.length === 0) return undefined
  const open = log.filter(({ status }) => status === 'proposed')
  const outdated = log.filter((decision) => isOutdated(decision, context)).length
  const blocks: Block[] = [
    table(
      [
        { title: 'No.', width: 0.7 },
        { title: 'Decision', width: 2.6 },
        { title: 'Status' },
        { title: 'Chosen', width: 2 },
        { title: 'About', width: 2 },
      ],
      log.map((decision): readonly Words[] => [
        decisionNumber(decision.number),
        [strong(decision.name)],
        isOutdated(decision, context)
          ? [`${decision.status} `, badge('outdated', 'atRisk')]
          : splitWords(decision.status),
        chosenOf(decision) ?? '–',
        listWords(
          (decision.about ?? []).map((id) => graph.name(id)),
          3,
        ) || '–',
      ]),
      'The decision log in short; each record is a file of its own',
    ),
  ]
  for (const decision of open) {
    blocks.push(heading(3, `To be decided: ${decision.name}`))
    if (decision.context !== undefined) blocks.push(paragraph(asSentence(decision.context)))
    if (decision.options.length > 0) blocks.push(list(decision.options.map(({ title }) => title)))
  }
  return {
    says: `${countOf(log.length, 'decision')}, ${open.length === 0 ? 'none open' : `${open.length} still to take`}${outdated === 0 ? '' : `, ${outdated} outdated`}`,
    blocks,
  }
}
