import { describe, expect, it } from 'vitest'
import { deckParts, deckPlans, zipped } from '../testing/brand-files.ts'
import { wordParts } from '../testing/brand-word-file.ts'
import { readBrandFile } from './read-brand-file.ts'

const [plan] = Object.values(deckPlans)
const presentation = deckParts(plan!)
async function problemsOf(parts: Parameters<typeof zipped>[0], type: 'presentation' | 'word'): Promise<string> {
  const read = await readBrandFile(await zipped(parts), type)
  expect(read.ok).toBe(false)
  return read.ok ? '' : read.problems.join(' ')
}

describe('a brand file', () => {
  it('of PowerPoint says its masters, layouts, size, fonts and colours', async () => {
    expect(await readBrandFile(await zipped(presentation), 'presentation')).toEqual({
      ok: true,
      summary: {
        type: 'presentation',
        size: { width: 25.4, height: 19.05 },
        masters: 2,
        layouts: ['Titelfolie', 'Titel und Inhalt', 'Nur Titel', 'Titelfolie'],
        styles: [],
        fonts: { headings: 'Georgia', text: 'Calibri' },
        accents: Array.from({ length: 6 }, () => '#00843d'),
        notes: [],
      },
    })
  })

  it('of Word says its page and styles by their names, whatever language Word speaks', async () => {
    expect(await readBrandFile(await zipped(wordParts()), 'word')).toMatchObject({
      ok: true,
      summary: {
        size: { width: 21.59, height: 27.94 },
        room: { width: 472, height: 642, textSize: 10 },
        styles: ['Title', 'heading 1', 'heading 2', 'List Bullet'],
        notes: [expect.stringContaining('"heading 3", "heading 4"')],
      },
    })
  })

  it('that is not one is refused with the remedy', async () => {
    const bytes = await zipped(presentation)
    const spoiled: readonly (readonly [Uint8Array, RegExp])[] = [
      [new Uint8Array(), /empty/],
      [bytes.subarray(0, bytes.length - 200), /damaged/],
      [new TextEncoder().encode('not a zip'), /damaged or no Office file/],
      [Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0]), /password/],
    ]
    for (const [broken, words] of spoiled)
      expect(await readBrandFile(broken, 'presentation')).toEqual({
        ok: false,
        problems: [expect.stringMatching(words)],
      })
    expect(await problemsOf(presentation, 'word')).toMatch(/no Word document/)
    expect(await problemsOf(wordParts(), 'presentation')).toMatch(/no presentation/)
    expect(await problemsOf({ 'readme.txt': 'x' }, 'word')).toMatch(/no Office file/)
    const { 'word/styles.xml': _, ...noStyles } = wordParts()
    expect(await problemsOf(noStyles, 'word')).toMatch(/no styles/)
    expect(await problemsOf({ ...presentation, 'ppt/vbaProject.bin': 'x' }, 'presentation')).toMatch(/macros/)
    expect(await problemsOf({ ...presentation, 'ppt/presentation.xml': '<p:presentation' }, 'presentation')).toMatch(
      /no presentation/,
    )
    const strict = String(presentation['ppt/presentation.xml']).replaceAll(
      'http://schemas.openxmlformats.org/presentationml/2006/main',
      'http://purl.oclc.org/ooxml/presentationml/main',
    )
    expect(await problemsOf({ ...presentation, 'ppt/presentation.xml': strict }, 'presentation')).toMatch(/Strict/)
    const master = plan!.masters[0]!
    expect(await problemsOf(deckParts({ ...plan!, masters: [{ ...master, layouts: [] }] }), 'presentation')).toMatch(
      /no slide layouts/,
    )
    expect(await problemsOf(deckParts({ ...plan!, masters: [] }), 'presentation')).toMatch(/no slide master/)
  })

  it('that unpacks to more than any template holds is left before it fills the memory', async () => {
    const bytes = await zipped({ ...presentation, 'ppt/media/image1.png': new Uint8Array(70_000_000) })
    expect(bytes.length).toBeLessThan(200_000)
    expect(await readBrandFile(bytes, 'presentation')).toEqual({
      ok: false,
      problems: [expect.stringContaining('far more than any template')],
    })
  })

  it('with entities that repeat themselves is not read', async () => {
    const bomb = `<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><p:presentation>&b;</p:presentation>`
    expect(await problemsOf({ ...presentation, 'ppt/presentation.xml': bomb }, 'presentation')).toMatch(
      /no presentation/,
    )
  })
})
