import { describe, expect, test } from 'vitest'
import { deckParts, deckPlans, onePixel, zipped } from '../../shared/documents/testing/brand-files.ts'
import { textOf as textOfOffice } from '../../shared/documents/testing/office-parts.ts'
import { type Outcome, run, template } from './testing/run-line.ts'

// Every document in every format, several times over.
describe('export --all', () => {
  const agent = 'resources/templates/customer-support-agent.lintel.json'
  const changed = ({ output }: Outcome): readonly string[] =>
    output.split('\n').filter((line) => line !== '' && !line.startsWith('same'))
  const textOf = (files: Outcome['files'], name: string): string => {
    const content = files.get(`out/${name}`)
    if (typeof content !== 'string') throw new Error(`${name} was not written as text`)
    return content
  }

  test('writes every document with an index that leads to each, and a record of them', async () => {
    const { code, files, output } = await run(['export', '--all', agent, '-o', 'out'])
    expect(code).toBe(0)
    const names = [...files.keys()].map((path) => path.replace('out/', ''))
    for (const ending of ['.pptx', '.docx', '.csv', '.json', '.html'])
      expect(names.filter((name) => name.endsWith(ending)).length).toBeGreaterThan(0)
    const index = textOf(files, 'index.html')
    for (const name of names.filter((one) => !/^(?:index|lintel-leave-behind)/u.test(one))) {
      expect(index).toContain(`href="${name}"`)
      expect(output).toContain(name)
    }
    // Nothing was said in a room, and there are no standards to deviate from.
    expect(names.filter((name) => /minutes|exception/u.test(name))).toEqual([])
  })

  test('writes only what changed the next time, and says what did', async () => {
    const first = await run(['export', '--all', agent, '-o', 'out'])
    const again = await run(['export', '--all', agent, '-o', 'out'], '', first.files)
    expect([...again.files.keys()]).toEqual([...first.files.keys()])
    expect(changed(again)).toEqual([])
    expect(textOf(again.files, 'index.html')).toContain('none has changed')

    const lost = new Map(first.files)
    lost.delete('out/customer-support-agent-cost-lines.csv')
    const mended = await run(['export', '--all', agent, '-o', 'out'], '', lost)
    expect(changed(mended)).toEqual(['new   customer-support-agent-cost-lines.csv'])
  })

  test('takes the folder of another design for an empty one, and a broken record for none', async () => {
    const first = await run(['export', '--all', agent, '-o', 'out'])
    const other = await run(['export', '--all', template, '-o', 'out'], '', first.files)
    expect(other.output).not.toMatch(/^same/mu)
    const broken = new Map([...first.files, ['out/lintel-leave-behind.json', '{']] as const)
    expect((await run(['export', '--all', agent, '-o', 'out'], '', broken)).output).not.toMatch(/^same/mu)
  })

  test('goes on where one file is open in another program, says so, and writes it the next time', async () => {
    const deck = 'out/customer-support-agent-deck.pptx'
    const all = await run(['export', '--all', agent, '-o', 'out'])
    const without = await run(['export', '--all', agent, '-o', 'out'], '', undefined, (path) =>
      path === deck ? 'EBUSY' : undefined,
    )
    expect(without.code).toBe(1)
    expect([...all.files.keys()].filter((path) => !without.files.has(path))).toEqual([deck])
    expect(without.complaints).toMatch(/deck\.pptx is in use by another program\. Close it there, then try again\./u)
    expect(textOf(without.files, 'index.html')).not.toContain('href="customer-support-agent-deck.pptx"')
    const again = await run(['export', '--all', agent, '-o', 'out'], '', without.files)
    expect(changed(again)).toEqual(['new   customer-support-agent-deck.pptx'])
  })

  test('stops with one sentence where the disk is full, and goes on from there the next time', async () => {
    const room = 5
    let written = 0
    const full = await run(['export', '--all', agent, '-o', 'out'], '', undefined, (path) => {
      if (/index\.html|leave-behind\.json/u.test(path)) return undefined
      written += 1
      return written > room ? 'ENOSPC' : undefined
    })
    expect(full.code).toBe(1)
    expect(written).toBe(room + 1)
    expect(full.complaints.match(/The disk is full/gu)).toHaveLength(1)
    expect(full.complaints).toMatch(/\d+ documents of \d+ not written after that\./u)
    expect(textOf(full.files, 'index.html')).toContain('The writing ended before it.')
    const again = await run(['export', '--all', agent, '-o', 'out'], '', full.files)
    expect(again.code).toBe(0)
    expect(again.output.match(/^same /gmu)).toHaveLength(room)
  })

  test('leaves a folder as it is where nothing can be written, its record included', async () => {
    const first = await run(['export', '--all', agent, '-o', 'out'])
    const refused = await run(['export', '--all', agent, '-o', 'out'], '', first.files, () => 'EACCES')
    expect(refused.code).toBe(1)
    expect(refused.complaints.match(/may not write into the folder out/gu)).toHaveLength(1)
    expect(refused.files).toEqual(first.files)
  })

  test('needs a folder', async () => {
    expect((await run(['export', '--all', agent])).code).toBe(2)
  })
})

