import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Design } from '../../design/design.ts'
import { contextFor } from '../testing/context-for.ts'
import { buildDocument } from '../index.ts'
import { writeDocument } from '../writers/index.ts'
import { minutes } from './minutes.ts'
import { blankDesign } from '../../design/edit/blank.ts'
import { capture } from '../../design/edit/capture.ts'

const prices = JSON.parse(readFileSync('resources/prices/price-book.json', 'utf8')) as object
const day = '2026-11-20'
const said = { by: 'Ada', date: day }
const room: Design = [
  { id: 'm-1', type: 'decision', text: 'Host it ourselves', about: ['llm'], ...said },
  { id: 'm-2', type: 'assumption', text: 'A document has 9,000 tokens', about: [], ...said },
  { id: 'm-3', type: 'question', text: 'Who may read the archive?', about: ['llm'], ...said },
  { id: 'm-4', type: 'risk', text: 'The vendor retires the model', about: [], ...said, by: 'Bo' },
  { id: 'm-5', type: 'parked', text: 'Voice input', about: [], ...said },
  { id: 'm-6', type: 'parked', text: 'Said a week earlier', about: [], ...said, date: '2026-11-13' },
].reduce<Design>((design, one) => capture(design, one as Parameters<typeof capture>[1]), {
  ...blankDesign('d', 'Research answers'),
  components: [{ id: 'llm', name: 'Answer model', kind: 'llm' }],
})

const written = async (design: Design): Promise<string> => {
  const text = await writeDocument(buildDocument(minutes, contextFor(design, prices)), 'markdown')
  if (typeof text !== 'string') throw new Error('Markdown is text')
  return text
}

describe('minutes', () => {
  it('say what was said on the last day, about what and by whom', async () => {
    const text = await written(room)
    expect(text).toContain(
      'One decision, one assumption, one question, one risk and one parked item. Said by: Ada and Bo.',
    )
    expect(text).toMatch(/\| ADR-1: Host it ourselves +\| Answer model +\| Ada +\|/)
    for (const words of ['9,000 tokens', 'Who may read', 'retires the model', 'Voice input'])
      expect(text).toContain(words)
    expect(text).not.toContain('a week earlier')
  })
  it('name who spoke once where it was one person', async () => {
    const text = await written({ ...room, risks: [] })
    expect(text).toContain('Said by: Ada.')
    expect(text.match(/Ada/g)).toHaveLength(1)
  })
  it('say plainly that nothing was written down', async () => {
    expect(await written(blankDesign('d', 'Empty'))).toContain('Nothing has been written down in a session yet.')
  })
  it('keep what is internal to the house', async () => {
    const [first, ...rest] = room.decisions ?? []
    const text = await written({
      ...room,
      decisions: first === undefined ? rest : [{ ...first, internal: true }, ...rest],
    })
    expect(text).not.toContain('Host it ourselves')
    const own = await written({ ...room, parked: (room.parked ?? []).map((one) => ({ ...one, internal: true })) })
    expect(own).not.toContain('Voice input')
  })
})
