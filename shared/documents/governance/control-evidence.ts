import type { FrameworkState } from '../../governance/mapping/map-controls.ts'
import { controlTitlesNote, indicative } from '../../governance/words.ts'
import { badge, heading, paragraph, section, strong, table, unstated } from '../blocks.ts'
import type { Words } from '../blocks.ts'
import { closingBlocks } from '../closing.ts'
import { defineDocument, type DocumentContext } from '../document.ts'
import type { Block } from '../outline.ts'
import { ownersOf } from '../runbook/owner.ts'
import { slugOf } from '../text/file-name.ts'
import { countOf, listWords } from '../text/numbers.ts'
import { capital } from '../../design/wording.ts'
import { governanceOf } from './governance-of.ts'
import { evidenceTones, recordName, statusWords } from './tables.ts'

/** Which evidence bears on which control, framework by framework, for who audits. */
export const controlEvidence = defineDocument({
  id: 'control-evidence',
  title: 'Control mapping with evidence',
  summary:
    'Each control of each framework that applies: automatic, typed or missing, with what shows it and its owner.',
  reader: 'security',
  formats: ['docx', 'pdf', 'xlsx', 'html', 'markdown'],
  usesGovernance: true,
  fileName: ({ design }) => `${slugOf(design.name)}-control-evidence`,
  build: (context) => {
    const { design, authors, date } = context
    const { frameworks } = governanceOf(context)
    const asked = frameworks.filter(({ applies }) => applies === 'yes')
    return {
      id: 'control-evidence',
      title: `Controls of ${design.name}`,
      subtitle: `Control mapping, ${indicative.toLowerCase()}`,
      ...(design.client === undefined ? {} : { client: design.client }),
      authors,
      date,
      blocks: [
        ...section(2, titleOf(asked), ...overview(frameworks)),
        ...asked.flatMap((framework) => frameworkBlocks(framework, context)),
        ...closingBlocks(context, 2),
      ],
      footer: `${indicative} of ${date} from the drawing and what people answered; no legal advice. Which evidence bears on which control is our reading.`,
    }
  },
})

function titleOf(asked: readonly FrameworkState[]): string {
  const sum = (of: (state: FrameworkState) => number): number => asked.reduce((total, each) => total + of(each), 0)
  return `${sum(({ decided }) => decided)} of ${countOf(
    sum(({ applicable }) => applicable),
    'row',
  )} have evidence`
}

function overview(frameworks: readonly FrameworkState[]): readonly Block[] {
  return [
    table(
      [
        { title: 'Framework', width: 2 },
        { title: 'Edition', width: 1.4 },
        { title: 'Applies', width: 2.4 },
        { title: 'With evidence', align: 'right' },
        { title: 'Missing', align: 'right' },
        { title: 'Open', align: 'right', width: 0.8 },
      ],
      frameworks.map(({ title, edition, applies, because, applicable, decided, open }): readonly Words[] => [
        [strong(title)],
        edition,
        `${applies}: ${because}`,
        applicable === 0 ? '–' : `${decided} of ${applicable}`,
        applicable === 0 ? '–' : String(applicable - decided),
        open === 0 ? '–' : String(open),
      ]),
      'Frameworks in short',
    ),
    paragraph(
      'One row for each control and each kind of evidence that bears on it; what is open counts in neither number.',
    ),
    paragraph(controlTitlesNote),
  ]
}

function frameworkBlocks(
  { id, title, decided, applicable }: FrameworkState,
  context: DocumentContext,
): readonly Block[] {
  const { graph } = context
  const rows = governanceOf(context).controls.filter((row) => row.framework === id && row.applies === 'yes')
  if (rows.length === 0) return []
  return [
    heading(2, `${title}: ${decided} of ${applicable}`),
    table(
      [
        { title: 'Control', width: 2.2 },
        { title: 'Evidence', width: 1.8 },
        { title: 'Status', width: 0.9 },
        { title: 'What shows it, or is missing', width: 2.8 },
        { title: 'Where', width: 1.8 },
        { title: 'Owner', width: 1.1 },
      ],
      rows.map((row): readonly Words[] => {
        const owners = ownersOf(row.elements, graph)
        return [
          `${row.control} ${row.title}`,
          row.evidenceTitle,
          [badge(statusWords(row), evidenceTones[row.status])],
          row.says,
          listWords(
            row.elements.map((element) => recordName(element, graph)),
            3,
          ) || '–',
          owners.length === 0 ? [unstated('nobody named')] : listWords(owners, 2),
        ]
      }),
    ),
    ...(decided === applicable
      ? []
      : [
          paragraph(
            `${capital(countOf(applicable - decided, 'row'))} without evidence: ask for it, or say where it is kept.`,
          ),
        ]),
  ]
}