describe('export', () => {
  test('what a document had nothing to say of is named, as it is in the studio', async () => {
    const { code, complaints } = await run(['export', 'deck', template, '-o', 'out.md'])
    expect(code).toBe(0)
    expect(complaints).toMatch(/^Not made, since nothing is drawn or stated for it: [^.]+\.$/m)
    expect((await run(['export', 'threat-model', template, '-o', 'out.md'])).complaints).toBe('')
  })

  test('the ending chooses the format', async () => {
    const decision = (await run(['export', 'adr', template, '-o', 'out.md', '--decision', '2'])).files.get('out.md')
    expect(decision).toContain('# Send answers below the confidence threshold to a review desk')
    const page = (await run(['export', 'threat-model', template, '-o', 'out.html'])).files.get('out.html')
    expect(page).toContain('<!doctype html>')
    const deck = (await run(['export', 'deck', template, '-o', 'out.pptx'])).files.get('out.pptx')
    expect(deck instanceof Uint8Array && String.fromCharCode(...deck.slice(0, 2))).toBe('PK')
  })

  test('in the look of a client, read from a folder or a file', async () => {
    const brand = { client: 'Nordbank', confidentiality: 'For the board only', logo: 'logo.png', potx: 'deck.potx' }
    const [plan] = Object.values(deckPlans)
    const held = new Map<string, string | Uint8Array>([
      ['client/brand.json', JSON.stringify(brand)],
      ['client/logo.png', onePixel],
      ['client/deck.potx', await zipped(deckParts(plan!))],
      ['client/bad.json', '{"colour": "red"}'],
      ['client/lost.json', '{"logo": "lost.png"}'],
    ])
    for (const from of ['client', 'client/brand.json']) {
      const { code, files } = await run(['export', 'deck', template, '-o', 'out.html', '--brand', from], '', held)
      expect(code).toBe(0)
      expect(files.get('out.html')).toContain('Nordbank')
    }
    const deck = await run(['export', 'deck', template, '-o', 'out.pptx', '--brand', 'client'], '', held)
    expect(await textOfOffice(deck.files.get('out.pptx') as Uint8Array)).toContain('For the board only')
    for (const [file, sentence] of [
      ['bad.json', /"colour" is no field of a brand/],
      ['lost.json', /lost\.png is not there any more/],
    ] as const) {
      const refused = await run(['export', 'deck', template, '-o', 'new.html', '--brand', `client/${file}`], '', held)
      expect(refused.code).toBe(2)
      expect(refused.complaints).toMatch(sentence)
      expect(refused.files.has('new.html')).toBe(false)
    }
    const none = await run(['export', 'deck', template, '-o', 'new.html', '--brand', 'elsewhere'], '', held)
    expect(none.code).toBe(2)
    expect(none.complaints).toMatch(/There is no brand\.json in elsewhere\. Put one there .*or name another folder/)
  })

  test('not into a folder, which is said before anything is made', async () => {
    const refused = await run(['export', 'deck', template, '-o', 'out/', '--format', 'pptx'])
    expect(refused.code).toBe(2)
    expect(refused.complaints).toContain('"out/" is a folder. Name the file to write in it')
  })

  test.each([
    ['ENOENT', 'new/out.html was not written: the folder new is not there. Make it, or choose another one.'],
    ['ENOTDIR', 'The way to new/out.html leads through a file, not a folder. Choose another folder.'],
    [
      'EACCES',
      'new/out.html was not written: this account may not write into the folder new. Choose another one, or ask for the rights to it.',
    ],
  ])('where it cannot be written (%s) the cause is named, not the file alone', async (code, sentence) => {
    const words = ['export', 'threat-model', template, '-o', 'new/out.html']
    const refused = await run(words, '', undefined, () => code)
    expect(refused).toMatchObject({ code: 2, complaints: `${sentence}\n`, output: '' })
  })

  test('with the titles of a file of catalogues; one that cannot be read ends it', async () => {
    const catalogues = {
      format: 'lintel/catalogues',
      version: 1,
      catalogues: [{ id: 'mitre-atlas', source: 'Read today', editions: { '2026.12': { T0999: 'Newly found' } } }],
      aliases: [
        {
          from: { framework: 'mitre-atlas', edition: 'v5.6.1', id: 'T0086' },
          to: { framework: 'mitre-atlas', edition: '2026.12', id: 'T0999' },
          change: 'renumbered',
        },
      ],
    }
    const held = new Map([
      ['december.json', JSON.stringify(catalogues)],
      ['broken.json', '{'],
    ])
    const agent = 'resources/templates/customer-support-agent.lintel.json'
    const words = ['export', 'threat-table', agent, '-o', 'out.csv']
    const { code, files } = await run([...words, '--catalogues', 'december.json'], '', held)
    expect(code).toBe(0)
    expect(files.get('out.csv')).toContain('(now AML.T0999:2026.12 Newly found)')
    expect((await run(words)).files.get('out.csv')).not.toContain('Newly found')
    const sarif = ['check', agent, '--format', 'sarif']
    const checked = await run([...sarif, '--catalogues', 'december.json'], '', held)
    expect(checked.output).toContain('(now AML.T0999:2026.12 Newly found)')
    expect((await run(sarif)).output).not.toContain('Newly found')
    const refused = await run([...words, '--catalogues', 'broken.json'], '', held)
    expect(refused).toMatchObject({ code: 2, complaints: expect.stringContaining('(broken.json)') as string })
  })

  test('PDF without a browser engine says where it can be had', async () => {
    const { code, complaints } = await run(['export', 'threat-model', template, '-o', 'out.pdf'])
    expect(code).toBe(2)
    expect(complaints).toContain('desktop program')
  })
})
