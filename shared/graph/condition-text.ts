import type { Scalar } from '../design/design.ts'
import type { Comparison, Condition } from './condition.ts'
import { nestingFault } from './condition-nesting.ts'
import { conditionFault } from './condition-words.ts'

export type ParsedCondition =
  | { readonly ok: true; readonly condition: Condition }
  /** `at` is the position in the text, from 0. */
  | { readonly ok: false; readonly at: number; readonly sentence: string }

interface Token {
  readonly type: 'word' | 'text' | 'sign' | 'end'
  readonly text: string
  readonly at: number
}

class Refused extends Error {
  readonly at: number
  constructor(sentence: string, at: number) {
    super(sentence)
    this.at = at
  }
}

const longestText = 2000
/** Brackets and prefixes around one another; deeper than a condition may be, so that its own limit speaks first. */
const deepestText = 40
const subjects = ['kind', 'trait', 'product', 'name', 'tag']
const prefixes = ['in', 'data', 'from', 'to']
const joins = ['and', 'or', 'not']
const signs = ['<=', '>=', '!=', '=', '<', '>', '&', '|', '!', '(', ')', '[', ']', ',']
const wordSign = /[^\s=<>!&|()[\],"]/u
const plainWord = /^[^\s=<>!&|()[\],"]+$/u

/**
 * Reads a condition as people write it: `kind = llm-api & in trust < 50`. "&" binds before "|"; "and", "or" and "not"
 * are read as well. What cannot be read is answered with its position and the remedy; so is what this version does not
 * know. docs/standards.md has the grammar.
 */
export function parseCondition(text: string): ParsedCondition {
  try {
    if (text.length > longestText)
      throw new Refused(`It has more than ${longestText} characters. Shorten it.`, longestText)
    const condition = new Reader(splitTokens(text)).readAll()
    const fault = nestingFault(condition)
    if (fault !== undefined) throw new Refused(fault, 0)
    return { ok: true, condition }
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    return { ok: false, at: error.at, sentence: error.message }
  }
}

function splitTokens(text: string): readonly Token[] {
  const tokens: Token[] = []
  for (let at = 0; at < text.length;) {
    const rest = text.slice(at, at + 2)
    const sign = signs.find((each) => rest.startsWith(each))
    if (/\s/u.test(text[at] ?? '')) at += 1
    else if (sign !== undefined) {
      tokens.push({ type: 'sign', text: sign, at })
      at += sign.length
    } else if (text[at] === '"') {
      const quoted = /"(?:[^"\\]|\\.)*"/uy
      quoted.lastIndex = at
      const [raw] = quoted.exec(text) ?? []
      if (raw === undefined) throw new Refused('The text that begins here has no closing quote. Add one.', at)
      tokens.push({ type: 'text', text: unquote(raw, at), at })
      at += raw.length
    } else {
      let end = at
      while (end < text.length && wordSign.test(text[end] ?? '')) end += 1
      tokens.push({ type: 'word', text: text.slice(at, end), at })
      at = end
    }
  }
  return [...tokens, { type: 'end', text: '', at: text.length }]
}

function unquote(raw: string, at: number): string {
  try {
    return String(JSON.parse(raw))
  } catch {
    throw new Refused('A backslash in this text is not followed by a known letter. Write "\\\\" for a backslash.', at)
  }
}

class Reader {
  private next = 0
  private readonly tokens: readonly Token[]
  constructor(tokens: readonly Token[]) {
    this.tokens = tokens
  }

  readAll(): Condition {
    if (this.here().type === 'end') throw new Refused('It says nothing. Write a condition, such as: kind = llm-api', 0)
    const condition = this.readAny(0)
    const rest = this.here()
    if (rest.type !== 'end')
      throw new Refused(`"${rest.text}" does not fit here. Join two conditions with "&" or "|".`, rest.at)
    return condition
  }

