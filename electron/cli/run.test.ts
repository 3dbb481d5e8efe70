import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parseDesign } from '../../shared/design/file.ts'
import { deckParts, deckPlans, onePixel, zipped } from '../../shared/documents/testing/brand-files.ts'
import { textOf as textOfOffice } from '../../shared/documents/testing/office-parts.ts'
import type { Surroundings } from './command-line.ts'
import { lineCommands } from './index.ts'
import { runCommandLine } from './run.ts'

const template = 'resources/templates/analyst-research-rag.lintel.json'

interface Outcome {
  readonly code: number
  readonly output: string
  readonly complaints: string
  readonly files: ReadonlyMap<string, string | Uint8Array>
}

/** Runs a command line against the real files of the project, with memory for what it writes; `disk` may refuse a path. */
async function run(
  words: readonly string[],
  input = '',
  held?: Outcome['files'],
  disk: (path: string) => string | undefined = () => undefined,
): Promise<Outcome> {
  const files = new Map<string, string | Uint8Array>(held)
  let output = ''
  let complaints = ''
  const surroundings: Surroundings = {
    write: (text) => (output += text),
    complain: (sentence) => (complaints += `${sentence}\n`),
    readInput: () => Promise.resolve(input),
    readFile: async (path) => {
      const written = files.get(path)
      if (written !== undefined) return typeof written === 'string' ? written : new TextDecoder().decode(written)
      return await Promise.resolve(readFileSync(path, 'utf8'))
    },
    readBytes: async (path) => {
      const written = files.get(path)
      if (written !== undefined) return typeof written === 'string' ? new TextEncoder().encode(written) : written
      return await Promise.resolve(readFileSync(path))
    },
    writeFile: (path, content) => {
      const code = disk(path)
      if (code !== undefined) return Promise.reject(Object.assign(new Error(code), { code }))
      return Promise.resolve(void files.set(path, content))
    },
    makeFolder: () => Promise.resolve(),
    writeBytes: (content) => (output += `<${content.length} bytes>`),
    today: '2026-11-21',
    random: () => 0.5,
  }
  return { code: await runCommandLine(words, surroundings), output, complaints, files }
}

type Listed = { id: string; title: string }[]
interface Coverage {
  readonly products: number
  readonly priced: number
  readonly latency: number
}
interface Product {
  readonly id: string
  readonly names: readonly string[]
  readonly kinds: readonly string[]
  readonly priced: boolean
  readonly latency: boolean
}

describe('list', () => {
  test.each(['kinds', 'products', 'templates', 'checks', 'threats', 'documents', 'formats'])(
    '%s, for people and as JSON',
    async (what) => {
      const printed = JSON.parse((await run(['list', what, '--json'])).output) as Listed | { kinds: Listed }
      const rows = Array.isArray(printed) ? printed : printed.kinds
      expect(rows.length).toBeGreaterThan(1)
      expect(new Set(rows.map((row) => row.id)).size).toBe(rows.length)
      const { code, output } = await run(['list', what])
      expect(code).toBe(0)
      for (const row of rows) expect(output).toContain(row.title)
    },
  )

  test('kinds say how far the catalogue reaches: in the last line, per kind, and in all', async () => {
    const { totals, kinds } = JSON.parse((await run(['list', 'kinds', '--json'])).output) as {
      totals: Coverage & { kinds: number }
      kinds: (Coverage & { id: string })[]
    }
    const { output } = await run(['list', 'kinds'])
    const said = `${totals.kinds} kinds, ${totals.products} products, ${totals.priced} with a dated price, ${totals.latency} with a latency`
    expect(output.trimEnd().split('\n').at(-1)).toBe(said)
    expect(totals.kinds).toBeGreaterThanOrEqual(60)
    expect(totals.products).toBeGreaterThanOrEqual(200)
    expect(kinds.find(({ id }) => id === 'llm-api')?.priced).toBeGreaterThan(20)
    const listed = JSON.parse((await run(['list', 'products', '--json'])).output) as Product[]
    expect(listed.length).toBe(totals.products)
    expect(listed.filter(({ priced }) => priced).length).toBe(totals.priced)
    expect(listed.filter(({ latency }) => latency).length).toBe(totals.latency)
    const pgvector = listed.find(({ id }) => id === 'postgres/pgvector')
    expect(pgvector).toMatchObject({ kinds: ['vector-store'], priced: true, latency: true })
    expect(pgvector?.names).toContain('Postgres vector')
  })
})

