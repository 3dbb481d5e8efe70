import {
  controlTitlesNote,
  evidenceWords,
  indicative,
  privacySentence,
  rolesSentence,
  tierSentence,
} from '../../governance/words.ts'
import { badge, callout, facts, heading, paragraph, section, table } from '../blocks.ts'
import { defineDocument, type DocumentContext } from '../document.ts'
import type { Block } from '../outline.ts'
import { slugOf } from '../text/file-name.ts'
import { countOf, formatShare, listWords } from '../text/numbers.ts'
import { dutyBlocks, lawBlocks, mayPrint, questionBlocks, resultBlocks, unreadLaws } from './act-blocks.ts'
import { governanceOf } from './governance-of.ts'
import { gateTable } from './readiness-blocks.ts'
import { evidenceTones, inventoryTable, type PlainTable, registerTable, statusWords } from './tables.ts'

/** What governance says of the design: tier, duties, evidence, third parties, models, readiness. */
export const governanceReport = defineDocument({
  id: 'governance',
  title: 'Governance report',
  reader: 'board',
  summary:
    'Indicative assessment under the EU AI Act and seven frameworks: tier, duties, evidence, third parties, models, readiness.',
  formats: ['docx', 'pdf', 'html', 'markdown'],
  usesGovernance: true,
  fileName: ({ design }) => `${slugOf(design.name)}-governance`,
  build: (context) => {
    const { design, authors, date } = context
    return {
      id: 'governance',
      title: `Governance of ${design.name}`,
      subtitle: indicative,
      ...(design.client === undefined ? {} : { client: design.client }),
      authors,
      date,
      blocks: blocksOf(context),
      footer: `${indicative} of ${date} from the drawing and what people answered; no legal advice. Which evidence bears on which control is our reading.`,
    }
  },
})

function blocksOf(context: DocumentContext): readonly Block[] {
  const governance = governanceOf(context)
  const { design } = context
  const legal = lawBlocks(design)
  return [
    // A chapter of one sentence is none: where no legal fact may be printed, the summary says so.
    ...section(2, 'Summary', ...summaryBlocks(context), ...(legal.length === 0 ? unreadLaws(design) : [])),
    ...section(2, 'EU AI Act', ...resultBlocks(governance)),
    ...section(3, 'Questions and answers', ...questionBlocks(governance)),
    ...section(3, 'Duties', ...dutyBlocks(governance, design)),
    ...section(2, 'Evidence', ...evidenceBlocks(context)),
    ...section(2, 'Frameworks and controls', ...controlBlocks(context)),
    ...section(2, 'Data protection impact assessment', ...privacyBlocks(context)),
    ...section(2, 'Third parties', ...registerBlocks(context)),
    ...section(2, 'Models', ...inventoryBlocks(context)),
    ...section(2, 'Production readiness', ...readinessBlocks(context)),
    ...(legal.length === 0 ? [] : section(2, 'Legal facts and their sources', ...legal, ...unreadLaws(design))),
  ]
}

function summaryBlocks(context: DocumentContext): readonly Block[] {
  const { act, evidence, readiness, register, inventory } = governanceOf(context)
  const of = (state: string) => readiness.filter((item) => item.state === state).length
  const missing = evidence.filter(({ status }) => status === 'missing').length
  const biggest = register.concentration[0]
  return [
    paragraph(
      `${indicative}. It reads what is drawn and what people answered; it is no legal advice, and whoever answers for the system decides.`,
    ),
    facts({
      Tier: tierSentence(act),
      Role: rolesSentence(act),
      Evidence: `${evidence.length - missing} of ${evidence.length} kinds at hand`,
      Readiness: `${of('done')} done, ${of('open')} open, ${of('notApplicable')} not applicable`,
      Models: countOf(inventory.length, 'model'),
      'Third parties':
        biggest === undefined
          ? 'none drawn'
          : `${countOf(register.rows.length, 'service')}; ${formatShare(biggest.shareOfFunctions)} of the functions that lean on others lean on ${biggest.provider}`,
    }),
  ]
}

function evidenceBlocks(context: DocumentContext): readonly Block[] {
  const { evidence } = governanceOf(context)
  return [
    table(
      [
        { title: 'Evidence', width: 0.3 },
        { title: 'Status', width: 0.14 },
        { title: 'What shows it, or what is missing', width: 0.56 },
      ],
      evidence.map(({ title, status, says }) => [
        title,
        [badge(evidenceWords[status].toLowerCase(), evidenceTones[status])],
        says,
      ]),
    ),
  ]
}

