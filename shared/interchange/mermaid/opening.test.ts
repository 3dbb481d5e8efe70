import { describe, expect, it } from 'vitest'
import { read, flow, arrowsOf, sentenceOf } from '../testing/mermaid.ts'

describe('how a text begins', () => {
  const chain = 'A[User] --> B[Agent]'
  it.each([
    ['flowchart', `flowchart LR\n${chain}`],
    ['graph and semicolons', `graph TD; ${chain};`],
    ['no direction', `flowchart\n${chain}`],
    ['an arrow as direction', `graph >\n${chain}`],
    ['another layout', `flowchart-elk TB\n${chain}`],
    ['blank lines, comments and settings', `\n\n%% old\n%%{init: {"theme":\n"dark"}}%%\ngraph RL\n${chain}`],
    ['carriage returns and a byte order mark', `\uFEFFflowchart BT\r\n  ${chain}\r\n`],
    ['a fence', `\`\`\`mermaid\nflowchart TB\n${chain}\n\`\`\`\n`],
    ['a fence of waves', `~~~ mermaid\ngraph TB\n${chain}\n~~~`],
  ])('%s', (_, text) => {
    expect(arrowsOf(text)).toEqual(['User > Agent'])
    expect(read(text).leftOut).toEqual([])
  })

  it('front matter names the design', () => {
    const text = `---\ntitle: "Ticket desk"\nconfig:\n  theme: dark\n---\nflowchart TD\n${chain}`
    expect(read(text).design.name).toBe('Ticket desk')
    expect(read(flow('accTitle: Desk', 'accDescr {\n Two\n boxes\n}', chain)).design).toMatchObject({
      name: 'Desk',
      summary: 'Two boxes',
    })
    expect(read(flow(chain)).design.name).toBe('Imported drawing')
  })

  it('what stands behind the first diagram of a Markdown text is said to be left out', () => {
    const { leftOut } = read(`\`\`\`mermaid\ngraph TD\n${chain}\n\`\`\`\n# Next`)
    expect(leftOut).toEqual(['What stands behind the first diagram was left out.'])
  })

  it.each([
    'sequenceDiagram\n A->>B: hi',
    'C4Context\n title x',
    'architecture-beta\n group api',
    'stateDiagram-v2\n [*] --> A',
    'mindmap\n  root',
    '```mermaid\nsomethingNew\n x\n```',
  ])('%s: only flowcharts are read, and it says so', (text) => {
    expect(sentenceOf(text)).toMatch(/^This is a [\w-]+ of Mermaid; only flowcharts are read\./)
  })

  it.each(['graph of sales: 3', 'graph theory', 'timeline: soon', 'flowcharts are fine', 'pie and mash'])(
    '"%s" is no diagram',
    (text) => expect(sentenceOf(text)).toMatch(/none that can be read/),
  )
})
