import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { proposeSuccessor, setStatus } from '../../decisions/status.ts'
import type { Design } from '../../design/design.ts'
import { buildDocument, findDocument } from '../index.ts'
import { contextFor } from '../testing/context-for.ts'
import { writeDocument } from '../writers/index.ts'

const read = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'))
const prices = read('resources/prices/price-book.json') as object
const rag = read('resources/templates/well-built-rag.lintel.json') as Design
const first = rag.decisions?.[0]
const id = first?.id ?? ''
const today = '2026-11-22'
const followed = proposeSuccessor(rag, id, (stem) => `${stem}-next`, today)

async function recordOf(design: Design, decisionId: string, format: 'markdown' | 'html'): Promise<string> {
  const context = { ...contextFor(design, prices), decisionId }
  return String(await writeDocument(buildDocument(findDocument('adr')!, context), format))
}

it('a record that has a successor names it, and says whether it has been accepted', async () => {
  expect(await recordOf(followed, id, 'markdown')).toContain('To be superseded by [ADR-')
  expect(await recordOf(followed, 'adr-next', 'markdown')).toContain('Will supersede [ADR-')
  const accepted = setStatus(followed, 'adr-next', 'accepted', { today })
  expect(await recordOf(accepted, id, 'markdown')).toContain('Superseded by [ADR-')
  expect(await recordOf(accepted, 'adr-next', 'markdown')).toContain('Supersedes [ADR-')
})

it('records lead to one another where their files have the names that they say', async () => {
  expect(await recordOf(followed, id, 'markdown')).toMatch(/\]\(<\d{4}-[\w-]+\.md>\)/)
  const page = await recordOf(followed, id, 'html')
  expect(page).toContain('<span class="whole">ADR-')
  expect(page).not.toContain('.md"')
})