describe('new, validate, diff', () => {
  test('every template starts a valid design that differs from it only by its origin', async () => {
    const rows = JSON.parse((await run(['list', 'templates', '--json'])).output) as { id: string }[]
    for (const { id } of rows) {
      const { output } = await run(['new', '--template', id])
      expect(parseDesign(output).ok).toBe(true)
      expect((await run(['validate', '-'], output)).code).toBe(0)
      const difference = await run(['diff', '-', `resources/templates/${id}.lintel.json`], output)
      expect(difference.output).toContain('origin')
      expect(difference.output.trim().split('\n').length).toBe(2)
    }
  })

  test('a file cut off in the middle is named with its place', async () => {
    const text = readFileSync(template, 'utf8')
    const { code, complaints } = await run(['validate', '-'], text.slice(0, 4000))
    expect(code).toBe(2)
    expect(complaints).toMatch(/^line \d+, .*cut off/)
  })

  test('a setting of the wrong type is a problem with line and path, and exit code 1', async () => {
    const text = readFileSync(template, 'utf8').replace('"rateLimitPerMinute": 60', '"rateLimitPerMinute": "sixty"')
    const { code, output } = await run(['validate', '-', '--json'], text)
    const { ok, problems } = JSON.parse(output) as { ok: boolean; problems: { path: string; line: number }[] }
    expect(code).toBe(1)
    expect(ok).toBe(false)
    expect(problems.some((problem) => problem.path.includes('rateLimitPerMinute') && problem.line > 1)).toBe(true)
  })
})

describe('analyse and check', () => {
  test('tell numbers, verdicts and how many findings are open', async () => {
    const { code, output } = await run(['analyse', template])
    expect(code).toBe(0)
    expect(output).toMatch(/Technology +\$/)
    expect(output).toMatch(/fail +First words of an answer/)
    expect(output).toMatch(/Cost rests on +(\d+.% [a-z -]+(, )?)+\n/)
    expect(output).toMatch(/Per 1,000 requests +(at least )?\$/)
    expect(output).toContain('Prices of ')
  })

  test('the exit code follows the severity', async () => {
    const agent = 'resources/templates/customer-support-agent.lintel.json'
    expect((await run(['check', agent, '--fail-on', 'critical'])).code).toBe(1)
    expect((await run(['check', template, '--fail-on', 'critical'])).code).toBe(0)
    expect((await run(['check', template])).code).toBe(0)
    const { ok, findings } = JSON.parse((await run(['check', agent, '--fail-on', 'high', '--json'])).output) as {
      ok: boolean
      findings: { severity: string }[]
    }
    expect(ok).toBe(false)
    expect(findings.some((finding) => finding.severity === 'critical')).toBe(true)
  })
})

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
    expect(files.get('out.csv')).toContain('(now T0999:2026.12 Newly found)')
    expect((await run(words)).files.get('out.csv')).not.toContain('Newly found')
    const sarif = ['check', agent, '--format', 'sarif']
    const checked = await run([...sarif, '--catalogues', 'december.json'], '', held)
    expect(checked.output).toContain('(now T0999:2026.12 Newly found)')
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

describe('import', () => {
  test('a foreign file becomes a design and the reading is told', async () => {
    const foreign = JSON.stringify({
      otmVersion: '0.2.0',
      project: { name: 'Small', id: 'small' },
      trustZones: [{ id: 'z', name: 'Cloud', risk: { trustRating: 70 } }],
      components: [{ id: 'c', name: 'Orders database', type: 'db', parent: { trustZone: 'z' } }],
    })
    const { code, output, files } = await run(['import', '-', '-o', 'out.lintel.json'], foreign)
    expect(code).toBe(0)
    expect(output).toContain('Open Threat Model')
    expect(files.get('out.lintel.json')).toContain('"kind": "relational-db"')
  })

  test('a file of no known format names the formats that are known', async () => {
    const { code, complaints } = await run(['import', '-'], '{"nodes": []}')
    expect(code).toBe(2)
    expect(complaints).toContain('OWASP Threat Dragon')
  })

  test.each([
    ['<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', 'is XML or HTML of no format that is read'],
    ['otmVersion: 0.2.0\nproject: {', 'is not valid YAML'],
    ['{"otmVersion": "0.2.0",', 'was cut off'],
  ])('%j is called what it is', async (text, words) => {
    const { code, complaints } = await run(['import', '-'], text)
    expect(code).toBe(2)
    expect(complaints).toContain(words)
  })
})

