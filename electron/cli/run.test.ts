import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parseDesign } from '../../shared/design/file.ts'
import { lineCommands } from './index.ts'
import { run, template } from './testing/run-line.ts'

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

  test('a price of the design that cannot be, or that nothing has, is named with its line', async () => {
    const prices = [
      { id: 'own-1', item: 'llm.input', usd: -3 },
      { id: 'own-2', item: 'llm.words', usd: 1 },
    ]
    const design = JSON.parse(readFileSync(template, 'utf8')) as object
    const { code, output } = await run(['validate', '-'], JSON.stringify({ ...design, prices }, undefined, 2))
    expect(code).toBe(0)
    expect(output).toMatch(
      /^warning {2}line \d\d+, prices\[0\]: .*"llm\.input".* A price cannot be below 0\. Correct it\.$/m,
    )
    expect(output).toMatch(/^warning {2}line \d\d+, prices\[1\]: .*Nothing has the price "llm\.words"\./m)
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
    expect(complaints).toContain('Threat Dragon and draw.io')
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
    const { files } = await run(['export', 'solution-architecture', template, '-o', 'out.md', '--prices', '-'], cheap)
    expect(files.get('out.md')).toContain('Prices of 2026-08-01')
  })
})

interface Estimated {
  readonly estimate: { readonly priceBookDate: string; readonly technologyUsdPerMonth: { readonly value: number } }
}