function controlBlocks(context: DocumentContext): readonly Block[] {
  const { frameworks, controls } = governanceOf(context)
  return [
    table(
      ['Framework', 'Edition', 'Applies', 'Controls with evidence', 'Open'],
      frameworks.map((each) => [
        each.title,
        each.edition,
        `${each.applies}: ${each.because}`,
        each.applicable === 0 ? '' : `${each.decided} of ${each.applicable}`,
        each.open === 0 ? '' : String(each.open),
      ]),
      'Rows that apply and have evidence; what is open is in neither number',
    ),
    paragraph(controlTitlesNote),
    ...frameworks
      .filter(({ applies }) => applies !== 'no')
      .flatMap((framework) => {
        const rows = controls.filter((row) => row.framework === framework.id && row.applies === 'yes')
        if (rows.length === 0) return []
        return [
          heading(3, framework.title),
          table(
            [
              { title: 'Control', width: 0.3 },
              { title: 'Evidence', width: 0.4 },
              { title: 'Status', width: 0.3 },
            ],
            rows.map((row) => [`${row.control} ${row.title}`, row.evidenceTitle, statusWords(row)]),
          ),
        ]
      }),
  ]
}

function privacyBlocks(context: DocumentContext): readonly Block[] {
  const { privacy } = governanceOf(context)
  const isPrinted = mayPrint(context.design, 'gdpr.assessment')
  return [
    paragraph(
      isPrinted || privacy.verdict === 'noPersonalData'
        ? privacySentence(privacy)
        : `${privacy.met} of 9 criteria hold, ${privacy.open} are open. What follows from that is not printed: nobody has confirmed the rule at its source.`,
    ),
    ...(privacy.verdict === 'noPersonalData'
      ? []
      : [
          table(
            ['Criterion', 'Holds', 'Why'],
            privacy.criteria.map(({ title, state, because }) => [title, state, because]),
          ),
        ]),
  ]
}

function registerBlocks(context: DocumentContext): readonly Block[] {
  const { register } = governanceOf(context)
  const { columns, rows } = registerTable(governanceOf(context), context.graph)
  const clouds = register.unnamedClouds
  return [
    ...(rows.length === 0
      ? [paragraph('No service of others is drawn.')]
      : [
          pick({ columns, rows }, [
            ['Service', 0.22],
            ['Provider', 0.14],
            ['Functions supported', 0.24],
            ['Critical', 0.09],
            ['Region', 0.17],
            ['Exit', 0.14],
          ]),
          paragraph('Data, subcontractors and spend of each stand in the register of third parties (CSV).'),
        ]),
    ...(register.concentration.length === 0
      ? []
      : [
          table(
            [
              { title: 'Provider', width: 0.2 },
              { title: 'Services', align: 'right', width: 0.1 },
              { title: 'Functions', width: 0.4 },
              { title: 'Share of functions', align: 'right', width: 0.16 },
              { title: 'Share of spend', align: 'right', width: 0.14 },
            ],
            register.concentration.map((each) => [
              each.provider,
              String(each.services),
              each.functions.join(', '),
              formatShare(each.shareOfFunctions),
              each.shareOfSpend === undefined ? 'not priced' : spendShare(each.shareOfSpend),
            ]),
            'Concentration',
          ),
        ]),
    ...(clouds.length === 0
      ? []
      : [
          callout(
            'unknown',
            'A cloud that nobody named',
            `Components stand in ${listWords(clouds)}, and the register names no provider there.`,
          ),
        ]),
  ]
}

/** Below a tenth of a percent digits say nothing of concentration. */
function spendShare(share: number): string {
  return share > 0 && share < 0.001 ? `below ${formatShare(0.001)}` : formatShare(share)
}

function inventoryBlocks(context: DocumentContext): readonly Block[] {
  const { inventory } = governanceOf(context)
  if (inventory.length === 0) return [paragraph('No model is drawn.')]
  const { columns, rows } = inventoryTable(governanceOf(context), context.graph)
  return [
    pick({ columns, rows }, [
      ['Component', 0.2],
      ['Version', 0.22],
      ['Provider', 0.14],
      ['Purpose', 0.26],
      ['Owner', 0.18],
    ]),
    paragraph('Pinning, hosting, region, data, end of life and evaluation of each stand in the model inventory (CSV).'),
  ]
}

/** Some columns of a wide table: a page is narrower than a sheet. */
function pick({ columns, rows }: PlainTable, chosen: readonly (readonly [title: string, width: number])[]): Block {
  const at = chosen.map(([title]) => columns.indexOf(title))
  return table(
    chosen.map(([title, width]) => ({ title, width })),
    rows.map((row) => at.map((column) => row[column] ?? '')),
  )
}

/** The lines themselves stand in the checklist, once. */
function readinessBlocks(context: DocumentContext): readonly Block[] {
  return [
    gateTable(governanceOf(context).readiness),
    paragraph(
      'Each line, with what shows it or stands in the way and who owns it: the production-readiness checklist.',
    ),
  ]
}
