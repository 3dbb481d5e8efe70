import { contextFor } from '../../findings/run.ts'
import { buildLineage } from '../../graph/build-lineage.ts'
import { rules } from '../../rules.ts'
import { applyStandards } from '../../standards/apply-standards.ts'
import { coverDesign } from '../../threats/coverage/cover-design.ts'
import { countEntries } from '../../threats/coverage/cover-lists.ts'
import type {
  Cell,
  CellState,
  Coverage,
  CoverageRow,
  EntryCoverage,
  Letter,
  ListCoverage,
  Method,
} from '../../threats/coverage/coverage.ts'
import { linddunLetters } from '../../findings/finding.ts'
import { strideLetters } from '../../threats/coverage/element-type.ts'
import { consideredCells, saidBy } from '../../threats/coverage/considered.ts'
import { letterWords } from '../../threats/coverage/letter-words.ts'
import { paragraph, strong, table } from '../blocks.ts'
import type { Words } from '../blocks.ts'
import type { DocumentContext } from '../document.ts'
import type { Block } from '../outline.ts'
import { capital } from '../../design/wording.ts'
import { countOf, formatCount } from '../text/numbers.ts'
import { asSentence } from '../text/sentences.ts'

/** Words, not colours: printed in grey they read the same. */
const stateWords: Readonly<Record<CellState, string>> = {
  open: 'OPEN',
  unknown: '?',
  treated: 'treated',
  mitigated: 'closed',
  notApplicable: 'no',
  notConsidered: '–',
}
/** More than a page and a half of elements stand at the end of the document. */
const mostRows = 60

/** Which threat was looked for on which element and what came of it; what was not looked at is counted and said. */
export function coverageBlocks(context: DocumentContext, coverage: Coverage): readonly Block[] {
  if (coverage.rows.length === 0) return []
  const { stride, linddun } = coverage.total
  return [
    paragraph([
      strong(
        `STRIDE: ${stride.decided} of ${stride.applicable} cells decided; LINDDUN: ${linddun.decided} of ${linddun.applicable}. `,
      ),
      leftOver(
        stride.byState.unknown + linddun.byState.unknown,
        stride.byState.notConsidered + linddun.byState.notConsidered,
      ),
    ]),
    table(
      [
        { title: 'Threat', width: 2.4 },
        ...['Cells', 'Decided', 'Open', 'Unknown', 'Closed or treated', 'Not looked at'].map((title) => ({
          title,
          align: 'right' as const,
        })),
      ],
      [...letterRows(coverage, 'stride', strideLetters), ...letterRows(coverage, 'linddun', linddunLetters)],
      'What was decided, by the letters of STRIDE and LINDDUN',
    ),
    ...listTables(newestLists(coverage)),
    ...consideredTable(context),
    ...(isLong(coverage)
      ? [
          paragraph(
            `What was looked for on each of the ${formatCount(coverage.rows.length)} boxes and arrows stands in “${byElementTitle}”, at the end.`,
          ),
        ]
      : elementTables(context, coverage)),
  ]
}

/** The section with what was looked for on each element, where it would swamp the text. */
export const byElementTitle = 'Coverage by element'

/** Each element with its letters, where there are too many to stand among the rest. */
export function coverageAppendix(context: DocumentContext, coverage: Coverage): readonly Block[] {
  return isLong(coverage) ? elementTables(context, coverage) : []
}

function isLong({ rows }: Coverage): boolean {
  return rows.length > mostRows
}

function elementTables(context: DocumentContext, { rows }: Coverage): readonly Block[] {
  return [
    elementTable(
      context,
      rows,
      'stride',
      strideLetters,
      'STRIDE by element. OPEN: a threat stands; ?: a fact is missing; closed: a control closes it; treated: somebody decided; no: rules looked and it does not apply; –: no rule looked; empty: the letter does not apply to such an element.',
    ),
    elementTable(
      context,
      rows.filter(({ cells }) => cells.some(({ method }) => method === 'linddun')),
      'linddun',
      linddunLetters,
      `LINDDUN by element, in the same words. ${linddunLetters.map((letter) => `${letter}: ${letterWords({ method: 'linddun', letter }).toLowerCase()}`).join('; ')}.`,
    ),
  ]
}

function elementTable(
  context: DocumentContext,
  rows: readonly CoverageRow[],
  method: Method,
  letters: readonly Letter[],
  caption: string,
): Block {
  return table(
    [{ title: 'Element', width: 3 }, { title: 'Is a', width: 1 }, ...letters.map((title) => ({ title, width: 0.9 }))],
    byType(rows).map((row): readonly Words[] => [
      rowName(row, context),
      row.type,
      ...letters.map((letter) => cellWords(row.cells.find((cell) => cell.method === method && cell.letter === letter))),
    ]),
    caption,
  )
}

const typeOrder: readonly CoverageRow['type'][] = ['actor', 'process', 'store', 'flow']

function byType(rows: readonly CoverageRow[]): readonly CoverageRow[] {
  return typeOrder.flatMap((type) => rows.filter((row) => row.type === type))
}

/** An arrow with a name of its own also says where it leads: “asks” alone tells nobody. */
function rowName({ on, name }: CoverageRow, { graph }: DocumentContext): string {
  const flow = graph.flow(on)
  return flow?.flow.name === undefined ? name : `${name} (${graph.name(flow.caller)} → ${graph.name(flow.callee)})`
}

