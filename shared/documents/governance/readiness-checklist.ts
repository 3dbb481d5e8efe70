import type { ReadinessState } from '../../governance/readiness/check-readiness.ts'
import { facts, heading, list, section, table } from '../blocks.ts'
import { closingBlocks } from '../closing.ts'
import { defineDocument } from '../document.ts'
import type { Block } from '../outline.ts'
import { slugOf } from '../text/file-name.ts'
import { formatShare, listWords } from '../text/numbers.ts'
import { governanceOf } from './governance-of.ts'
import { applicable, doneOf, gateTable, readinessTable, shownBy } from './readiness-blocks.ts'

/** The checklist before production, gate by gate, for whoever signs that it may go live. */
export const readinessChecklist = defineDocument({
  id: 'readiness',
  title: 'Production-readiness checklist',
  summary: 'Each line of each gate: shown by the drawing, typed by a person or missing, with its owner.',
  reader: 'operations',
  formats: ['docx', 'pdf', 'xlsx', 'html', 'markdown'],
  usesGovernance: true,
  fileName: ({ design }) => `${slugOf(design.name)}-readiness`,
  build: (context) => {
    const { design, authors, date } = context
    const { readiness } = governanceOf(context)
    const gates = [...new Set(readiness.map(({ gate }) => gate))]
    const ofGate = (gate: string): readonly ReadinessState[] => readiness.filter((item) => item.gate === gate)
    return {
      id: 'readiness',
      title: `Production readiness of ${design.name}`,
      subtitle: 'Production-readiness checklist',
      ...(design.client === undefined ? {} : { client: design.client }),
      authors,
      date,
      blocks: [
        ...section(2, titleOf(readiness), ...summary(readiness, gates, ofGate)),
        ...gates.flatMap((gate) => [
          heading(2, gateTitle(gate, ofGate(gate)), undefined),
          readinessTable(ofGate(gate), context),
        ]),
        ...section(2, 'To be signed', ...signatures()),
        ...closingBlocks(context, 2),
      ],
      footer: `Of the drawing of ${date} and what people answered. A line without evidence stays open; whoever signs decides.`,
    }
  },
})

function titleOf(readiness: readonly ReadinessState[]): string {
  const asked = applicable(readiness)
  if (asked.length === 0) return 'Nothing to check yet'
  return `${doneOf(asked)} of ${asked.length} lines are done, ${formatShare(doneOf(asked) / asked.length)}`
}

function gateTitle(gate: string, items: readonly ReadinessState[]): string {
  const asked = applicable(items)
  return asked.length === 0 ? `${gate}: does not apply` : `${gate}: ${doneOf(asked)} of ${asked.length}`
}

function summary(
  readiness: readonly ReadinessState[],
  gates: readonly string[],
  ofGate: (gate: string) => readonly ReadinessState[],
): readonly Block[] {
  const asked = applicable(readiness)
  const of = (way: ReturnType<typeof shownBy>): string => String(asked.filter((item) => shownBy(item) === way).length)
  const ready = gates.filter((gate) => ofGate(gate).every(({ state }) => state !== 'open'))
  return [
    facts({
      'Shown by the drawing': of('automatic'),
      'Typed by a person': of('typed'),
      Missing: of('missing'),
      'Gates passed': ready.length === 0 ? 'none yet' : listWords(ready),
    }),
    gateTable(readiness),
  ]
}

/** A person signs, never the drawing. */
function signatures(): readonly Block[] {
  return [
    table(
      [
        { title: 'Decision', width: 2 },
        { title: 'Name', width: 2 },
        { title: 'Date' },
        { title: 'Conditions', width: 2 },
      ],
      [['May go live / may not go live', '', '', '']],
    ),
    list([
      'Automatic: the drawing shows it. Typed: a person ticked it, with name and day. Missing: something stands in the way, or nobody has said.',
    ]),
  ]
}
