import { asJson, listAt, recordAt, textAt, textsAt } from '../foreign-values.ts'
import { takeThreat, treatmentOf } from '../foreign-threats.ts'
import { ratingOf, severityOfScore } from '../threat-words.ts'
import type { Steps } from '../threat-words.ts'
import type { ForeignThreat } from '../foreign-threats.ts'
import type { Cell } from './cells.ts'
import type { Diagram } from './diagram.ts'

/** The threats of a cell, which version 2 keeps under `data`, whatever its schema says. */
export function readThreats(cell: Cell, diagram: Diagram): void {
  const { assembly, byCell } = diagram
  const on = byCell.get(cell.foreign)
  for (const [index, item] of listAt(cell.data, 'threats').entries()) {
    const title = textAt(item, 'title') ?? textAt(item, 'description')?.slice(0, 120)
    if (title === undefined) {
      assembly.leftOut.push(
        `A threat on "${cell.name ?? cell.foreign}" was left out: it has neither title nor description.`,
      )
      continue
    }
    if (on === undefined) {
      assembly.leftOut.push(`The threat "${title}" stands on something that was left out; it is kept without a place.`)
    }
    const threat = threatOf(item, title, `${cell.foreign}-${textAt(item, 'number') ?? index + 1}`)
    const rule = textAt(item, 'studio', 'rule')
    if (rule === undefined) takeThreat({ ...threat, on: on === undefined ? [] : [on] }, assembly)
    else if (textAt(item, 'studio', 'status') !== threat.status) {
      // Found by our rules and found again after the import: only what was decided about it comes back.
      const anchors = textsAt(item, 'studio', 'on')
      const decided = treatmentOf(threat, `${rule}-${anchors.join('-')}`, assembly, { rule, on: anchors })
      if (decided !== undefined) assembly.treatments.push(decided)
    }
  }
}

function threatOf(item: unknown, title: string, foreign: string): Omit<ForeignThreat, 'on'> {
  const text = (key: string): string | undefined => textAt(item, key)
  const [description, type, status, mitigation] = ['description', 'type', 'status', 'mitigation'].map(text)
  const rating = ratingIn(item)
  const { studio: _ours, ...own } = recordAt(item) ?? {}
  const [risk, treatment] = [textAt(item, 'studio', 'risk'), textAt(item, 'studio', 'treatment')]
  return {
    foreign,
    wanted: { ...(risk === undefined ? {} : { risk }), ...(treatment === undefined ? {} : { treatment }) },
    title,
    ...(description === undefined ? {} : { description }),
    ...(type === undefined ? {} : { type }),
    ...(status === undefined ? {} : { status }),
    ...(mitigation === undefined ? {} : { mitigation }),
    ...(rating === undefined ? {} : { rating }),
    kept: ['threat-dragon', asJson(own) ?? {}],
  }
}

/** The place in the matrix that the severity of a threat stands for; where there is none, its score from 0 to 10. */
export function ratingIn(item: unknown): Steps | undefined {
  const score = Number.parseFloat(textAt(item, 'score') ?? '')
  return ratingOf(textAt(item, 'severity')) ?? (Number.isFinite(score) ? ratingOf(severityOfScore(score)) : undefined)
}
