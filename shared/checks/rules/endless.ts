import { describeLoop, describeStorm } from '../../estimate/calls/endless-problems.ts'
import { aws, azure } from '../../findings/refer.ts'
import { defineRule, type Rule } from '../../findings/rule.ts'
import { figure } from '../../findings/wording.ts'

const neverEnds = defineRule({
  id: 'REL-15',
  lenses: ['check'],
  title: 'Retries or calls that never end',
  severity: 'medium',
  topic: 'reliability',
  why: 'Each late answer is asked for again, and that makes the next one late: the system stays down although it could do the work.',
  references: [...aws('GENREL03-BP02'), ...azure('RE:07')],
  *check({ graph, estimate }) {
    for (const storm of estimate.storms ?? []) {
      yield {
        type: 'found',
        anchors: [storm.flow],
        elements: storm.path,
        ...describeStorm(graph, storm),
        severity: 'high',
        facts: { utilisation: figure(storm.utilisation, 2) },
      }
    }
    for (const loop of estimate.loops ?? []) {
      const closing = loop.flows.at(-1)
      if (closing === undefined) continue
      yield { type: 'found', anchors: [closing], elements: loop.path, severity: 'high', ...describeLoop(graph, loop) }
    }
  },
})

export const endless: readonly Rule[] = [neverEnds]