/** What is not counted as decided, and why. */
function leftOver(waiting: number, unseen: number): string {
  if (waiting + unseen === 0) return 'No cell waits for an answer, and rules looked at all of them.'
  const waits = `${capital(countOf(waiting, 'cell'))} ${waiting === 1 ? 'waits' : 'wait'} for an answer`
  return `${waits}, and no rule looked at ${formatCount(unseen)}: ${waiting === 0 || unseen === 0 ? 'that is not' : 'neither is'} counted as decided.`
}

/** What people thought through and found to be no threat, with why and who says so. */
function consideredTable({ design, graph }: DocumentContext): readonly Block[] {
  const considered = consideredCells(design)
  if (considered.length === 0) return []
  return [
    table(
      [
        { title: 'Element', width: 2 },
        { title: 'Threat', width: 1.6 },
        { title: 'Why there is none', width: 4 },
        { title: 'Said by', width: 1.6 },
      ],
      considered.map((each): readonly Words[] => [
        graph.name(each.cell.on),
        letterWords(each.cell),
        asSentence(each.statement),
        saidBy(each) || 'nobody named',
      ]),
      'Considered by hand, no threat',
    ),
  ]
}

/** The newest edition of each list of threats. */
function newestLists({ byList }: Coverage): readonly ListCoverage[] {
  return byList.filter((list, at) => byList.findIndex(({ framework }) => framework === list.framework) === at)
}

/** How far each list was gone through, then those in which something came up, entry by entry. */
function listTables(lists: readonly ListCoverage[]): readonly Block[] {
  return [
    table(
      [
        { title: 'List', width: 3.4 },
        ...[
          'Entries',
          'Apply',
          'Decided',
          'Open',
          'Unknown',
          'Closed or treated',
          'Nothing found',
          'Not looked at',
        ].map((title) => ({ title, align: 'right' as const })),
      ],
      lists.map((list): readonly Words[] => {
        const { applicable, decided, byState } = countEntries(list)
        const { open, unknown, mitigated, treated, notApplicable, notConsidered } = byState
        return [
          list.title,
          ...[list.entries.length, applicable, decided, open, unknown, mitigated + treated, notApplicable].map(String),
          String(notConsidered),
        ]
      }),
      'What was decided, by list of threats. An entry applies unless rules looked and nothing is drawn that it is about.',
    ),
    ...lists.filter(({ entries }) => entries.some(({ reasons }) => reasons.length > 0)).map(entryTable),
  ]
}

function entryTable({ title, entries }: ListCoverage): Block {
  return table(
    [
      { title: 'Entry', width: 3 },
      { title: 'What came of it', width: 1.6 },
      ...['Open', 'Unknown', 'Closed or treated', 'Places looked at'].map((each) => ({
        title: each,
        align: 'right' as const,
      })),
    ],
    entries.map((entry): readonly Words[] => {
      const counted = (...states: readonly CellState[]): string =>
        String(entry.reasons.filter(({ says }) => states.includes(says)).length)
      return [
        `${entry.id} ${entry.title}`,
        outcomeOf(entry),
        counted('open'),
        counted('unknown'),
        counted('mitigated', 'treated'),
        String(entry.places),
      ]
    }),
    `${title}: what was looked for on this design`,
  )
}

function outcomeOf({ state, places }: EntryCoverage): Words {
  if (state === 'open') return [strong(entryWords.open)]
  return state === 'notApplicable' && places === 0 ? 'Nothing drawn that it is about' : entryWords[state]
}

const entryWords: Readonly<Record<CellState, string>> = {
  open: 'Open',
  unknown: 'A fact is missing',
  treated: 'Decided',
  mitigated: 'Closed by a control',
  notApplicable: 'Nothing found',
  notConsidered: 'Not looked at',
}

/** What rules and people decided of each element of the design, and of each list of threats. */
export function coverageOf({ graph, analysis, date, standards, catalogues }: DocumentContext): Coverage {
  const applied = applyStandards(rules, standards)
  const run = {
    ...applied,
    graph,
    lineage: buildLineage(graph),
    estimate: analysis.estimate,
    requirements: analysis.requirements,
    today: date,
  }
  return coverDesign({
    graph,
    rules: applied.rules,
    findings: analysis.findings,
    questions: analysis.questions,
    context: (rule) => contextFor(run, rule),
    ...(catalogues === undefined ? {} : { catalogues }),
  })
}

function letterRows(coverage: Coverage, method: Method, letters: readonly Letter[]): readonly (readonly Words[])[] {
  return letters.flatMap((letter): (readonly Words[])[] => {
    const count = coverage.byLetter[method][letter]
    if (count === undefined || count.applicable === 0) return []
    const { open, unknown, mitigated, treated, notConsidered } = count.byState
    return [
      [
        `${method === 'stride' ? 'STRIDE' : 'LINDDUN'} ${letter}: ${letterWords({ method, letter })}`,
        ...[count.applicable, count.decided, open, unknown, mitigated + treated, notConsidered].map(String),
      ],
    ]
  })
}

function cellWords(cell: Cell | undefined): Words {
  if (cell === undefined) return ''
  return cell.state === 'open' ? [strong(stateWords.open)] : stateWords[cell.state]
}
