import { closingBlocks } from '../closing.ts'
import { callout, facts, heading, paragraph, section } from '../blocks.ts'
import type { Words } from '../blocks.ts'
import { askTitle, headlines } from '../deck/ask-slide.ts'
import { decisionsToTake, openFindings } from '../deck/figures.ts'
import { defineDocument } from '../document.ts'
import type { DocumentContext } from '../document.ts'
import type { Block } from '../outline.ts'
import { pictureInShort } from '../picture/in-short.ts'
import { slugOf } from '../text/file-name.ts'
import { countOf, listWords } from '../text/numbers.ts'
import { asSentence } from '../text/sentences.ts'
import { capital } from '../../design/wording.ts'
import { acceptedIn } from '../accepted.ts'
import {
  conditionBlocks,
  deviationBlocks,
  deviationsOf,
  findingBlocks,
  openConditions,
  openDecisionBlocks,
  riskBlocks,
  unseenBlocks,
} from './board-blocks.ts'
import { boardOpening, conditionTitle, deviationTitle, sinceTitle } from './opening.ts'
import { lastBaseline, sinceBlocks } from './since-baseline.ts'

/** What a review board reads before it meets: what is asked, what it is, what is new, and what it would have to bear. */
export const reviewPack = defineDocument({
  id: 'review-pack',
  title: 'Review-board pack',
  summary:
    'The decision asked, the system in short, what changed since the last baseline, deviations, conditions, risks.',
  reader: 'board',
  formats: ['docx', 'pdf', 'html', 'markdown'],
  showsAccepted: true,
  showsSwitchedOff: true,
  fileName: ({ design }) => `${slugOf(design.name)}-review-pack`,
  build: (context) => {
    return {
      id: 'review-pack',
      ...boardOpening(context),
      blocks: [
        callout('accent', askTitle(context), askedFor(context)),
        ...section(2, 'The system in short', ...inShort(context)),
        ...decisionChapter(context),
        ...sinceChapter(context),
        ...section(2, findingTitle(context), ...findingBlocks(context)),
        ...section(2, deviationHeading(context), ...deviationBlocks(context)),
        ...conditionChapter(context),
        ...riskChapter(context),
        ...section(2, 'What was not looked at', ...unseenBlocks(context)),
        ...closingBlocks(context, 2),
      ],
    }
  },
})

function askedFor(context: DocumentContext): string {
  const baseline = lastBaseline(context)
  return [
    baseline === undefined
      ? 'It has not been before a board yet: no baseline has been frozen'
      : sinceTitle(context, baseline),
    conditionTitle(context),
    deviationTitle(context),
  ]
    .flatMap((sentence) => (sentence === undefined ? [] : asSentence(sentence)))
    .join(' ')
}

function inShort(context: DocumentContext): readonly Block[] {
  const { design } = context
  const said = [design.framing?.problem, design.framing?.users, design.summary].filter(
    (text) => text !== undefined && text.trim() !== '',
  )
  const rows: Readonly<Record<string, Words | undefined>> = headlines(context)
  return [...said.slice(0, 2).map((text) => paragraph(asSentence(text ?? ''))), ...pictureInShort(context), facts(rows)]
}

function decisionChapter(context: DocumentContext): readonly Block[] {
  const count = decisionsToTake(context.design).length
  return section(2, `${capital(countOf(count, 'decision'))} to take`, ...openDecisionBlocks(context))
}

function sinceChapter(context: DocumentContext): readonly Block[] {
  const baseline = lastBaseline(context)
  if (baseline === undefined) return []
  return [heading(2, `What has changed since ${baseline.name}`, 'since-baseline'), ...sinceBlocks(context, baseline)]
}

function findingTitle(context: DocumentContext): string {
  const open = openFindings(context)
  const [worst] = open
  if (worst === undefined) return 'No finding is open'
  return `${capital(countOf(open.length, 'finding is', 'findings are'))} open; the worst is ${worst.severity}`
}

function deviationHeading(context: DocumentContext): string {
  if (context.standards === undefined) return 'House standards'
  return `${capital(countOf(deviationsOf(context).length, 'deviation'))} from the house standards`
}

function conditionChapter(context: DocumentContext): readonly Block[] {
  const open = openConditions(context)
  const overdue = open.filter(({ due }) => due !== undefined && due < context.date).length
  return section(
    2,
    `${capital(countOf(open.length, 'open condition'))}${overdue === 0 ? '' : `, ${overdue} overdue`}`,
    ...conditionBlocks(context),
  )
}

function riskChapter(context: DocumentContext): readonly Block[] {
  const accepted = acceptedIn(context)
  const names = [...new Set(accepted.flatMap(({ approver }) => approver ?? []))]
  return section(
    2,
    accepted.length === 0
      ? 'Risks written down'
      : `${capital(countOf(accepted.length, 'risk'))} accepted${names.length === 0 ? '' : ` by ${listWords(names, 3)}`}`,
    ...riskBlocks(context),
  )
}
