import { isPlainObject } from '../../design/same-json.ts'

/** Checks JSON against the part of JSON Schema (draft 7) that the schemas of threat models use. Answers sentences. */
export function validateSchema(value: unknown, schema: unknown, root: unknown = schema, path = '$'): readonly string[] {
  if (!isPlainObject(schema)) return []
  const reference = schema['$ref']
  if (typeof reference === 'string') return validateSchema(value, resolve(reference, root), root, path)
  const problems: string[] = []
  const types = [schema['type']].flat().filter((type): type is string => typeof type === 'string')
  const isNullable = schema['nullable'] === true && value === null
  if (types.length > 0 && !isNullable && !types.some((type) => isOfType(value, type))) {
    return [`${path} must be ${types.join(' or ')}`]
  }
  if (typeof value === 'number' && typeof schema['minimum'] === 'number' && value < schema['minimum']) {
    problems.push(`${path} must be >= ${schema['minimum']}`)
  }
  if (typeof value === 'string') {
    if (typeof schema['minLength'] === 'number' && value.length < schema['minLength'])
      problems.push(`${path} too short`)
    if (typeof schema['maxLength'] === 'number' && value.length > schema['maxLength']) problems.push(`${path} too long`)
  }
  if (Array.isArray(value)) {
    value.forEach((item, index) => problems.push(...validateSchema(item, schema['items'], root, `${path}[${index}]`)))
  }
  if (isPlainObject(value)) {
    for (const name of Array.isArray(schema['required']) ? schema['required'] : []) {
      if (typeof name === 'string' && !Object.hasOwn(value, name)) problems.push(`${path} must have "${name}"`)
    }
    for (const [name, child] of Object.entries(isPlainObject(schema['properties']) ? schema['properties'] : {})) {
      if (Object.hasOwn(value, name)) problems.push(...validateSchema(value[name], child, root, `${path}.${name}`))
    }
    const alternatives = schema['oneOf']
    if (Array.isArray(alternatives)) {
      const fitting = alternatives.filter((each) => validateSchema(value, each, root, path).length === 0)
      if (fitting.length !== 1) problems.push(`${path} must match exactly one of ${alternatives.length}`)
    }
  }
  return problems
}

function resolve(reference: string, root: unknown): unknown {
  return reference
    .replace(/^#\//, '')
    .split('/')
    .reduce<unknown>((at, key) => (isPlainObject(at) ? at[key] : undefined), root)
}

function isOfType(value: unknown, type: string): boolean {
  if (type === 'null') return value === null
  if (type === 'array') return Array.isArray(value)
  if (type === 'object') return isPlainObject(value)
  if (type === 'integer') return Number.isInteger(value)
  return typeof value === type
}
