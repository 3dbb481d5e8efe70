import { readFileSync } from 'node:fs'
import type { Log } from 'sarif'
import { describe, expect, test } from 'vitest'
import { house } from '../../shared/standards/testing/house.ts'
import type { Surroundings } from './command-line.ts'
import { checkCommand } from './check.ts'
import { runCommandLine } from './run.ts'

const agent = 'resources/templates/customer-support-agent.lintel.json'
const rag = 'resources/templates/analyst-research-rag.lintel.json'
const broken = JSON.stringify({
  ...house,
  packs: house.packs.map((pack) => ({
    ...pack,
    rules: pack.rules.map((rule) => (rule.id === 'HOUSE-02' ? { ...rule, each: { of: 'planets' } } : rule)),
  })),
})
const damaged = JSON.stringify({
  format: 'lintel/design',
  version: 1,
  id: 'd-x',
  name: 'Half a design',
  components: [{ id: 'a', name: 'Send mail', kind: 5 }],
})
const files: Readonly<Record<string, string>> = {
  'house.json': JSON.stringify(house, undefined, 2),
  'broken.json': broken,
  'damaged.lintel.json': damaged,
  'cut.json': '{\n  "format": "lintel/standards",\n  "packs": [',
  'off.json': JSON.stringify({
    format: 'lintel/standards',
    version: 1,
    rules: { 'P-02': { off: true, reason: 'Looked at elsewhere' } },
  }),
}

async function check(...words: readonly string[]) {
  const written = new Map<string, string | Uint8Array>()
  let output = ''
  let complaints = ''
  const surroundings: Surroundings = {
    write: (text) => (output += text),
    complain: (sentence) => (complaints += `${sentence}\n`),
    readInput: () => Promise.resolve(readFileSync(agent, 'utf8')),
    readBytes: (path) => Promise.resolve(Buffer.from(files[path] ?? readFileSync(path))),
    writeFile: (path, content) => Promise.resolve(void written.set(path, content)),
    makeFolder: () => Promise.resolve(),
    writeBytes: () => undefined,
    today: '2026-11-21',
    random: () => 0.5,
  }
  return { code: await runCommandLine(['check', ...words], surroundings), output, complaints, written }
}

describe('formats', () => {
  test('text is the default, and says how many are open', async () => {
    const { code, output } = await check(agent)
    expect(code).toBe(0)
    expect(output).toMatch(/^critical +P-02 /u)
    expect(output).toMatch(/\d+ findings? open.*, \d+ questions? in ".+"\.\n$/u)
  })

  test('SARIF and JUnit go to a file, and the exit code stays that of the check', async () => {
    const sarif = await check(agent, '--format', 'sarif', '--output', 'out.sarif', '--fail-on', 'high')
    expect(sarif).toMatchObject({ code: 1, output: '', complaints: '' })
    const log = JSON.parse(String(sarif.written.get('out.sarif'))) as Log
    expect(log.runs[0]?.results?.map(({ ruleId }) => ruleId)).toContain('P-02')
    const junit = await check(rag, '--format', 'junit', '-o', 'out.xml', '--fail-on', 'critical')
    expect(junit.code).toBe(0)
    expect(String(junit.written.get('out.xml'))).toMatch(/^<\?xml .*\n<testsuites .* failures="0"/u)
  })

  test('a design from standard input has a name in SARIF that a code host can take', async () => {
    const log = JSON.parse((await check('-', '--format', 'sarif')).output) as Log
    expect(log.runs[0]?.artifacts?.[0]?.location?.uri).toBe('design.lintel.json')
  })

  test('an unknown format is named, with those that are known', async () => {
    expect(await check(agent, '--format', 'yaml')).toMatchObject({
      code: 2,
      complaints: expect.stringContaining('text, json, sarif, junit'),
    })
  })
})

test('a design of which a part cannot be read passes no check: the exit code is 2, and it is said', async () => {
  const { code, output, complaints } = await check('damaged.lintel.json', '--fail-on', 'low')
  expect(code).toBe(2)
  expect(complaints).toBe('1 part of damaged.lintel.json could not be read: lintel validate damaged.lintel.json\n')
  expect(output).toContain('in "Half a design".')
})

describe('the guide to pipelines', () => {
  const guide = readFileSync('docs/continuous-integration.md', 'utf8')
  const lines = guide.split('\n').filter((line) => /(cli\.js|^lintel) check /u.test(line))

  test('shows commands that there are, with options that they have', async () => {
    expect(lines.length).toBeGreaterThanOrEqual(4)
    for (const line of lines) {
      const [, words = ''] = /check (.*?)( \|\| .*)?$/u.exec(line) ?? []
      const given = words
        .split(' ')
        .map((word) => (word.endsWith('design.lintel.json') ? rag : word === 'standards.json' ? 'house.json' : word))
      const { code, complaints } = await check(...given)
      expect([line, complaints, code < 2]).toEqual([line, '', true])
    }
  })

  test('names every option and every exit code', () => {
    for (const option of checkCommand.options) expect(guide).toContain(`--${option}`)
    for (const code of ['0', '1', '2']) expect(guide).toMatch(new RegExp(`^\\| ${code} `, 'mu'))
  })
})

describe('standards', () => {
  test('add rules and change others', async () => {
    const { code, output, complaints } = await check(agent, '--standards', 'house.json', '--format', 'json')
    expect({ code, complaints }).toEqual({ code: 0, complaints: '' })
    const { findings } = JSON.parse(output) as { findings: { rule: string }[] }
    expect(findings.map(({ rule }) => rule)).toContain('HOUSE-03')
  })

  test('switch a rule off, which is said', async () => {
    const { code, output } = await check(agent, '--standards', 'off.json', '--fail-on', 'critical')
    expect(output).toContain('Switched off, so not looked at: P-02 (Looked at elsewhere).')
    expect(output).not.toMatch(/^critical +P-02 /mu)
    expect(code).toBe(0)
  })

  test('of which a rule cannot be used: the others run, the place is named, and the exit code is 2', async () => {
    const { code, output, complaints } = await check(agent, '--standards', 'broken.json')
    expect(code).toBe(2)
    expect(complaints).toMatch(
      /line 1, packs\[0\].rules\[1\].each.+The rule is left out; the others count. \(broken.json\)/u,
    )
    expect(output).toContain('HOUSE-03')
  })

  test('with a syntax error: nothing runs, and the place is named', async () => {
    const { code, output, complaints } = await check(agent, '--standards', 'cut.json')
    expect({ code, output }).toEqual({ code: 2, output: '' })
    expect(complaints).toContain('Line 3, column 13')
  })
})