describe('misuse gets exit code 2 and one sentence', () => {
  test.each([
    [[], 2],
    [['frobnicate'], 2],
    [['list'], 2],
    [['list', 'toString'], 2],
    [['new'], 2],
    [['new', '--template', 'nothing'], 2],
    [['check', template, '--fail-on', 'awful'], 2],
    [['check', template, '--fail-on'], 2],
    [['check', template, '--loud'], 2],
    [['export', 'poem', template], 2],
    [['export', 'adr', template, '-o', 'out.pptx'], 2],
    [['analyse', 'no-such-file.lintel.json'], 2],
  ])('%j', async (words, expected) => {
    const { code, complaints } = await run(words)
    expect(code).toBe(expected)
    if (words.length > 0) expect(complaints.trim().split('\n').length).toBe(1)
  })

  test('help names every command', async () => {
    const { code, output } = await run(['--help'])
    expect(code).toBe(0)
    for (const command of lineCommands) expect(output).toContain(command.usage)
  })
})

describe('prices', () => {
  test('the shipped book: its date, age and what it knows', async () => {
    const { code, output } = await run(['prices'])
    expect(code).toBe(0)
    expect(output).toContain('Prices of 2026-08-01, 112 days old.')
    expect(output).toContain('google/gemini-3-pro')
    const facts = JSON.parse((await run(['prices', '--json'])).output) as { prices: number; secondSource: object }
    expect(facts.prices).toBeGreaterThan(1000)
    expect(facts.secondSource).toMatchObject({ agrees: expect.any(Number), differs: expect.any(Number) })
  })

  test('a newer list: what changes, and a sentence for each line that cannot be used', async () => {
    const table = 'item,product,usd\nllm.input,openai/gpt-4.1,1.5\nllm.output,openai/gpt-4.1,dear\n'
    const { code, output, complaints } = await run(['prices', '-'], table)
    expect(code).toBe(0)
    expect(output).toContain('1 changed, 0 added, 0 removed')
    expect(output).toMatch(/"llm.input" of "openai\/gpt-4.1" +2 to 1.5 USD\/1M tokens +-25.0 %/)
    expect(complaints).toContain('Line 3 ("llm.output" of "openai/gpt-4.1"): the price "dear" is no number.')
  })

  test('a list that is none stops with exit code 2', async () => {
    const { code, complaints } = await run(['prices', '-'], '{"a": 1}')
    expect(code).toBe(2)
    expect(complaints).toContain('neither LiteLLM')
  })

  test('analyse, check and export compute with a newer list', async () => {
    const cheap =
      'item;product;usd;date\nllm.input;openai/gpt-4.1;1;2026-11-01\nllm.output;openai/gpt-4.1;2;2026-11-01\n'
    const before = JSON.parse((await run(['analyse', template, '--json'])).output) as Estimated
    const after = JSON.parse((await run(['analyse', template, '--json', '--prices', '-'], cheap)).output) as Estimated
    expect(after.estimate.priceBookDate).toBe('2026-08-01')
    expect(after.estimate.technologyUsdPerMonth.value).toBeLessThan(before.estimate.technologyUsdPerMonth.value)
    expect((await run(['check', template, '--prices', '-'], cheap)).code).toBe(0)
    const { files } = await run(['export', 'threat-model', template, '-o', 'out.md', '--prices', '-'], cheap)
    expect(files.get('out.md')).toContain('prices of 2026-08-01')
  })
})

interface Estimated {
  readonly estimate: { readonly priceBookDate: string; readonly technologyUsdPerMonth: { readonly value: number } }
}