  private here(ahead = 0): Token {
    return this.tokens[Math.min(this.next + ahead, this.tokens.length - 1)] ?? { type: 'end', text: '', at: 0 }
  }
  /** Takes a sign, or the word that means the same. */
  private take(sign: string, word?: string): boolean {
    const { type, text } = this.here()
    if (!(type === 'sign' && text === sign) && !(type === 'word' && text === word)) return false
    this.next += 1
    return true
  }

  private readAny(depth: number): Condition {
    const parts = [this.readEach(depth)]
    while (this.take('|', 'or')) parts.push(this.readEach(depth))
    const [first] = parts
    return parts.length === 1 && first !== undefined ? first : { any: parts }
  }
  private readEach(depth: number): Condition {
    const parts = [this.readOne(depth)]
    while (this.take('&', 'and')) parts.push(this.readOne(depth))
    const [first] = parts
    return parts.length === 1 && first !== undefined ? first : { all: parts }
  }

  private readOne(depth: number): Condition {
    const token = this.here()
    if (depth > deepestText) throw new Refused('It is nested too deep. Split it into several.', token.at)
    if (this.take('!', 'not')) return { not: this.readOne(depth + 1) }
    if (this.take('(')) {
      const inner = this.readAny(depth + 1)
      if (!this.take(')')) throw new Refused('The bracket that opened is not closed. Add ")".', this.here().at)
      return inner
    }
    if (token.type === 'end') throw new Refused('A condition is missing at the end, such as: kind = llm-api', token.at)
    if (token.type === 'sign')
      throw new Refused(`A condition begins with a field or a word, not with "${token.text}".`, token.at)
    this.next += 1
    if (token.type === 'word' && prefixes.includes(token.text) && !this.comparesNext()) {
      const inner = this.readOne(depth + 1)
      if (token.text === 'in') return { inside: inner }
      if (token.text === 'data') return { data: inner }
      return token.text === 'from' ? { from: inner } : { to: inner }
    }
    if (token.type === 'word' && token.text === 'crosses') {
      const facet = this.readWord('a facet: trust, organisation, region or network')
      return this.checked({ crosses: facet as 'trust' }, token.at)
    }
    return this.readComparison(token)
  }

  private comparesNext(): boolean {
    const { type, text } = this.here()
    return (type === 'sign' && comparisonSigns.includes(text)) || (type === 'word' && ['has', 'stated'].includes(text))
  }

  private readComparison(field: Token): Condition {
    const { text: is, at } = this.here()
    if (this.take('stated', 'stated')) return this.checked({ field: field.text, is: 'stated' }, field.at)
    const known = comparisonSigns.includes(is) || is === 'in' || is === 'has'
    if (!known || this.here().type === 'text')
      throw new Refused(`After "${field.text}" comes a comparison: = != < <= > >= in has, or "stated".`, at)
    this.next += 1
    if (field.type === 'word' && subjects.includes(field.text)) return this.readSubject(field, is, at)
    const value = this.readValue()
    return this.checked({ field: field.text, is: is as Comparison, value }, field.at)
  }

  private readSubject(field: Token, is: string, at: number): Condition {
    if (!['=', '!=', 'in'].includes(is))
      throw new Refused(`"${field.text}" is compared by =, != or in, not by "${is}".`, at)
    const value = this.readValue()
    const words = typeof value === 'object' ? value.map(String) : String(value)
    const single = field.text === 'name' || field.text === 'tag'
    if ((single && typeof words !== 'string') || (typeof words !== 'string') !== (is === 'in'))
      throw new Refused(
        single
          ? `"${field.text}" takes one name, with "*" for any run of characters.`
          : '"in" takes a list in square brackets, "=" one word.',
        at,
      )
    const condition = this.checked({ [field.text]: words } as unknown as Condition, field.at)
    return is === '!=' ? { not: condition } : condition
  }

  private readWord(what: string): string {
    const token = this.here()
    if (token.type !== 'word' && token.type !== 'text') throw new Refused(`Here comes ${what}.`, token.at)
    this.next += 1
    return token.text
  }

