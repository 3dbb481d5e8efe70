import { describe, expect, it } from 'vitest'
import { read, flow, arrowsOf } from '../testing/mermaid.ts'

describe('arrows', () => {
  it.each([
    '-->',
    '--->',
    '---',
    '==>',
    '===',
    '-.->',
    '-..->',
    '-.-',
    '--o',
    '--x',
    '<-->',
    'o--o',
    'x--x',
    '<==>',
    '<-.->',
  ])('%s joins two nodes, with and without space around', (line) => {
    expect(arrowsOf(flow(`A ${line} B`))).toEqual(['A > B'])
    expect(arrowsOf(flow(`A ${line}|one way| B`))).toEqual(['A > B: one way'])
    expect(read(flow(`A[Agent]${line}B[Queue]`)).design.flows).toHaveLength(1)
  })

  it.each([
    '-- asks for -->',
    '== asks for ==>',
    '-. asks for .->',
    '--"asks for"-->',
    '<-- asks for -->',
    '-->|"asks for"|',
  ])('%s carries its words', (line) => expect(arrowsOf(flow(`A ${line} B`))).toEqual(['A > B: asks for']))

  it('of chains and groups join each with each', () => {
    expect(arrowsOf(flow('A --> B & C --> D'))).toEqual(['A > B', 'A > C', 'B > D', 'C > D'])
    expect(arrowsOf(flow('A-->B-->C'))).toEqual(['A > B', 'B > C'])
  })

  it('without a head, with two, and back along an earlier one say how sure they are', () => {
    const { design, readings } = read(flow('A --- B', 'C <--> D', 'E --> F', 'F --> E'))
    const arrows = readings.filter(({ collection }) => collection === 'flows')
    expect(arrows.map(({ confidence }) => confidence)).toEqual(['guess', 'likely', 'certain', 'likely'])
    expect(design.flows?.map(({ mode }) => mode)).toEqual([undefined, undefined, undefined, 'offline'])
  })

  it('that nobody sees only push nodes apart', () => {
    expect(read(flow('A ~~~ B', 'A --> A')).design.flows).toHaveLength(1)
  })
})
