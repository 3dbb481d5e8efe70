import { section } from '../blocks.ts'
import { closingBlocks } from '../closing.ts'
import { defineDocument } from '../document.ts'
import type { DocumentContext } from '../document.ts'
import { slugOf } from '../text/file-name.ts'
import { estimateNote } from '../deck/figures.ts'
import { annexBlocks } from './ai-annex.ts'
import { buildingBlocks } from './building-blocks.ts'
import type { Chapter } from './chapter.ts'
import { contextAndScope } from './context-and-scope.ts'
import { crosscutting } from './crosscutting.ts'
import { decisionChapter, strategy } from './decisions.ts'
import { deployment } from './deployment.ts'
import { glossary } from './glossary.ts'
import { constraints, goals } from './goals.ts'
import { qualityRequirements } from './quality.ts'
import { risksAndDebt } from './risks.ts'
import { runtime } from './runtime.ts'

/** The chapters of arc42, version 8, in their order and with their numbers. */
const chapters: readonly {
  readonly title: string
  readonly write: (context: DocumentContext) => Chapter | undefined
}[] = [
  { title: 'Introduction and goals', write: goals },
  { title: 'Constraints', write: constraints },
  { title: 'Context and scope', write: contextAndScope },
  { title: 'Solution strategy', write: strategy },
  { title: 'Building blocks', write: buildingBlocks },
  { title: 'Runtime', write: runtime },
  { title: 'Deployment', write: deployment },
  { title: 'Crosscutting concepts', write: crosscutting },
  { title: 'Decisions', write: decisionChapter },
  { title: 'Quality requirements', write: qualityRequirements },
  { title: 'Risks and technical debt', write: risksAndDebt },
  { title: 'Glossary', write: glossary },
]

/** The architecture for people who build and run it. */
export const solutionArchitecture = defineDocument({
  id: 'solution-architecture',
  title: 'Solution architecture document',
  summary: 'The twelve chapters of arc42 with an annex on models, data, evaluation, oversight, cost and governance.',
  formats: ['docx', 'pdf', 'html', 'markdown'],
  usesGovernance: true,
  fileName: ({ design }) => `${slugOf(design.name)}-solution-architecture`,
  build: (context) => {
    const { design, authors, date } = context
    const written = chapters.map(({ title, write }, index) => ({
      name: `${index + 1}. ${title}`,
      chapter: write(context),
    }))
    const leftOut = written.filter(({ chapter }) => chapter === undefined).map(({ name }) => name)
    return {
      id: 'solution-architecture',
      title: `Solution architecture of ${design.name}`,
      subtitle: 'Solution architecture document',
      ...(design.client === undefined ? {} : { client: design.client }),
      authors,
      date,
      blocks: [
        ...written.flatMap(({ name, chapter }) =>
          chapter === undefined ? [] : section(2, `${name}: ${chapter.says}`, ...chapter.blocks),
        ),
        ...annexBlocks(context),
        ...closingBlocks(context, 2, leftOut),
      ],
      dropped: leftOut,
      footer: estimateNote(context),
    }
  },
})
