import { parse as parseYaml } from 'yaml'
import type { Problem, Result } from '../design/problem.ts'
import { openDiagram } from './mermaid/opening.ts'

/** Real models hold some hundred kilobytes; YAML costs more memory than JSON, and its readers are slower. */
const importLimits = { characters: 20_000_000, yamlCharacters: 2_000_000, depth: 60, aliases: 50 }

/**
 * The text of another tool's file as plain data: JSON or YAML, with or without a byte order mark, with any line ends. XML
 * and diagrams in the words of Mermaid are neither: they stay the text that they are (XML without white space around it),
 * and whoever knows them reads it.
 *
 * Size and depth are looked at before anything is parsed, so a bomb costs nothing; YAML aliases are counted. Failures are
 * one sentence each, with the code 'limit' where the file was not even parsed to its end.
 */
export function decodeText(text: string): Result<unknown> {
  const size = tooLong(text, importLimits.characters)
  if (size !== undefined) return refused(size, 'limit')
  const content = text.startsWith('\uFEFF') ? text.slice(1) : text
  const start = content.slice(0, 1000).trimStart()
  if (start === '' && content.trim() === '') return refused('This file is empty. Choose another one.')
  if (start.startsWith('<')) return { ok: true, value: content.trim(), problems: [] }
  if (openDiagram(content) !== undefined) return { ok: true, value: content, problems: [] }
  const isJson = start.startsWith('{') || start.startsWith('[')
  if (bracketDepth(content) > importLimits.depth) return refused(tooDeep, 'limit')
  if (isJson) {
    try {
      return { ok: true, value: JSON.parse(content) as unknown, problems: [] }
    } catch (error) {
      if (error instanceof SyntaxError && !looksLikeYaml(content)) {
        return refused(`This file is not valid JSON: ${firstLine(error.message)}. Export it again.`)
      }
    }
  }
  return decodeYaml(content)
}

/** Whether a text that no format knows may be a design of ours that somebody broke: JSON, or nothing at all. */
export function mayBeDesign(text: string): boolean {
  return /^\s*(?:[{[]|$)/u.test(text)
}

const tooDeep = `This file is nested more than ${importLimits.depth} levels deep; no threat model is. It is not read; export it again from the tool that it comes from.`

function decodeYaml(text: string): Result<unknown> {
  const size = tooLong(text, importLimits.yamlCharacters)
  if (size !== undefined) return refused(size, 'limit')
  // Block nesting shows as indentation: one level needs one column at least.
  const deepest = text.split(/\r?\n/).reduce((most, line) => Math.max(most, levelOf(line)), 0)
  if (deepest > importLimits.depth * 8) return refused(tooDeep, 'limit')
  try {
    const value = parseLeniently(text)
    if (isDeeperThan(value, importLimits.depth)) return refused(tooDeep, 'limit')
    return { ok: true, value, problems: [] }
  } catch (error) {
    if (error instanceof ReferenceError) {
      const sentence = `This file repeats parts of itself by more than ${importLimits.aliases} aliases, as files made to fill the memory do. It is not read; export it again without aliases, or as JSON.`
      return refused(sentence, 'limit')
    }
    if (!(error instanceof Error)) throw error
    // Of what never was YAML, its parser has nothing to say that anybody could act on.
    if (!looksLikeYaml(text))
      return refused('This file is neither JSON nor YAML. Export it again, or choose another one.')
    return refused(`This file is not valid YAML: ${firstLine(error.message)}. Export it again.`)
  }
}

const yamlOptions = { maxAliasCount: importLimits.aliases, logLevel: 'error' } as const

/** Some tools write the later lines of a quoted text further left than YAML allows, as the format's own example does. */
function parseLeniently(text: string): unknown {
  try {
    return parseYaml(text, yamlOptions)
  } catch (error) {
    const indented = error instanceof ReferenceError ? text : indentQuoted(text)
    if (indented === text) throw error
    return parseYaml(indented, yamlOptions)
  }
}

/** Moves the later lines of single-quoted texts right, under their first: white space at their start means nothing. */
function indentQuoted(text: string): string {
  let margin: number | undefined
  return text
    .split(/\r?\n/)
    .map((line) => {
      const quotes = line.split("'").length - 1
      if (margin !== undefined) {
        const moved = `${' '.repeat(Math.max(0, margin - (line.length - line.trimStart().length)))}${line}`
        if (quotes % 2 === 1) margin = undefined
        return moved
      }
      const opening = /^(\s*)(- )*([\w-]+:\s+)?'/.exec(line)
      if (opening !== null && quotes % 2 === 1) margin = (opening[1]?.length ?? 0) + (opening[3] === undefined ? 0 : 2)
      return line
    })
    .join('\n')
}

/** Columns before the first word, list dashes included: "- - - a" nests as indentation does. */
function levelOf(line: string): number {
  return /^[\s\-?:]*/.exec(line)?.[0].length ?? 0
}

function tooLong(text: string, limit: number): string | undefined {
  if (text.length <= limit) return undefined
  const millions = (count: number): string => (count / 1_000_000).toFixed(count < 10_000_000 ? 1 : 0)
  return `This file holds ${millions(text.length)} million characters; at most ${millions(limit)} million are read. Split the model, or take out pictures.`
}

/** JSON of which the beginning is a flow mapping is YAML too; a file with a line "key: value" at its start is. */
function looksLikeYaml(text: string): boolean {
  return /^[\w-]+:(\s|$)/m.test(text.slice(0, 2000))
}

/** The deepest nesting of brackets outside of quoted strings. An upper bound for YAML, where brackets can be words. */
function bracketDepth(text: string): number {
  let depth = 0
  let most = 0
  let inString = false
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index)
    if (inString) {
      if (code === backslash) index += 1
      else if (code === quote || code === newline) inString = false
    } else if (code === quote) inString = true
    else if (code === openBrace || code === openBracket) {
      depth += 1
      if (depth > most) most = depth
    } else if ((code === closeBrace || code === closeBracket) && depth > 0) depth -= 1
  }
  return most
}

const [quote, backslash, newline, openBrace, closeBrace, openBracket, closeBracket] = [34, 92, 10, 123, 125, 91, 93]

function isDeeperThan(value: unknown, limit: number): boolean {
  const open: [unknown, number][] = [[value, 0]]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const [current, depth] = next
    if (depth > limit) return true
    if (typeof current !== 'object' || current === null) continue
    for (const child of Object.values(current)) open.push([child, depth + 1])
  }
  return false
}

function firstLine(message: string): string {
  return (message.split('\n')[0] ?? '').replace(/[.:]+$/, '').slice(0, 200)
}

function refused(sentence: string, code: 'file' | 'limit' = 'file'): Result<never> {
  const problem: Problem = { code, level: 'error', path: '', sentence }
  return { ok: false, problems: [problem] }
}
