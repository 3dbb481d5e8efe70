import { describe, expect, it } from 'vitest'
import { read, flow, namesOf } from '../testing/mermaid.ts'

describe('nodes', () => {
  it('of every bracket are named by what stands in them', () => {
    const brackets = ['[X]', '(X)', '([X])', '[[X]]', '[(X)]', '((X))', '(((X)))', '>X]', '{X}', '{{X}}']
    const slanted = ['[/X/]', '[\\X\\]', '[/X\\]', '[\\X/]', '(-X-)']
    const all = [...brackets, ...slanted]
    const labels = all.map((bracket, index) => bracket.replace('X', `Name ${index}`))
    expect(namesOf(flow(...labels.map((bracket, index) => `n${index}${bracket}`)))).toEqual(
      all.map((_, index) => `Name ${index}`),
    )
  })

  it('keep what quotes, Markdown, entities, breaks and tags say', () => {
    const text = flow(
      'a["Ask (now) --> ; #quot;it#quot; & #35;1 #lt;b#gt;"]',
      'b["`**Bold** and\n*slanted*`"]',
      'c[API<br/>gateway<br>two]',
      'd["fa:fa-user <b>Staff</b>"]',
      'e[" "]',
      'ünïcode-id.x',
    )
    expect(namesOf(text)).toEqual([
      'Ask (now) --> ; "it" & #1 <b>',
      'Bold and slanted',
      'API gateway two',
      'Staff',
      'e',
      'ünïcode-id.x',
    ])
  })

  it('with attributes are read like those with brackets', () => {
    const { design, readings } = read(
      flow(
        'A@{ shape: cyl, label: "Orders, all" }',
        'B@{\n shape: rect\n label: Agent\n}',
        'A e1@--> B',
        'e1@{ animate: true }',
      ),
    )
    expect(design.components?.map(({ name, kind }) => [name, kind])).toEqual([
      ['Orders, all', 'relational-db'],
      ['Agent', 'agent'],
    ])
    expect(readings[0]).toMatchObject({
      confidence: 'guess',
      why: 'It is drawn as a cylinder; its name says nothing more.',
    })
    expect(design.flows).toHaveLength(1)
  })

  it('are one however often they are named, and the last label holds', () => {
    expect(namesOf(flow('A --> B', 'A[First]', 'A[Second] --> C', 'B'))).toEqual(['Second', 'B', 'C'])
  })

  it('are taken for what their words, ids and classes speak of', () => {
    const { design, readings } = read(
      flow(
        'A[Pinecone] --> LLM[Answering] --> S3[Step three]',
        'W[(Worker config)]:::box --> Q[(Redis)]',
        'X[Thing]:::queue',
        'class S3 reranker',
        'classDef box fill:#f9f',
      ),
    )
    const kindOf = (name: string) => design.components?.find((each) => each.name === name)?.kind
    expect(['Pinecone', 'Answering', 'Step three', 'Worker config', 'Redis', 'Thing'].map(kindOf)).toEqual([
      'vector-store',
      'llm-api',
      'reranker',
      'relational-db',
      'cache',
      'queue',
    ])
    expect(readings.find(({ name }) => name === 'Answering')?.why).toBe('Its id or class says "llm".')
    expect(read(flow('A[Thing]')).readings[0]).toMatchObject({ takenFor: 'unknown', confidence: 'guess' })
    expect(read(flow('S3[Thing]')).readings[0]?.takenFor).toBe('unknown')
  })

  it('with a very long label keep all of it in the notes', () => {
    const long = 'word '.repeat(60).trim()
    const [component] = read(flow(`A["${long}"]`)).design.components ?? []
    expect(component?.name.length).toBeLessThanOrEqual(120)
    expect(component?.notes).toBe(long)
  })

  it('that are programs elsewhere stay the words they are', () => {
    expect(namesOf(flow('a["<img src=x onerror=alert(1)>"] --> __proto__ --> constructor'))).toEqual([
      '<img src=x onerror=alert(1)>',
      '__proto__',
      'constructor',
    ])
    expect(Object.keys(Object.prototype)).toEqual([])
  })
})
