/**
 * What JUnit XML may hold, as the schema of Jenkins' xUnit plugin (junit-10.xsd) has it, which is stricter than what
 * other readers ask for: which element stands in which, and its attributes, those that are required with a "!".
 */
const shape: Readonly<Record<string, { readonly inside: readonly string[]; readonly attributes: readonly string[] }>> =
  {
    testsuites: { inside: [], attributes: ['name', 'time', 'tests', 'failures', 'errors'] },
    testsuite: {
      inside: ['testsuites', 'testsuite'],
      attributes: ['name!', 'tests!', 'failures!', 'errors!', 'skipped', 'time', 'timestamp', 'hostname', 'id', 'file'],
    },
    testcase: { inside: ['testsuite'], attributes: ['name!', 'classname', 'time', 'group'] },
    failure: { inside: ['testcase'], attributes: ['type', 'message'] },
    error: { inside: ['testcase'], attributes: ['type', 'message'] },
    skipped: { inside: ['testcase'], attributes: ['type', 'message'] },
    'system-out': { inside: ['testcase', 'testsuite'], attributes: [] },
  }

/** What is wrong with a text as JUnit XML, each fault in words; nothing when it is. */
export function junitFaults(xml: string): readonly string[] {
  const faults: string[] = []
  const open: string[] = []
  for (const [, closing, name = '', rest = '', empty] of xml.matchAll(
    /<(\/?)([\w-]+)((?:\s+[\w-]+="[^"<]*")*)\s*(\/?)>/gu,
  )) {
    if (closing === '/') {
      if (open.pop() !== name) faults.push(`${name} is closed where it is not open`)
      continue
    }
    faults.push(...faultsOf(name, rest, open.at(-1)))
    if (empty !== '/') open.push(name)
  }
  const left = xml
    .replace(/^<\?xml [^>]*\?>/u, '')
    .replaceAll(/<\/?[\w-]+(?:\s+[\w-]+="[^"<]*")*\s*\/?>/gu, '')
    .match(/[<>]/u)
  return [
    ...faults,
    ...open.map((name) => `${name} is not closed`),
    ...(left === null ? [] : ['a sign is not escaped']),
  ]
}

function faultsOf(name: string, attributes: string, around: string | undefined): readonly string[] {
  const known = shape[name]
  if (known === undefined) return [`there is no element ${name}`]
  const given = [...attributes.matchAll(/([\w-]+)=/gu)].map(([, each = '']) => each)
  const allowed = known.attributes.map((each) => each.replace('!', ''))
  const required = known.attributes.filter((each) => each.endsWith('!')).map((each) => each.slice(0, -1))
  const isHere = around === undefined ? known.inside.length === 0 : known.inside.includes(around)
  return [
    ...(isHere ? [] : [`${name} stands in ${around ?? 'nothing'}`]),
    ...given.filter((each) => !allowed.includes(each)).map((each) => `${name} has no attribute ${each}`),
    ...required.filter((each) => !given.includes(each)).map((each) => `${name} lacks ${each}`),
  ]
}