  private readValue(): Scalar {
    if (!this.take('[')) return this.readScalar()
    const items: (string | number | boolean)[] = []
    if (this.take(']')) return []
    do items.push(this.readScalar())
    while (this.take(','))
    if (!this.take(']'))
      throw new Refused('The list is not closed. Add "]", and commas between its values.', this.here().at)
    const isNumbers = items.every((item) => typeof item === 'number')
    return isNumbers ? items.map(Number) : items.map(String)
  }
  private readScalar(): string | number | boolean {
    const { type } = this.here()
    const text = this.readWord('a value: a word, a number, true or false, or a "text in quotes"')
    return type === 'text' ? text : scalarOf(text)
  }

  private checked(condition: Condition, at: number): Condition {
    const fault = conditionFault(condition)
    if (fault !== undefined) throw new Refused(fault, at)
    return condition
  }
}

const comparisonSigns = ['=', '!=', '<', '<=', '>', '>=']

function scalarOf(word: string): string | number | boolean {
  if (word === 'true' || word === 'false') return word === 'true'
  return /^-?\d+(\.\d+)?(e[+-]?\d+)?$/iu.test(word) && Number.isFinite(Number(word)) ? Number(word) : word
}

/** Writes a condition so that `parseCondition` reads the same again. A list of one part is written as the part. */
export function printCondition(condition: Condition): string {
  return print(condition, 0)
}

/** `around`: 0 nothing, 1 inside "|", 2 inside "&", 3 after a prefix. */
function print(condition: Condition, around: number): string {
  if ('any' in condition) return join(condition.any, ' | ', 1, around)
  if ('all' in condition) return join(condition.all, ' & ', 2, around)
  if ('not' in condition) return printNot(condition.not)
  if ('inside' in condition) return `in ${print(condition.inside, 3)}`
  if ('data' in condition) return `data ${print(condition.data, 3)}`
  if ('from' in condition) return `from ${print(condition.from, 3)}`
  if ('to' in condition) return `to ${print(condition.to, 3)}`
  if ('crosses' in condition) return `crosses ${condition.crosses}`
  if ('field' in condition) {
    const field = isPlain(condition.field, [...subjects, ...prefixes, ...joins, 'crosses'])
      ? condition.field
      : JSON.stringify(condition.field)
    const value = condition.value === undefined ? '' : ` ${printValue(condition.value)}`
    return `${field} ${condition.is}${value}`
  }
  return printSubject(condition, '=')
}

function join(parts: readonly Condition[], sign: string, inside: number, around: number): string {
  const [only] = parts
  if (parts.length === 1 && only !== undefined) return print(only, around)
  const text = parts.map((part) => print(part, inside)).join(sign)
  return around === 0 || (around === 1 && inside === 2) ? text : `(${text})`
}

function printNot(inner: Condition): string {
  const isSubject = ['kind', 'trait', 'product', 'name', 'tag'].some((word) => word in inner)
  if (isSubject && Object.values(inner).every((words) => typeof words === 'string')) return printSubject(inner, '!=')
  return `!${'not' in inner || 'any' in inner || 'all' in inner ? print(inner, 3) : `(${print(inner, 0)})`}`
}

function printSubject(condition: Condition, is: '=' | '!='): string {
  const [[word, value] = ['', '']] = Object.entries(condition) as [string, string | readonly string[]][]
  return `${word} ${typeof value === 'string' ? is : 'in'} ${typeof value === 'string' ? printText(value) : printValue(value)}`
}

function printValue(value: Scalar): string {
  if (typeof value === 'object') return `[${value.map((each) => printValue(each)).join(', ')}]`
  return typeof value === 'string' ? printText(value) : String(value)
}

/** A text that could be taken for something else stands in quotes. */
function printText(value: string): string {
  return isPlain(value, [...joins, 'stated']) && typeof scalarOf(value) === 'string' ? value : JSON.stringify(value)
}

function isPlain(word: string, reserved: readonly string[]): boolean {
  return plainWord.test(word) && !reserved.includes(word)
}
